//! Whatever is written is shown as it was written, and nothing of it runs.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use alap_tests::{
    browser::Browser,
    panel_page::PanelPage,
    server::RIMA,
    stage::{self, Screen},
    talk, wait,
};

/// Leaves a mark if any of it is taken for markup.
const MARKUP: &str = "<img src=x onerror=\"window.ran=1\"><script>window.ran=1</script><b>দাম</b> &amp; কত?";
/// Of the two addresses only one is one.
const ADDRESSES: &str =
    "javascript:window.ran=1 https://nokshi.example/a?b=c data:text/html,<script>window.ran=1</script>";
/// Reads as `…gpj.exe` would, were the mark not told of.
const TURNED: &str = "ছবি\u{202e}gpj.exe";
const LIMIT: usize = 4_000;

#[tokio::test]
async fn markup_from_either_side_is_shown_as_its_characters() -> Result<()> {
    stage::play("hostile", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        shop.visit("/p/nk-002").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.ask_for_a_person().await?;
        for words in [MARKUP, ADDRESSES, TURNED] {
            panel.say(words).await?;
            panel.said("shopper", words).await?;
        }
        panel.delivered(TURNED).await?;

        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        inbox.open_who_waits().await?;
        for words in [MARKUP, ADDRESSES, TURNED] {
            check(&inbox.said("shopper", words).await?);
            inbox.say(words).await?;
            check(&panel.said("agent", words).await?);
        }
        for line in panel.lines().await? {
            check(&line);
        }
        nothing_ran(&inbox.browser).await?;
        panel.enter().await?;
        nothing_ran(&panel.browser).await?;
        shop.browser.top().await?;
        nothing_ran(&shop.browser).await
    })
    .await
}

/// Only a web address is a link, and a turned direction is told of.
fn check(line: &talk::Line) {
    let links: &[&str] = if line.words == ADDRESSES { &["https://nokshi.example/a?b=c"] } else { &[] };
    assert_eq!(line.links, links, "{line:?}");
    assert_eq!(line.warned, line.words == TURNED, "{line:?}");
}

/// No mark was left, and no element came of the words.
async fn nothing_ran(browser: &Browser) -> Result<()> {
    let script = "return [window.ran ?? null, document.querySelectorAll('img[src=x], .words b, .words script').length]";
    let left: (Option<i32>, usize) = browser.run(script, &[]).await?;
    ensure!(left == (None, 0), "something ran: {left:?}");
    Ok(())
}

#[tokio::test]
async fn markup_in_a_products_name_is_a_name() -> Result<()> {
    let change = |folder: &alap_tests::shop_folder::ShopFolder| {
        folder.edit("catalogue.csv", |text| {
            text.replace("নীল সুতি জামদানি শাড়ি, সাদা বুটি", "<img src=x onerror=window.ran=1>শাড়ি").replace(
                "Indigo cotton jamdani saree with white buti",
                "</script><script>window.ran=1</script>Saree",
            )
        })
    };
    stage::play_in("hostile-product", change, async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        shop.visit("/p/nk-001").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        wait::until_true("the product", async || panel.has(".home [data-product=NK-001]").await).await?;
        nothing_ran(&panel.browser).await?;
        panel.switch_language().await?;
        nothing_ran(&panel.browser).await?;
        panel.ask_for_a_person().await?;
        panel.say("এটা নেব").await?;
        panel.delivered("এটা নেব").await?;
        shop.browser.top().await?;
        nothing_ran(&shop.browser).await?;

        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        inbox.open_who_waits().await?;
        wait::until_true("the product", async || inbox.browser.has(".customer [data-product=NK-001]").await)
            .await?;
        nothing_ran(&inbox.browser).await
    })
    .await
}

