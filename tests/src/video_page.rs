//! The player in the panel.

use std::{path::Path, process::Command, time::Duration};

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::{panel_page::PanelPage, places, shop_folder::ShopFolder, wait};

/// The player as a shopper sees it.
#[derive(Clone)]
pub struct VideoPage {
    /// The panel that it is in.
    pub panel: PanelPage,
}

/// How it plays.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Playing {
    /// `playing`, `paused`, `waiting`, or `linked` with another site's player.
    pub state: String,
    /// Where its pictures come from: `own` for HLS that the browser plays by itself, `library` for what hls.js does, else the
    /// address.
    pub source: String,
    /// Where it is, in seconds.
    pub at: f64,
    /// Width and height of the picture that is on the screen now.
    pub size: (u32, u32),
    /// The words for whoever listens.
    pub words: String,
}

impl Playing {
    /// The shorter side of the picture.
    pub fn lines(&self) -> u32 {
        self.size.0.min(self.size.1)
    }
}

impl VideoPage {
    /// The player of that panel.
    pub fn new(panel: &PanelPage) -> Self {
        Self { panel: panel.clone() }
    }

    /// Waits for a video's poster on the home view, drawn.
    pub async fn poster(&self, video: &str) -> Result<()> {
        let script = "const picture = document.querySelector(`.poster[data-video=\"${arguments[0]}\"] img`);
            return !!picture && picture.complete && picture.naturalWidth > 0";
        wait::until_true("the poster", async || {
            self.panel.enter().await?;
            self.panel.browser.run(script, &[json!(video)]).await
        })
        .await
    }

    /// Taps a poster.
    pub async fn tap(&self, video: &str) -> Result<()> {
        self.panel.press(&format!(".poster[data-video=\"{video}\"]")).await
    }

