//! The last picture, over the player, while another source takes its place: so nothing blinks.

use wasm_bindgen::JsValue;

use super::{
    dom::{part, show},
    js::{call, get, set},
    run::{run, video},
};

/// Holds the picture that is on the screen.
pub(super) fn hold() {
    let (Some(root), Some(video)) = (run(|run| run.root.clone()), video()) else { return };
    let still = part(&root, "still");
    let (width, height) = (video.video_width(), video.video_height());
    if width == 0 || get(&still, "hidden").is_falsy() {
        return;
    }
    set(&still, "width", &width.into());
    set(&still, "height", &height.into());
    let context = call(&still, "getContext", &[&"2d".into()]);
    // A browser that does not let it be drawn shows nothing for a moment.
    call(&context, "drawImage", &[&video, &JsValue::from(0), &JsValue::from(0)]);
    show(&root, "still", true);
}

/// The player shows its own again.
pub(super) fn let_go() {
    if let Some(root) = run(|run| run.root.clone()) {
        show(&root, "still", false);
    }
}
