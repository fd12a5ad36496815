//! Questions of the shop above the field, while the shopper types.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use alap_tests::{
    faq,
    panel_page::PanelPage,
    shots,
    stage::{self, Screen},
    talk, wait,
};

#[tokio::test]
async fn a_few_letters_to_the_bot_offer_questions_and_one_tap_asks() -> Result<()> {
    stage::play("suggestions", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-030").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.say("আসসালামু আলাইকুম").await?;
        panel.said("bot", "ওয়ালাইকুম আস্‌সালাম। কীভাবে সাহায্য করতে পারি?").await?;
        let place = field(&panel).await?;

        panel.write("ডেলিভা").await?;
        offered(&panel).await?;
        ensure!(field(&panel).await? == place, "the field has moved");
        ensure!(panel.has(".hints [role=group][aria-label]").await?, "the group has a name");
        let told = "return document.querySelector('.hints [role=status]').textContent";
        ensure!(panel.browser.run::<String>(told, &[]).await?.contains('৩'), "how many is told");
        panel.in_both_lights("widget-suggestions-bn").await?;

        // In the language that is written, whatever the page speaks.
        rewrite(&panel, "how much is deliv").await?;
        let english = faq::question("delivery", "en")?;
        let hit = async || panel.suggestions().await;
        wait::until_like("the English question", hit, |found| found.contains(&english)).await?;
        panel.in_both_lights("widget-suggestions-en").await?;

        // What leads nowhere offers nothing, nor does a single letter.
        for words in ["xyzzy plugh", "d"] {
            rewrite(&panel, words).await?;
            wait::until_like("no question", async || panel.suggestions().await, Vec::is_empty).await?;
        }

        rewrite(&panel, "cash on del").await?;
        let question = faq::question("cod", "en")?;
        let found = offered(&panel).await?;
        ensure!(
            found.first() == Some(&faq::question("cod", "bn")?) || found.first() == Some(&question),
            "{found:?}"
        );
        let asked = found.first().cloned().unwrap_or_default();
        panel.press(".hints .chip").await?;
        panel.said("shopper", &asked).await?;
        let language = if asked == question { "en" } else { "bn" };
        panel.said("bot", &faq::answer("cod", language)?).await?;
        ensure!(panel.draft().await?.is_empty(), "what was typed is gone");
        ensure!(panel.suggestions().await?.is_empty());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_keyboard_reaches_what_the_bot_suggests_and_comes_back() -> Result<()> {
    stage::play("suggestions-keyboard", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        shop.visit("/p/nk-030?lang=en").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.write("delivery").await?;
        offered(&panel).await?;
        shots::keep(&panel.browser, "widget-suggestions-desk").await?;
        let focused = "return document.activeElement.closest(arguments[0]) !== null";
        let on = async |selector: &str| panel.browser.run::<bool>(focused, &[json!(selector)]).await;
        for _ in 0..3 {
            if on(".hints").await? {
                break;
            }
            let back = panel.browser.driver().action_chain().key_down(Key::Shift).send_keys(Key::Tab + "");
            back.key_up(Key::Shift).perform().await?;
        }
        ensure!(on(".hints").await?, "the keyboard does not reach the questions");
        let chosen: String = panel.browser.run("return document.activeElement.textContent", &[]).await?;
        panel.browser.driver().action_chain().send_keys(Key::Enter + "").perform().await?;
        panel.said("shopper", &chosen).await?;
        ensure!(on(".composer-field").await?, "the field has the focus again");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_bot_suggests_nothing_to_whoever_talks_with_a_person() -> Result<()> {
    stage::play("suggestions-person", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-030").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.ask_for_a_person().await?;
        panel.write("delivery charge").await?;
        // The draft is kept a moment after the last key: later than questions would have come.
        let kept = "return localStorage.getItem('alap:nokshi:draft') === 'delivery charge'";
        wait::until_true("a kept draft", async || {
            panel.enter().await?;
            panel.browser.run(kept, &[]).await
        })
        .await?;
        ensure!(panel.suggestions().await?.is_empty());
        Ok(())
    })
    .await
}

/// Waits until questions are offered: at most three.
async fn offered(panel: &PanelPage) -> Result<Vec<String>> {
    wait::until_like(
        "questions above the field",
        async || panel.suggestions().await,
        |found| (1..=3).contains(&found.len()),
    )
    .await
}

/// Where the field lies.
async fn field(panel: &PanelPage) -> Result<(f64, f64)> {
    panel.enter().await?;
    let script = "const box = document.querySelector('.composer-field').getBoundingClientRect();
        return [box.top, box.height]";
    panel.browser.run(script, &[]).await
}

async fn rewrite(panel: &PanelPage, words: &str) -> Result<()> {
    panel.enter().await?;
    talk::paste(&panel.browser, "").await?;
    talk::write(&panel.browser, words).await
}
