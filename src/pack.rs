//! The shop pack: from this device at once, from the server in the background.

use std::sync::Arc;

use alap_protocol::{
    id::ShopId,
    pack::{PACK_FORMAT, ShopPack},
};
use gloo::net::http::Request;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::{panel::Panel, storage::Slot};

/// Shows the kept pack, then fetches the newest; goes on trying while there is none at all.
pub(crate) async fn load(panel: Panel) {
    let kept = panel.storage().read(Slot::Pack).await;
    if let Some(pack) = kept.as_deref().and_then(parse) {
        take(panel, pack);
    }
    let mut pause = 2_000;
    let mut first = early();
    loop {
        let fetched = match first.take() {
            Some(early) => match JsFuture::from(early).await {
                Ok(text) => text.as_string().ok_or(Fault::Away),
                Err(status) if status.as_f64() == Some(404.0) => Err(Fault::NotFound),
                Err(_) => Err(Fault::Away),
            },
            None => fetch(&panel.shop.get_value()).await,
        };
        match fetched {
            Ok(text) if kept.as_ref() == Some(&text) => return,
            Ok(text) => {
                match parse(&text) {
                    Some(pack) => {
                        panel.storage().write(Slot::Pack, &text).await;
                        take(panel, pack);
                    }
                    None => panel.outdated.set(true),
                }
                return;
            }
            Err(Fault::NotFound) => {
                panel.pack_missing.set(Some("panel.no_shop"));
                return;
            }
            Err(_) if panel.pack.with_untracked(Option::is_some) => return,
            Err(_) => panel.pack_missing.set(Some("panel.no_pack")),
        }
        TimeoutFuture::new(pause).await;
        pause = (pause * 2).min(60_000);
    }
}

enum Fault {
    /// No network, or the server is in trouble.
    Away,
    /// There is no such shop.
    NotFound,
}

async fn fetch(shop: &ShopId) -> Result<String, Fault> {
    let shop = String::from(js_sys::encode_uri_component(shop.as_str()));
    let request = Request::get(&format!("/api/v1/shops/{shop}/pack"));
    let response = request.send().await.map_err(|_| Fault::Away)?;
    match response.status() {
        200..=299 => response.text().await.map_err(|_| Fault::Away),
        404 => Err(Fault::NotFound),
        _ => Err(Fault::Away),
    }
}

/// `None` for a pack of another version than this widget's.
fn parse(text: &str) -> Option<ShopPack> {
    serde_json::from_str::<ShopPack>(text).ok().filter(|pack| pack.format == PACK_FORMAT)
}

fn take(panel: Panel, pack: ShopPack) {
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
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * channel(1..3) + 0.7152 * channel(3..5) + 0.0722 * channel(5..7);
    if luminance > 0.179 { "#16130f" } else { "#fffefc" }
}

/// The request that the shell made while the wasm was on its way.
fn early() -> Option<Promise> {
    let early = Reflect::get(&window(), &"__alap".into()).ok()?;
    Reflect::get(&early, &"pack".into()).ok()?.dyn_into().ok()
}
