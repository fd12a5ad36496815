//! How the shop may learn more: counting, with the shoppers' consent.

use alap_ui::words::{use_locale, words};
use leptos::prelude::*;

#[component]
pub(super) fn Counting() -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="videos-counting" aria-labelledby="videos-counting">
            <h3 id="videos-counting" class="videos-asked-title">{words(locale, "videos.counting")}</h3>
            <p>{words(locale, "videos.counting_how")}</p>
            <pre class="videos-code"><code>"[video]\ncount = true"</code></pre>
            <p>{words(locale, "videos.counting_asks")}</p>
        </section>
    }
}
