//! A video that answers, and that is asked about.

use anyhow::{Result, ensure};
use serde_json::json;

use alap_tests::{
    server::RIMA,
    shop_folder::ShopFolder,
    shots,
    stage::{self, Screen},
    video_page::VideoPage,
    wait,
};

const KANTHA: &str = "kantha-care";
const PAGE: &str = "/p/nk-012";

/// Is the picture that this selector means really drawn?
const DRAWN: &str = "const picture = document.querySelector(arguments[0]);
    return !!picture && picture.complete && picture.naturalWidth > 0";

const CARE: &str = "
## kantha-iron
bn? কাঁথা কি ইস্ত্রি করা যায়?
bn: উল্টো পিঠে, হালকা গরমে।
en? Can I iron the kantha?
en: On the back, lukewarm.
video: kantha-care 0:12
";

fn with_moment(folder: &ShopFolder) -> Result<()> {
    folder.edit("faq.md", |text| format!("{text}{CARE}"))
}

#[tokio::test]
async fn an_answer_shows_its_moment_and_plays_from_there() -> Result<()> {
    stage::play_in("video-answer", with_moment, async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        panel.say("কাঁথা কি ইস্ত্রি করা যায়?").await?;
        panel.said("bot", "উল্টো পিঠে, হালকা গরমে।").await?;
        let button = ".moment-button[data-video=\"kantha-care\"][data-at=\"12\"]";
        wait::until_true("the moment below the answer", async || panel.has(button).await).await?;
        ensure!(panel.browser.text(button).await?.contains("০:১২"));
        panel.in_both_lights("video-answer-bn").await?;
        panel.press(button).await?;
        let video = VideoPage::new(&panel);
        let playing = video.plays().await?;
        ensure!((11.0..20.0).contains(&playing.at), "{playing:?}");
        // Back is where they came from: the talk.
        panel.press(".panel-back").await?;
        panel.said("bot", "উল্টো পিঠে, হালকা গরমে।").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_moment_that_is_asked_about_reaches_the_agent_with_its_still() -> Result<()> {
    stage::play_in("video-asked", with_moment, async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit(PAGE).await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let video = VideoPage::new(&panel);
        video.poster(KANTHA).await?;
        video.tap(KANTHA).await?;
        video.plays().await?;
        video.seek(13.0).await?;
        panel.press(".player-ask").await?;
        wait::until_true("the moment above the field", async || panel.has(".moment-chip img").await).await?;
        panel.shows("কাঁথা কি ইস্ত্রি করা যায়?").await?;
        panel.in_both_lights("video-ask-bn").await?;
        ensure!(panel.lines().await?.is_empty(), "nothing is said before the shopper says it");

        panel.say("ধোয়ার পর রং থাকে?").await?;
        wait::until_true("the moment in the talk", async || panel.has(".moment-card img").await).await?;
        ensure!(!panel.has(".moment-chip").await?);
        panel.ask_for_a_person().await?;
        panel.delivered("ধোয়ার পর রং থাকে?").await?;
        panel.in_both_lights("video-asked-bn").await?;

        let inbox = stage.seller("rima", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        inbox.open_who_waits().await?;
        let drawn = async || inbox.browser.run(DRAWN, &[json!(".talk .moment-card img")]).await;
        wait::until_true("the still, drawn", drawn).await?;
        let card = inbox.browser.text(".talk .moment-card").await?;
        ensure!(card.contains("0:1") || card.contains("০:১"), "{card}");
        shots::keep(&inbox.browser, "inbox-moment").await?;

        // Once more after a reload: it is on the disk, not only on the screen.
        panel.browser.reload().await?;
        shop.press_launcher().await?;
        wait::until_true("the moment in the talk", async || panel.has(".moment-card img").await).await?;

        let counts =
            inbox.browser.run::<String>("return fetch('/api/v1/agent/videos').then(it => it.text())", &[]);
        let counts: serde_json::Value = serde_json::from_str(&counts.await?)?;
        let asked: u64 = counts["videos"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|video| video["video"] == KANTHA)
            .flat_map(|video| video["parts"].as_array().cloned().unwrap_or_default())
            .filter_map(|part| part["asked"].as_u64())
            .sum();
        ensure!(asked == 1, "{counts}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_seller_sees_where_videos_are_asked_about() -> Result<()> {
    stage::play("video-report", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit(PAGE).await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let video = VideoPage::new(&panel);
        video.poster(KANTHA).await?;
        video.tap(KANTHA).await?;
        video.plays().await?;
        video.seek(16.0).await?;
        panel.press(".player-ask").await?;
        panel.say("ধোয়ার পর রং থাকে?").await?;
        panel.ask_for_a_person().await?;
        panel.delivered("ধোয়ার পর রং থাকে?").await?;
        for screen in [Screen::Desktop, Screen::Phone] {
            let inbox = stage.seller("rima", screen).await?;
            inbox.log_in(RIMA).await?;
            inbox.browser.goto(&format!("{}#videos", stage.support.inbox())).await?;
            wait::until_true("the chart", async || inbox.browser.has(".video-chart").await).await?;
            shots::keep(&inbox.browser, &format!("inbox-videos-{screen:?}").to_lowercase()).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_is_counted_without_both_the_shops_and_the_shoppers_yes() -> Result<()> {
    let counting =
        |folder: &ShopFolder| folder.edit("shop.toml", |text| format!("{text}\n[video]\ncount = true\n"));
    stage::play_in("video-counted", counting, async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit(PAGE).await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let video = VideoPage::new(&panel);
        video.poster(KANTHA).await?;
        video.tap(KANTHA).await?;
        video.plays().await?;
        wait::until_true("the question", async || panel.has(".player-counts input").await).await?;
        let told = async || {
            panel.enter().await?;
            let script = "return performance.getEntriesByType('resource').filter(it => it.name.endsWith('/watched')).length";
            panel.browser.run::<u32>(script, &[]).await
        };
        video.seek(20.0).await?;
        video.seek(1.0).await?;
        video.control("play").await?;
        video.until("a pause", |it| it.state == "paused").await?;
        ensure!(told().await? == 0, "nothing leaves before the shopper says yes");
        panel.press(".player-counts input").await?;
        video.control("play").await?;
        video.plays().await?;
        video.seek(32.0).await?;
        video.seek(1.0).await?;
        video.until("a second pass", |it| it.at > 6.5).await?;
        video.control("play").await?;
        wait::until_true("what was jumped over since", async || Ok(told().await? > 0)).await
    })
    .await
}
