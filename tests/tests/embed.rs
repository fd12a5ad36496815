//! The snippet on a shop's page: there when it is wanted, and never in the way.

use anyhow::{Result, ensure};
use serde_json::json;

use alap_tests::{
    shop_page::ShopPage,
    stage::{self, Screen},
    wait,
};

#[tokio::test]
async fn mounting_twice_gives_one_widget_and_shutting_down_leaves_none() -> Result<()> {
    stage::play("mount", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        shop.note_violations().await?;
        shop.visit("/p/nk-007").await?;
        let again = "const [address, done] = arguments;
            const script = document.createElement('script');
            script.src = address;
            script.dataset.shop = 'nokshi';
            script.onload = script.onerror = () => {
                document.body.append(document.createElement('alap-widget'));
                window.alap('mount');
                done(true);
            };
            document.body.append(script)";
        let address = json!(format!("{}/embed.js?again", stage.support.origin()));
        shop.browser.driver().execute_async(again, vec![address]).await?;
        ensure!(shop.widgets().await? == 1);
        shop.press_launcher().await?;
        panel.ready().await?;
        ensure!(shop.widgets().await? == 1);
        ensure!(shop.frames().await? == 1);
        ensure!(shop.violations().await?.is_empty(), "{:?}", shop.violations().await?);

        shop.call(&[json!("shutdown")]).await?;
        ensure!(shop.widgets().await? == 0);
        ensure!(shop.frames().await? == 0);
        ensure!(shop.cart_works().await?);
        // Calls that come late do nothing, and throw nothing.
        shop.call(&[json!("open")]).await?;
        ensure!(shop.widgets().await? == 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_called_before_it_loaded_is_done_once_it_has() -> Result<()> {
    stage::play("queue", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        shop.browser
            .before_every_page(
                "if (window === top) {
                    window.heard = [];
                    for (const event of ['ready', 'open', 'close', 'unread'])
                        addEventListener('alap:' + event, () => window.heard.push(event), true);
                    window.alap = function () { (window.alap.q = window.alap.q || []).push(arguments) };
                    window.alap('on', 'ready', () => window.heard.push('told'));
                    window.alap('locale', 'en');
                    window.alap('open');
                }",
            )
            .await?;
        shop.visit_only("/p/nk-008").await?;
        shop.open_is(true).await?;
        panel.ready().await?;
        wait::until_like("English", async || panel.language().await, |language| language == "en").await?;
        shop.call(&[json!("close")]).await?;
        shop.open_is(false).await?;
        shop.call(&[json!("toggle")]).await?;
        shop.open_is(true).await?;
        shop.call(&[json!("hide")]).await?;
        ensure!(!shop.part::<bool>("return shown(part('.alap-launcher'))").await?);
        shop.call(&[json!("show")]).await?;
        shop.launcher_shown().await?;
        let heard: Vec<String> = shop.browser.run("return window.heard", &[]).await?;
        for event in ["open", "ready", "told", "close"] {
            ensure!(heard.iter().any(|it| it == event), "{event} is not among {heard:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_can_choose_the_language() -> Result<()> {
    stage::play("page-language", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-009").await?;
        ensure!(shop.launcher_label().await? == "আমাদের সাথে কথা বলুন");
        shop.call(&[json!("locale"), json!("en")]).await?;
        ensure!(shop.launcher_label().await? == "Chat with us");
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.shows("You are looking at").await?;
        shop.call(&[json!("locale"), json!("bn")]).await?;
        panel.shows("এখন দেখছেন").await
    })
    .await
}

#[tokio::test]
async fn a_navigation_inside_the_page_is_noticed() -> Result<()> {
    stage::play("navigation", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        shop.visit("/p/nk-010").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        wait::until_true("the first product", async || panel.has(".home [data-product=NK-010]").await)
            .await?;
        shop.browser.top().await?;
        let router = "history.pushState({}, '', '/p/nk-011');
            document.title = 'Another product';
            const data = document.querySelector('script[type=\"application/ld+json\"]');
            data.textContent = JSON.stringify({ '@type': 'Product', sku: 'NK-011' })";
        shop.browser.run::<()>(router, &[]).await?;
        wait::until_true("the second product", async || panel.has(".home [data-product=NK-011]").await)
            .await?;
        ensure!(shop.is_open().await?, "beside the page it stays open");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_product_in_an_answer_leads_to_its_page_and_the_talk_comes_along() -> Result<()> {
    stage::play("product", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-001").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.press(".home .chip").await?;
        let answer = panel.said("bot", &alap_tests::faq::answer("price", "bn")?).await?;
        ensure!(answer.products.contains(&"NK-018".to_owned()), "{answer:?}");
        panel.press(".row [data-product=NK-018]").await?;
        let address = async || Ok(shop.browser.driver().current_url().await?.path().to_owned());
        wait::until_like("the product's page", address, |path| path == "/p/nk-018").await?;
        shop.launcher_shown().await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.press(".home > .button").await?;
        panel.said("bot", &answer.words).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_reset_forgets_the_shopper() -> Result<()> {
    stage::play("reset", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        shop.visit("/p/nk-001").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.ask_for_a_person().await?;
        panel.say("আমার কথা").await?;
        panel.delivered("আমার কথা").await?;
        shop.call(&[json!("reset")]).await?;
        wait::until_true("the first view", async || panel.has(".home .chip").await).await?;
        for again in [false, true] {
            if again {
                shop.browser.reload().await?;
                shop.launcher_shown().await?;
                ensure!(shop.frames().await? == 0, "nothing is open, so nothing is fetched");
                shop.press_launcher().await?;
                panel.ready().await?;
            }
            ensure!(!panel.has(".home > .button").await?, "there is no talk to go back to");
            ensure!(!panel.text().await?.contains("আমার কথা"));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_back_button_closes_the_sheet_and_leaves_the_page() -> Result<()> {
    stage::play("back", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/").await?;
        shop.visit("/p/nk-012").await?;
        let here = shop.browser.driver().current_url().await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        ensure!(
            shop.part::<bool>("return document.body.inert").await?,
            "the page under the sheet holds still"
        );
        shop.browser.go_back().await?;
        shop.open_is(false).await?;
        ensure!(shop.browser.driver().current_url().await? == here);
        ensure!(shop.cart_works().await?);

        // Closed by its own button, it leaves nothing in the history either.
        shop.press_launcher().await?;
        shop.open_is(true).await?;
        panel.close().await?;
        shop.open_is(false).await?;
        shop.browser.go_back().await?;
        wait::until_true("the page before", async || {
            Ok(shop.browser.driver().current_url().await?.path() == "/")
        })
        .await
    })
    .await
}

#[tokio::test]
async fn a_page_that_is_not_the_shops_gets_no_panel() -> Result<()> {
    stage::play("foreign", async |stage| {
        let browser = stage.browser("stranger", Screen::Desktop).await?;
        let shop = ShopPage::new(browser.clone(), stage.storefront.foreign_origin());
        shop.visit("/p/nk-013").await?;
        shop.press_launcher().await?;
        shop.open_is(true).await?;
        wait::until_true("a word about it", async || Ok(!shop.notice().await?.is_empty())).await?;
        ensure!(shop.frames().await? == 0, "the frame is taken away");
        let pack = stage.support.get("/metrics").await?;
        ensure!(!pack.contains("/pack\""), "the panel has begun to work there");
        ensure!(shop.cart_works().await?, "the page stays as it was");
        shop.call(&[json!("close")]).await?;
        shop.open_is(false).await?;
        ensure!(shop.cart_works().await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_support_server_that_is_away_breaks_nothing() -> Result<()> {
    stage::play("away", async |stage| {
        let (shop, _) = stage.shopper(Screen::Phone).await?;
        // Gone between the snippet and the tap.
        shop.visit("/p/nk-014").await?;
        stage.support.stop()?;
        shop.press_launcher().await?;
        shop.open_is(true).await?;
        wait::until_true("a word about it", async || Ok(!shop.notice().await?.is_empty())).await?;
        shop.part::<()>("part('.alap-close').click()").await?;
        shop.open_is(false).await?;
        ensure!(shop.cart_works().await?);

        // Gone before the page, and nothing of it kept.
        shop.browser.driver().cdp().network().clear_browser_cache().await?;
        shop.visit_only("/p/nk-015").await?;
        ensure!(shop.widgets().await? == 0);
        ensure!(shop.cart_works().await?);
        shop.browser.find(".ask").await?.click().await?;
        ensure!(shop.cart_works().await?, "a call to what never loads is no harm");
        Ok(())
    })
    .await
}
