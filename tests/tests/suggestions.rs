//! Products that may fit: what is shown and why, and whose the history is.

use std::{fs, process::Command};

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use alap_tests::{
    audit, faq,
    panel_page::PanelPage,
    places,
    shelf::{self, Row},
    shop_folder::ShopFolder,
    shop_page::ShopPage,
    shots,
    stage::{self, Screen, Stage},
    wait,
};

/// Five products that have much in common, the last one looked at last. Of the same kind: NK-016.
const KANTHAS: [&str; 5] = ["NK-012", "NK-013", "NK-014", "NK-015", "NK-017"];
/// What the demo shop does not have now.
const OUT_OF_STOCK: [&str; 2] = ["NK-011", "NK-033"];

/// Looks at products, one page after the other.
async fn browse(shop: &ShopPage, skus: &[&str]) -> Result<()> {
    for sku in skus {
        shop.visit(&format!("/p/{}", sku.to_lowercase())).await?;
        let noted = async || Ok(shop.journal().await?.iter().any(|line| line.product == *sku));
        wait::until_true(&format!("a view of {sku}, noted"), noted).await?;
    }
    Ok(())
}

/// Opens the panel on a page that shows no product of its own.
async fn open(shop: &ShopPage, panel: &PanelPage) -> Result<()> {
    shop.visit("/").await?;
    shop.press_launcher().await?;
    panel.ready().await
}

/// A shopper who has looked at [`KANTHAS`].
async fn shopper(stage: &mut Stage, screen: Screen) -> Result<(ShopPage, PanelPage)> {
    let (shop, panel) = stage.shopper(screen).await?;
    browse(&shop, &KANTHAS).await?;
    open(&shop, &panel).await?;
    Ok((shop, panel))
}

fn newest_first() -> Vec<&'static str> {
    KANTHAS.into_iter().rev().collect()
}

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

        // Nothing of it went to the server.
        ensure!(!stage.support.last_words().contains("NK-012"));
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

/// Whoever looked at the baby's kantha looked at the gamcha too: nothing but a model tells that the two go together.
fn teach(folder: &ShopFolder) -> Result<()> {
    let sessions = (0..20).flat_map(|session| {
        ["NK-015", "NK-026"].map(|sku| format!("s{session},{sku},{},view\n", 1_795_000_000 + session * 3_600))
    });
    let log = folder.path().join("sessions.csv");
    fs::write(&log, format!("session,sku,time,type\n{}", sessions.collect::<String>()))?;
    let built = Command::new(places::alap()?)
        .args(["model", "build", "--events"])
        .arg(&log)
        .arg("--shop")
        .arg(folder.path())
        .output()?;
    ensure!(built.status.success(), "alap model build: {}", String::from_utf8_lossy(&built.stderr));
    Ok(())
}

#[tokio::test]
async fn what_others_looked_at_together_is_suggested_with_that_reason() -> Result<()> {
    stage::play_in("model", teach, async |stage| {
        let (_, panel) = shopper(stage, Screen::Phone).await?;
        let fits = panel.row("for-you").await?;
        let gamcha = fits.products.iter().find(|product| product.sku == "NK-026");
        ensure!(gamcha.is_some_and(|it| it.why == "অনেকে শিশুর নকশি কাঁথা-এর সাথে দেখেন"), "{fits:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_model_damaged_on_its_way_takes_nothing_with_it() -> Result<()> {
    stage::play_in("model-damaged", teach, async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let damage = "const whole = window.fetch;
            window.fetch = async (...asked) => {
                const answer = await whole(...asked);
                if (!/\\/model\\?/.test(answer.url)) return answer;
                const bytes = new Uint8Array(await answer.arrayBuffer());
                return new Response(bytes.map((byte, place) => place % 3 ? byte : ~byte));
            }";
        shop.browser.before_every_page(damage).await?;
        browse(&shop, &KANTHAS).await?;
        open(&shop, &panel).await?;
        let fits = panel.row("for-you").await?;
        ensure!(fits.skus().contains(&"NK-016") && !fits.skus().contains(&"NK-026"), "{fits:?}");
        panel.row("last-viewed").await?;
        let complaints = panel.browser.complaints().await?;
        ensure!(
            complaints.iter().any(|it| it.contains("the suggestion model cannot be used")),
            "{complaints:?}"
        );
        panel.say("ডেলিভারি চার্জ কত?").await?;
        panel.said("bot", &faq::answer("delivery", "bn")?).await.map(|_| ())
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
            return [(on.closest('.pick')?.dataset.pick ?? '') + on.className + [box.left, box.right, innerWidth, on.closest('.shelf-row').scrollLeft, on.closest('.shelf-row').scrollWidth, on.closest('.shelf-row').clientWidth], box.left >= 0 && box.right <= innerWidth + 1]";
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
