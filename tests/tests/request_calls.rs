//! Calls: in the shop's hours, booked once each.

use anyhow::{Result, ensure};

use alap_tests::{
    audit,
    desk_page::DeskPage,
    panel_page::PanelPage,
    request_page::RequestPage,
    server::RIMA,
    shop_page::ShopPage,
    shots,
    stage::{self, Screen},
};

/// Fills the form in up to the review, with the time at that place of the first day.
async fn fill_in(shop: &ShopPage, panel: &PanelPage, place: usize) -> Result<(RequestPage, i64)> {
    let form = RequestPage::open_named(shop, panel, "call").await?;
    form.asks("about").await?;
    form.choose("about", "measure").await?;
    form.next_asks("time").await?;
    let time = form.book("time", place).await?;
    form.next_asks("name").await?;
    form.write("name", "নাজমা").await?;
    form.next_asks("phone").await?;
    form.write("phone", "01912345678").await?;
    form.next().await?;
    form.reviewed().await?;
    Ok((form, time))
}

#[tokio::test]
async fn a_time_is_booked_by_the_first_and_the_second_chooses_another() -> Result<()> {
    stage::play("request-call", async |stage| {
        let (first_shop, first_panel) = stage.shopper(Screen::Phone).await?;
        let (second_shop, second_panel) = stage.shopper(Screen::Phone).await?;
        let (first, time) = fill_in(&first_shop, &first_panel, 2).await?;
        let (second, same_time) = fill_in(&second_shop, &second_panel, 2).await?;
        ensure!(time == same_time, "both see it free");
        first.send_and_arrive().await?;
        shots::keep(&first_panel.browser, "call-booked-bn").await?;
        audit::passes(&first_panel.browser, "a booked call").await?;

        second.send().await?;
        second.asks("time").await?;
        shots::keep(&second_panel.browser, "call-taken-bn").await?;
        ensure!(!second.fault("time").await?.is_empty() || second_panel.has("[role=alert]").await?, "it is told why");
        let other = second.book("time", 2).await?;
        ensure!(other != time, "what is booked is no longer offered");
        second.next().await?;
        for question in ["name", "phone"] {
            if second.questions().await?.iter().any(|asked| asked == question) {
                second.next().await?;
            }
        }
        second.reviewed().await?;
        second.send_and_arrive().await?;

        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        let desk = DeskPage::open(&inbox).await?;
        desk.tab("calls").await?;
        desk.has(".call-card:nth-child(2)").await?;
        shots::keep(&inbox.browser, "desk-calls-en").await?;
        audit::passes(&inbox.browser, "the calls").await?;
        let hrefs = "return [...document.querySelectorAll('.call-card a[download]')].map(it => decodeURIComponent(it.href))";
        let files: Vec<String> = inbox.browser.run(hrefs, &[]).await?;
        ensure!(files.len() == 2 && files.iter().all(|file| file.contains("TZID=Asia/Dhaka")), "{files:?}");
        Ok(())
    })
    .await
}
