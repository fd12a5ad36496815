//! The ways to show a video.

use std::{fs, path::Path, process::Command};

use alap_tests::panel_page::PanelPage;
use anyhow::{Context, Result, ensure};
use serde_json::json;

/// A way to show a video.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The panel's own player.
    Player,
    /// `<video>` with the lowest quality as one file, its index first.
    OneFile,
    /// `<video>` with the file that the server keeps for browsers without segments.
    Plain,
    /// `<video>` with the playlist, which this browser reads itself.
    Playlist,
}

impl Way {
    pub(crate) const ALL: [Self; 4] = [Self::Player, Self::OneFile, Self::Plain, Self::Playlist];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Player => "the panel's player",
            Self::OneFile => "<video>, 144p as one MP4",
            Self::Plain => "<video>, plain.mp4",
            Self::Playlist => "<video>, master.m3u8",
        }
    }

    /// Must it play the lowest quality?
    pub(crate) fn is_lowest(self) -> bool {
        matches!(self, Self::Player | Self::OneFile)
    }

    /// Taps what plays it.
    pub(crate) async fn tap(self, panel: &PanelPage, video: &str) -> Result<()> {
        let source = match self {
            Self::Player => return panel.press(&format!("button[data-video=\"{video}\"]:has(img)")).await,
            Self::OneFile => one_file_name(video),
            Self::Plain => format!("videos/{video}/plain.mp4"),
            Self::Playlist => format!("videos/{video}/master.m3u8"),
        };
        panel.enter().await?;
        let button = "const button = document.createElement('button');
            button.id = 'bench-tap'; button.textContent = 'play';
            button.style.cssText = 'position:fixed;inset:0;z-index:9999';
            button.onclick = () => {
                const video = document.createElement('video');
                video.style.cssText = 'position:fixed;inset:0;width:100%;z-index:10000';
                video.playsInline = true;
                video.src = `/media/nokshi/${arguments[0]}`;
                document.body.append(video);
                video.play();
            };
            document.body.append(button)";
        panel.browser.run::<()>(button, &[json!(source)]).await?;
        panel.press("#bench-tap").await
    }
}

fn one_file_name(video: &str) -> String {
    format!("films/{video}-one-file.mp4")
}

/// Puts the segments of a quality together again: one file, its index at the beginning.
pub(crate) fn one_file(shop: &Path, video: &str, lines: u32) -> Result<()> {
    let media = shop.join("media");
    let rung = media.join(format!("videos/{video}/{lines}p"));
    let mut whole =
        fs::read(rung.join("init.mp4")).context("the ladder is not made: `cargo xtask demo` makes it")?;
    for segment in 0.. {
        let Ok(bytes) = fs::read(rung.join(format!("{segment:05}.m4s"))) else { break };
        whole.extend(bytes);
    }
    let fragmented = shop.join("fragmented.mp4");
    fs::write(&fragmented, whole)?;
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg.args(["-y", "-v", "error", "-i"]).arg(&fragmented).args(["-c", "copy", "-movflags", "+faststart"]);
    let done = ffmpeg.arg(media.join(one_file_name(video))).output().context("ffmpeg cannot be started")?;
    ensure!(done.status.success(), "ffmpeg: {}", String::from_utf8_lossy(&done.stderr));
    Ok(fs::remove_file(fragmented)?)
}
