//! `data-alap-request`: "talk first", where "buy" would be.

use anyhow::{Result, ensure};

use alap_tests::{
    request_page::RequestPage,
    stage::{self, Screen},
};

/// Puts an element at the end of the page; it comes long after `embed.js`.
const PUT: &str = "document.body.insertAdjacentHTML('beforeend', arguments[0]); return true";

#[tokio::test]
async fn a_button_that_comes_later_opens_the_form_and_what_the_page_keeps_for_itself_does_not() -> Result<()>
{
    stage::play("request-button", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        shop.visit("/").await?;
        let put = async |html: &str| shop.browser.run::<bool>(PUT, &[html.into()]).await;
        put("<a id='kept' href='#kept' data-alap-request='NK-018'>kept</a>").await?;
        let keep = "document.getElementById('kept').addEventListener('click', event => event.preventDefault()); return true";
        ensure!(shop.browser.run::<bool>(keep, &[]).await?);
        shop.browser.find("#kept").await?.click().await?;
        ensure!(!shop.is_open().await?, "the page keeps this tap for itself");

        // With a key held it is a link like any other.
        put("<a id='elsewhere' href='#elsewhere' data-alap-request>elsewhere</a>").await?;
        let held = "return document.getElementById('elsewhere').dispatchEvent(
            new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }))";
        ensure!(shop.browser.run::<bool>(held, &[]).await?, "nobody prevents it");
        ensure!(!shop.is_open().await?);

        put("<button id='later' data-alap-request='NK-018'><b>Ask for yours</b></button>").await?;
        shop.browser.find("#later b").await?.click().await?;
        shop.open_is(true).await?;
        let form = RequestPage { panel: panel.clone() };
        form.asks("what").await?;
        panel.shows("সাদা সুতি পাঞ্জাবি").await
    })
    .await
}

#[tokio::test]
async fn without_a_product_that_the_shop_knows_the_form_is_about_none() -> Result<()> {
    stage::play("request-button-none", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/").await?;
        ensure!(
            shop.browser
                .run::<bool>(PUT, &["<button id='odd' data-alap-request='<img onerror=1>'>?</button>".into()])
                .await?
        );
        let odd = shop.browser.find("#odd").await?;
        odd.scroll_into_view().await?;
        odd.click().await?;
        let form = RequestPage { panel: panel.clone() };
        form.asks("what").await?;
        ensure!(!panel.text().await?.contains("onerror"));
        panel.shows_no_more("৳১,৬৫০").await
    })
    .await
}
