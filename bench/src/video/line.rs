//! The lines that are measured.

use alap_tests::browser::Browser;
use anyhow::Result;
use serde_json::json;

/// A slow line.
pub(crate) struct Line {
    pub(crate) name: &'static str,
    /// Added to each answer, in milliseconds.
    pub(crate) latency: f64,
    /// Kilobits a second, down
    pub(crate) down: f64,
    /// and up.
    pub(crate) up: f64,
}

/// Slow 4G as Lighthouse defines it (`throttling.mobileSlow4G`): as the network has it, and as it feels with everything
/// that each request waits for besides.
pub(crate) const LINES: [Line; 2] = [
    Line { name: "Slow 4G, 150 ms", latency: 150.0, down: 1_638.4, up: 750.0 },
    Line { name: "Slow 4G as felt, 562 ms", latency: 562.5, down: 1_474.56, up: 675.0 },
];

/// The browser believes that it is on the slowest of lines, so that the player chooses its lowest quality by itself.
pub(crate) const LOWEST_QUALITY: &str = "const say = (name, value) =>
        Object.defineProperty(NetworkInformation.prototype, name, { get: () => value, configurable: true });
    say('effectiveType', 'slow-2g'); say('downlink', 0.05); say('rtt', 2000);";

impl Line {
    /// Puts the browser on it.
    pub(crate) async fn squeeze(&self, browser: &Browser) -> Result<()> {
        let bytes = |kilobits: f64| kilobits * 1_000.0 / 8.0;
        let conditions = json!({
            "offline": false,
            "latency": self.latency,
            "downloadThroughput": bytes(self.down),
            "uploadThroughput": bytes(self.up),
        });
        let cdp = browser.driver().cdp();
        cdp.send_raw("Network.enable", json!({})).await?;
        cdp.send_raw("Network.emulateNetworkConditions", conditions).await?;
        Ok(())
    }
}
