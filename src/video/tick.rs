//! Looks twice a second how the player fares, while there is one.

use alap_video::patience::{Step, Wait, step};
use gloo::timers::callback::Interval;
use leptos::prelude::window;

use super::{away, draw::draw, playing::now, run::run, sheet, source};

const EVERY: u32 = 500;
/// The controls go after so long, in milliseconds.
const QUIET: f64 = 3_000.0;
/// Whoever has so many segments and no picture yet will not get one from more of them.
const FEW: u32 = 2;
/// What is said of a lower quality,
pub(super) const LOWER: &str = "video.lower";
/// for so long, in milliseconds.
const LOWERED: f64 = 10_000.0;
/// What is said when it takes long.
pub(super) const SLOW: &str = "video.slow";

/// Begins to look.
pub(super) fn begin() {
    run(|run| {
        run.tick.get_or_insert_with(|| Interval::new(EVERY, look));
    });
}

fn look() {
    let now = now();
    let (away, wait) = run(|run| {
        run.quiet = run.plays && now - run.touched > QUIET;
        if run.note == Some(LOWER) && now - run.lowered > LOWERED {
            run.note = None;
        }
        let wait = run.since.map(|since| Wait {
            milliseconds: (now - since).max(0.0) as u32,
            begun: run.seen,
            lower: run.offer.1 > 0 && run.quality.is_none() && !run.is_plain(),
            worse: run.worse,
        });
        (run.away, wait)
    });
    let asks = run(|run| run.head.clone().filter(|_| run.asks.take_if(|next| *next <= now).is_some()));
    if let Some(head) = asks {
        sheet::prepare(head);
    }
    match (away, wait.map(step)) {
        (Some(next), _) if now >= next => away::again(),
        (None, Some(Step::Say)) => say("video.loading"),
        // Segments came, and made no picture: they are not what they say they are.
        (None, Some(Step::Offer)) if run(|run| run.came > FEW && !run.seen) => source::plain(),
        (None, Some(Step::Offer)) if run(|run| run.word) != Some(SLOW) => {
            say(SLOW);
            away::doubt();
        }
        (None, Some(Step::Lower)) if window().navigator().on_line() => {
            run(|run| {
                run.worse = false;
                run.note = Some(LOWER);
                run.lowered = now;
            });
            source::offer((0, 0));
        }
        (None, Some(Step::Lower)) => away::gone(),
        _ => {}
    }
    draw();
}

fn say(word: &'static str) {
    run(|run| {
        run.waits = true;
        run.word = Some(word);
    });
}
