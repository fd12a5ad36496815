//! Products that may fit: what is shown, where, and why.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use alap_tests::{
    audit,
    browsing::{KANTHAS, browse, newest_first, open, shopper},
    faq,
    panel_page::PanelPage,
    shelf::{self, Row},
    shots,
    stage::{self, Screen},
    wait,
};

/// What the demo shop does not have now.
const OUT_OF_STOCK: [&str; 2] = ["NK-011", "NK-033"];

#[tokio::test]
async fn what_was_looked_at_brings_what_fits_and_says_why() -> Result<()> {
    stage::play("row-fits", async |stage| {
        let (_, panel) = shopper(stage, Screen::Phone).await?;
        let fits = panel.row("for-you").await?;
        ensure!(fits.heading == "আপনার জন্য", "{fits:?}");
        ensure!(fits.skus().contains(&"NK-016"), "the other nakshi kantha is not there: {fits:?}");
        for product in &fits.products {
            ensure!(!product.why.is_empty(), "no reason: {product:?}");
            ensure!(!OUT_OF_STOCK.contains(&product.sku.as_str()), "{product:?}");
            ensure!(product.price.contains('৳'), "{product:?}");
        }
        let because = |row: &Row| row.products.iter().any(|it| it.why.contains("কারণ আপনি"));
        ensure!(because(&fits), "nothing is told from what was looked at: {fits:?}");
        let last = panel.row("last-viewed").await?;
        ensure!(last.skus() == newest_first(), "{last:?}");

        let rows = panel.rows().await?;
        let mut all: Vec<&str> = rows.iter().flat_map(Row::skus).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        ensure!(all.len() == count, "a product stands in two rows: {rows:?}");

        // Nothing of it went to the server: the shop's data are all that was asked for.
        let asked = "return performance.getEntriesByType('resource').map(it => new URL(it.name))
            .filter(it => it.pathname.startsWith('/api/')).map(it => it.pathname + it.search)";
        let asked: Vec<String> = panel.browser.run(asked, &[]).await?;
        let is_data = |it: &String| {
            it == "/api/v1/shops/nokshi/pack" || it.starts_with("/api/v1/shops/nokshi/model?v=")
        };
        ensure!(!asked.is_empty() && asked.iter().all(is_data), "{asked:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_bought_is_suggested_no_more() -> Result<()> {
    stage::play("row-bought", async |stage| {
        let (shop, panel) = shopper(stage, Screen::Phone).await?;
        let fits = panel.row("for-you").await?;
        let first = fits.skus()[0].to_owned();
        shop.call(&[json!("purchase"), json!([first, "NK-017"])]).await?;
        let gone = |rows: &[Row]| {
            !rows.is_empty()
                && rows.iter().all(|row| !row.skus().iter().any(|sku| *sku == first || *sku == "NK-017"))
        };
        panel.rows_like("no row with what was bought", gone).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_product_leads_to_its_page_and_can_be_asked_about() -> Result<()> {
    stage::play("row-taps", async |stage| {
        let (shop, panel) = shopper(stage, Screen::Phone).await?;
        let first = panel.row("for-you").await?.products[0].clone();
        let card = format!(".shelf [data-pick={}]", first.sku);
        panel.press(&format!("{card} .pick-ask")).await?;
        panel.said("bot", &format!("{} নিয়ে কী জানতে চান?", first.title)).await?;
        panel.press(".panel-back").await?;
        panel.press(&format!("{card} .pick-link")).await?;
        let address = async || Ok(shop.browser.driver().current_url().await?.path().to_owned());
        let page = format!("/p/{}", first.sku.to_lowercase());
        wait::until_like("the product's page", address, |path| *path == page).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn whoever_turns_suggestions_off_gets_none_until_they_are_on_again() -> Result<()> {
    stage::play("rows-off", async |stage| {
        let (shop, panel) = shopper(stage, Screen::Phone).await?;
        panel.row("for-you").await?;
        panel.open_privacy().await?;
        panel.press(".privacy div > .button").await?;
        panel.shows("পরামর্শ বন্ধ আছে").await?;
        panel.press(".panel-back").await?;
        panel.rows_like("no row", <[Row]>::is_empty).await?;

        browse(&shop, &["NK-001"]).await?;
        open(&shop, &panel).await?;
        wait::until_true("the home view", async || panel.has(".shelves-privacy").await).await?;
        ensure!(panel.rows().await?.is_empty());
        panel.open_privacy().await?;
        panel.keeps(&newest_first()).await?;
        panel.press(".privacy div > .button").await?;
        panel.shows_no_more("পরামর্শ বন্ধ আছে").await?;
        panel.press(".panel-back").await?;
        panel.row("for-you").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_few_products_stand_below_an_answer_seldom_and_never_where_a_person_is_offered() -> Result<()> {
    stage::play("below-answer", async |stage| {
        let (_, panel) = shopper(stage, Screen::Phone).await?;
        panel.row("for-you").await?;
        ask(&panel, "delivery").await?;
        let below = panel.rows_like("products below the answer", |rows| rows.len() == 1).await?;
        ensure!((1..=3).contains(&below[0].products.len()), "{below:?}");
        ensure!(below[0].products.iter().all(|product| !product.why.is_empty()), "{below:?}");
        panel.in_both_lights("widget-below-answer-bn").await?;

        ask(&panel, "cod").await?;
        panel.rows_like("none below the second answer", <[Row]>::is_empty).await?;
        panel.say("ফ্রান্সের রাজধানী কোথায়?").await?;
        wait::until_true("the offer of a person", async || panel.has(".offer").await).await?;
        ensure!(panel.rows().await?.is_empty());
        ask(&panel, "return").await?;
        ask(&panel, "delivery").await?;
        panel.rows_like("products again, three answers later", |rows| rows.len() == 1).await?;
        panel.press(".shelf-head button").await?;
        panel.rows_like("none after they were taken away", <[Row]>::is_empty).await.map(|_| ())
    })
    .await
}

async fn ask(panel: &PanelPage, entry: &str) -> Result<()> {
    let before = panel.lines().await?.len();
    panel.say(&faq::question(entry, "bn")?).await?;
    let answer = faq::answer(entry, "bn")?;
    let answered = |lines: &Vec<alap_tests::talk::Line>| {
        lines.len() > before && lines.last().is_some_and(|line| line.words == answer)
    };
    wait::until_like(&format!("the answer {entry}"), async || panel.lines().await, answered).await.map(|_| ())
}

#[tokio::test]
async fn a_row_in_the_shops_page_is_nothing_but_the_row() -> Result<()> {
    stage::play("row-frame", async |stage| {
        let browser = stage.browser("shopper", Screen::Phone).await?;
        browser
            .goto(&format!("{}/widget/?v=1&shop=nokshi&locale=en&row=new", stage.support.origin()))
            .await?;
        let rows =
            wait::until_like("the row", async || shelf::rows(&browser).await, |rows| rows.len() == 1).await?;
        ensure!(rows[0].name == "new" && rows[0].heading == "New", "{rows:?}");
        ensure!(!browser.has(".panel-head, .composer, .home").await?, "there is more than the row");
        let fetched = "return performance.getEntriesByType('resource').map(it => new URL(it.name).pathname)";
        let fetched: Vec<String> = browser.run(fetched, &[]).await?;
        ensure!(
            !fetched.iter().any(|path| path.contains("/talk-") || path.contains("/conversations")),
            "{fetched:?}"
        );
        shots::keep(&browser, "widget-row-frame").await?;
        audit::passes(&browser, "a row in the page").await
    })
    .await
}

#[tokio::test]
async fn nothing_moves_when_the_rows_come() -> Result<()> {
    stage::play("rows-still", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let watch = "window.moved = 0;
            new PerformanceObserver(list => list.getEntries().forEach(it => window.moved += it.value))
                .observe({ type: 'layout-shift', buffered: true })";
        shop.browser.before_every_page(watch).await?;
        browse(&shop, &KANTHAS).await?;
        open(&shop, &panel).await?;
        panel.row("for-you").await?;
        let moved: f64 = panel.browser.run("return window.moved", &[]).await?;
        ensure!(moved < 0.01, "the panel has moved: {moved}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_keyboard_reaches_every_product_of_a_row() -> Result<()> {
    stage::play("rows-keyboard", async |stage| {
        let (shop, panel) = shopper(stage, Screen::Desktop).await?;
        let row = panel.row("for-you").await?;
        let begin = "document.querySelector('.shelf .pick-link').focus(); return null";
        panel.browser.run::<Option<()>>(begin, &[]).await?;
        let at = "const on = document.activeElement, box = on.getBoundingClientRect();
            return [on.closest('.pick')?.dataset.pick ?? '', box.left >= 0 && box.right <= innerWidth + 1]";
        for product in &row.products {
            // Its page, then the question about it; each scrolled into sight.
            for _ in 0..2 {
                let there = async || panel.browser.run::<(String, bool)>(at, &[]).await;
                let what = format!("the focus on {}, in sight", product.sku);
                wait::until_like(&what, there, |(sku, seen)| *sku == product.sku && *seen).await?;
                panel.browser.driver().action_chain().send_keys(Key::Tab + "").perform().await?;
            }
        }
        panel.browser.run::<Option<()>>(begin, &[]).await?;
        panel.browser.driver().action_chain().send_keys(Key::Enter + "").perform().await?;
        let address = async || Ok(shop.browser.driver().current_url().await?.path().to_owned());
        let page = format!("/p/{}", row.products[0].sku.to_lowercase());
        wait::until_like("the product's page", address, |path| *path == page).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn the_rows_can_be_read_by_everybody() -> Result<()> {
    stage::play("rows-look", async |stage| {
        for (screen, place) in [(Screen::Phone, "phone"), (Screen::Desktop, "desk")] {
            let (_, panel) = shopper(stage, screen).await?;
            panel.row("for-you").await?;
            for language in ["bn", "en"] {
                if panel.language().await? != language {
                    panel.switch_language().await?;
                }
                let rows = "document.querySelector('.shelf').scrollIntoView(); return null";
                panel.browser.run::<Option<()>>(rows, &[]).await?;
                panel.in_both_lights(&format!("widget-rows-{place}-{language}")).await?;
                panel.open_privacy().await?;
                panel.keeps(&newest_first()).await?;
                panel.in_both_lights(&format!("widget-privacy-{place}-{language}")).await?;
                panel.press(".panel-back").await?;
                panel.row("for-you").await?;
            }
        }
        Ok(())
    })
    .await
}
