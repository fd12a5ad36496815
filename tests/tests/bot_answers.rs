//! What stands below an answer: buttons, and whether it helped.

use std::fs;

use anyhow::{Result, ensure};

use alap_tests::{
    faq,
    server::RIMA,
    shop_folder::ShopFolder,
    stage::{self, Screen},
    wait,
};

const DRAPE: &str = "
## drape
bn? শাড়ির কুঁচি কীভাবে দেব?
bn: ছয়টি কুঁচি, তারপর আঁচল বাঁ কাঁধে।
en? How do I pleat the saree?
en: Six pleats, then the end over your left shoulder.
ask: shari kuchi kivabe dibo
video: media/drape.mp4 0:42
video: https://youtu.be/abc 1:05
form: /p/nk-002
contact: phone
";

fn with_buttons(folder: &ShopFolder) -> Result<()> {
    fs::write(folder.path().join("media/drape.mp4"), [0; 2_000])?;
    folder.edit("faq.md", |text| format!("{text}{DRAPE}"))
}

#[tokio::test]
async fn an_answer_of_the_bot_brings_its_buttons() -> Result<()> {
    stage::play_in("buttons", with_buttons, async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-001").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.say("শাড়ির কুঁচি কীভাবে দেব?").await?;
        panel.said("bot", "ছয়টি কুঁচি, তারপর আঁচল বাঁ কাঁধে।").await?;
        let said: Vec<_> = panel.actions().await?.into_iter().map(|(words, _)| words).collect();
        let words = ["দেখুন ০:৪২ থেকে", "দেখুন ১:০৫ থেকে", "ফর্ম পূরণ করুন", "ফোন"];
        ensure!(
            said.len() == 4 && said.iter().zip(words).all(|(said, words)| said.starts_with(words)),
            "{said:?}"
        );
        panel.in_both_lights("widget-buttons-bn").await?;
        panel.switch_language().await?;
        let english = panel.actions().await?;
        let expected = [
            ("See it at 0:42", None),
            ("See it at 1:05", Some("https://youtu.be/abc?t=65s")),
            ("Fill in the form", Some("/p/nk-002")),
            ("Phone", Some("tel:+8801700000000")),
        ];
        for ((words, href), (wanted, leads)) in english.iter().zip(expected) {
            ensure!(words.starts_with(wanted) && href.as_deref() == leads, "{english:?}");
        }
        panel.in_both_lights("widget-buttons-en").await?;

        // Nothing of a video is loaded before it is asked for.
        let loaded = async || {
            panel.enter().await?;
            let script =
                "return performance.getEntriesByType('resource').some(it => it.name.includes('drape.mp4'))";
            panel.browser.run::<bool>(script, &[]).await
        };
        ensure!(!loaded().await?, "the video was loaded before the tap");
        panel.press(".actions button").await?;
        wait::until_true("the video", loaded).await?;
        // The file is none that plays: the panel says so, and goes on.
        panel.shows("could not be played").await?;
        panel.press(".panel-back").await?;

        panel.press(".actions a[href='/p/nk-002']").await?;
        let there = "return location.pathname === '/p/nk-002'";
        wait::until_true("the form's page", async || {
            shop.browser.top().await?;
            shop.browser.run(there, &[]).await
        })
        .await
    })
    .await
}

#[tokio::test]
async fn an_answer_of_the_bot_can_bring_a_person() -> Result<()> {
    stage::play("buttons-person", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-001").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.say("ভুল পণ্য এসেছে").await?;
        panel.said("bot", &faq::answer("wrong-item", "bn")?).await?;
        // The first is the form for a problem.
        panel.press(".actions button:nth-of-type(2)").await?;
        panel.confirm().await?;
        panel.delivered("ভুল পণ্য এসেছে").await?;
        // Somebody is asked already.
        let second = ".actions button:nth-of-type(2)";
        wait::until_true("no second way to a person", async || Ok(!panel.has(second).await?)).await?;
        ensure!(panel.has(".actions a[href^='https://wa.me/']").await?, "the other ways stay");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn whether_the_bot_helped_stays_on_the_device_until_a_person_is_asked_for() -> Result<()> {
    stage::play("helped", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-001").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let question = "ডেলিভারি চার্জ কত?";
        panel.say(question).await?;
        panel.said("bot", &faq::answer("delivery", "bn")?).await?;
        ensure!(panel.helped().await?.is_none());
        panel.in_both_lights("widget-helped-bn").await?;
        panel.tell_helped(true).await?;
        ensure!(panel.notes().await?.is_empty(), "the pressed button says it");

        shop.browser.reload().await?;
        shop.launcher_shown().await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        wait::until_true("the talk", async || {
            if panel.has(".home .button").await? {
                panel.press(".home .button").await?;
            }
            panel.has(".helped").await
        })
        .await?;
        ensure!(panel.helped().await? == Some(true), "a reload keeps it");

        // It can be changed while it is the last word; then something else is offered.
        panel.tell_helped(false).await?;
        wait::until_true("other questions", async || panel.has(".chips .chip").await).await?;
        panel.in_both_lights("widget-not-helped-bn").await?;
        panel.switch_language().await?;
        panel.in_both_lights("widget-not-helped-en").await?;
        panel.switch_language().await?;
        let metrics = stage.support.get("/metrics").await?;
        ensure!(!metrics.contains("conversations"), "a word on an answer left the device");

        panel.ask_for_a_person().await?;
        panel.delivered(question).await?;
        let notes =
            wait::until_like("a note", async || panel.notes().await, |notes| !notes.is_empty()).await?;
        ensure!(notes == ["উত্তরটি কাজে লাগেনি"], "{notes:?}");
        ensure!(!panel.has(".helped").await?, "from here on people talk");

        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        inbox.open_who_waits().await?;
        let told = "return [...document.querySelectorAll('.thread-event')].map(it => it.textContent)";
        let notes = async || inbox.browser.run::<Vec<String>>(told, &[]).await;
        let words = ["The answer did not help", "উত্তরটি কাজে লাগেনি"];
        let is_there = |notes: &Vec<String>| notes.iter().any(|note| words.contains(&note.as_str()));
        let notes = wait::until_like("the note in the inbox", notes, is_there).await?;
        ensure!(notes.len() == 1, "the last word counts, once: {notes:?}");
        Ok(())
    })
    .await
}
