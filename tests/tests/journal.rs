//! What the shop page notes of the products that were looked at, before any frame is there to take it.

use anyhow::{Result, ensure};
use serde_json::json;

use alap_tests::{
    shop_page::{Noted, ShopPage},
    stage::{self, Screen},
    wait,
};

#[tokio::test]
async fn five_products_looked_at_are_noted_with_how_long() -> Result<()> {
    stage::play("journal", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let browsed = ["NK-001", "NK-007", "NK-014", "NK-023", "NK-031"];
        for product in browsed {
            shop.visit(&format!("/p/{}", product.to_lowercase())).await?;
            noted(&shop, product).await?;
            on_the_screen(&shop, 1_100).await?;
        }
        // The last one's page is left for the list, where nothing is in view.
        shop.visit("/").await?;
        let journal = shop.journal().await?;
        let products: Vec<&str> = journal.iter().map(|line| line.product.as_str()).collect();
        ensure!(products == browsed, "each once, oldest first: {products:?}");
        for line in &journal {
            ensure!(line.kind == "view" && (1..60).contains(&line.dwell), "{line:?}");
        }

        // Looked at again at once, it is still one view, and the time is added up.
        shop.visit("/p/nk-031").await?;
        on_the_screen(&shop, 2_100).await?;
        shop.visit("/").await?;
        let again = shop.journal().await?;
        ensure!(again.len() == journal.len(), "{again:?}");
        ensure!(again[4].at == journal[4].at && again[4].dwell > journal[4].dwell, "{again:?}");

        // The frame takes what it is there for, and the page keeps nothing.
        shop.press_launcher().await?;
        panel.ready().await?;
        wait::until_true("an empty journal", async || Ok(shop.journal().await?.is_empty())).await
    })
    .await
}

#[tokio::test]
async fn neighbours_go_with_the_product_whose_page_names_them() -> Result<()> {
    stage::play("near", async |stage| {
        let (shop, _) = stage.shopper(Screen::Desktop).await?;
        let near = "if (window === top) document.addEventListener('DOMContentLoaded', () => {
            const meta = document.createElement('meta');
            meta.name = 'alap:near';
            meta.content = 'NK-014:15 NK-003:9' + ' x:1'.repeat(9999);
            document.head.append(meta);
        })";
        shop.browser.before_every_page(near).await?;
        shop.visit("/p/nk-002").await?;
        noted(&shop, "NK-002").await?;
        shop.call(&[json!("view"), json!("NK-009")]).await?;
        ensure!(shop.cart_works().await?);
        let journal = shop.journal().await?;
        let of = |kind: &str, product: &str| {
            journal.iter().find(|line| line.kind == kind && line.product == product).cloned()
        };
        let near = of("view", "NK-002").and_then(|line| line.near).unwrap_or_default();
        ensure!(near.starts_with("NK-014:15 NK-003:9 x:1") && near.len() == 2_048, "{near}");
        ensure!(
            of("view", "NK-009").is_some_and(|line| line.near.is_none()),
            "not its neighbours: {journal:?}"
        );
        ensure!(of("cart", "NK-002").is_some_and(|line| line.near.is_none()), "{journal:?}");
        Ok(())
    })
    .await
}

/// Each stands before a sound one; none of them may hide it, be noted, or break anything.
const LIES: [&str; 9] = [
    "'not json {{{'",
    "JSON.stringify([1, null, 'Product', [[]], { '@type': 7 }])",
    "JSON.stringify({ '@type': 'Product', name: '<script>window.ran=1</scr' + 'ipt>' })",
    "JSON.stringify({ '@type': ['Thing', 'ProductModel', 'Person'], sku: 'WRONG' })",
    "JSON.stringify([{ '@type': 'Product', sku: { a: 1 } }, { '@type': 'Product', sku: ['WRONG'] }])",
    "JSON.stringify({ '@type': 'Product', sku: 'x'.repeat(65) })",
    "JSON.stringify({ '@type': 'Product', sku: 'WRONG', name: 'x'.repeat(10e6) })",
    "'['.repeat(1e5) + ']'.repeat(1e5)",
    "JSON.stringify({ '@type': { toString: 1, length: 1e9 }, sku: 'WRONG' })",
];

/// The shapes in which careful shops say it.
const SHAPES: [&str; 5] = [
    "{ '@type': 'Product', sku: SKU }",
    "{ '@type': ['Thing', 'Product'], sku: { a: 1 }, productID: ' ' + SKU + ' ' }",
    "[{ '@type': 'https://schema.org/ProductGroup', productGroupID: SKU }]",
    "{ '@graph': [{ '@type': 'WebPage', mainEntity: [{ '@type': 'Product', sku: SKU }] }, { '@type': 'Product' }] }",
    "[{ '@type': 'Product', sku: SKU }, { '@type': 'Product', sku: SKU }]",
];

