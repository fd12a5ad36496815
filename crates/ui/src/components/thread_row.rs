//! One line of the talk: bubble, face, cards, state; a note of what happened; the day that begins with it.

use alap_protocol::{
    id::{ClientId, Sequence},
    locale::Locale,
    message::{Author, Body, Event},
};
use alap_thread::{PendingState, Shown};
use leptos::prelude::*;

use super::{
    avatar::Avatar,
    bubble::MessageWords,
    product_card::ProductCard,
    thread_view::{Extra, Side},
};
use crate::{
    device_time, times,
    words::{PageLocale, tr, tr_with, use_locale, words},
};

/// A line with what stands around it.
#[derive(Clone, PartialEq)]
pub struct Row {
    pub(super) shown: Shown,
    day: Option<time::Date>,
    starts_group: bool,
    ends_group: bool,
    is_newest_mine: bool,
}

/// What a row is drawn from, but for the words, which never change under one id.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct RowKey {
    client_id: ClientId,
    /// The place, or how far it has come: 0 on the device, 1 queued, 2 acknowledged, 3 refused.
    state: Result<u64, u8>,
    day: Option<time::Date>,
    marks: [bool; 3],
}

/// Changes with all that a row is drawn from, so that a list draws it anew.
pub(super) fn row_key(row: &Row) -> RowKey {
    let state = match row.shown.state {
        Ok(seq) => Ok(seq.0),
        Err(PendingState::Local) => Err(0),
        Err(PendingState::Queued) => Err(1),
        Err(PendingState::Acknowledged) => Err(2),
        Err(PendingState::Refused(_)) => Err(3),
    };
    let marks = [row.starts_group, row.ends_group, row.is_newest_mine];
    RowKey { client_id: row.shown.client_id, state, day: row.day, marks }
}

/// The lines, each with its neighbours looked at.
pub(super) fn rows(shown: &[Shown], side: Side) -> Vec<Row> {
    let newest_mine = shown.iter().rposition(|line| side.is_mine(&line.author));
    let day_of = |line: &Shown| device_time::local(line.at).map(|at| at.date);
    let same_group = |a: &Shown, b: &Shown| {
        a.author == b.author && day_of(a) == day_of(b) && (b.at - a.at).abs() < 5 * 60 * 1000
    };
    shown
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let before = i.checked_sub(1).and_then(|i| shown.get(i));
            let after = shown.get(i + 1);
            Row {
                shown: line.clone(),
                day: day_of(line).filter(|day| before.and_then(day_of) != Some(*day)),
                starts_group: before.is_none_or(|before| !same_group(before, line)),
                ends_group: after.is_none_or(|after| !same_group(line, after)),
                is_newest_mine: newest_mine == Some(i),
            }
        })
        .collect()
}

/// One line of the talk.
#[component]
pub fn ThreadRow(
    /// The line and what stands around it.
    row: Row,
    /// Who looks.
    side: Side,
    /// How far the other side has read.
    seen: Signal<Sequence>,
    /// What the page knows.
    extra: Extra,
) -> impl IntoView {
    let locale = use_locale();
    let Row { shown, day, starts_group, ends_group, is_newest_mine } = row;
    let day_line = day.map(|day| view! { <p class="thread-day">{move || day_word(locale.get(), day)}</p> });
    if let Body::Event { event } = &shown.body {
        let event = event.clone();
        return view! {
            {day_line}
            <p class="thread-event">{move || event_words(locale.get(), &event)}</p>
        }
        .into_any();
    }
    if let Body::Feedback { helped, .. } = shown.body {
        let key = if helped { "thread.helped" } else { "thread.not_helped" };
        return view! { {day_line} <p class="thread-event">{words(locale, key)}</p> }.into_any();
    }
    let mine = side.is_mine(&shown.author);
    let tone = match shown.author {
        Author::Shopper {} => "bubble bubble-shopper",
        Author::Bot {} => "bubble bubble-bot",
        Author::Agent { .. } | Author::System {} => "bubble bubble-agent",
    };
    let name = author_name(&shown.author, mine, extra.bot_name, locale);
    let face = (ends_group && !mine).then(|| match &shown.author {
        Author::Bot {} => {
            view! { <Avatar name=extra.bot_name.get_untracked() src=extra.bot_avatar.clone() /> }.into_any()
        }
        Author::Agent { name, .. } => view! { <Avatar name=name.clone() /> }.into_any(),
        // The word for a shopper changes with the language, and its letter with it.
        _ => (move || view! { <Avatar name=name.get() /> }).into_any(),
    });
    let products = match &shown.body {
        Body::Answer { products, .. } => products.iter().filter_map(|id| (extra.product)(id)).collect(),
        _ => Vec::new(),
    };
    let said = shown.body.text().map(ToString::to_string).unwrap_or_default();
    let (at, state, client_id) = (shown.at, shown.state, shown.client_id);
    let state_words = move || state_words(locale.get(), &state, mine, is_newest_mine, seen.get());
    let refused = matches!(state, Err(PendingState::Refused(_)));
    let edit = extra.edit_again.filter(|_| refused).map(|edit| {
        view! {
            <button type="button" class="link" on:click=move |_| edit.run(client_id)>
                {words(locale, "thread.edit_again")}
            </button>
        }
    });
    let foot = (ends_group || refused).then(|| {
        view! {
            <p class="bubble-foot" class:bubble-fault=refused>
                <time>{move || device_time::local(at).map(|at| times::clock(locale.get(), at.minute))}</time>
                {move || state_words().map(|words| view! { <span class="bubble-state">{words}</span> })}
                {edit}
            </p>
        }
    });
    view! {
        {day_line}
        <div class="row" class:row-mine=mine class:row-start=starts_group data-client-id=client_id.to_string()>
            <span class="row-face">{face}</span>
            <div class="row-body">
                {starts_group.then(|| view! { <p class="row-name" class:unseen=mine>{move || name.get()}</p> })}
                <div class=tone>
                    <MessageWords text=said />
                </div>
                {(!products.is_empty()).then(|| view! {
                    <div class="cards">
                        {products
                            .into_iter()
                            .map(|product| view! {
                                <ProductCard product=product currency=extra.currency.clone() on_open=extra.open_product />
                            })
                            .collect_view()}
                    </div>
                })}
                {foot}
            </div>
        </div>
    }
    .into_any()
}

