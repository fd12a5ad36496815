//! Photos: chosen or taken, made smaller here, shown small, sent only with the form.

use alap_intake::AnswerFault;
use alap_protocol::{answer::Answer, id::PhotoId};
use alap_ui::components::{Icon, IconName};
use leptos::{ev::Event, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use super::super::{faults::sentence, question::Field};
use crate::requests::{
    photos::{self, PhotoFault},
    thumbnail::thumbnail,
    words::{tr, words},
};

/// The photos there are, and the way to more.
pub(super) fn photos(field: &Field, most: u8) -> AnyView {
    let locale = field.scope.state.panel.locale;
    let fault = RwSignal::new(None::<PhotoFault>);
    let dropped = RwSignal::new(false);
    let chosen = {
        let field = field.clone();
        Memo::new(move |_| attached(&field))
    };
    let take = {
        let field = field.clone();
        move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            let files: Vec<File> = input
                .files()
                .map(|files| (0..files.length()).filter_map(|i| files.get(i)).collect())
                .unwrap_or_default();
            // The same file can be chosen again after it was removed.
            input.set_value("");
            fault.set(None);
            dropped.set(chosen.with_untracked(Vec::len) + files.len() > usize::from(most));
            spawn_local(take_all(field.clone(), files, usize::from(most), fault));
        }
    };
    let one = {
        let field = field.clone();
        move |id: PhotoId| photo(&field, id)
    };
    let state = field.scope.state;
    let status = move || match (photos::preparing(state), fault.get()) {
        (None, None) if dropped.get() => Some(sentence(locale.get(), &AnswerFault::TooMany { most }, "")),
        (None, fault) => fault.map(|fault| tr(locale.get(), fault.key())),
        (preparing, _) => preparing,
    };
    let left = move || chosen.with(Vec::len) < usize::from(most);
    view! {
        <ul class="photos">
            <For each=move || chosen.get() key=|id| *id children=one />
        </ul>
        <p class="photo-status" class:question-fault=move || fault.get().is_some() role="status">{status}</p>
        <label class="button button-quiet photo-add" hidden=move || !left()>
            <Icon name=IconName::FORM />
            <span>{words(locale, "photo.add")}</span>
            <input
                class="unseen"
                id=field.id.clone()
                type="file"
                accept="image/*"
                multiple=most != 1
                aria-describedby=field.described_by()
                on:change=take
            />
        </label>
    }
    .into_any()
}

/// By the end another view may stand here: the pictures belong to their question all the same.
async fn take_all(field: Field, files: Vec<File>, most: usize, fault: RwSignal<Option<PhotoFault>>) {
    let state = field.scope.state;
    let free = most.saturating_sub(untrack(|| attached(&field)).len());
    let taken = files.len().min(free);
    state.preparing.update(|count| *count += taken);
    for file in files.into_iter().take(taken) {
        match photos::take(state, &file).await {
            Ok(id) => {
                let mut all = untrack(|| attached(&field));
                // Others may have been chosen meanwhile.
                if all.len() < most {
                    all.push(id);
                    field.set(Some(Answer::Photos(all)));
                }
            }
            Err(why) => {
                fault.try_set(Some(why));
            }
        }
        state.preparing.update(|count| *count -= 1);
    }
}

fn attached(field: &Field) -> Vec<PhotoId> {
    match field.answer() {
        Some(Answer::Photos(photos)) => photos,
        _ => Vec::new(),
    }
}

fn photo(field: &Field, id: PhotoId) -> AnyView {
    let state = field.scope.state;
    let field = field.clone();
    let remove = move |_| {
        let mut left = untrack(|| attached(&field));
        left.retain(|known| *known != id);
        field.set(Some(Answer::Photos(left.clone())).filter(|_| !left.is_empty()));
    };
    view! {
        <li>
            {thumbnail(state, id)}
            <button
                type="button"
                class="button-icon photo-remove"
                aria-label=words(state.panel.locale, "photo.remove")
                on:click=remove
            >
                <Icon name=IconName::CLOSE />
            </button>
        </li>
    }
    .into_any()
}