#[tokio::test]
async fn data_that_lies_does_no_harm() -> Result<()> {
    stage::play("lies", async |stage| {
        let (shop, _) = stage.shopper(Screen::Desktop).await?;
        shop.browser
            .before_every_page("window.faults = 0; addEventListener('error', () => window.faults++)")
            .await?;
        shop.visit("/p/nk-001").await?;
        noted(&shop, "NK-001").await?;
        let mut expected = vec!["NK-001".to_owned()];
        for (number, lie) in LIES.iter().enumerate() {
            let sku = if number == 0 { "4711".to_owned() } else { format!("SOUND-{number}") };
            let shape = SHAPES[number % SHAPES.len()];
            // The first one's SKU is a number.
            let value = if number == 0 { sku.clone() } else { format!("'{sku}'") };
            let script = format!(
                "const SKU = {value};
                document.querySelectorAll('script[type^=\"application/ld+json\"]').forEach(it => it.remove());
                for (const text of [{lie}, JSON.stringify({shape})]) {{
                    const data = document.createElement('script');
                    data.type = 'application/ld+json; charset=utf-8';
                    data.textContent = text;
                    document.head.append(data);
                }}"
            );
            shop.browser.run::<()>(&script, &[]).await?;
            noted(&shop, &sku).await?;
            expected.push(sku);
        }
        let products: Vec<String> = shop.journal().await?.into_iter().map(|line| line.product).collect();
        ensure!(products == expected, "{products:?}");
        let marks: (Option<i32>, u32) =
            shop.browser.run("return [window.ran ?? null, window.faults]", &[]).await?;
        ensure!(marks == (None, 0), "something ran, or broke: {marks:?}");
        ensure!(shop.cart_works().await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_the_page_calls_out_is_cut_to_size() -> Result<()> {
    stage::play("calls", async |stage| {
        let (shop, _) = stage.shopper(Screen::Desktop).await?;
        shop.visit("/").await?;
        for odd in [json!(null), json!({}), json!([]), json!(""), json!("x".repeat(65))] {
            shop.call(&[json!("view"), odd.clone()]).await?;
            shop.call(&[json!("cart"), odd]).await?;
        }
        ensure!(shop.journal().await?.is_empty(), "{:?}", shop.journal().await?);
        let many: Vec<String> = (0..300).map(|number| format!("P-{number}")).collect();
        shop.call(&[json!("purchase"), json!(many)]).await?;
        shop.call(&[json!("cart"), json!(7)]).await?;
        let journal = shop.journal().await?;
        ensure!(journal.len() == 200, "{}", journal.len());
        ensure!(journal[199].kind == "cart" && journal[199].product == "7", "{:?}", journal[199]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn who_does_not_want_to_be_noted_is_not_and_what_was_noted_goes() -> Result<()> {
    let signals = [
        "Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => true })",
        "window.alapSettings = { consent: false }",
    ];
    for signal in signals {
        stage::play("privacy", async |stage| {
            let (shop, panel) = stage.shopper(Screen::Phone).await?;
            shop.visit("/p/nk-001").await?;
            noted(&shop, "NK-001").await?;
            shop.browser.before_every_page(&format!("if (window === top) {{ {signal} }}")).await?;
            shop.visit("/p/nk-002").await?;
            wait::until_true("an empty journal", async || Ok(shop.journal().await?.is_empty())).await?;
            ensure!(shop.cart_works().await?);
            shop.call(&[json!("view"), json!("NK-003")]).await?;
            shop.press_launcher().await?;
            panel.ready().await?;
            ensure!(shop.journal().await?.is_empty(), "{:?}", shop.journal().await?);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn noted(shop: &ShopPage, product: &str) -> Result<Noted> {
    let like = |line: &Noted| line.kind == "view" && line.product == product;
    wait::until(&format!("a view of {product}"), async || Ok(shop.journal().await?.into_iter().find(like)))
        .await
}

/// Stays on the page for some time, by the page's own clock.
async fn on_the_screen(shop: &ShopPage, milliseconds: u32) -> Result<()> {
    let begin: f64 = shop.browser.run("return performance.now()", &[]).await?;
    wait::until_like(
        "some time on the page",
        async || shop.browser.run::<f64>("return performance.now()", &[]).await,
        |now| now - begin > f64::from(milliseconds),
    )
    .await
    .map(|_| ())
}