fn author_name(author: &Author, mine: bool, bot_name: Signal<String>, locale: PageLocale) -> Signal<String> {
    match author.clone() {
        Author::Agent { name, .. } => Signal::derive(move || name.clone()),
        Author::Bot {} => {
            Signal::derive(move || format!("{} · {}", bot_name.get(), tr(locale.get(), "chat.role_bot")))
        }
        Author::Shopper {} if mine => words(locale, "thread.you"),
        Author::Shopper {} | Author::System {} => words(locale, "thread.shopper"),
    }
}

fn state_words(
    locale: Locale,
    state: &Result<Sequence, PendingState>,
    mine: bool,
    newest: bool,
    seen: Sequence,
) -> Option<String> {
    let key = match state {
        Err(PendingState::Refused(_)) => "thread.refused",
        Err(PendingState::Queued | PendingState::Acknowledged) if newest || !mine => "thread.sending",
        Err(PendingState::Queued) => "thread.waiting",
        Ok(seq) if mine && newest && seen >= *seq => "thread.seen",
        Ok(_) if mine && newest => "thread.sent",
        _ => return None,
    };
    Some(tr(locale, key))
}

fn day_word(locale: Locale, day: time::Date) -> String {
    let today = device_time::local(device_time::now()).map(|now| now.date);
    match today.map(|today| (today - day).whole_days()) {
        Some(0) => tr(locale, "thread.today"),
        Some(1) => tr(locale, "thread.yesterday"),
        _ => times::date(locale, day),
    }
}

fn event_words(locale: Locale, event: &Event) -> String {
    match event {
        Event::Assigned { name } => tr_with(locale, "thread.assigned", &[("name", name)]),
        Event::Closed {} => tr(locale, "thread.closed"),
        Event::Reopened {} => tr(locale, "thread.reopened"),
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::text::MessageText;
    use uuid::Uuid;

    use super::*;

    fn row(state: Result<Sequence, PendingState>) -> Row {
        let text = MessageText::parse("দাম কত?").unwrap();
        let (client_id, author) = (ClientId(Uuid::nil()), Author::Shopper {});
        let shown = Shown { client_id, author, body: Body::Text { text }, at: 0, state };
        Row { shown, day: None, starts_group: true, ends_group: true, is_newest_mine: true }
    }

    // Shipped pages are compiled without the texts of `Debug`: a key made of them was the same in every state, and a
    // delivered message went on saying that it was being sent.
    #[test]
    fn a_row_is_drawn_anew_whenever_its_state_changes() {
        let states = [
            Err(PendingState::Local),
            Err(PendingState::Queued),
            Err(PendingState::Acknowledged),
            Err(PendingState::Refused(alap_protocol::error::ErrorCode::Invalid)),
            Ok(Sequence(1)),
            Ok(Sequence(2)),
        ];
        for (i, one) in states.iter().enumerate() {
            for (j, other) in states.iter().enumerate() {
                assert_eq!(row_key(&row(*one)) == row_key(&row(*other)), i == j, "{i} {j}");
            }
        }
    }
}
