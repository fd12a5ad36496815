//! Waiting for something to be so, instead of for time to pass.

use std::time::Duration;

use anyhow::{Result, bail};
use tokio::time::{Instant, sleep};

/// How long anything may take on a busy machine.
const WITHIN: Duration = Duration::from_secs(20);
const LOOK_EVERY: Duration = Duration::from_millis(80);

/// Looks again and again until there is something. A page in the middle of a change may fail to be read: that is looked
/// at again too.
pub async fn until<T>(what: &str, look: impl AsyncFn() -> Result<Option<T>>) -> Result<T> {
    let end = Instant::now() + WITHIN;
    loop {
        let seen = look().await;
        match seen {
            Ok(Some(found)) => return Ok(found),
            Ok(None) if Instant::now() > end => bail!("never came: {what}"),
            Err(error) if Instant::now() > end => return Err(error.context(format!("never came: {what}"))),
            Ok(None) | Err(_) => sleep(LOOK_EVERY).await,
        }
    }
}

/// Looks again and again until it is so.
pub async fn until_true(what: &str, look: impl AsyncFn() -> Result<bool>) -> Result<()> {
    until(what, async || Ok(look().await?.then_some(()))).await
}

/// Looks again and again until what is seen satisfies; tells the last that was seen if it never does.
pub async fn until_like<T: std::fmt::Debug>(
    what: &str,
    look: impl AsyncFn() -> Result<T>,
    like: impl Fn(&T) -> bool,
) -> Result<T> {
    let end = Instant::now() + WITHIN;
    loop {
        match look().await {
            Ok(seen) if like(&seen) => return Ok(seen),
            Ok(seen) if Instant::now() > end => bail!("never came: {what}; last seen: {seen:#?}"),
            Err(error) if Instant::now() > end => return Err(error.context(format!("never came: {what}"))),
            Ok(_) | Err(_) => sleep(LOOK_EVERY).await,
        }
    }
}
