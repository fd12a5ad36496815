//! How it looks in the dark and on a desk: pictures to be looked at, and the audit over each.

use anyhow::{Result, ensure};

use alap_tests::{
    audit,
    browser::Browser,
    server::RIMA,
    shots,
    stage::{self, Screen},
    wait,
};

#[tokio::test]
async fn the_panel_can_be_read_in_the_dark_and_on_a_desk() -> Result<()> {
    stage::play("looks", async |stage| {
        for (screen, place) in [(Screen::Phone, "phone"), (Screen::Desktop, "desk")] {
            let (shop, panel) = stage.shopper(screen).await?;
            shop.visit("/p/nk-021").await?;
            shop.press_launcher().await?;
            panel.ready().await?;
            panel.in_both_lights(&format!("widget-home-{place}")).await?;
            panel.say("ডেলিভারি চার্জ কত?").await?;
            panel.said("bot", &alap_tests::faq::answer("delivery", "bn")?).await?;
            panel.say("ফ্রান্সের রাজধানী কোথায়?").await?;
            panel.said("shopper", "ফ্রান্সের রাজধানী কোথায়?").await?;
            panel.in_both_lights(&format!("widget-chat-{place}")).await?;
            panel.switch_language().await?;
            panel.say("I would like to talk to a person").await?;
            panel.in_both_lights(&format!("widget-offer-{place}")).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_inbox_can_be_read_in_the_dark() -> Result<()> {
    stage::play("looks-inbox", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-022").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.ask_for_a_person().await?;
        panel.say("ছবিতে যে রং, আসলেও কি তাই?").await?;
        panel.delivered("ছবিতে যে রং, আসলেও কি তাই?").await?;
        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.browser.prefer_dark(true).await?;
        // An audit of the shell would come to no end when the page takes its place.
        wait::until_true("the login form", async || inbox.browser.has("#login-name").await).await?;
        picture(&inbox.browser, "inbox-login-dark").await?;
        inbox.log_in(RIMA).await?;
        inbox.switch_language().await?;
        inbox.open_who_waits().await?;
        inbox.say("প্রায় একই, আলোতে একটু হালকা লাগে।").await?;
        panel.said("agent", "প্রায় একই, আলোতে একটু হালকা লাগে।").await?;
        picture(&inbox.browser, "inbox-talk-dark").await
    })
    .await
}

#[tokio::test]
async fn the_audit_sees_what_is_wrong() -> Result<()> {
    stage::play("audit", async |stage| {
        let browser = stage.browser("visitor", Screen::Desktop).await?;
        browser.goto(&stage.storefront.origin()).await?;
        audit::passes(&browser, "the shop").await?;
        let wrong = "document.body.append(document.createElement('button'))";
        browser.run::<()>(wrong, &[]).await?;
        let found = audit::passes(&browser, "the shop").await;
        ensure!(found.is_err_and(|found| found.to_string().contains("button-name")));
        Ok(())
    })
    .await
}

async fn picture(browser: &Browser, name: &str) -> Result<()> {
    shots::keep(browser, name).await?;
    audit::passes(browser, name).await
}
