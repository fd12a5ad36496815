//! Whose the history is: it stays on the device, and the shopper rules over it.

use std::fs;

use anyhow::{Result, ensure};
use serde_json::json;

use alap_tests::{
    browsing::{KANTHAS, browse, newest_first, open, shopper},
    faq,
    shelf::Row,
    stage::{self, Screen},
    wait,
};

#[tokio::test]
async fn the_shopper_takes_out_one_product_or_all_and_it_stays_out() -> Result<()> {
    stage::play("history-erased", async |stage| {
        let (shop, panel) = shopper(stage, Screen::Phone).await?;
        panel.row("last-viewed").await?;
        panel.open_privacy().await?;
        panel.keeps(&newest_first()).await?;
        let focus = "return document.activeElement === document.querySelector('.privacy h2')";
        wait::until_true("the focus on the heading", async || panel.browser.run(focus, &[]).await).await?;

        panel.press("[data-kept=NK-014] button").await?;
        panel.keeps(&["NK-017", "NK-015", "NK-013", "NK-012"]).await?;
        panel.press(".privacy-undo").await?;
        panel.keeps(&newest_first()).await?;
        panel.press("[data-kept=NK-014] button").await?;
        panel.keeps(&["NK-017", "NK-015", "NK-013", "NK-012"]).await?;
        panel.press(".panel-back").await?;
        let gone = |rows: &[Row]| {
            rows.iter().any(|row| row.name == "last-viewed" && !row.skus().contains(&"NK-014"))
        };
        panel.rows_like("the row without it", gone).await?;

        panel.open_privacy().await?;
        panel.press(".privacy .actions .button").await?;
        panel.shows("এখন কিছুই নেই।").await?;
        panel.press(".panel-back").await?;
        let none = |rows: &[Row]| rows.iter().all(|row| row.name != "last-viewed");
        panel.rows_like("no row of what was looked at", none).await?;

        shop.browser.reload().await?;
        open(&shop, &panel).await?;
        panel.row("new").await?;
        panel.open_privacy().await?;
        panel.shows("এখন কিছুই নেই।").await?;
        ensure!(panel.kept().await?.is_empty());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_erased_does_not_come_back_from_the_page_it_was_looked_at_on() -> Result<()> {
    stage::play("history-stays-erased", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        browse(&shop, &["NK-012", "NK-013"]).await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.open_privacy().await?;
        panel.keeps(&["NK-013", "NK-012"]).await?;
        panel.press("[data-kept=NK-013] button").await?;
        panel.keeps(&["NK-012"]).await?;
        // The page counts for how long it is on the screen, and tells that about the same view once it is left.
        shop.browser.top().await?;
        let a_while = async || shop.browser.run::<bool>("return performance.now() > 2500", &[]).await;
        wait::until_true("some time on the page", a_while).await?;
        open(&shop, &panel).await?;
        panel.open_privacy().await?;
        panel.keeps(&["NK-012"]).await
    })
    .await
}

#[tokio::test]
async fn a_reset_by_the_shop_erases_the_history() -> Result<()> {
    stage::play("history-reset", async |stage| {
        let (shop, panel) = shopper(stage, Screen::Phone).await?;
        panel.row("last-viewed").await?;
        shop.call(&[json!("reset")]).await?;
        let none = |rows: &[Row]| rows.iter().all(|row| row.name != "last-viewed");
        panel.rows_like("no row of what was looked at", none).await?;
        shop.browser.reload().await?;
        open(&shop, &panel).await?;
        panel.open_privacy().await?;
        panel.shows("এখন কিছুই নেই।").await
    })
    .await
}

#[tokio::test]
async fn the_history_can_be_taken_along() -> Result<()> {
    stage::play("history-export", async |stage| {
        let (_, panel) = shopper(stage, Screen::Desktop).await?;
        panel.row("last-viewed").await?;
        let folder = tempfile::TempDir::with_prefix("alap-download-")?;
        let there = json!({ "behavior": "allow", "downloadPath": folder.path() });
        panel.browser.driver().cdp().send_raw("Browser.setDownloadBehavior", there).await?;
        panel.open_privacy().await?;
        panel.keeps(&newest_first()).await?;
        panel.press(".privacy .actions a").await?;
        let file = folder.path().join("alap-history.json");
        let text = wait::until("the file", async || Ok(fs::read_to_string(&file).ok())).await?;
        let lines: Vec<serde_json::Value> = serde_json::from_str(&text)?;
        let skus: Vec<_> = lines.iter().filter_map(|line| line["product"].as_str()).collect();
        ensure!(skus == KANTHAS, "{text}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn who_sends_global_privacy_control_is_not_followed() -> Result<()> {
    stage::play("rows-private", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let signal =
            "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })";
        shop.browser.before_every_page(signal).await?;
        for sku in KANTHAS {
            shop.visit(&format!("/p/{}", sku.to_lowercase())).await?;
            ensure!(shop.cart_works().await?);
            ensure!(shop.journal().await?.is_empty());
        }
        open(&shop, &panel).await?;
        panel.row("new").await?;
        let rows = panel.rows().await?;
        ensure!(rows.iter().all(|row| row.name != "for-you" && row.name != "last-viewed"), "{rows:?}");
        panel.open_privacy().await?;
        panel.shows("আপনার ব্রাউজার জানিয়েছে").await?;
        ensure!(panel.kept().await?.is_empty());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_tabs_have_one_history() -> Result<()> {
    stage::play("rows-tabs", async |stage| {
        let (shop, panel) = shopper(stage, Screen::Desktop).await?;
        let browser = shop.browser.clone();
        let first = browser.tab().await?;
        panel.open_privacy().await?;
        panel.keeps(&newest_first()).await?;

        let second = browser.new_tab().await?;
        browse(&shop, &["NK-001"]).await?;
        open(&shop, &panel).await?;
        panel.row("last-viewed").await?;
        browser.look_at(&first).await?;
        let both: Vec<&str> = ["NK-001"].into_iter().chain(newest_first()).collect();
        panel.keeps(&both).await?;
        panel.press(".privacy .actions .button").await?;
        panel.shows("এখন কিছুই নেই।").await?;

        browser.look_at(&second).await?;
        let none = |rows: &[Row]| rows.iter().all(|row| row.name != "last-viewed");
        panel.rows_like("no row of what was looked at", none).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn where_nothing_can_be_kept_the_history_lasts_as_long_as_the_page() -> Result<()> {
    stage::play("rows-blocked", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let blocked =
            "IDBFactory.prototype.open = () => { throw new DOMException('blocked here', 'SecurityError') }";
        shop.browser.before_every_page(blocked).await?;
        browse(&shop, &KANTHAS).await?;
        open(&shop, &panel).await?;
        let last = panel.row("last-viewed").await?;
        ensure!(last.skus() == newest_first());
        panel.shows("এই ব্রাউজার কিছু জমা রাখতে দিচ্ছে না।").await?;
        panel.open_privacy().await?;
        panel.shows("পাতা বন্ধ করলেই তালিকাটা মুছে যাবে").await
    })
    .await
}

/// Makes the database as the version before the history had it, with one message in it.
const OLD_DATABASE: &str = r#"
    const done = arguments[0];
    const request = indexedDB.open('alap:nokshi', 1);
    request.onupgradeneeded = () =>
        ['values', 'messages', 'outbox'].forEach(name => request.result.createObjectStore(name));
    request.onsuccess = () => {
        window.held = request.result;
        const id = '6b1f0d52-1f5a-4a8e-9f5f-0f8f3a1f2b3c';
        const message = { client_id: id, body: { text: { text: 'আগের কথা' } } };
        const line = { message, author: { shopper: {} }, order: 1, at: 1, state: 'local' };
        const change = held.transaction('outbox', 'readwrite');
        change.objectStore('outbox').put(JSON.stringify(line), id);
        change.oncomplete = () => { localStorage.setItem('alap:nokshi:begun', 'yes'); done(true) };
    }"#;

#[tokio::test]
async fn a_database_from_before_the_history_keeps_its_messages() -> Result<()> {
    stage::play("database-upgraded", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        // Any file of the support origin: its storage is the panel's.
        shop.browser.goto(&format!("{}/embed.js", stage.support.origin())).await?;
        shop.browser.driver().execute_async(OLD_DATABASE, Vec::new()).await?;
        browse(&shop, &KANTHAS).await?;
        open(&shop, &panel).await?;
        panel.row("last-viewed").await?;
        panel.press(".home > .button").await?;
        panel.said("shopper", "আগের কথা").await?;
        // What is written now is there after a reload, old and new.
        browse(&shop, &["NK-001"]).await?;
        open(&shop, &panel).await?;
        let last = panel.row("last-viewed").await?;
        ensure!(last.skus()[0] == "NK-001" && last.skus().contains(&"NK-012"), "{last:?}");
        panel.press(".home > .button").await?;
        panel.said("shopper", "আগের কথা").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_tab_that_holds_the_old_database_open_hangs_nobody() -> Result<()> {
    stage::play("database-held", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        shop.browser.goto(&format!("{}/embed.js", stage.support.origin())).await?;
        shop.browser.driver().execute_async(OLD_DATABASE, Vec::new()).await?;
        shop.browser.new_tab().await?;
        browse(&shop, &KANTHAS).await?;
        open(&shop, &panel).await?;
        panel.row("for-you").await?;
        panel.shows("এই ব্রাউজার কিছু জমা রাখতে দিচ্ছে না।").await?;
        panel.say("ডেলিভারি চার্জ কত?").await?;
        panel.said("bot", &faq::answer("delivery", "bn")?).await.map(|_| ())
    })
    .await
}
