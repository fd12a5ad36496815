//! The poster of a video on the home view: nothing of the video but this picture is fetched before it is tapped.

use alap_protocol::{pack::OwnMoment, video::VideoHead};
use alap_video::quality::highest;
use leptos::prelude::{GetUntracked, WithUntracked, untrack, window};
use web_sys::Event;

use super::{
    dom::{add, mark, part, put_text, say, show},
    draw::said,
    js::text,
    line::line,
    run::{panel, run},
    sheet,
    words::{length, tr_with},
};
use crate::later;

/// Pixels that the picture's shorter side has in the panel, on most screens.
const SIDE: f64 = 200.0;

/// The video at hand.
fn at_hand() -> Option<VideoHead> {
    let panel = panel()?;
    let place = untrack(|| panel.video_at_hand())?;
    panel.pack.with_untracked(|pack| pack.as_ref()?.videos.get(place).cloned())
}

/// Draws the poster of the video at hand, or none.
pub(super) fn draw() {
    let head = at_hand();
    show("v-place", head.is_some());
    let (Some(head), Some(panel)) = (head, panel()) else { return };
    let locale = panel.locale.get_untracked();
    show("v-hello", head.hello);
    said(&part("v-name"), locale, &head.title);
    let shown = (SIDE * window().device_pixel_ratio()) as u32;
    let bytes = head.sizes.get(highest(&head.sizes, &line(), shown)).map(|size| size.bytes);
    let note = match head.watch.as_deref().and_then(site) {
        Some(site) => tr_with(locale, "video.site", &[("site", site)]),
        None => length(locale, head.seconds, bytes),
    };
    say("v-note", &note);
    mark("v-poster", "data-video", Some(head.id.as_str()));
    let address = head.poster.as_ref().map(|poster| &*poster.src);
    if text(&part("v-image"), "name").as_deref() == address {
        return;
    }
    say("v-picture", "");
    let Some(poster) = head.poster else { return };
    let picture = part("v-picture");
    for (kind, address) in [("image/avif", poster.avif), ("image/webp", poster.webp)] {
        if let Some(address) = address {
            let source = add(&picture, "<source>");
            put_text(&source, "type", kind);
            put_text(&source, "srcset", &address);
        }
    }
    let image = add(&picture, r#"<img id="v-image" alt="" decoding="async">"#);
    put_text(&image, "width", &poster.width.to_string());
    put_text(&image, "height", &poster.height.to_string());
    // Says whose picture it is, whatever format the browser took.
    put_text(&image, "name", &poster.src);
    put_text(&image, "src", &poster.src);
}

/// The address of a poster in the format that is on the screen already; else of the one that every browser reads.
fn address(src: &str) -> String {
    let image = part("v-image");
    let shown = text(&image, "currentSrc").filter(|shown| !shown.is_empty());
    let is_it = text(&image, "name").as_deref() == Some(src);
    shown.filter(|_| is_it).unwrap_or_else(|| src.to_owned())
}

/// Somebody is about to tap, or taps.
pub(super) fn heard(event: &Event) {
    let (Some(head), Some(panel)) = (at_hand(), panel()) else { return };
    if event.type_() == "click" {
        // The home view is gone when the player is drawn.
        let poster = head.poster.as_ref().map(|it| address(&it.src));
        run(|run| (run.agreed, run.poster) = (Some(head.id.clone()), poster));
        later::watch(panel, OwnMoment { video: head.id, at: 0 });
    } else if text(event, "pointerType").as_deref() == Some("mouse") {
        // A finger may only mean to scroll.
        sheet::prepare(head);
    }
}

/// The name of the site that plays it, where that is not the shop's.
fn site(watch: &str) -> Option<&'static str> {
    let host = watch.strip_prefix("https://")?.split('/').next()?;
    [
        ("youtube.com", "YouTube"),
        ("youtu.be", "YouTube"),
        ("vimeo.com", "Vimeo"),
        ("facebook.com", "Facebook"),
        ("fb.watch", "Facebook"),
    ]
    .into_iter()
    .find_map(|(site, name)| {
        let before = host.strip_suffix(site)?;
        (before.is_empty() || before.ends_with('.')).then_some(name)
    })
}
