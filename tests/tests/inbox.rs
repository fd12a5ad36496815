//! The inbox, on a desk and in a hand.

use anyhow::{Result, ensure};
use serde_json::json;

use alap_tests::{
    audit,
    panel_page::PanelPage,
    server::{RIMA, TAREK},
    shots,
    stage::{self, Screen, Stage},
    wait,
};

#[tokio::test]
async fn a_wrong_password_is_said_kindly_and_lets_nobody_in() -> Result<()> {
    stage::play("login", async |stage| {
        let inbox = stage.seller("seller", Screen::Phone).await?;
        wait::until_true("the login form", async || inbox.browser.has("#login-password").await).await?;
        let fault = async || inbox.browser.text(".login-fault").await;
        for (login, password) in [("rima", "not-her-password"), ("nobody", RIMA.password)] {
            inbox.try_to_log_in(login, password).await?;
            let kind = "The login name or the password is not right. Please check and try again.";
            wait::until_like("the words", fault, |words| words == kind).await?;
            ensure!(!inbox.browser.has(".list").await?);
            inbox.browser.reload().await?;
        }
        wait::until_true("the login form", async || inbox.browser.has("#login-password").await).await?;
        audit::passes(&inbox.browser, "the login form").await?;
        shots::keep(&inbox.browser, "inbox-login-phone-en").await?;
        inbox.switch_language().await?;
        inbox.try_to_log_in("rima", "again-not").await?;
        let kind = "লগইন নাম বা পাসওয়ার্ড মিলছে না। আবার দেখে লিখুন।";
        wait::until_like("the words", fault, |words| words == kind).await?;
        shots::keep(&inbox.browser, "inbox-login-phone-bn").await?;
        inbox.log_in(RIMA).await
    })
    .await
}

#[tokio::test]
async fn it_works_on_a_phone() -> Result<()> {
    stage::play("inbox-phone", async |stage| {
        let panel = a_shopper_waits(stage, "পাঞ্জাবিটা কি L সাইজে আছে?").await?;
        let inbox = stage.seller("seller", Screen::Phone).await?;
        inbox.log_in(RIMA).await?;
        inbox.switch_language().await?;
        inbox.list_is("one who waits", |list| list.len() == 1 && list[0].waits).await?;
        fits(&inbox.browser).await?;
        audit::passes(&inbox.browser, "the list on a phone").await?;
        shots::keep(&inbox.browser, "inbox-phone-list-bn").await?;

        inbox.open_who_waits().await?;
        ensure!(!inbox.browser.find(".list").await?.is_displayed().await?, "one at a time");
        fits(&inbox.browser).await?;
        inbox.say("জি আছে, L আর XL দুটোই।").await?;
        panel.said("agent", "জি আছে, L আর XL দুটোই।").await?;
        audit::passes(&inbox.browser, "the talk on a phone").await?;
        shots::keep(&inbox.browser, "inbox-phone-talk-bn").await?;

        inbox.press(".talk-info").await?;
        wait::until_true("the shopper", async || {
            Ok(inbox.browser.find(".customer").await?.is_displayed().await?)
        })
        .await?;
        fits(&inbox.browser).await?;
        shots::keep(&inbox.browser, "inbox-phone-customer-bn").await?;
        inbox.press(".customer-back").await?;
        inbox.browser.go_back().await?;
        wait::until_true("the list", async || Ok(inbox.browser.find(".list").await?.is_displayed().await?))
            .await
    })
    .await
}

/// Nothing sticks out to the side.
async fn fits(browser: &alap_tests::browser::Browser) -> Result<()> {
    let widths: (u32, u32) =
        browser.run("return [document.documentElement.scrollWidth, innerWidth]", &[]).await?;
    ensure!(widths.0 <= 390 && widths.1 == 390, "{widths:?}");
    Ok(())
}

