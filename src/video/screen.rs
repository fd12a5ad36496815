//! Full screen, and the small window that stays while the shopper writes.

use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;

use super::{
    dom::part,
    draw::draw,
    js::{call, flag, get, then},
    run::{run, video},
    source,
};

/// Can a video have a window of its own here?
pub(super) fn has_small() -> bool {
    flag(&document(), "pictureInPictureEnabled")
}

/// Can anything fill the screen here: the stage, or on an iPhone the video alone?
pub(super) fn has_full() -> bool {
    let prototype = get(&get(&window(), "HTMLVideoElement"), "prototype");
    fills() || get(&prototype, "webkitEnterFullscreen").is_function()
}

fn fills() -> bool {
    flag(&document(), "fullscreenEnabled")
}

/// A browser that refuses leaves everything as it is.
fn try_it(of: &JsValue, name: &str) {
    then(call(of, name, &[]), Box::new(|_| {}));
}

/// Into the small window, or back.
pub(super) fn toggle_small() {
    let Some(video) = video() else { return };
    match run(|run| run.small) {
        true => try_it(&document(), "exitPictureInPicture"),
        false => try_it(&video, "requestPictureInPicture"),
    }
}

/// Fills the screen, or no more.
pub(super) fn toggle_full() {
    let Some(video) = video() else { return };
    match (run(|run| run.full), fills()) {
        (true, _) => try_it(&document(), "exitFullscreen"),
        (false, true) => try_it(&part("v-stage"), "requestFullscreen"),
        (false, false) => try_it(&video, "webkitEnterFullscreen"),
    }
}

/// The stage fills the screen now, or no more: on a larger one more can be seen, where the line carries it.
pub(super) fn changed() {
    let full = flag(&document(), "fullscreenElement");
    let offered = run(|run| {
        run.full = full;
        run.offer
    });
    let (low, high) = source::offer_now();
    // Who was brought down to the lowest stays there.
    if full && low == 0 && offered.0 == 0 && offered.1 > 0 && high > offered.1 {
        source::offer((low, high));
    }
    draw();
}
