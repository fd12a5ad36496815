//! On a slow network nobody looks at an empty panel, and nothing that is typed meanwhile is lost.

use anyhow::{Result, ensure};
use serde_json::json;

use alap_tests::{
    browser::Browser,
    shots,
    stage::{self, Screen},
    talk, wait,
};

#[tokio::test]
async fn what_is_typed_before_the_panel_lives_is_still_there_when_it_does() -> Result<()> {
    stage::play("slow", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-040").await?;
        download_at(&shop.browser, 60_000).await?;
        shop.press_launcher().await?;
        wait::until_true("the shell", async || panel.has("#shell-field").await).await?;
        shots::keep(&panel.browser, "widget-shell").await?;
        panel.browser.find("#shell-field").await?.send_keys("শাড়িটা কি আছে").await?;
        ensure!(panel.has("#shell").await?, "the wasm came too soon for this test to show anything");
        download_at(&shop.browser, -1).await?;
        panel.ready().await?;
        ensure!(panel.draft().await? == "শাড়িটা কি আছে");
        let focused = "return document.activeElement.matches('.composer-field')";
        ensure!(panel.browser.run::<bool>(focused, &[]).await?, "whoever was typing goes on typing");
        talk::write(&panel.browser, "?").await?;
        talk::press_send(&panel.browser).await?;
        panel.said("shopper", "শাড়িটা কি আছে?").await.map(|_| ())
    })
    .await
}

/// Bytes a second; −1 is as fast as it goes.
async fn download_at(browser: &Browser, rate: i64) -> Result<()> {
    let conditions =
        json!({ "offline": false, "latency": 0, "downloadThroughput": rate, "uploadThroughput": -1 });
    let cdp = browser.driver().cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.emulateNetworkConditions", conditions).await?;
    Ok(())
}
