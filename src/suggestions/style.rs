//! How the rows look: comes with them, not with the first view.

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/suggestions.css"));

/// Adds one rule that holds all others, to the page's own style sheet: what a script adds to a sheet, the page's content
/// policy does not refuse. Where it fails, the rows are plain lists.
pub(super) fn add() {
    let _ = try_add();
}

fn try_add() -> Result<(), JsValue> {
    let sheets = Reflect::get(&document(), &"styleSheets".into())?;
    let sheet = Reflect::get_u32(&sheets, 0)?;
    let rules = Reflect::get(&Reflect::get(&sheet, &"cssRules".into())?, &"length".into())?;
    let insert: Function = Reflect::get(&sheet, &"insertRule".into())?.dyn_into()?;
    insert.call2(&sheet, &format!("@media all{{{STYLE}}}").into(), &rules)?;
    Ok(())
}
