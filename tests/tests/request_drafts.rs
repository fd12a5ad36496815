//! What was answered is not lost: not by a reload at any question, a cut in the middle, a form that was changed, another tab.

use anyhow::{Result, ensure};

use alap_tests::{
    desk_page::DeskPage,
    network,
    panel_page::PanelPage,
    request_page::RequestPage,
    server::RIMA,
    shop_page::ShopPage,
    shots,
    stage::{self, Screen},
    wait,
};

/// Loads the page again and opens the panel.
async fn reload(shop: &ShopPage, panel: &PanelPage) -> Result<()> {
    shop.browser.reload().await?;
    shop.launcher_shown().await?;
    shop.press_launcher().await?;
    panel.ready().await
}

/// Takes up again what was begun.
async fn resume(panel: &PanelPage) -> Result<()> {
    wait::until_true("what was begun", async || panel.has(".home-requests [data-draft] .request-line").await)
        .await?;
    panel.press(".home-requests [data-draft] .request-line").await
}

#[tokio::test]
async fn a_reload_at_each_question_and_a_cut_before_sending_cost_nothing() -> Result<()> {
    stage::play("request-reloads", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let form = RequestPage::open_named(&shop, &panel, "problem").await?;
        let late = "এখনও আসেনি, তিন সপ্তাহ";
        for (question, answer, shown) in [
            ("order", Some("৪১"), "৪১"),
            ("trouble", None, "late"),
            // Whoever waits is not asked for photos.
            ("details", Some(late), late),
            ("wish", None, "refund"),
            ("paid_by", None, "bkash"),
            ("phone", Some("+880 1812-345678"), "+880 1812-345678"),
        ] {
            form.asks(question).await?;
            match answer {
                Some(words) => form.write(question, words).await?,
                None => form.choose(question, shown).await?,
            }
            // Given, and not sent on: it is on the disk all the same.
            let kept = async || match answer {
                Some(_) => Ok(vec![form.written(question).await?]),
                None => form.chosen(question).await,
            };
            ensure!(kept().await? == [shown]);
            tokio::time::sleep(std::time::Duration::from_millis(600)).await;
            reload(&shop, &panel).await?;
            resume(&panel).await?;
            form.asks(question).await?;
            wait::until_like("the answer is there again", kept, |kept| *kept == [shown]).await?;
            form.next().await?;
        }
        form.asks("call_me").await?;
        form.next().await?;
        form.reviewed().await?;
        shots::keep(&panel.browser, "form-problem-review-bn").await?;

        network::cut(&panel.browser, true).await?;
        form.send().await?;
        wait::until_true("it waits to be sent", async || panel.has(".request-sending").await).await?;
        shots::keep(&panel.browser, "form-offline-bn").await?;
        network::cut(&panel.browser, false).await?;
        reload(&shop, &panel).await?;
        wait::until_true("it was sent", async || panel.has("[data-request]").await).await?;

        let inbox = stage.seller("seller", Screen::Phone).await?;
        inbox.log_in(RIMA).await?;
        inbox.switch_language().await?;
        let desk = DeskPage::open(&inbox).await?;
        desk.has(".requests a.line-waits").await?;
        let count = "return document.querySelectorAll('.requests a.line').length";
        ensure!(inbox.browser.run::<usize>(count, &[]).await? == 1, "sent once");
        shots::keep(&inbox.browser, "desk-list-phone-bn").await?;
        desk.open_who_waits().await?;
        desk.says(".request-panel", "এখনও আসেনি, তিন সপ্তাহ").await?;
        shots::keep(&inbox.browser, "desk-problem-phone-bn").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_form_that_was_changed_keeps_what_still_fits() -> Result<()> {
    stage::play("request-changed", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let form = RequestPage::open_named(&shop, &panel, "problem").await?;
        form.write("order", "৭৭").await?;
        form.next_asks("trouble").await?;
        form.choose("trouble", "late").await?;
        form.next_asks("details").await?;
        form.write("details", "কবে আসবে?").await?;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;

        // The seller no longer knows "late", and asks for the order in other words.
        stage.folder.edit("forms/problem.toml", |text| {
            let text: String = text
                .lines()
                .filter(|line| !line.contains("\"late\""))
                .map(|line| format!("{line}\n"))
                .collect();
            text.replace("jumps = [{ when = \"trouble is late\", to = \"details\" }]\n", "")
                .replace("bn = \"অর্ডার নম্বর\"", "bn = \"আপনার অর্ডারের নম্বর\"")
        })?;
        let is_served =
            async || Ok(stage.support.get("/api/v1/shops/nokshi/desk").await?.contains("আপনার অর্ডারের নম্বর"));
        wait::until_true("the changed form is served", is_served).await?;

        reload(&shop, &panel).await?;
        resume(&panel).await?;
        form.asks("trouble").await?;
        ensure!(form.chosen("trouble").await?.is_empty(), "what can no longer be chosen is not chosen");
        form.choose("trouble", "other").await?;
        form.next_asks("which").await?;
        form.next_asks("details").await?;
        ensure!(form.written("details").await? == "কবে আসবে?", "what fits is kept");
        panel.press("[data-move=back]").await?;
        form.asks("which").await?;
        panel.press("[data-move=back]").await?;
        form.asks("trouble").await?;
        panel.press("[data-move=back]").await?;
        ensure!(form.written("order").await? == "৭৭");
        panel.shows("আপনার অর্ডারের নম্বর").await
    })
    .await
}

#[tokio::test]
async fn a_draft_thrown_away_comes_back_when_that_was_a_slip() -> Result<()> {
    stage::play("request-thrown-away", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let form = RequestPage::open_named(&shop, &panel, "problem").await?;
        form.write("order", "৭৭").await?;
        form.next_asks("trouble").await?;
        reload(&shop, &panel).await?;
        wait::until_true("what was begun", async || panel.has(".home-requests [data-draft]").await).await?;
        shots::keep(&panel.browser, "home-draft-bn").await?;
        panel.press(".home-requests [data-draft] .button-icon").await?;
        wait::until_true("it is gone", async || Ok(!panel.has(".home-requests [data-draft]").await?)).await?;
        panel.press(".home-requests [data-move=undo]").await?;
        resume(&panel).await?;
        form.asks("trouble").await
    })
    .await
}
