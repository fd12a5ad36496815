//! The poster of a video on the home view: nothing of the video but this picture is fetched before it is tapped.

use alap_protocol::{pack::OwnMoment, video::VideoHead};
use alap_ui::words::lang_of;
use alap_video::quality::highest;
use leptos::prelude::{GetUntracked, WithUntracked, untrack, window};
use web_sys::Event;

use super::{
    dom::{add, mark, part, put, say, show, translate},
    js::set,
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
    let (Some(root), Some(panel)) = (run(|run| run.poster.clone()), panel()) else { return };
    let head = at_hand();
    put(&root, "hidden", &head.is_none().into());
    let Some(head) = head else { return };
    let locale = panel.locale.get_untracked();
    translate(&root, locale);
    show(&root, "hello", head.hello);
    say(&root, "title", head.title.get(locale));
    mark(&part(&root, "title"), "lang", lang_of(&head.title, locale));
    let shown = (SIDE * window().device_pixel_ratio()) as u32;
    let bytes = head.sizes.get(highest(&head.sizes, &line(), shown)).map(|size| size.bytes);
    let note = match head.watch.as_deref().and_then(site) {
        Some(site) => tr_with(locale, "video.site", &[("site", site)]),
        None => length(locale, head.seconds, bytes),
    };
    say(&root, "note", &note);
    let button = part(&root, "poster");
    mark(&button, "data-video", Some(head.id.as_str()));
    let Some(poster) = head.poster else { return };
    let picture = part(&root, "picture");
    if root.get_attribute("data-src").as_deref() != Some(&poster.src) {
        mark(&root, "data-src", Some(&poster.src));
        set(&picture, "textContent", &"".into());
        for (kind, address) in [("image/avif", &poster.avif), ("image/webp", &poster.webp)] {
            if let Some(address) = address {
                let source = add(&picture, "source", "", "");
                mark(&source, "type", Some(kind));
                mark(&source, "srcset", Some(address));
            }
        }
        let image = add(&picture, "img", "", "");
        let (width, height) = (poster.width.to_string(), poster.height.to_string());
        for (name, value) in [
            ("alt", ""),
            ("width", &*width),
            ("height", &height),
            ("decoding", "async"),
            ("src", &poster.src),
        ] {
            mark(&image, name, Some(value));
        }
    }
}

/// Somebody is about to tap, or taps.
pub(super) fn heard(event: &Event) {
    let (Some(head), Some(panel)) = (at_hand(), panel()) else { return };
    if event.type_() == "click" {
        run(|run| run.agreed = true);
        later::watch(panel, OwnMoment { video: head.id, at: 0 });
    } else {
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
