//! Offers that run out, calls that come near, and what was delivered long ago.

use std::time::Duration;

use alap_store::{Store, StoreError};
use tokio::sync::watch;

use crate::{clock, state::stopped, system::metrics};

/// How often the clock is looked at.
const EVERY: Duration = Duration::from_secs(15);
/// For how long the log of deliveries is kept, in milliseconds.
const LOG_KEPT: i64 = 30 * 24 * 60 * 60 * 1_000;
/// For how long a photo is kept that no request and no payment names, in milliseconds: who sends one, sends its form at once.
const LONE_PHOTO_KEPT: i64 = 7 * 24 * 60 * 60 * 1_000;
/// How many rounds lie between two looks at what was kept long enough: an hour.
const ROUNDS_BETWEEN: u64 = 240;

/// Looks at the clock until the server stops.
pub async fn run(store: Store, stopping: watch::Receiver<bool>) {
    let mut stop = std::pin::pin!(stopped(stopping));
    let mut rounds: u64 = 0;
    loop {
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        let now = clock::now();
        match round(&store, now).await {
            Ok(()) => {}
            Err(StoreError::Closed) => return,
            Err(error) => tracing::warn!(%error, "what time brings is written later"),
        }
        if rounds.is_multiple_of(ROUNDS_BETWEEN)
            && let Err(error) = clear(&store, now).await
        {
            tracing::warn!(%error, "what was kept long enough is cleared later");
        }
        rounds += 1;
    }
}

async fn clear(store: &Store, now: i64) -> Result<(), StoreError> {
    store.prune_deliveries(now.saturating_sub(LOG_KEPT)).await?;
    store.prune_photos(now.saturating_sub(LONE_PHOTO_KEPT)).await?;
    Ok(())
}

/// Writes what a moment, in milliseconds since 1970 UTC, brings.
pub async fn round(store: &Store, now: i64) -> Result<(), StoreError> {
    metrics::count_clock_steps("expired", store.expire_offers(now).await?);
    metrics::count_clock_steps("reminded", store.remind(now).await?);
    Ok(())
}
