//! hls.js, for browsers that play no playlists by themselves. It is fetched with the first tap that needs it.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlVideoElement;

use super::{
    away,
    dom::put_text,
    js::{call, flag, function, get, set, tell, text, then},
    line::line,
    run::{run, video},
    source::play,
};

/// Its light build: no captions, no other sound tracks, no keys; the player has no use for them.
const ADDRESS: &str = "/widget/hls-1.7.4.js";
/// So much is fetched ahead, in seconds: a shopper seldom watches to the end.
const AHEAD_SECONDS: u32 = 20;
/// So often it asks again for a segment before it gives up: there are other ways, and a network is waited for elsewhere.
const RETRIES: u32 = 1;
/// It has read which qualities there are.
const KNOWN: &str = "hlsManifestParsed";

/// Plays this playlist with it, from the place at hand on.
pub(super) fn attach(list: String) {
    let turn = run(|run| run.turn);
    then(
        script().unwrap_or_default(),
        Box::new(move |_| {
            if run(|run| run.turn) != turn {
                return;
            }
            match video().filter(|_| flag(&window(), "Hls")) {
                Some(video) => begin(&video, &list),
                None => away::broke(),
            }
        }),
    );
}

/// The script on its way; nothing where it is here.
fn script() -> Option<JsValue> {
    if flag(&window(), "Hls") {
        return None;
    }
    // What a template brings in does not run: this one has to be made.
    let script = tell(&document(), "createElement", "script");
    put_text(&script, "src", ADDRESS);
    call(&get(&document(), "head"), "append", &[&script]);
    Some(
        Promise::new(&mut |done, failed| {
            set(&script, "onload", &done);
            set(&script, "onerror", &failed);
        })
        .into(),
    )
}

fn begin(video: &HtmlVideoElement, list: &str) {
    let settings = Object::new();
    let place = run(|run| run.place);
    set(&settings, "enableWorker", &false.into());
    let numbers = [
        ("startLevel", 0.0),
        ("startPosition", place),
        ("maxBufferLength", f64::from(AHEAD_SECONDS)),
        ("fragLoadingMaxRetry", f64::from(RETRIES)),
        ("abrEwmaDefaultEstimate", f64::from(line().carries_kbps()) * 1_000.0),
    ];
    for (name, value) in numbers {
        set(&settings, name, &value.into());
    }
    let constructor: Function = get(&window(), "Hls").unchecked_into();
    let Ok(hls) = Reflect::construct(&constructor, &Array::of1(&settings)) else { return away::broke() };
    let mut recovered = false;
    let hear = function(Box::new(move |event, fault| {
        if event.as_string().as_deref() == Some(KNOWN) {
            offer();
        } else if flag(&fault, "fatal") {
            let is_media = text(&fault, "type").as_deref() == Some("mediaError");
            if is_media && !std::mem::replace(&mut recovered, true) {
                call(&run(|run| run.hls.clone()).unwrap_or_default(), "recoverMediaError", &[]);
            } else {
                away::broke();
            }
        }
    }));
    for event in [KNOWN, "hlsError"] {
        call(&hls, "on", &[&event.into(), &hear]);
    }
    call(&hls, "loadSource", &[&list.into()]);
    call(&hls, "attachMedia", &[video]);
    run(|run| run.hls = Some(hls));
    play();
}

/// It may take the qualities on offer only.
pub(super) fn offer() {
    let (hls, begun, (low, high)) = run(|run| (run.hls.clone(), run.begun, run.offer));
    let Some(hls) = hls else { return };
    let fixed = if low == high { low as f64 } else { -1.0 };
    set(&hls, "autoLevelCapping", &(high as f64).into());
    // What was fetched ahead in another quality is thrown away, once it plays. Before, only a chosen one is named: the word
    // for "any" would have it try the line with the first segment, and fetch that twice.
    if begun {
        set(&hls, "nextLevel", &fixed.into());
    } else if low == high {
        set(&hls, "loadLevel", &fixed.into());
    }
}