    /// What has been asked of the network for videos so far, by its address: neither posters nor stills.
    pub async fn fetched(&self) -> Result<Vec<String>> {
        self.panel.enter().await?;
        let script = "return performance.getEntriesByType('resource').map(it => new URL(it.name))
            .filter(it => it.protocol !== 'blob:' && it.protocol !== 'data:').map(it => it.pathname)
            .filter(it => /\\/(videos|films)\\//.test(it) || /hls-/.test(it))
            .filter(it => !/\\.(jpe?g|webp|avif|svg|png)$/.test(it))";
        self.panel.browser.run(script, &[]).await
    }

    /// How it plays now.
    pub async fn playing(&self) -> Result<Playing> {
        self.panel.enter().await?;
        let script = "const video = document.querySelector('.stage-video'), frame = document.querySelector('.stage-frame');
            const source = frame ? frame.src : video?.currentSrc ?? '';
            const library = performance.getEntriesByType('resource').some(it => it.name.includes('/hls-'));
            const state = frame ? 'linked' : video?.paused ? 'paused' : (video?.readyState ?? 0) > 2 ? 'playing' : 'waiting';
            return { state, source: !source.startsWith('blob:') ? source : library ? 'library' : 'own',
                at: video?.currentTime ?? 0, size: [video?.videoWidth ?? 0, video?.videoHeight ?? 0],
                words: document.querySelector('.stage-word')?.textContent ?? '' }";
        self.panel.browser.run(script, &[]).await
    }

    /// Waits until it is so.
    pub async fn until(&self, what: &str, like: impl Fn(&Playing) -> bool) -> Result<Playing> {
        wait::until_like(what, async || self.playing().await, like).await
    }

    /// Waits until pictures move.
    pub async fn plays(&self) -> Result<Playing> {
        let begun = self.until("a picture", |it| it.state == "playing" && it.lines() > 0).await?;
        self.until("pictures that move", |it| it.at > begun.at + 0.3 && it.state == "playing").await
    }

    /// Presses one of its controls.
    pub async fn control(&self, name: &str) -> Result<()> {
        self.panel.press(&format!("[data-control=\"{name}\"]")).await
    }

    /// Opens a control's choices and takes the one that begins with these words.
    pub async fn choose(&self, control: &str, words: &str) -> Result<()> {
        self.control(control).await?;
        wait::until_true("the choices", async || self.panel.has(".controls-menu .chip").await).await?;
        self.press_words(".controls-menu .chip", words).await
    }

    /// Presses the button of that kind that begins with these words.
    pub async fn press_words(&self, selector: &str, words: &str) -> Result<()> {
        let script = "const meant = [...document.querySelectorAll(arguments[0])]
                .find(it => it.textContent.trim().startsWith(arguments[1]));
            meant?.click();
            return !!meant";
        let press = async || {
            self.panel.enter().await?;
            self.panel.browser.run(script, &[json!(selector), json!(words)]).await
        };
        wait::until_true(words, press).await
    }

    /// Moves it to this second, as somebody does who knows where to look.
    pub async fn seek(&self, second: f64) -> Result<()> {
        self.panel.enter().await?;
        let script = "const slider = document.querySelector('.seek-bar input');
            slider.value = String(arguments[0] * (Number(slider.max) / document.querySelector('.stage-video').duration));
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            slider.dispatchEvent(new Event('change', { bubbles: true })); return true";
        ensure!(self.panel.browser.run::<bool>(script, &[json!(second)]).await?);
        self.until("the other place", |it| (it.at - second).abs() < 3.0).await.map(|_| ())
    }

    /// The caption that stands in the picture, and the language that it is in.
    pub async fn caption(&self) -> Result<(String, String)> {
        self.panel.enter().await?;
        let script = "const shown = [...(document.querySelector('.stage-video')?.textTracks ?? [])].find(it => it.mode === 'showing');
            return [shown?.language ?? '', [...(shown?.activeCues ?? [])].map(it => it.text).join(' ')]";
        self.panel.browser.run(script, &[]).await
    }

    /// Counts for so long how often it has to wait for more than half a second, seeking apart.
    pub async fn stalls_within(&self, long: Duration) -> Result<(u32, Playing)> {
        let end = Instant::now() + long;
        let (mut stalls, mut before, mut still_since) = (0, self.playing().await?, None::<Instant>);
        while Instant::now() < end {
            sleep(Duration::from_millis(100)).await;
            let now = self.playing().await?;
            let moved = (now.at - before.at).abs() > 0.01;
            match still_since {
                Some(since) if moved => {
                    stalls += u32::from(since.elapsed() > Duration::from_millis(500));
                    still_since = None;
                }
                None if !moved => still_since = Some(Instant::now()),
                _ => {}
            }
            before = now;
        }
        stalls += u32::from(still_since.is_some_and(|since| since.elapsed() > Duration::from_millis(500)));
        Ok((stalls, before))
    }
}

/// What a seller does to add a video: the real program, with the real `ffmpeg`. The film is one that moves so much that its
/// qualities weigh what they may.
pub fn add_lively_film(folder: &ShopFolder, id: &str, product: &str, seconds: u32) -> Result<()> {
    let film = folder.path().join(format!("{id}-from-the-phone.mp4"));
    let picture = format!("testsrc2=size=640x360:rate=25:duration={seconds},noise=alls=24:allf=t");
    let sound = format!("sine=frequency=330:duration={seconds}");
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg.args(["-v", "error", "-f", "lavfi", "-i", &picture, "-f", "lavfi", "-i", &sound]);
    ffmpeg.args(["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"]);
    run(ffmpeg.arg(&film))?;
    add(folder, &film, id, product)
}

/// `alap video add` of a file.
pub fn add(folder: &ShopFolder, film: &Path, id: &str, product: &str) -> Result<()> {
    let mut alap = Command::new(places::alap()?);
    alap.args(["video", "add"]).arg(film).args(["--name", id, "--product", product]);
    run(alap.arg("--shop").arg(folder.path()))
}

fn run(command: &mut Command) -> Result<()> {
    let done = command.output().with_context(|| format!("{command:?}"))?;
    ensure!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
    Ok(())
}
