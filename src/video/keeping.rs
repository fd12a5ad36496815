//! What of watching is kept on this device, and what the shop hears of it where the shopper lets it count.

use alap_protocol::{locale::Locale, video::Watched};
use alap_video::places::Places;
use js_sys::JSON;
use leptos::prelude::{WithValue, window};
use wasm_bindgen::JsValue;

use super::{
    js::call,
    run::{panel, run},
    written::blob,
};
use crate::{
    http::encoded,
    kept::{self, Slot},
};

/// Who stopped so near to the end, in seconds, begins anew.
const NEAR: u32 = 5;
/// The speeds, in percent.
pub(super) const SPEEDS: [u32; 5] = [75, 100, 125, 150, 200];

#[inline(never)]
fn read(slot: Slot) -> String {
    panel().and_then(|panel| panel.shop.with_value(|shop| kept::read(shop, slot))).unwrap_or_default()
}

#[inline(never)]
fn keep(slot: Slot, text: &str) {
    if let Some(panel) = panel() {
        panel.keep(slot, text);
    }
}

/// Where the shopper was in this video the last time.
pub(super) fn place() -> Option<u32> {
    let places = Places::read(&read(Slot::VideoPlaces));
    run(|run| {
        let head = run.head.as_ref()?;
        // A video may have become shorter.
        places.of(&head.id).filter(|at| head.seconds == 0 || at + NEAR < head.seconds)
    })
}

/// Keeps where the shopper is, and how the line was.
pub(super) fn note() {
    let mut places = Places::read(&read(Slot::VideoPlaces));
    let kbps = run(|run| {
        if let Some(head) = &run.head {
            places.note(&head.id, run.at(), run.seconds);
        }
        run.measured.kbps()
    });
    keep(Slot::VideoPlaces, &places.written());
    if let Some(kbps) = kbps {
        keep(Slot::VideoLine, &kbps.to_string());
    }
}

/// Takes how the shopper liked videos the last time: captions, speed, whether the shop may count.
pub(super) fn read_choices() {
    let kept = read(Slot::VideoChoices);
    let mut choices = kept.split(' ');
    let captions = choices.next().filter(|choice| choice.len() > 1).map(Locale::from_tag);
    let speed = choices.next().and_then(|speed| speed.parse().ok()).filter(|it| SPEEDS.contains(it));
    run(|run| {
        run.captions = captions.flatten();
        run.chosen = captions;
        run.speed = speed.unwrap_or(100);
        run.counts = choices.next().is_some();
    });
}

/// Keeps that.
pub(super) fn keep_choices() {
    let (captions, speed, counts) = run(|run| (run.chosen, run.speed, run.counts));
    // Chosen, refused, or never chosen.
    let captions = captions.map_or("-", |captions| captions.map_or("off", Locale::tag));
    let counts = if counts { " counts" } else { "" };
    keep(Slot::VideoChoices, &format!("{captions} {speed}{counts}"));
}

/// What came to be known since it was last told.
pub(super) fn news() -> Watched {
    run(|run| {
        let news = run.watching.news(&run.told);
        run.told = run.watching.watched();
        news
    })
}

/// Tells the shop what was watched, if the shopper lets it count. Nothing in it says who.
pub(super) fn tell() {
    let counted = |run: &mut super::run::Run| {
        run.sheet.as_ref().filter(|sheet| sheet.counted && run.counts).map(|sheet| sheet.id.clone())
    };
    let (Some(video), Some(panel)) = (run(counted), panel()) else { return };
    let Watched { replayed, skipped } = news();
    let Some(name) = JSON::stringify(&video.as_str().into()).ok().and_then(|name| name.as_string()) else {
        return;
    };
    if replayed.is_empty() && skipped.is_empty() {
        return;
    }
    let (replayed, skipped) = (listed(&replayed), listed(&skipped));
    let report = format!(r#"{{"video":{name},"watched":{{"replayed":[{replayed}],"skipped":[{skipped}]}}}}"#);
    let shop = panel.shop.with_value(|shop| encoded(shop.as_str()));
    if let Some(body) = blob(&report.into(), "application/json") {
        // Goes out also when the page goes; what does not arrive is not counted.
        let address = JsValue::from(format!("/api/v1/shops/{shop}/watched"));
        call(&window().navigator(), "sendBeacon", &[&address, &body]);
    }
}

#[inline(never)]
fn listed(parts: &[u16]) -> String {
    let mut list = String::new();
    for part in parts {
        if !list.is_empty() {
            list.push(',');
        }
        list.push_str(&part.to_string());
    }
    list
}
