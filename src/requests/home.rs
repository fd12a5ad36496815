//! On the home view: forms begun, and requests that are not over.

use alap_protocol::{deal::DealState, id::RequestId};
use leptos::prelude::*;

use super::{
    deals::Request,
    draft::Draft,
    drafts, show,
    state::{Screen, State},
    words::{said, tr, tr_with, words},
};

/// More would push everything else away.
const SHOWN: usize = 4;

pub(super) fn home(state: State) -> AnyView {
    let locale = state.panel.locale;
    let begun = Memo::new(move |_| {
        state.drafts.with(|drafts| {
            let mut begun: Vec<Draft> = drafts.values().filter(|draft| draft.touched).cloned().collect();
            begun.sort_by_key(|draft| std::cmp::Reverse(draft.changed_at));
            begun.truncate(SHOWN);
            begun
        })
    });
    let open = Memo::new(move |_| {
        state.requests.with(|requests| {
            let is_open = |(_, request): &(&RequestId, &Request)| !request.deal.state.is_over();
            let mut open: Vec<_> =
                requests.iter().filter(is_open).map(|(id, request)| (*id, request.clone())).collect();
            open.sort_by_key(|(_, request)| std::cmp::Reverse(request.changed_at));
            open.truncate(SHOWN);
            open
        })
    });
    let undo = move |_| {
        if let Some(before) = state.undone.try_update(Option::take).flatten() {
            drafts::put_back(state, before);
        }
    };
    let nothing =
        move || begun.with(Vec::is_empty) && open.with(Vec::is_empty) && state.undone.with(Option::is_none);
    let undone = move || {
        state.undone.with(Option::is_some).then(|| {
            view! {
                <p>
                    {words(locale, "home.thrown_away")} " "
                    <button type="button" class="link" data-move="undo" on:click=undo>{words(locale, "form.undo")}</button>
                </p>
            }
        })
    };
    let shown = move || {
        (!nothing()).then(|| {
            view! {
                <section class="home-requests">
                    <h2>{words(locale, "home.requests")}</h2>
                    <ul>
                        {begun.get().into_iter().map(|draft| begun_line(state, draft)).collect_view()}
                        {open.get().into_iter().map(|(id, request)| open_line(state, id, request)).collect_view()}
                    </ul>
                    <div role="status">{undone}</div>
                </section>
            }
        })
    };
    shown.into_any()
}

fn begun_line(state: State, draft: Draft) -> AnyView {
    let locale = state.panel.locale;
    let (id, title) = (draft.id, draft.title.clone());
    let key = match (draft.is_sending(), draft.trouble) {
        (true, _) => "home.sending",
        (false, Some(_)) => "home.came_back",
        (false, None) => "home.begun",
    };
    let title_of = title.clone();
    let remove = (!draft.is_sending()).then(|| {
        let label = move || tr_with(locale.get(), "home.throw_away", &[("form", title_of.get(locale.get()))]);
        let throw_away = move |_| {
            state.undone.set(drafts::set_aside(state, id));
        };
        view! {
            <button type="button" class="button-icon" aria-label=label on:click=throw_away>
                <alap_ui::components::Icon name=alap_ui::components::IconName::CLOSE />
            </button>
        }
    });
    view! {
        <li data-draft=id.to_string()>
            <button type="button" class="request-line" on:click=move |_| show(state, Screen::Form(id))>
                <b>{said(locale, title)}</b>
                <span>{words(locale, key)}</span>
            </button>
            {remove}
        </li>
    }
    .into_any()
}

fn open_line(state: State, id: RequestId, request: Request) -> AnyView {
    let locale = state.panel.locale;
    let key = state_key(request.deal.state);
    view! {
        <li data-request=id.to_string()>
            <button type="button" class="request-line" on:click=move |_| show(state, Screen::Summary(id))>
                <b>{move || request.title.get(locale.get()).to_owned()}</b>
                <span>{move || tr(locale.get(), key)}</span>
            </button>
        </li>
    }
    .into_any()
}

/// How a request stands, in a few words.
pub(super) fn state_key(state: DealState) -> &'static str {
    match state {
        DealState::Asked => "state.asked",
        DealState::Offered => "state.offered",
        DealState::Proposed => "state.proposed",
        DealState::Declined => "state.declined",
        DealState::Withdrawn => "state.withdrawn",
        DealState::Expired => "state.expired",
        DealState::Accepted => "state.accepted",
        DealState::Confirmed => "state.confirmed",
        DealState::Done => "state.done",
        DealState::Cancelled => "state.cancelled",
    }
}
