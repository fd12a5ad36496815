//! A coupon that was given, to be copied.

use js_sys::{Function, Promise, Reflect};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::requests::{
    state::State,
    words::{tr, tr_with},
};

/// The code, and the button that copies it.
pub(super) fn given(state: State, code: String) -> AnyView {
    let locale = state.panel.locale;
    let said = {
        let code = code.clone();
        move || tr_with(locale.get(), "step.coupon", &[("coupon", &code)])
    };
    view! {
        <article class="deal-card" data-step="coupon_given">
            <p>{said}</p>
            <p class="copy-line"><b class="deal-code">{code.clone()}</b> {copy_button(state, code)}</p>
        </article>
    }
    .into_any()
}

/// Copies a text, and says so. Where a browser does not let it, the text can still be marked by hand.
pub(in crate::requests) fn copy_button(state: State, text: String) -> AnyView {
    let locale = state.panel.locale;
    let copied = RwSignal::new(None::<bool>);
    let label = move || match copied.get() {
        None => tr(locale.get(), "copy"),
        Some(true) => tr(locale.get(), "copied"),
        Some(false) => tr(locale.get(), "copy_failed"),
    };
    let name = {
        let text = text.clone();
        move || tr_with(locale.get(), "copy_what", &[("text", &text)])
    };
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            copied.try_set(Some(write(&text).await.is_ok()));
        });
    };
    view! {
        <button type="button" class="button button-quiet copy" aria-label=name on:click=copy>
            <span aria-live="polite">{label}</span>
        </button>
    }
    .into_any()
}

/// By reflection: the clipboard is not there in a page without HTTPS.
async fn write(text: &str) -> Result<(), JsValue> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    let written: Promise = write.call1(&clipboard, &text.into())?.dyn_into()?;
    JsFuture::from(written).await.map(|_| ())
}
