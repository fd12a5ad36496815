//! The network between a browser and everybody else.

use anyhow::Result;
use serde_json::{Value, json};

use crate::browser::Browser;

/// Cuts it, or mends it.
pub async fn cut(browser: &Browser, cut: bool) -> Result<()> {
    emulate(
        browser,
        json!({ "offline": cut, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
    )
    .await
}

/// Makes it carry so many kilobits a second, with so many milliseconds on the way.
pub async fn carries(browser: &Browser, kilobits: u32, milliseconds: u32) -> Result<()> {
    let down = f64::from(kilobits) * 1_000.0 / 8.0;
    let conditions = json!({
        "offline": false,
        "latency": milliseconds,
        "downloadThroughput": down,
        "uploadThroughput": down / 2.0,
    });
    emulate(browser, conditions).await
}

async fn emulate(browser: &Browser, conditions: Value) -> Result<()> {
    let cdp = browser.driver().cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.emulateNetworkConditions", conditions).await?;
    Ok(())
}
