//! From the static shell to the living panel, and back to something useful if the panel breaks.

use alap_protocol::locale::Locale;
use alap_ui::words::tr;
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

/// With `panic = "abort"` a panic ends the instance: say so and offer to open again. What was written is on disk.
pub(crate) fn reload_on_panic() {
    std::panic::set_hook(Box::new(|info| {
        leptos::logging::error!("alap: {info}");
        let document = document();
        let Some(body) = document.body() else { return };
        let locale = document
            .document_element()
            .and_then(|root| root.get_attribute("lang"))
            .and_then(|tag| Locale::from_tag(&tag))
            .unwrap_or_default();
        body.set_text_content(None);
        let (Ok(words), Ok(link)) = (document.create_element("p"), document.create_element("a")) else {
            return;
        };
        words.set_class_name("notice notice-fault");
        words.set_text_content(Some(&tr(locale, "panel.broken")));
        link.set_class_name("button");
        link.set_text_content(Some(&tr(locale, "panel.reload")));
        // Attributes and nodes of a living document: what fails here has nobody left to tell.
        let _ = link.set_attribute("href", "");
        let _ = body.append_child(&words);
        let _ = body.append_child(&link);
    }));
}
