//! The shopper's own copy of what is kept.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{Blob, Url};

use super::state::State;

/// The address of a file that holds the history as it is now; good as long as it stands in the view.
pub(super) fn address(state: State) -> Memo<String> {
    Memo::new(move |_| {
        let text = state.history.with(alap_shelf::export);
        let parts = js_sys::Array::of1(&JsValue::from_str(&text));
        let address = Blob::new_with_str_sequence(&parts)
            .and_then(|file| Url::create_object_url_with_blob(&file))
            .unwrap_or_default();
        on_cleanup({
            let address = address.clone();
            move || {
                // An address that is gone needs no taking back.
                let _ = Url::revoke_object_url(&address);
            }
        });
        address
    })
}
