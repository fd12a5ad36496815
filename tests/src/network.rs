//! The network between a browser and everybody else.

use anyhow::Result;
use serde_json::json;

use crate::browser::Browser;

/// Cuts it, or mends it.
pub async fn cut(browser: &Browser, cut: bool) -> Result<()> {
    let conditions =
        json!({ "offline": cut, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    let cdp = browser.driver().cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.emulateNetworkConditions", conditions).await?;
    Ok(())
}
