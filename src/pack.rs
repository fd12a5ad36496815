//! The shop pack: from this device at once, from the server in the background.

use std::sync::Arc;

use alap_protocol::pack::{PACK_FORMAT, ShopPack};
use gloo_timers::future::TimeoutFuture;
use js_sys::{ArrayBuffer, Function, Math, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::{later, panel::Panel};

/// Takes the pack that the shell asked for; goes on trying while there is none at all. A pack that is kept on this device
/// comes with the talk.
pub(crate) async fn load(panel: Panel) {
    let mut pause = 2_000;
    let mut coming = early("pack").and_then(|early| early.dyn_into::<Promise>().ok());
    while let Some(promise) = coming.take() {
        match JsFuture::from(promise).await.map(JsCast::dyn_into::<ArrayBuffer>) {
            Ok(Ok(bytes)) => return take_new(panel, bytes),
            Ok(Err(_)) => return panel.outdated.set(true),
            Err(status) if status.as_f64() == Some(404.0) => {
                return panel.pack_missing.set(Some("panel.no_shop"));
            }
            Err(_) if panel.pack.with_untracked(Option::is_some) => return,
            Err(_) => panel.pack_missing.set(Some("panel.no_pack")),
        }
        later::prepare(panel);
        TimeoutFuture::new(pause).await;
        pause = (pause * 2).min(60_000);
        coming = again();
    }
}

/// Asks once more for the pack: the shop has changed something.
pub(crate) async fn refresh(panel: Panel) {
    let Some(coming) = again() else { return };
    if let Ok(Ok(bytes)) = JsFuture::from(coming).await.map(JsCast::dyn_into::<ArrayBuffer>) {
        take_new(panel, bytes);
    }
}

fn take_new(panel: Panel, bytes: ArrayBuffer) {
    match parse(&bytes) {
        Some(pack) => {
            panel.pack_bytes.set_value(Some(bytes));
            take(panel, pack);
        }
        None => panel.outdated.set(true),
    }
}

/// `None` for a pack of another version than this widget's.
pub(crate) fn parse(bytes: &ArrayBuffer) -> Option<ShopPack> {
    let bytes = Uint8Array::new(bytes).to_vec();
    postcard::from_bytes::<ShopPack>(&bytes).ok().filter(|pack| pack.format == PACK_FORMAT)
}

pub(crate) fn take(panel: Panel, pack: ShopPack) {
    if let Some(root) =
        document().document_element().and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let style = root.style();
        // A style that a browser does not take leaves the colours of the stylesheet.
        let _ = style.set_property("--theme", &pack.shop.theme.color);
        let _ = style.set_property("--on-theme", text_on(&pack.shop.theme.color));
    }
    panel.pack_missing.set(None);
    panel.pack.set(Some(Arc::new(pack)));
}

/// The text colour with the better contrast on `#rrggbb` (WCAG 2.2, relative luminance).
fn text_on(color: &str) -> &'static str {
    let channel = |range| {
        let value = color.get(range).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0);
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { Math::pow((value + 0.055) / 1.055, 2.4) }
    };
    let luminance = 0.2126 * channel(1..3) + 0.7152 * channel(3..5) + 0.0722 * channel(5..7);
    if luminance > 0.179 { "#16130f" } else { "#fffefc" }
}

/// What the shell's script left: the pack on its way, and how to ask for it again.
fn early(name: &str) -> Option<JsValue> {
    let early = Reflect::get(&window(), &"__alap".into()).ok()?;
    Reflect::get(&early, &name.into()).ok()
}

fn again() -> Option<Promise> {
    let load: Function = early("load")?.dyn_into().ok()?;
    load.call0(&JsValue::NULL).ok()?.dyn_into().ok()
}
