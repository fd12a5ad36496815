//! Rows of products that stand in the shop's own page.

use anyhow::{Result, ensure};

use alap_tests::{
    audit, shots,
    stage::{self, Screen},
    wait,
};

#[tokio::test]
async fn a_row_below_the_fold_loads_nothing_until_the_shopper_comes_near() -> Result<()> {
    stage::play("far-row", async |stage| {
        let (shop, _) = stage.shopper(Screen::Phone).await?;
        shop.note_violations().await?;
        shop.visit("/").await?;
        // Its room is kept, so it has been found; it is far away.
        wait::until_true("a row", async || shop.has_row("for-you").await).await?;
        ensure!(shop.row_frames().await? == 0);
        ensure!(shop.row_height("for-you").await? >= 400);
        let support = stage.support.origin();
        ensure!(shop.fetched_from(&support).await? == [format!("{support}/embed.js")]);

        shop.scroll_to_row("for-you").await?;
        wait::until_true("its frame", async || Ok(shop.row_frames().await? == 1)).await?;
        ensure!(shop.frames().await? == 0, "the panel is not fetched for it");
        ensure!(shop.violations().await?.is_empty(), "{:?}", shop.violations().await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_row_has_the_height_of_what_is_in_it_and_leads_to_the_product() -> Result<()> {
    stage::play("row", async |stage| {
        let (shop, _) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-001").await?;
        shop.visit("/p/nk-002").await?;
        // It is filled while it is still below the screen, so nothing moves when it comes up.
        shop.browser.before_every_page(SHIFTS).await?;
        shop.visit("/").await?;
        shop.scroll_above_row("for-you", 100).await?;
        shop.row_shown("for-you").await?;
        let height = shop.row_height("for-you").await?;
        shop.scroll_to_row("for-you").await?;
        shop.enter_row("for-you").await?;
        wait::until_true("products", async || shop.browser.has("[data-pick]").await).await?;
        ensure!(shop.row_height("for-you").await? == height);
        let shifted: f64 = shop.part("return window.shifted").await?;
        ensure!(shifted == 0.0, "the page moved by {shifted}");
        shop.enter_row("for-you").await?;
        let (content, room): (u32, u32) =
            shop.browser.run("return [document.documentElement.scrollHeight, innerHeight]", &[]).await?;
        ensure!(content <= room, "{content} is cut to {room}");
        audit::passes(&shop.browser, "a row in the page").await?;
        shots::keep(&shop.browser, "row-in-page-phone-bn").await?;
        let product = shop.browser.find("[data-pick]").await?.attr("data-pick").await?;
        let product = product.unwrap_or_default().to_lowercase();
        shop.browser.find("[data-pick] .pick-link").await?.click().await?;
        shop.browser.top().await?;
        let path = async || Ok(shop.browser.driver().current_url().await?.path().to_owned());
        wait::until_like("the product's page", path, |path| *path == format!("/p/{product}")).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn asking_in_a_row_opens_the_panel_which_asks_about_that_product() -> Result<()> {
    stage::play("row-asks", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        shop.visit("/").await?;
        shop.scroll_to_row("for-you").await?;
        shop.row_shown("for-you").await?;
        shop.enter_row("for-you").await?;
        wait::until_true("products", async || shop.browser.has("[data-pick]").await).await?;
        let product = shop.browser.find("[data-pick]").await?.attr("data-pick").await?.unwrap_or_default();
        shop.browser.find(ASK).await?.click().await?;
        shop.open_is(true).await?;
        wait::until_like(
            "the question",
            async || panel.lines().await,
            |lines| matches!(lines.as_slice(), [one] if one.by == "bot" && one.products == [product.as_str()]),
        )
        .await?;
        Ok(())
    })
    .await
}

/// Adds up how much of the page moved by itself.
const SHIFTS: &str = "window.shifted = 0;
    new PerformanceObserver(list => list.getEntries().forEach(shift => window.shifted += shift.value))
        .observe({ type: 'layout-shift', buffered: true })";

/// The button that asks about the first product.
const ASK: &str = ".pick-ask";

#[tokio::test]
async fn rows_that_come_and_go_with_the_page_are_followed() -> Result<()> {
    stage::play("single-page-rows", async |stage| {
        let (shop, _) = stage.shopper(Screen::Desktop).await?;
        shop.visit("/p/nk-003").await?;
        let change = "document.querySelectorAll('[data-alap-row]').forEach(it => it.remove());
            for (const name of ['new', 'discount']) {
                const row = document.createElement('div');
                row.dataset.alapRow = name;
                document.getElementById('main').prepend(row);
            }
            scrollTo(0, 0);
            history.pushState({}, '', '/p/nk-004');
            document.title = 'Another page'";
        shop.browser.run::<()>(change, &[]).await?;
        wait::until_true("two frames", async || Ok(shop.row_frames().await? == 2)).await?;
        let titles = "return [...document.querySelectorAll('[data-alap-row]')]
            .map(it => it.shadowRoot.querySelector('iframe').title)";
        let title = async || shop.browser.run::<Vec<String>>(titles, &[]).await;
        ensure!(title().await? == ["এই দোকানের পণ্য"; 2]);
        shop.call(&["locale".into(), "en".into()]).await?;
        ensure!(title().await? == ["Products of this shop"; 2]);
        shop.browser.run::<()>("document.querySelector('[data-alap-row=new]').remove()", &[]).await?;
        shop.call(&["shutdown".into()]).await?;
        ensure!(shop.row_frames().await? == 0);
        ensure!(shop.row_height("discount").await? == 0, "an ended widget leaves no hole");
        ensure!(shop.cart_works().await?);
        Ok(())
    })
    .await
}
