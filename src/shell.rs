//! From the static shell to the living panel. What is shown if the panel breaks is the shell's own script.

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement, UrlSearchParams};

/// Puts the panel in place of the shell.
pub(crate) fn mount<F, N>(app: F)
where
    F: FnOnce() -> N + 'static,
    N: IntoView,
{
    let Some(place) = document().get_element_by_id("app").and_then(|app| app.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    mount_to(place, app).forget();
}

/// What was typed into the shell's field while the wasm was on its way, and whether the field has the focus.
pub(crate) fn take_shell() -> (String, bool) {
    let document = document();
    let field = document
        .get_element_by_id("shell-field")
        .and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    let typed = field.as_ref().map(HtmlTextAreaElement::value).unwrap_or_default();
    let focused =
        field.is_some_and(|field| document.active_element().is_some_and(|active| active == **field));
    if let Some(shell) = document.get_element_by_id("shell") {
        shell.remove();
    }
    (typed, focused)
}

/// A parameter of the frame's address.
pub(crate) fn parameter(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}
