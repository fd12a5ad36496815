//! Styles that come with a part of the panel, not with the first view.

use js_sys::{Function, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};

/// Adds one rule that holds all others, to the page's own style sheet: what a script adds to a sheet, the page's content
/// policy does not refuse. Where it fails, what it is for stays plain.
pub(crate) fn add(style: &str) {
    let _ = try_add(style);
}

fn try_add(style: &str) -> Result<(), JsValue> {
    let sheets = Reflect::get(&document(), &"styleSheets".into())?;
    let sheet = Reflect::get_u32(&sheets, 0)?;
    let rules = Reflect::get(&Reflect::get(&sheet, &"cssRules".into())?, &"length".into())?;
    let insert: Function = Reflect::get(&sheet, &"insertRule".into())?.dyn_into()?;
    insert.call2(&sheet, &format!("@media all{{{style}}}").into(), &rules)?;
    Ok(())
}
