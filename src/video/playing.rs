//! What the element that plays tells, as it tells it.

use alap_ui::device_time;
use leptos::prelude::Set;
use wasm_bindgen::JsValue;
use web_sys::Event;

use super::{
    away, captions,
    draw::draw,
    js::{call, text, then},
    keeping,
    run::{panel, run, video},
    still,
};
use crate::{later, panel::View};

/// What is said when a browser plays without sound only.
pub(super) const MUTED: &str = "video.muted";

/// So far behind a break, it is over.
const WHILE_SECONDS: f64 = 10.0;

pub(super) const EVENTS: [&str; 15] = [
    "loadedmetadata",
    "durationchange",
    "timeupdate",
    "playing",
    "play",
    "pause",
    "waiting",
    "seeking",
    "seeked",
    "ended",
    "error",
    "volumechange",
    "resize",
    "enterpictureinpicture",
    "leavepictureinpicture",
];

pub(super) fn heard(event: &Event) {
    let Some(video) = video() else { return };
    let at = video.current_time();
    match event.type_().as_str() {
        "loadedmetadata" => {
            let place = run(|run| run.place);
            // A browser that began elsewhere is put there now.
            if (at - place).abs() > 1.0 {
                video.set_current_time(place);
            } else {
                run(|run| run.putting = false);
            }
        }
        "durationchange" => run(|run| run.seconds = whole(video.duration())),
        "timeupdate" => goes_on(at, !video.paused() && !video.seeking()),
        // Said also of what makes no picture: only a place that moves is believed.
        "playing" => captions::apply(),
        "play" => run(|run| {
            run.plays = true;
            run.since = Some(now());
        }),
        "pause" => {
            let failed = video.error().is_some();
            run(|run| {
                run.plays = false;
                run.since = None;
                // Also by the browser's own keys; not because it broke off.
                run.wanted &= failed;
            });
            keeping::note();
            // Whoever stops may want to ask.
            if let Some(panel) = panel() {
                later::prepare(panel);
            }
        }
        "waiting" => run(|run| run.since = run.since.or_else(|| Some(now()))),
        "seeking" => run(|run| {
            if !run.putting {
                let from = std::mem::replace(&mut run.place, at);
                run.watching.moves(from, at);
            }
        }),
        "seeked" => {
            run(|run| run.putting = false);
            if video.paused() {
                still::let_go();
            }
        }
        "ended" => {
            run(|run| {
                run.wanted = false;
                run.word = Some("video.ended");
            });
            keeping::tell();
        }
        // The library has its own word for what fails; an element without a source fails, too, and means nothing.
        "error" if video.error().is_some() && run(|run| run.hls.is_none() && !run.ways.is_empty()) => {
            away::broke();
        }
        "volumechange" => captions::apply(),
        "enterpictureinpicture" => run(|run| run.small = true),
        "leavepictureinpicture" => {
            let watches = run(|run| {
                run.small = false;
                run.head.is_some()
            });
            // Whoever comes back from the small window wants to go on seeing it.
            if let Some(panel) = panel().filter(|_| watches && !video.paused()) {
                panel.view.set(View::Video);
            }
        }
        _ => {}
    }
    let (width, height) = (video.video_width(), video.video_height());
    run(|run| run.lines = if width > 0 { width.min(height) } else { run.lines });
    draw();
}

fn goes_on(at: f64, moves: bool) {
    let went_on = run(|run| {
        let went_on = moves && at > run.place;
        if went_on {
            run.watching.plays(at);
            (run.begun, run.seen, run.putting) = (true, true, false);
            (run.since, run.away) = (None, None);
            run.tries = 0;
            // One hole in the middle is not met again and again.
            if at > run.broken + WHILE_SECONDS {
                run.again = 0;
            }
            rested(run);
        }
        if !run.putting {
            run.place = at;
        }
        went_on
    });
    if went_on {
        still::let_go();
    }
}

/// It needs no words any more.
fn rested(run: &mut super::run::Run) {
    run.waits = false;
    run.word = None;
}

/// What came of playing: a browser may let nothing play without a tap, or nothing with sound.
pub(super) fn came_of(playing: Result<JsValue, JsValue>) {
    let refused = |came: &Result<JsValue, JsValue>| {
        came.as_ref().is_err_and(|fault| text(fault, "name").as_deref() == Some("NotAllowedError"))
    };
    let Some(video) = video().filter(|_| refused(&playing)) else { return };
    // The large sign waits for another tap, if it does not play without sound either.
    run(|run| {
        run.since = None;
        run.wanted = !video.muted();
        rested(run);
    });
    if !video.muted() {
        video.set_muted(true);
        run(|run| run.note = Some(MUTED));
        captions::on_when_muted();
        then(
            call(&video, "play", &[]),
            Box::new(move |muted| {
                if muted.is_err() {
                    video.set_muted(false);
                    run(|run| (run.note, run.since, run.wanted) = (None, None, false));
                    draw();
                }
            }),
        );
    }
}

/// Whole seconds; 0 for what is no length.
fn whole(seconds: f64) -> u32 {
    if seconds.is_finite() { seconds as u32 } else { 0 }
}

/// By the device's clock, in milliseconds.
pub(super) fn now() -> f64 {
    device_time::now() as f64
}