#[tokio::test]
async fn a_text_that_is_too_long_stays_in_the_field() -> Result<()> {
    stage::play("too-long", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.ask_for_a_person().await?;

        let too_long = "ক".repeat(LIMIT + 1);
        panel.enter().await?;
        talk::paste(&panel.browser, &too_long).await?;
        talk::press_send(&panel.browser).await?;
        ensure!(talk::note(&panel.browser).await?.contains("১ অক্ষর বেশি"));
        ensure!(panel.draft().await? == too_long, "the draft is kept");
        ensure!(panel.lines().await?.is_empty(), "nothing was sent");

        let longest = "ক".repeat(LIMIT);
        talk::paste(&panel.browser, &longest).await?;
        talk::press_send(&panel.browser).await?;
        panel.delivered(&longest).await?;
        ensure!(panel.draft().await?.is_empty());

        // White space alone is nothing to say.
        for nothing in ["   ", "\n\n", "\u{200b}\u{200d}"] {
            talk::paste(&panel.browser, nothing).await?;
            talk::press_send(&panel.browser).await?;
            ensure!(panel.lines().await?.len() == 1, "{nothing:?} was sent");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn enter_in_the_middle_of_a_composition_does_not_send() -> Result<()> {
    stage::play("composition", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        shop.visit("/").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.press(".composer-field").await?;

        // An input method at work: what is composed stands in the field, underlined.
        let composing = json!({ "text": "ami", "selectionStart": 3, "selectionEnd": 3 });
        panel.browser.driver().cdp().send_raw("Input.imeSetComposition", composing).await?;
        wait::until_like("what is composed", async || panel.draft().await, |draft| draft == "ami").await?;
        press_enter(&panel, json!({ "isComposing": true })).await?;
        ensure!(panel.draft().await? == "ami");

        // Browsers that end the composition before they tell of the key still give its old number.
        panel.browser.driver().cdp().send_raw("Input.insertText", json!({ "text": "আমি" })).await?;
        wait::until_like("what was chosen", async || panel.draft().await, |draft| draft == "আমি").await?;
        press_enter(&panel, json!({ "keyCode": 229 })).await?;
        ensure!(panel.draft().await? == "আমি");
        ensure!(panel.lines().await?.is_empty(), "it was sent in the middle of writing");

        // Afterwards Enter with Shift is a new line, and Enter sends.
        talk::write(&panel.browser, Key::Shift + Key::Enter).await?;
        talk::write(&panel.browser, "এখানে").await?;
        ensure!(panel.draft().await? == "আমি\nএখানে");
        talk::write(&panel.browser, Key::Enter).await?;
        panel.said("shopper", "আমি\nএখানে").await?;
        ensure!(panel.draft().await?.is_empty());
        Ok(())
    })
    .await
}

async fn press_enter(panel: &PanelPage, with: serde_json::Value) -> Result<()> {
    panel.enter().await?;
    let script = "const options = { key: 'Enter', bubbles: true, cancelable: true, ...arguments[0] };
        document.querySelector('.composer-field').dispatchEvent(new KeyboardEvent('keydown', options))";
    panel.browser.run(script, &[with]).await
}

/// Any script of the shop's page can write into the journal there.
const TAMPERED: [&str; 6] = [
    "'{'",
    "'null'",
    "JSON.stringify([null, 7, 'x'])",
    "JSON.stringify([{ kind: 'view', product: '<img src=x onerror=window.ran=1>', at: Date.now() }])",
    "JSON.stringify([{ kind: 'hack', product: { a: 1 }, at: Date.now() }, { kind: 'view', product: 'NK-002', at: -1e300, dwell: -5 },
        { kind: 'view', product: 'NK-003', at: Date.now(), dwell: 1e9, near: ':::: %zz:3 NK-004:99 ' + 'x'.repeat(1e5) }])",
    "JSON.stringify(Array.from({ length: 2e4 }, (_, i) => ({ kind: 'view', product: 'P-' + i, at: Date.now() - i })))",
];

#[tokio::test]
async fn a_journal_that_somebody_tampered_with_does_no_harm() -> Result<()> {
    stage::play("tampered", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        for text in TAMPERED {
            shop.visit_only("/made-to-measure").await?;
            let seed = format!("localStorage.clear(); localStorage.setItem('alap:nokshi:journal', {text})");
            shop.browser.run::<()>(&seed, &[]).await?;
            shop.visit("/p/nk-001").await?;
            shop.press_launcher().await?;
            panel.ready().await?;
            wait::until_true("the product", async || panel.has(".home [data-product=NK-001]").await).await?;
            wait::until_true("an empty journal", async || Ok(shop.journal().await?.is_empty())).await?;
            panel.enter().await?;
            nothing_ran(&panel.browser).await?;
            shop.browser.top().await?;
            nothing_ran(&shop.browser).await?;
            ensure!(shop.cart_works().await?);
        }
        Ok(())
    })
    .await
}
