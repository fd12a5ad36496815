//! hls.js, for browsers that play no playlists by themselves. It is fetched with the first tap that needs it.

use js_sys::{Function, Object, Promise};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::HtmlVideoElement;

use super::{
    away,
    dom::mark,
    js::{get, set, then},
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

#[wasm_bindgen]
extern "C" {
    /// A player of that library.
    pub(super) type Hls;

    #[wasm_bindgen(constructor)]
    fn new(settings: &Object) -> Hls;
    #[wasm_bindgen(method, js_name = loadSource)]
    fn load_source(this: &Hls, address: &str);
    #[wasm_bindgen(method, js_name = attachMedia)]
    fn attach_media(this: &Hls, video: &HtmlVideoElement);
    #[wasm_bindgen(method)]
    fn on(this: &Hls, event: &str, hear: &Function);
    #[wasm_bindgen(method, js_name = recoverMediaError)]
    fn recover_media_error(this: &Hls);
    #[wasm_bindgen(method)]
    pub(super) fn destroy(this: &Hls);
}

/// Plays this playlist with it, from the place at hand on.
pub(super) fn attach(list: String) {
    let turn = run(|run| run.turn);
    then(
        script().unwrap_or_default(),
        Box::new(move |_| {
            if run(|run| run.turn) != turn {
                return;
            }
            match video().filter(|_| get(&window(), "Hls").is_truthy()) {
                Some(video) => begin(&video, &list),
                None => away::broke(),
            }
        }),
    );
}

/// The script on its way; nothing where it is here.
fn script() -> Option<JsValue> {
    if get(&window(), "Hls").is_truthy() {
        return None;
    }
    let script = document().create_element("script").ok()?;
    mark(&script, "src", Some(ADDRESS));
    document().head()?.append_child(&script).ok()?;
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
    let hls = Hls::new(&settings);
    let mut recovered = false;
    let hear = Closure::<dyn FnMut(JsValue, JsValue)>::new(move |event: JsValue, fault: JsValue| {
        if event.as_string().as_deref() == Some(KNOWN) {
            offer();
        } else if get(&fault, "fatal").is_truthy() {
            let is_media = get(&fault, "type").as_string().as_deref() == Some("mediaError");
            if is_media && !std::mem::replace(&mut recovered, true) {
                run(|run| run.hls.as_ref().map(Hls::recover_media_error));
            } else {
                away::broke();
            }
        }
    });
    for event in [KNOWN, "hlsError"] {
        hls.on(event, hear.as_ref().unchecked_ref());
    }
    hear.forget();
    hls.load_source(list);
    hls.attach_media(video);
    run(|run| run.hls = Some(hls));
    play();
}

/// It may take the qualities on offer only.
pub(super) fn offer() {
    let (hls, begun, (low, high)) = run(|run| (run.hls.as_ref().map(JsValue::from), run.begun, run.offer));
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
