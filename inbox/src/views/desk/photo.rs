//! A shopper's photo: small among the answers, large on a tap.

use alap_ui::{
    components::{Icon, IconName},
    words::{tr, use_locale, words},
};
use leptos::{html, prelude::*};

#[component]
pub(super) fn Photo(
    /// Where the browser fetches it.
    address: String,
    /// What it is, for who cannot see it.
    name: Signal<String>,
) -> impl IntoView {
    let locale = use_locale();
    let dialog = NodeRef::<html::Dialog>::new();
    let is_open = RwSignal::new(false);
    let show = move |_| {
        is_open.set(true);
        if let Some(dialog) = dialog.get_untracked() {
            // One that is open already stays so.
            let _ = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let label = move || format!("{}. {}", name.get(), tr(locale.get(), "desk.photo_large"));
    let large = address.clone();
    view! {
        <button type="button" class="photo" aria-label=label on:click=show>
            <img src=address alt="" width="88" height="88" loading="lazy" decoding="async" />
        </button>
        <dialog
            class="photo-large"
            node_ref=dialog
            aria-label=name
            on:close=move |_| is_open.set(false)
            on:click=move |_| close()
        >
            <button type="button" class="button-icon photo-close" aria-label=words(locale, "desk.photo_close")>
                <Icon name=IconName::CLOSE />
            </button>
            <Show when=move || is_open.get()>
                <img src=large.clone() alt=name />
            </Show>
        </dialog>
    }
}