#[tokio::test]
async fn who_has_it_is_seen_by_everybody_at_once() -> Result<()> {
    stage::play("assignment", async |stage| {
        let panel = a_shopper_waits(stage, "কেউ আছেন?").await?;
        let (rima, tarek) =
            (stage.seller("rima", Screen::Desktop).await?, stage.seller("tarek", Screen::Desktop).await?);
        rima.log_in(RIMA).await?;
        tarek.log_in(TAREK).await?;
        rima.open_who_waits().await?;
        tarek.open_who_waits().await?;

        // Taken by one: the other sees it, and so does the shopper.
        rima.take().await?;
        rima.state_is("with Rima", |state| state == "With রিমা").await?;
        tarek.state_is("with Rima, for Tarek", |state| state == "With রিমা").await?;
        panel.shows("রিমা আপনার সাথে আছেন").await?;

        // Handed on.
        let choose = "const field = document.querySelector('.talk-assignee');
            field.value = [...field.options].find(it => it.text.startsWith(arguments[0])).value;
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        rima.browser.run::<()>(choose, &[TAREK.name.into()]).await?;
        tarek.state_is("with Tarek", |state| state == "With তারেক").await?;
        panel.shows("তারেক আপনার সাথে আছেন").await?;

        // Closed: it leaves the list of what goes on, and can still be read.
        tarek.close().await?;
        rima.state_is("closed", |state| state == "Closed").await?;
        panel.shows("এই আলাপ শেষ হয়েছে।").await?;
        rima.list_is("nothing that goes on", Vec::is_empty).await?;
        tarek.reopen().await?;
        rima.state_is("open again", |state| state == "With তারেক").await?;
        rima.list_is("it goes on", |list| list.len() == 1).await?;

        // Closed again; the shopper writes and is back in the list, waiting.
        rima.close().await?;
        panel.shows("এই আলাপ শেষ হয়েছে।").await?;
        panel.say("আরেকটা কথা ছিল").await?;
        panel.delivered("আরেকটা কথা ছিল").await?;
        tarek.list_is("back again", |list| matches!(list.as_slice(), [one] if one.waits)).await?;
        tarek.said("shopper", "আরেকটা কথা ছিল").await?;
        audit::passes(&tarek.browser, "the inbox").await
    })
    .await
}

#[tokio::test]
async fn what_the_page_says_of_the_shopper_comes_with_the_talk_and_nothing_it_says_can_hold_words_back()
-> Result<()> {
    stage::play("identify", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-018").await?;
        shop.call(&[json!("identify"), json!({ "name": "<b>রুমা</b>", "phone": "01712345678" })]).await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.ask_for_a_person().await?;
        panel.say("নাম তো জানেনই").await?;
        panel.delivered("নাম তো জানেনই").await?;

        // The next one comes from a page that no server would believe.
        let (odd, other) = stage.shopper(Screen::Phone).await?;
        odd.visit("/p/nk-018").await?;
        odd.call(&[json!("identify"), json!({ "name": "a\r\nBcc: everybody" })]).await?;
        odd.press_launcher().await?;
        other.ready().await?;
        other.ask_for_a_person().await?;
        other.say("তবু পৌঁছাবে").await?;
        other.delivered("তবু পৌঁছাবে").await?;

        let seller = stage.seller("seller", Screen::Desktop).await?;
        seller.log_in(RIMA).await?;
        seller.list_is("both wait", |list| list.len() == 2).await?;
        seller.open_first().await?;
        let facts = "return document.querySelector('.facts')?.innerText ?? ''";
        wait::until_like(
            "the shopper's name",
            async || seller.browser.run::<String>(facts, &[]).await,
            |facts| facts.contains("<b>রুমা</b>") && facts.contains("01712345678"),
        )
        .await
        .map(drop)
    })
    .await
}

#[tokio::test]
async fn whoever_logs_out_is_out() -> Result<()> {
    stage::play("logout", async |stage| {
        let _panel = a_shopper_waits(stage, "কেউ আছেন?").await?;
        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        inbox.open_who_waits().await?;
        inbox.browser.reload().await?;
        inbox.said("shopper", "কেউ আছেন?").await?;
        inbox.press(".head-button:last-child").await?;
        wait::until_true("the login form", async || inbox.browser.has("#login-password").await).await?;
        ensure!(!inbox.browser.has(".row").await?, "nothing of it stays on the screen");
        inbox.browser.reload().await?;
        wait::until_true("the login form", async || inbox.browser.has("#login-password").await).await?;
        let answer = "const done = arguments[0]; fetch('/api/v1/agent/me').then(it => done(it.status))";
        let status: u16 = inbox.browser.driver().execute_async(answer, Vec::new()).await?.convert()?;
        ensure!(status == 401, "{status}");
        Ok(())
    })
    .await
}

/// A shopper on a phone who has asked for a person.
async fn a_shopper_waits(stage: &mut Stage, words: &str) -> Result<PanelPage> {
    let (shop, panel) = stage.shopper(Screen::Phone).await?;
    shop.visit("/p/nk-018").await?;
    shop.press_launcher().await?;
    panel.ready().await?;
    panel.ask_for_a_person().await?;
    panel.say(words).await?;
    panel.delivered(words).await?;
    Ok(panel)
}
