//! What the line carries, as far as the browser says and segments told.

use alap_video::quality::{Line, LineKind};
use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::{WithValue, window};
use wasm_bindgen::{JsCast, JsValue};

use super::{
    js::{call, flag, function, get, number, set, text},
    run::{Run, panel, run},
};
use crate::kept::{self, Slot};

/// How it is now.
#[inline(never)]
pub(super) fn line() -> Line {
    let connection = connection();
    let kept = panel().and_then(|panel| panel.shop.with_value(|shop| kept::read(shop, Slot::VideoLine)));
    let measured = run(|run| run.measured.kbps());
    Line {
        saves_data: flag(&connection, "saveData"),
        kind: text(&connection, "effectiveType").as_deref().and_then(LineKind::parse),
        believed_kbps: get(&connection, "downlink").as_f64().map(|mbps| (mbps * 1_000.0) as u32),
        measured_kbps: measured.or_else(|| kept?.parse().ok()),
    }
}

/// The browser's word on the line; `undefined` where it has none.
pub(super) fn connection() -> JsValue {
    get(&window().navigator(), "connection")
}

/// Measures each segment that comes, whoever asked for it.
pub(super) fn measure() {
    let hear = function(Box::new(|list, _| {
        let entries: Array = call(&list, "getEntries", &[]).unchecked_into();
        run(|run| (0..entries.length()).for_each(|place| note(run, &entries.get(place))));
    }));
    let Ok(constructor) = get(&window(), "PerformanceObserver").dyn_into::<Function>() else { return };
    if let Ok(observer) = Reflect::construct(&constructor, &Array::of1(&hear)) {
        let what = Object::new();
        set(&what, "type", &"resource".into());
        call(&observer, "observe", &[&what]);
    }
}

fn note(run: &mut Run, entry: &JsValue) {
    if !text(entry, "name").is_some_and(|name| name.contains(".m4s")) {
        return;
    }
    run.came += 1;
    let begins = number(entry, "responseStart");
    // Another origin that does not let itself be timed tells neither.
    if begins > 0.0 {
        run.measured.note(number(entry, "transferSize") as u32, number(entry, "responseEnd") - begins);
    }
}
