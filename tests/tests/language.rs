//! Both languages, switched by the reader and remembered.

use anyhow::{Result, ensure};

use alap_tests::{
    server::RIMA,
    shop_folder::ShopFolder,
    stage::{self, Screen},
    wait,
};

#[tokio::test]
async fn the_chosen_language_is_remembered() -> Result<()> {
    stage::play("language", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-016").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        ensure!(panel.language().await? == "bn");
        panel.shows("মানুষের সাথে কথা বলুন").await?;
        panel.switch_language().await?;
        panel.shows("Talk to a person").await?;
        panel.shows_no_more("মানুষের সাথে কথা বলুন").await?;
        shop.browser.reload().await?;
        shop.launcher_shown().await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.shows("Talk to a person").await?;
        ensure!(panel.language().await? == "en");

        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        inbox.switch_language().await?;
        inbox.browser.reload().await?;
        wait::until_like(
            "Bangla in the inbox",
            async || inbox.browser.text(".head").await,
            |text| text.contains("ইনবক্স") && text.contains("বেরিয়ে যান"),
        )
        .await
        .map(|_| ())
    })
    .await
}

#[tokio::test]
async fn numbers_are_written_as_each_language_writes_them() -> Result<()> {
    // A price beyond a lakh, with the old one struck out.
    let change = |folder: &ShopFolder| {
        folder.edit("catalogue.csv", |text| {
            text.replace(",6800,,Saree > Jamdani", ",125000,1234567,Saree > Jamdani")
        })
    };
    stage::play_in("numbers", change, async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-001").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.shows("৳১,২৫,০০০").await?;
        panel.shows("৳১২,৩৪,৫৬৭").await?;
        let text = panel.text().await?;
        ensure!(!text.contains(|c: char| c.is_ascii_digit()), "a figure is not in Bangla: {text}");
        panel.switch_language().await?;
        panel.shows("৳1,25,000").await?;
        panel.shows("৳12,34,567").await?;
        let text = panel.text().await?;
        ensure!(!text.contains(|c: char| ('০'..='৯').contains(&c)), "a figure is not in English: {text}");
        Ok(())
    })
    .await
}
