//! How long a shopper on a slow line waits from the tap to the first picture: the panel's player, beside what a shop would
//! have without it. All stand in the same panel, on the same connections, with nothing of the video fetched before.

mod line;
mod probe;
mod table;
mod way;

use alap_tests::stage;
use anyhow::{Context as _, Result, ensure};

use line::Line;
use way::Way;

/// What is played.
const VIDEO: &str = "kantha-care";
/// The page of the shop that it stands on.
const PAGE: &str = "/p/nk-012";
/// The lowest quality: what such lines are for.
const LINES: u32 = 144;

/// What one tap led to.
#[derive(Clone, Debug)]
struct Taken {
    /// From the tap to the first picture on the screen, in milliseconds.
    first_frame_ms: f64,
    /// The shorter side of that picture.
    lines: u32,
    /// Files of the video asked for before the tap; posters apart.
    before: u32,
    /// What was wholly there at the first picture.
    came: Vec<Came>,
}

/// A file: the end of its address, when it was asked for and when it was there, in milliseconds after the tap, and its bytes.
type Came = (String, f64, f64, u64);

impl Taken {
    fn bytes(&self) -> u64 {
        self.came.iter().map(|(_, _, _, bytes)| bytes).sum()
    }
}

/// Measures each way in turn, so many times on each line, and prints a table.
pub(crate) async fn measure(runs: usize) -> Result<()> {
    stage::play_in(
        "bench-video",
        |folder| way::one_file(folder.path(), VIDEO, LINES),
        async |stage| {
            for line in &line::LINES {
                let mut taken = vec![Vec::new(); Way::ALL.len()];
                for run in 0..runs {
                    for (way, taken) in Way::ALL.into_iter().zip(&mut taken) {
                        eprintln!("{}, round {} of {runs}: {}", line.name, run + 1, way.name());
                        let one = take(stage, line, way).await.with_context(|| way.name())?;
                        taken.push(one);
                    }
                }
                println!("{}", table::of(line, &taken));
            }
            Ok(())
        },
    )
    .await
}

/// One tap in a browser that has never seen anything.
async fn take(stage: &mut stage::Stage, line: &Line, way: Way) -> Result<Taken> {
    let (shop, panel) = stage.shopper(stage::Screen::Phone).await?;
    panel.browser.before_every_page(line::LOWEST_QUALITY).await?;
    shop.visit(PAGE).await?;
    shop.press_launcher().await?;
    panel.ready().await?;
    probe::poster(&panel, VIDEO).await?;
    // What comes by itself after the first view is no part of it.
    probe::quiet(&panel).await?;
    let before = probe::fetched(&panel, VIDEO).await?;
    ensure!(before == 0, "{before} files of the video were asked for before the tap");
    probe::watch(&panel).await?;
    line.squeeze(&panel.browser).await?;
    way.tap(&panel, VIDEO).await?;
    let taken = probe::first_frame(&panel, before).await?;
    ensure!(!way.is_lowest() || taken.lines == LINES, "{} lines were played, not {LINES}", taken.lines);
    stage.dismiss_last();
    Ok(taken)
}
