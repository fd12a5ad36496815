//! A picture of a form, small.

use alap_protocol::id::PhotoId;
use leptos::{prelude::*, task::spawn_local};
use web_sys::Url;

use super::{photos, state::State};

/// From this device, or else from the server; a soft ground while it comes.
pub(super) fn thumbnail(state: State, id: PhotoId) -> AnyView {
    let address = RwSignal::new(None::<String>);
    spawn_local(async move {
        let found = photos::find_anywhere(state, id).await;
        let made = found.and_then(|photo| Url::create_object_url_with_blob(&photo).ok());
        // By then another view may stand here.
        if let Some(Some(unused)) = address.try_set(made) {
            revoke(&unused);
        }
    });
    on_cleanup(move || {
        if let Some(Some(address)) = address.try_get_untracked() {
            revoke(&address);
        }
    });
    view! {
        <span class="thumbnail" data-photo=id.to_string()>
            {move || address.get().map(|address| view! { <img src=address alt="" width="96" height="96" /> })}
        </span>
    }
    .into_any()
}

fn revoke(address: &str) {
    // An address that is gone needs no taking back.
    let _ = Url::revoke_object_url(address);
}
