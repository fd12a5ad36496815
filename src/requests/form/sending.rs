//! A form on its way: written down, and sent as soon as it can be.

use alap_protocol::{
    answer::Answer,
    id::{PhotoId, RequestId},
};
use alap_ui::words::number;
use leptos::prelude::*;

use crate::{
    panel::{Link, View},
    requests::{
        draft::{Draft, Place, Stage},
        drafts, shown_while,
        state::{State, Upload},
        thumbnail::thumbnail,
        words::{tr, tr_with, words},
    },
};

/// How far it is. Nobody has to stay for it.
pub(super) fn sending(state: State, id: RequestId) -> AnyView {
    let locale = state.panel.locale;
    let draft = Memo::new(move |_| state.draft(id));
    let title = move || draft.with(|draft| Some(draft.as_ref()?.title.get(locale.get()).to_owned()));
    let standing = move || {
        let is_slow = draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.trouble.is_some()));
        let offline =
            !state.online.get() || matches!(state.panel.link.get(), Link::Offline | Link::ServerAway);
        let key = match (is_slow, offline) {
            (true, _) => "trouble.too_many",
            (false, true) => "sending.offline",
            (false, false) => "sending.on_its_way",
        };
        tr(locale.get(), key)
    };
    let pictures = Memo::new(move |_| {
        draft.with(|draft| draft.as_ref().map(|draft| Draft::photos(&draft.answers))).unwrap_or_default()
    });
    let picture = move |photo: PhotoId| {
        let how = move || {
            let there = draft.with(|draft| draft.as_ref().is_some_and(|it| it.uploaded.contains(&photo)));
            let locale = locale.get();
            match state.uploads.with(|uploads| uploads.get(&photo).copied()) {
                _ if there => tr(locale, "sending.photo_there"),
                Some(Upload::Going(percent)) => {
                    tr_with(locale, "sending.photo_going", &[("percent", &number(locale, percent))])
                }
                Some(Upload::Failed) => tr(locale, "sending.photo_failed"),
                None => tr(locale, "sending.photo_waits"),
            }
        };
        let is_stuck =
            Memo::new(move |_| state.uploads.with(|uploads| uploads.get(&photo) == Some(&Upload::Failed)));
        view! {
            <li>
                {thumbnail(state, photo)}
                <span>{how}</span>
                {shown_while(is_stuck, move || view! {
                    <button type="button" class="link" data-move="remove" on:click=move |_| leave_out(state, id, photo)>
                        {words(locale, "photo.remove")}
                    </button>
                }.into_any())}
            </li>
        }
    };
    view! {
        <div class="home request-sending" data-draft=id.to_string()>
            <h2>{title}</h2>
            <p role="status">{standing}</p>
            <ul class="photos photos-sending">
                <For each=move || pictures.get() key=|id| *id children=picture />
            </ul>
            <div class="request-moves">
                <button type="button" class="button button-quiet" data-move="retry" on:click=move |_| state.wake()>
                    {words(locale, "form.try_again")}
                </button>
                <button
                    type="button"
                    class="button button-quiet"
                    on:click=move |_| state.panel.view.set(View::Home)
                >
                    {words(locale, "sending.leave")}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// A picture that does not get through stays behind; the form is looked at once more before it goes. It has not gone yet:
/// pictures go first.
fn leave_out(state: State, id: RequestId, photo: PhotoId) {
    drafts::change(state, id, |draft| {
        for answer in draft.answers.values_mut() {
            if let Answer::Photos(photos) = answer {
                photos.retain(|known| *known != photo);
            }
        }
        draft.answers.retain(|_, answer| *answer != Answer::Photos(Vec::new()));
        draft.stage = Stage::Open;
        draft.place = Place::Review;
    });
}
