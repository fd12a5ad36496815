//! A video on networks that change, break off, and come back.

use std::time::Duration;

use anyhow::{Result, ensure};

use alap_tests::{
    network,
    panel_page::PanelPage,
    shop_folder::ShopFolder,
    shop_page::ShopPage,
    stage::{self, Screen, Stage},
    video_page::{self, VideoPage},
};

const FILM: &str = "lively";
const PAGE: &str = "/p/nk-040";

/// A film of the product on that page that moves a lot.
fn with_film(folder: &ShopFolder) -> Result<()> {
    video_page::add_lively_film(folder, FILM, "NK-040", 40)
}

async fn at_the_poster(stage: &mut Stage) -> Result<(ShopPage, PanelPage, VideoPage)> {
    let (shop, panel) = stage.shopper(Screen::Phone).await?;
    shop.visit(PAGE).await?;
    shop.press_launcher().await?;
    panel.ready().await?;
    let video = VideoPage::new(&panel);
    video.poster(FILM).await?;
    Ok((shop, panel, video))
}

#[tokio::test]
async fn quality_falls_with_the_network_and_it_waits_once_at_most() -> Result<()> {
    stage::play_in("video-throttled", with_film, async |stage| {
        let (shop, _panel, video) = at_the_poster(stage).await?;
        network::carries(&shop.browser, 3_000, 60).await?;
        video.tap(FILM).await?;
        video.plays().await?;
        let high = video.until("a better quality than the lowest", |it| it.lines() > 144).await?;
        network::carries(&shop.browser, 260, 150).await?;
        let (stalls, after) = video.stalls_within(Duration::from_secs(22)).await?;
        ensure!(stalls <= 1, "it waited {stalls} times; {after:?}");
        ensure!(after.lines() < high.lines(), "the quality fell: {high:?} {after:?}");
        ensure!(after.at > high.at + 10.0, "it went on: {high:?} {after:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn it_goes_on_when_the_network_comes_back() -> Result<()> {
    stage::play_in("video-offline", with_film, async |stage| {
        let (shop, panel, video) = at_the_poster(stage).await?;
        network::carries(&shop.browser, 900, 60).await?;
        video.tap(FILM).await?;
        video.plays().await?;
        network::cut(&shop.browser, true).await?;
        // What has come already is played to its end first.
        let cut = video.until("it says that there is no network", |it| it.words.contains("ইন্টারনেট")).await?;
        panel.in_both_lights("video-offline-bn").await?;
        network::cut(&shop.browser, false).await?;
        let again = video.plays().await?;
        ensure!(again.at + 4.0 > cut.at, "from its place on: {cut:?} {again:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn who_saves_data_gets_a_small_quality() -> Result<()> {
    stage::play_in("video-saving", with_film, async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let saving = "Object.defineProperty(Object.getPrototypeOf(navigator.connection), 'saveData', { get: () => true })";
        shop.browser.before_every_page(saving).await?;
        shop.visit(PAGE).await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let video = VideoPage::new(&panel);
        video.poster(FILM).await?;
        video.tap(FILM).await?;
        video.plays().await?;
        let later = video.until("ten seconds of it", |it| it.at > 10.0).await?;
        ensure!(later.lines() <= 240, "{later:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_browser_without_hls_of_its_own_gets_the_library_after_the_tap() -> Result<()> {
    stage::play_in("video-library", with_film, async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let without = "HTMLMediaElement.prototype.canPlayType = function () { return '' }";
        shop.browser.before_every_page(without).await?;
        shop.visit(PAGE).await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let video = VideoPage::new(&panel);
        video.poster(FILM).await?;
        ensure!(video.fetched().await?.is_empty(), "{:?}", video.fetched().await?);
        video.tap(FILM).await?;
        let playing = video.plays().await?;
        ensure!(playing.source == "library", "{playing:?}");
        ensure!(video.fetched().await?.iter().any(|it| it.contains("/hls-")));
        network::carries(&shop.browser, 260, 150).await?;
        let (stalls, after) = video.stalls_within(Duration::from_secs(20)).await?;
        ensure!(stalls <= 1 && after.at > playing.at + 10.0, "{stalls} stalls; {playing:?} {after:?}");
        network::carries(&shop.browser, 5_000, 20).await?;
        let complaints = panel.browser.complaints().await?;
        ensure!(complaints.is_empty(), "{complaints:?}");
        Ok(())
    })
    .await
}
