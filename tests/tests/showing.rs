//! What was looked at is shown to the shop only by who ticks the box.

use anyhow::{Result, ensure};

use alap_tests::{
    audit,
    panel_page::PanelPage,
    server::RIMA,
    shots,
    stage::{self, Screen, Stage},
    wait,
};

const TICK: &str = ".offer input[type=checkbox]";
const LINE: &str = "Products looked at last";

#[tokio::test]
async fn products_looked_at_reach_the_inbox_only_with_the_tick() -> Result<()> {
    stage::play("showing", async |stage| {
        let panel = looks_and_asks(stage).await?;
        ensure!(panel.has(TICK).await?);
        panel.press(TICK).await?;
        panel.browser.find(".offer-viewed").await?;
        panel.in_both_lights("widget-handoff-viewed").await?;
        panel.confirm().await?;
        let own = panel.said("shopper", "সবশেষে দেখা পণ্য").await?;
        ensure!(own.mine && own.products == ["NK-014", "NK-001"], "{own:?}");

        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        let list = inbox.list_is("one who waits", |list| list.len() == 1 && list[0].waits).await?;
        ensure!(list[0].last == LINE, "{list:?}");
        inbox.open_who_waits().await?;
        let line = inbox.said("shopper", LINE).await?;
        ensure!(!line.mine && line.products == ["NK-014", "NK-001"], "{line:?}");
        audit::passes(&inbox.browser, "what was looked at, in the inbox").await?;
        shots::keep(&inbox.browser, "inbox-viewed-en").await?;
        shots::keep(&panel.browser, "widget-viewed-bn").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_the_tick_nothing_of_it_leaves_the_device() -> Result<()> {
    stage::play("not-showing", async |stage| {
        let panel = looks_and_asks(stage).await?;
        let ticked: bool =
            panel.browser.run("return document.querySelector(arguments[0]).checked", &[TICK.into()]).await?;
        ensure!(!ticked, "it is off until it is chosen");
        panel.confirm().await?;
        panel.say("কেউ আছেন?").await?;
        panel.delivered("কেউ আছেন?").await?;

        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        inbox.open_who_waits().await?;
        inbox.said("shopper", "কেউ আছেন?").await?;
        let lines = inbox.lines().await?;
        ensure!(lines.iter().all(|line| line.products.is_empty()), "{lines:?}");
        Ok(())
    })
    .await
}

/// A shopper looks at two products, goes back to the list, and asks for a person.
async fn looks_and_asks(stage: &mut Stage) -> Result<PanelPage> {
    let (shop, panel) = stage.shopper(Screen::Phone).await?;
    for path in ["/p/nk-001", "/p/nk-014"] {
        shop.visit(path).await?;
        wait::until_true("a view", async || {
            Ok(shop.journal().await?.iter().any(|line| path.ends_with(&line.product.to_lowercase())))
        })
        .await?;
    }
    shop.visit("/").await?;
    shop.press_launcher().await?;
    panel.ready().await?;
    panel.press(".panel-person .button").await?;
    wait::until_true("what a person would get", async || panel.has(TICK).await).await?;
    Ok(panel)
}
