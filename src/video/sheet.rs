//! The sheet of a video: fetched when somebody is about to tap, kept as long as the panel is open.

use std::sync::Arc;

use alap_protocol::video::{SHEET_MEDIA_TYPE, VideoHead, VideoSheet};
use alap_video::patience::pause;
use js_sys::Uint8Array;

use super::{
    draw::draw,
    js::{self, call, flag, number, then},
    open,
    playing::now,
    run::{Run, panel, run},
};
use crate::http::encoded;

const WITHIN_MILLISECONDS: u32 = 15_000;

/// Fetches it, unless it is here or on its way.
pub(super) fn prepare(head: VideoHead) {
    let begins = run(|run| {
        let known = run.fetched.as_ref().is_some_and(|it| fits(it, &head));
        let begins = !known && run.coming.as_ref() != Some(&head.id);
        if begins {
            run.coming = Some(head.id.clone());
        }
        begins
    });
    if begins {
        fetch(head);
    }
}

/// Is it of this version of the video?
pub(super) fn fits(sheet: &VideoSheet, head: &VideoHead) -> bool {
    sheet.id == head.id && sheet.version == head.version
}

/// Is this the video that is open?
pub(super) fn is_open(run: &Run, head: &VideoHead) -> bool {
    run.head.as_ref().is_some_and(|open| open.id == head.id && open.version == head.version)
}

fn fetch(head: VideoHead) {
    let Some(panel) = panel() else { return };
    let shop = leptos::prelude::WithValue::with_value(&panel.shop, |shop| encoded(shop.as_str()));
    let (id, version) = (encoded(head.id.as_str()), encoded(&head.version));
    let address = format!("/api/v1/shops/{shop}/videos/{id}?v={version}");
    then(
        js::fetch(&address, SHEET_MEDIA_TYPE, WITHIN_MILLISECONDS),
        Box::new(move |answer| {
            let answer = answer.unwrap_or_default();
            if !flag(&answer, "ok") {
                return missing(head, number(&answer, "status") == 404.0);
            }
            then(
                call(&answer, "arrayBuffer", &[]),
                Box::new(move |bytes| match bytes.ok().map(|bytes| Uint8Array::new(&bytes).to_vec()) {
                    Some(bytes) => take(head, &bytes),
                    None => missing(head, false),
                }),
            );
        }),
    );
}

fn take(head: VideoHead, bytes: &[u8]) {
    let Ok(mut sheet) = postcard::from_bytes::<VideoSheet>(bytes) else { return missing(head, true) };
    // A newer one than the pack names will do, too: it is the head's from now on.
    sheet.version.clone_from(&head.version);
    let sheet = Arc::new(sheet);
    let wanted = run(|run| {
        run.coming = None;
        run.fetched = Some(sheet.clone());
        is_open(run, &head)
    });
    if wanted {
        open::begin(sheet);
    }
}

/// There is none: for good, or for now.
fn missing(head: VideoHead, for_good: bool) {
    let wanted = run(|run| {
        run.coming = None;
        let wanted = is_open(run, &head);
        if wanted {
            run.word = Some(if for_good { "video.gone" } else { "video.away" });
            run.asks = (!for_good).then(|| now() + f64::from(pause(run.tries)));
            run.tries += 1;
            run.over = for_good;
            run.waits = !for_good;
        }
        wanted
    });
    if wanted {
        draw();
    }
}
