//! One line of the talk: bubble, face, cards, state; a note of what happened; the day that begins with it.

use alap_protocol::{
    id::Sequence,
    locale::Locale,
    message::{Author, Body, Event},
};
use alap_thread::PendingState;
use leptos::prelude::*;

use super::{
    avatar::Avatar,
    bubble::MessageWords,
    product_card::ProductCard,
    rows::Row,
    thread_view::{Extra, Side},
};
use crate::{
    device_time,
    thread_words::{tr, tr_with, words},
    times,
    words::{PageLocale, use_locale},
};

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
    if let Body::Step { request, step } = &shown.body {
        let step = (extra.step)(&shown.author, *request, step);
        return view! { {day_line} <div class="thread-step" data-request=request.to_string()>{step}</div> }
            .into_any();
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
        Body::Answer { products, .. } | Body::Viewed { products } => {
            products.iter().filter_map(|id| (extra.product)(id)).collect()
        }
        _ => Vec::new(),
    };
    let below = extra.below_answer.as_ref().and_then(|below| below(&shown.body));
    let is_moment = matches!(shown.body, Body::Moment { .. });
    let said = match shown.body.text() {
        Some(text) => view! { <MessageWords text=text.as_str() /> }.into_any(),
        None if is_moment => (extra.moment)(&shown.body),
        // Of the others only the products that were looked at get here.
        None => view! { <p class="words">{words(locale, "thread.viewed")}</p> }.into_any(),
    };
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
                <div class=tone class:bubble-moment=is_moment>{said}</div>
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
                {below}
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
