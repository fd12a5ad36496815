//! Videos of which something is missing or wrong: a sentence to the right person, and the panel goes on.

use std::fs;

use anyhow::{Result, ensure};

use alap_tests::{
    faq,
    shop_folder::ShopFolder,
    stage::{self, Screen},
    video_page::{Playing, VideoPage},
};

const KANTHA: &str = "kantha-care";
const PAGE: &str = "/p/nk-012";

fn made(folder: &ShopFolder) -> std::path::PathBuf {
    folder.path().join("media/videos").join(KANTHA)
}

fn says_so(playing: &Playing) -> bool {
    ["নেই", "চালানো গেল না"].iter().any(|words| playing.words.contains(words))
}

#[tokio::test]
async fn where_segments_are_gone_the_plain_file_plays() -> Result<()> {
    stage::play("video-gone", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit(PAGE).await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let video = VideoPage::new(&panel);
        video.poster(KANTHA).await?;
        // After the folder was read: the pack still names them.
        for rung in fs::read_dir(made(&stage.folder))? {
            let rung = rung?.path();
            if rung.is_dir() && rung.file_name().is_some_and(|name| name.to_string_lossy().ends_with('p')) {
                for file in fs::read_dir(rung)?.flatten().filter(|it| it.file_name() != "init.mp4") {
                    fs::remove_file(file.path())?;
                }
            }
        }
        video.tap(KANTHA).await?;
        let playing = video.plays().await?;
        ensure!(playing.source.contains("plain.mp4"), "{playing:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_hole_in_the_middle_ends_with_the_plain_file_too() -> Result<()> {
    stage::play("video-hole", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit(PAGE).await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let video = VideoPage::new(&panel);
        video.poster(KANTHA).await?;
        for rung in fs::read_dir(made(&stage.folder))?.flatten() {
            let segment = rung.path().join("00002.m4s");
            if segment.is_file() {
                fs::remove_file(segment)?;
            }
        }
        video.tap(KANTHA).await?;
        video.plays().await?;
        let after = video.until("what comes after the hole", |it| it.at > 7.0).await?;
        ensure!(after.source.contains("plain.mp4"), "{after:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_everything_is_gone_it_says_so_and_the_bot_still_answers() -> Result<()> {
    stage::play("video-all-gone", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit(PAGE).await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let video = VideoPage::new(&panel);
        video.poster(KANTHA).await?;
        for entry in fs::read_dir(made(&stage.folder))? {
            let path = entry?.path();
            if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
        }
        let films = stage.folder.path().join("media/films");
        if films.is_dir() {
            fs::remove_dir_all(films)?;
        }
        video.tap(KANTHA).await?;
        video.until("it says that it cannot", says_so).await?;
        panel.in_both_lights("video-failed-bn").await?;
        panel.say("ডেলিভারি চার্জ কত?").await?;
        panel.said("bot", &faq::answer("delivery", "bn")?).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_file_that_lies_about_its_type_is_no_end_of_the_panel() -> Result<()> {
    stage::play("video-lies", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit(PAGE).await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let video = VideoPage::new(&panel);
        video.poster(KANTHA).await?;
        for rung in fs::read_dir(made(&stage.folder))?.flatten().filter(|it| it.path().is_dir()) {
            for file in fs::read_dir(rung.path())?.flatten() {
                if file.path().extension().is_some_and(|end| end == "m4s") {
                    fs::write(file.path(), "<html><body>404</body></html>")?;
                }
            }
        }
        fs::write(made(&stage.folder).join("plain.mp4"), "<svg xmlns='http://www.w3.org/2000/svg'/>")?;
        video.tap(KANTHA).await?;
        video.until("it says that it cannot", says_so).await?;
        panel.press(".panel-back").await?;
        panel.ready().await
    })
    .await
}

#[tokio::test]
async fn a_video_of_another_site_is_loaded_on_tap_only() -> Result<()> {
    let linked = |folder: &ShopFolder| {
        let video = "title = { bn = \"শাড়ির কুঁচি\", en = \"Pleating\" }\nproducts = [\"NK-040\"]\n\
                     link = \"https://youtu.be/dQw4w9WgXcQ\"\n";
        fs::write(folder.path().join("videos/pleats.toml"), video)?;
        Ok(())
    };
    stage::play_in("video-linked", linked, async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        shop.visit("/p/nk-040").await?;
        shop.press_launcher().await?;
        panel.ready().await?;
        let video = VideoPage::new(&panel);
        video.poster("pleats").await?;
        let frames = "return [...document.querySelectorAll('iframe')].map(it => it.src)";
        panel.enter().await?;
        ensure!(panel.browser.run::<Vec<String>>(frames, &[]).await?.is_empty());
        panel.in_both_lights("video-linked-bn").await?;
        ensure!(
            panel.browser.text(".poster").await?.contains("YouTube"),
            "where it comes from is said before the tap"
        );
        video.tap("pleats").await?;
        video.until("the other site's player", |it| it.state == "linked").await?;
        let shown: Vec<String> = panel.browser.run(frames, &[]).await?;
        ensure!(
            shown.len() == 1 && shown[0].starts_with("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?"),
            "{shown:?}"
        );
        // The page's policy lets that frame in: what there is no network for is another matter.
        let complaints = panel.browser.complaints().await?;
        ensure!(!complaints.iter().any(|it| it.contains("Content Security Policy")), "{complaints:?}");
        Ok(())
    })
    .await
}
