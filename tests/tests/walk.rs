//! The whole way: from a product page to an answer by a person, and nothing is lost between.

use anyhow::{Result, ensure};

use alap_tests::{
    audit, faq,
    inbox_page::InboxPage,
    panel_page::PanelPage,
    server::RIMA,
    shop_page::ShopPage,
    shots,
    stage::{self, Screen},
    wait,
};

const IN_BANGLA: &str = "ডেলিভারি চার্জ কত?";
const IN_BANGLISH: &str = "cash on delivery hobe?";
const IN_ENGLISH: &str = "Do you have a size chart?";

#[tokio::test]
async fn a_shopper_asks_and_a_seller_answers() -> Result<()> {
    stage::play("walk", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.note_violations().await?;

        // Before any intent: one file, no frame.
        shop.visit("/p/nk-001").await?;
        let embed = format!("{}/embed.js", stage.support.origin());
        ensure!(shop.fetched_from(&stage.support.origin()).await? == [embed]);
        ensure!(shop.frames().await? == 0, "the frame is there before anybody asked for it");
        let metrics = stage.support.get("/metrics").await?;
        ensure!(!metrics.contains("route=\"/widget") && !metrics.contains("pack\""), "{metrics}");

        // Opened by a tap.
        shop.press_launcher().await?;
        shop.open_is(true).await?;
        panel.ready().await?;
        picture_in_both_languages(&panel, "widget-home").await?;

        // The bot answers each question by its entry, in the language of the question.
        let answers = [(IN_BANGLA, "delivery", "bn"), (IN_BANGLISH, "cod", "bn"), (IN_ENGLISH, "size", "en")];
        let mut so_far = Vec::new();
        for (question, entry, language) in answers {
            let answer = faq::answer(entry, language)?;
            panel.say(question).await?;
            panel.said("shopper", question).await?;
            panel.said("bot", &answer).await?;
            so_far.extend([question.to_owned(), answer]);
        }
        ensure!(panel.words().await? == so_far);
        picture_in_both_languages(&panel, "widget-chat").await?;
        let metrics = stage.support.get("/metrics").await?;
        ensure!(
            !metrics.contains("conversations"),
            "something left the device before a person was asked for"
        );

        // To a person: told first, then sent.
        panel.press(".panel-person .button").await?;
        wait::until_true("the offer", async || panel.has(".offer .button").await).await?;
        picture_in_both_languages(&panel, "widget-handoff").await?;
        panel.confirm().await?;
        panel.delivered(IN_ENGLISH).await?;

        // The seller sees who waits, with everything that was said.
        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        inbox
            .list_is(
                "one who waits, by the name of the product",
                |list| matches!(list.as_slice(), [one] if one.waits && one.title.contains("jamdani")),
            )
            .await?;
        inbox_picture_in_both_languages(&inbox, "inbox-list").await?;
        inbox.open_who_waits().await?;
        for words in &so_far {
            wait::until_like(
                "the whole talk",
                async || inbox.lines().await,
                |lines| lines.iter().filter(|line| line.words == *words).count() == 1,
            )
            .await?;
        }
        ensure!(inbox.lines().await?.iter().map(|line| &line.words).eq(&so_far), "in its order");
        ensure!(inbox.lines().await?.iter().filter(|line| line.by == "bot").count() == 3);

        // Typing is shown both ways, and answers come live.
        panel.write("জি, ").await?;
        wait::until_true("the shopper is typing", async || inbox.sees_typing().await).await?;
        inbox.write("আসসালামু আলাইকুম।").await?;
        wait::until_true("the seller is typing", async || panel.has(".thread-typing").await).await?;
        inbox.say(" কীভাবে সাহায্য করি?").await?;
        let hello = "আসসালামু আলাইকুম। কীভাবে সাহায্য করি?";
        let line = panel.said("agent", hello).await?;
        ensure!(!line.mine);
        panel.say("নীল শাড়িটা কি আছে?").await?;
        let asked = "জি, নীল শাড়িটা কি আছে?";
        inbox.said("shopper", asked).await?;
        so_far.extend([hello.to_owned(), asked.to_owned()]);
        picture_in_both_languages(&panel, "widget-person").await?;
        inbox_picture_in_both_languages(&inbox, "inbox-talk").await?;

        // Closed panel: the answer counts on the launcher.
        panel.delivered(asked).await?;
        panel.close().await?;
        shop.open_is(false).await?;
        inbox.say("জি আছে, আজই পাঠাতে পারি।").await?;
        let yes = "জি আছে, আজই পাঠাতে পারি।";
        so_far.push(yes.to_owned());
        badge_is(&shop, "১").await?;
        shots::keep(&shop.browser, "launcher-unread").await?;
        audit::passes(&shop.browser, "the shop's page with the launcher").await?;

        // After a reload the launcher still says so, and everything is there once, in its order.
        shop.browser.reload().await?;
        shop.launcher_shown().await?;
        badge_is(&shop, "১").await?;
        shop.press_launcher().await?;
        talk_is(&panel, &so_far).await?;
        wait::until_like("no badge", async || shop.badge().await, Option::is_none).await?;

        // A restart of the server loses nothing, and the talk goes on by itself.
        stage.support.stop()?;
        stage.support.start_again()?;
        let again = "দারুণ, একটা নেব।";
        panel.say(again).await?;
        panel.delivered(again).await?;
        inbox.said("shopper", again).await?;
        inbox.say("ধন্যবাদ!").await?;
        panel.said("agent", "ধন্যবাদ!").await?;
        so_far.extend([again.to_owned(), "ধন্যবাদ!".to_owned()]);
        talk_is(&panel, &so_far).await?;
        shop.browser.reload().await?;
        shop.launcher_shown().await?;
        shop.press_launcher().await?;
        talk_is(&panel, &so_far).await?;
        inbox.browser.reload().await?;
        wait::until_like(
            "the whole talk in the inbox",
            async || inbox.lines().await,
            |lines| lines.iter().map(|line| &line.words).eq(&so_far),
        )
        .await?;

        // All of this within the strictest content policy that a shop can have.
        ensure!(shop.violations().await?.is_empty(), "{:?}", shop.violations().await?);
        Ok(())
    })
    .await
}

async fn talk_is(panel: &PanelPage, words: &[String]) -> Result<()> {
    wait::until_like("the whole talk, once, in its order", async || panel.words().await, |seen| seen == words)
        .await
        .map(|_| ())
}

async fn badge_is(shop: &ShopPage, number: &str) -> Result<()> {
    let what = format!("{number} on the launcher");
    wait::until_like(&what, async || shop.badge().await, |badge| badge.as_deref() == Some(number))
        .await
        .map(|_| ())
}

/// Pictures and audits what the panel shows, in Bangla and in English.
async fn picture_in_both_languages(panel: &PanelPage, view: &str) -> Result<()> {
    for language in ["bn", "en"] {
        ensure!(panel.language().await? == language);
        let name = format!("{view}-{language}");
        audit::passes(&panel.browser, &name).await?;
        shots::keep(&panel.browser, &name).await?;
        panel.switch_language().await?;
    }
    Ok(())
}

async fn inbox_picture_in_both_languages(inbox: &InboxPage, view: &str) -> Result<()> {
    for language in ["en", "bn"] {
        let name = format!("{view}-{language}");
        audit::passes(&inbox.browser, &name).await?;
        shots::keep(&inbox.browser, &name).await?;
        inbox.switch_language().await?;
    }
    Ok(())
}
