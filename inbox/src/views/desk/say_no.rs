//! Saying no: kindly to a proposal, or ending the request. Words stand ready in both languages.

use alap_protocol::{limits::OFFER_WORDS, locale::Locale, request::AgentDeed};
use alap_ui::words::{tr, use_locale, words};
use leptos::{prelude::*, task::spawn_local};

use super::panel::{Mode, Open};
use crate::{place, state::use_inbox};

/// Ready words for a no.
const POLITE: [&str; 3] = ["offering.polite_thanks", "offering.polite_again", "offering.polite_later"];

/// A proposal is declined; the talk may go on.
#[component]
pub(super) fn SayNo(open: Open, mode: RwSignal<Mode>) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    // In the language that the shopper reads.
    let theirs =
        untrack(|| inbox.summary(open.conversation)).map_or(locale.0.get_untracked(), |it| it.locale);
    let said = RwSignal::new(tr(theirs, POLITE[0]));
    // If another price comes while this is written, it is not declined by mistake.
    let newest = move || open.told.with_untracked(|told| told.as_ref().map_or(0, |told| told.deal.number()));
    let number = StoredValue::new(newest());
    let send = Callback::new(move |words: String| AgentDeed::Decline { number: number.get_value(), words });
    // Whoever sends it again has seen what is new.
    let look_again = Callback::new(move |()| {
        number.try_set_value(newest());
    });
    let ready = move |language: Locale| {
        POLITE.map(|key| {
            let words = tr(language, key);
            let chosen = words.clone();
            view! {
                <li>
                    <button type="button" class="ready-words" lang=language.tag() on:click=move |_| said.set(chosen.clone())>
                        {words}
                    </button>
                </li>
            }
        })
    };
    view! {
        <Words
            open=open
            mode=mode
            said=said
            title="offering.decline_title"
            send_words="offering.decline_send"
            name="decline-send"
            deed=send
            on_failed=look_again
        >
            <p class="request-hint">{words(locale, "offering.decline_hint")}</p>
            <ul class="ready-list" aria-label=words(locale, "offering.ready")>
                {ready(theirs).collect_view()}
                {ready(theirs.other()).collect_view()}
            </ul>
        </Words>
    }
}

/// The request is ended: asked once.
#[component]
pub(super) fn SayCancel(open: Open, mode: RwSignal<Mode>) -> impl IntoView {
    let locale = use_locale();
    let send = Callback::new(move |words: String| AgentDeed::Cancel { words });
    view! {
        <Words
            open=open
            mode=mode
            said=RwSignal::new(String::new())
            title="desk.really"
            send_words="desk.cancel_yes"
            name="cancel-send"
            deed=send
        >
            <p class="request-hint">{words(locale, "desk.cancel_words")}</p>
        </Words>
    }
}

/// A field for a few words, and the two ways out.
#[component]
fn Words(
    open: Open,
    mode: RwSignal<Mode>,
    /// What is written.
    said: RwSignal<String>,
    /// Its heading in the catalogue.
    title: &'static str,
    /// What the button says.
    send_words: &'static str,
    /// What the button is called by tests.
    name: &'static str,
    /// What is done with the words.
    deed: Callback<String, AgentDeed>,
    /// What follows if it could not be done.
    #[prop(optional)]
    on_failed: Option<Callback<()>>,
    /// What stands above the field.
    children: Children,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let close = move || {
        mode.try_set(Mode::Look);
        place::focus_soon(".request-title");
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let deed = deed.run(said.get_untracked().trim().to_owned());
        spawn_local(async move {
            if inbox.act(open.request, open.conversation, deed).await {
                close();
            } else if let Some(on_failed) = on_failed {
                on_failed.run(());
            }
        });
    };
    view! {
        <form class="say-no" on:submit=send>
            <h3 class="request-part">{words(locale, title)}</h3>
            {children()}
            <textarea
                id="no-words"
                class="field"
                rows="3"
                dir="auto"
                maxlength=OFFER_WORDS.to_string()
                aria-label=words(locale, title)
                bind:value=said
            ></textarea>
            <div class="form-actions">
                <button type="submit" class="button" data-act=name aria-disabled=move || inbox.requests.busy.get().to_string()>
                    {words(locale, send_words)}
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| close()>
                    {words(locale, "desk.never_mind")}
                </button>
            </div>
        </form>
    }
}
