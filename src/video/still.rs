//! The last picture, over the player, while another source takes its place: so nothing blinks.

use wasm_bindgen::JsValue;

use super::{
    dom::{part, show},
    js::{call, flag, set, tell},
    run::video,
};

/// Holds the picture that is on the screen.
pub(super) fn hold() {
    let Some(video) = video() else { return };
    let still = part("v-still");
    let (width, height) = (video.video_width(), video.video_height());
    if width > 0 && flag(&still, "hidden") {
        set(&still, "width", &width.into());
        set(&still, "height", &height.into());
        let context = tell(&still, "getContext", "2d");
        // A browser that does not let it be drawn shows nothing for a moment.
        call(&context, "drawImage", &[&video, &JsValue::from(0), &JsValue::from(0)]);
        show("v-still", true);
    }
}

/// The player shows its own again.
pub(super) fn let_go() {
    show("v-still", false);
}
