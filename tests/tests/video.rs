//! A product's video: nothing but its poster until it is tapped, and then everything that a player should do.

use anyhow::{Result, ensure};

use alap_tests::{
    panel_page::PanelPage,
    shop_page::ShopPage,
    shots,
    stage::{self, Screen},
    video_page::VideoPage,
    wait,
};

/// Demo film about the product NK-012, and the page of that product.
const KANTHA: &str = "kantha-care";
const KANTHA_PAGE: &str = "/p/nk-012";

async fn opened(shop: &ShopPage, panel: &PanelPage, page: &str) -> Result<VideoPage> {
    shop.visit(page).await?;
    shop.press_launcher().await?;
    panel.ready().await?;
    Ok(VideoPage::new(panel))
}

#[tokio::test]
async fn nothing_but_the_poster_is_fetched_before_the_tap_and_then_it_plays() -> Result<()> {
    stage::play("video-tap", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let video = opened(&shop, &panel, KANTHA_PAGE).await?;
        video.poster(KANTHA).await?;
        // What is there before it comes keeps as much place as it takes: nothing moves under a finger.
        let heights =
            "const wait = document.createElement('div'), poster = document.querySelector('.poster-place');
            wait.className = 'video-wait'; document.querySelector('.home').append(wait);
            const heights = [wait.offsetHeight, poster.offsetHeight]; wait.remove(); return heights";
        panel.enter().await?;
        let [kept, taken] = panel.browser.run::<[i32; 2]>(heights, &[]).await?;
        ensure!((kept - taken).abs() <= 2, "{kept} pixels are kept, {taken} are taken");
        let words = panel.browser.text(".poster").await?;
        ensure!(words.contains("এমবি") && words.contains(':'), "length and megabytes, in Bangla: {words}");
        panel.in_both_lights("video-poster-bn").await?;
        panel.switch_language().await?;
        panel.in_both_lights("video-poster-en").await?;
        ensure!(video.fetched().await?.is_empty(), "before the tap: {:?}", video.fetched().await?);

        video.tap(KANTHA).await?;
        let playing = video.plays().await?;
        ensure!(playing.source == "own", "Chromium plays HLS by itself: {playing:?}");
        let fetched = video.fetched().await?;
        ensure!(fetched.iter().any(|it| it.ends_with(".m4s")), "{fetched:?}");
        ensure!(
            !fetched.iter().any(|it| it.contains("hls-")),
            "no library where none is needed: {fetched:?}"
        );
        panel.in_both_lights("video-playing-en").await?;
        panel.switch_language().await?;
        video.control("play").await?;
        video.until("a pause", |it| it.state == "paused").await?;
        panel.in_both_lights("video-paused-bn").await?;
        let complaints = panel.browser.complaints().await?;
        ensure!(complaints.is_empty(), "{complaints:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn captions_chapters_speed_and_quality_are_the_shoppers_choice() -> Result<()> {
    stage::play("video-choices", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let video = opened(&shop, &panel, KANTHA_PAGE).await?;
        video.poster(KANTHA).await?;
        video.tap(KANTHA).await?;
        video.plays().await?;

        video.choose("captions", "বাংলা").await?;
        let bangla = |(language, words): &(String, String)| {
            language == "bn" && words.chars().any(|letter| ('\u{0980}'..='\u{09ff}').contains(&letter))
        };
        wait::until_like("captions in Bangla", async || video.caption().await, bangla).await?;
        shots::keep(&panel.browser, "video-captions-bn").await?;
        video.choose("captions", "English").await?;
        let english = |(language, words): &(String, String)| language == "en" && words.is_ascii() && !words.is_empty();
        wait::until_like("captions in English", async || video.caption().await, english).await?;
        video.choose("captions", "বন্ধ").await?;
        wait::until_like("no captions", async || video.caption().await, |(language, _)| language.is_empty()).await?;

        let count = "return document.querySelectorAll('.player-chapter').length";
        panel.enter().await?;
        let chapters: u32 = panel.browser.run(count, &[]).await?;
        ensure!(chapters >= 3, "{chapters} chapters");
        panel.press("li:nth-child(2) .player-chapter").await?;
        let second = video.until("the second chapter", |it| it.at > 2.0).await?;
        let current = "return [...document.querySelectorAll('.player-chapter')].findIndex(it => it.getAttribute('aria-current') === 'true')";
        let is_current = async || {
            panel.enter().await?;
            Ok(panel.browser.run::<i32>(current, &[]).await? == 1)
        };
        wait::until_true("the second chapter is marked", is_current).await?;

        video.choose("quality", "১৪৪p").await?;
        let low = video.until("the lowest quality", |it| it.lines() == 144 && it.state == "playing").await?;
        ensure!((low.at - second.at).abs() < 12.0, "it goes on where it was: {second:?} {low:?}");
        video.choose("speed", "১.৫×").await?;
        let rate = "return document.querySelector('.stage-video').playbackRate";
        ensure!((panel.browser.run::<f64>(rate, &[]).await? - 1.5).abs() < 0.01);
        panel.in_both_lights("video-choices-bn").await
    })
    .await
}

#[tokio::test]
async fn what_can_be_seen_at_a_moment_can_be_tapped() -> Result<()> {
    stage::play("video-products", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let video = opened(&shop, &panel, KANTHA_PAGE).await?;
        video.poster(KANTHA).await?;
        video.tap(KANTHA).await?;
        video.plays().await?;
        wait::until_true("a product of the moment", async || panel.has(".player-products .card").await)
            .await?;
        panel.press(".player-products .card").await?;
        let there = async || {
            panel.browser.top().await?;
            panel.browser.run::<String>("return location.pathname", &[]).await
        };
        wait::until_like("the product's page", there, |path| path.starts_with("/p/")).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn the_place_is_remembered_over_a_reload() -> Result<()> {
    stage::play("video-place", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let video = opened(&shop, &panel, KANTHA_PAGE).await?;
        video.poster(KANTHA).await?;
        video.tap(KANTHA).await?;
        video.plays().await?;
        video.seek(15.0).await?;
        let left = video.until("some seconds more", |it| it.at > 16.0).await?;
        video.control("play").await?;
        video.until("a pause", |it| it.state == "paused").await?;

        let video = opened(&shop, &panel, KANTHA_PAGE).await?;
        video.poster(KANTHA).await?;
        video.tap(KANTHA).await?;
        let again = video.plays().await?;
        ensure!((again.at - left.at).abs() < 6.0, "it goes on where it was left: {left:?} {again:?}");
        video.press_words(".player-below button", "শুরু থেকে").await?;
        video.until("the start", |it| it.at < 6.0).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn the_keyboard_steers_it_and_the_focus_is_on_the_stage() -> Result<()> {
    stage::play("video-keys", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Desktop).await?;
        let video = opened(&shop, &panel, KANTHA_PAGE).await?;
        video.poster(KANTHA).await?;
        video.tap(KANTHA).await?;
        video.plays().await?;
        let key = async |key: &str| {
            panel.enter().await?;
            let focused = "return document.querySelector('.stage').contains(document.activeElement)";
            ensure!(panel.browser.run::<bool>(focused, &[]).await?, "the focus is on the stage");
            Ok(panel.browser.driver().active_element().await?.send_keys(key).await?)
        };
        key("k").await?;
        let paused = video.until("a pause", |it| it.state == "paused").await?;
        key("\u{e014}").await?;
        video.until("five seconds on", |it| it.at > paused.at + 4.0).await?;
        key("\u{e012}").await?;
        video.until("five seconds back", |it| it.at < paused.at + 2.0).await?;
        key("c").await?;
        wait::until_like("captions", async || video.caption().await, |(it, _)| !it.is_empty()).await?;
        key("k").await?;
        video.plays().await?;
        panel.in_both_lights("video-desktop-bn").await
    })
    .await
}

#[tokio::test]
async fn it_fills_the_screen_and_comes_back() -> Result<()> {
    stage::play("video-full", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let video = opened(&shop, &panel, KANTHA_PAGE).await?;
        video.poster(KANTHA).await?;
        video.tap(KANTHA).await?;
        video.plays().await?;
        let is_full = async |full: bool| {
            panel.enter().await?;
            let script = "return !!document.fullscreenElement?.matches('.stage')";
            Ok(panel.browser.run::<bool>(script, &[]).await? == full)
        };
        video.control("full").await?;
        wait::until_true("a full screen", async || is_full(true).await).await?;
        shots::keep(&panel.browser, "video-full-bn").await?;
        video.control("full").await?;
        wait::until_true("the panel again", async || is_full(false).await).await?;
        video.plays().await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn who_is_forgotten_leaves_no_place_behind() -> Result<()> {
    stage::play("video-forgotten", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let video = opened(&shop, &panel, KANTHA_PAGE).await?;
        video.poster(KANTHA).await?;
        video.tap(KANTHA).await?;
        video.plays().await?;
        video.seek(15.0).await?;
        shop.browser.top().await?;
        shop.browser.run::<bool>("alap('reset'); return true", &[]).await?;
        let kept = async || {
            panel.enter().await?;
            let script = "return Object.keys(localStorage).some(it => it.includes('video-places'))";
            Ok(!panel.browser.run::<bool>(script, &[]).await?)
        };
        wait::until_true("nothing of the video is kept", kept).await?;
        // Nor does closing the panel bring it back.
        panel.close().await?;
        ensure!(kept().await?, "leaving it keeps nothing either");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_shop_says_hello_where_no_product_is_looked_at() -> Result<()> {
    stage::play("video-hello", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let video = opened(&shop, &panel, "/").await?;
        video.poster("hello").await?;
        panel.in_both_lights("video-hello-bn").await?;
        ensure!(video.fetched().await?.is_empty());
        video.tap("hello").await?;
        video.plays().await?;
        // Who leaves it for the start, or closes the panel, hears no more of it.
        panel.press(".panel-back").await?;
        video.until("a pause", |it| it.state == "paused").await.map(|_| ())
    })
    .await
}
