//! The network is gone, or the source is: which of the two, and what is done about it.

use alap_video::patience::pause;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

use super::{
    draw::draw,
    js::{fetch, flag, then},
    playing::now,
    run::run,
    source, still,
};

/// What answers shortly, from where the panel is.
const NEAR: &str = "/healthz";
/// within so many milliseconds.
const WITHIN_MILLISECONDS: u32 = 5_000;

/// Looks whether there is a network, and does something if the source is the same by then.
#[inline(never)]
fn look(act: fn(bool)) {
    let turn = run(|run| run.turn);
    // A network that the device itself misses need not be tried.
    let answer = match flag(&window().navigator(), "onLine") {
        false => JsValue::UNDEFINED,
        true => fetch(NEAR, "*/*", WITHIN_MILLISECONDS),
    };
    then(
        answer,
        Box::new(move |answer| {
            if run(|run| run.turn) == turn {
                act(answer.is_ok());
            }
        }),
    );
}

/// The source broke off. If there is a network, it is the source's fault.
pub(super) fn broke() {
    look(|is_there| if is_there { source::broke() } else { gone() });
}

/// It waits, and nothing comes: is there a network at all?
pub(super) fn doubt() {
    look(|is_there| {
        if !is_there {
            gone();
        }
    });
}

/// There is none: says so, and tries until there is.
pub(super) fn gone() {
    still::hold();
    run(|run| {
        run.away = Some(now() + f64::from(pause(run.tries)));
        run.tries += 1;
        run.since = None;
        run.waits = true;
        run.word = Some("video.offline");
    });
    draw();
}

/// Tries again: goes on at its place where there is a network.
pub(super) fn again() {
    // Not twice at a time.
    let is_away = run(|run| {
        let is_away = run.away.is_some_and(f64::is_finite);
        if is_away {
            run.away = Some(f64::INFINITY);
        }
        is_away
    });
    if is_away {
        look(|is_there| {
            if is_there {
                let place = run(|run| {
                    run.away = None;
                    run.word = Some("video.loading");
                    run.place
                });
                source::attach(place);
                draw();
            } else {
                gone();
            }
        });
    }
}
