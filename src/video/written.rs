//! Playlists written on the device, with the beginnings of the files in them: the first thing asked of the network is the
//! first segment.

use alap_protocol::video::Ladder;
use alap_video::playlist::{Addresses, PLAYLIST_MEDIA_TYPE, media, offer};
use js_sys::{Array, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Url};

use super::run::run;

/// The address of the playlist that offers these qualities.
pub(super) fn playlists(ladder: &Ladder, (low, high): (usize, usize)) -> Option<String> {
    let base = whole(&ladder.base);
    let rungs = ladder.rungs.get(low..=high.min(ladder.rungs.len().checked_sub(1)?))?;
    let mut offered = Vec::new();
    for rung in rungs {
        let init = address(&Uint8Array::from(rung.init.as_slice()), "video/mp4")?;
        let below = Addresses::Below { base: &base, init: Some(&init) };
        offered.push((rung, address(&media(ladder, rung, below).into(), PLAYLIST_MEDIA_TYPE)?));
    }
    address(&offer(offered).into(), PLAYLIST_MEDIA_TYPE)
}

/// With the page's origin, where it has none: a playlist made here has no place of its own.
fn whole(address: &str) -> String {
    match address.strip_prefix('/') {
        Some(rest) => [&window().location().origin().unwrap_or_default(), "/", rest].concat(),
        None => address.to_owned(),
    }
}

/// An address for what is made here, given back with the source.
#[inline(never)]
fn address(what: &JsValue, kind: &str) -> Option<String> {
    let address = Url::create_object_url_with_blob(&blob(what, kind)?).ok()?;
    run(|run| run.made.push(address.clone()));
    Some(address)
}

/// Something with its media type.
#[inline(never)]
pub(super) fn blob(what: &JsValue, kind: &str) -> Option<Blob> {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    Blob::new_with_blob_sequence_and_options(&Array::of1(what), &bag).ok()
}
