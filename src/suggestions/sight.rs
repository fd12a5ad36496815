//! A card that the keyboard reaches is shown whole: browsers leave one that is half in sight where it is.

use js_sys::{Function, Object, Reflect};
use leptos::ev::FocusEvent;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// For the focus that comes into a row. Not after a tap: what is under the finger stays there.
pub(super) fn bring(event: &FocusEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(target) = target.filter(|target| target.matches(":focus-visible").unwrap_or(false))
        && let Ok(Some(card)) = target.closest(".pick")
    {
        // A browser that knows it otherwise shows what it shows.
        let _ = scroll(&card);
    }
}

fn scroll(card: &Element) -> Result<(), JsValue> {
    let nearest = Object::new();
    for direction in ["inline", "block"] {
        Reflect::set(&nearest, &direction.into(), &"nearest".into())?;
    }
    let scroll: Function = Reflect::get(card, &"scrollIntoView".into())?.dyn_into()?;
    scroll.call1(card, &nearest)?;
    Ok(())
}
