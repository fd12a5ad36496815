//! The talk, as bubbles grouped by who speaks, with the days between.

use std::sync::Arc;

use alap_protocol::{
    id::{ClientId, ProductId, Sequence},
    locale::Locale,
    message::{Author, Body, Event},
    pack::Product,
};
use alap_thread::{PendingState, Shown};
use leptos::{html, prelude::*};

use super::{
    avatar::Avatar,
    bubble::MessageWords,
    icon::{Icon, IconName},
    product_card::ProductCard,
};
use crate::{
    device_time, times,
    words::{tr, tr_with, use_locale, words},
};

/// Who looks at the talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The shopper: own words to the right.
    Shopper,
    /// The shop: the words of its people to the right.
    Shop,
}

impl Side {
    fn is_mine(self, author: &Author) -> bool {
        matches!((self, author), (Self::Shopper, Author::Shopper {}) | (Self::Shop, Author::Agent { .. }))
    }
}

/// Finds a product by its id.
pub type FindProduct = Arc<dyn Fn(&ProductId) -> Option<Product> + Send + Sync>;

/// What the page knows and the talk does not.
#[derive(Clone)]
pub struct Extra {
    /// The bot's name in the language of the page.
    pub bot_name: Signal<String>,
    /// The bot's picture.
    pub bot_avatar: Option<String>,
    /// The shop's currency.
    pub currency: String,
    /// Finds a product that an answer names.
    pub product: FindProduct,
    /// Follows a product's address.
    pub open_product: Option<Callback<String>>,
    /// Takes a refused message back into the field.
    pub edit_again: Option<Callback<ClientId>>,
}

/// A line with what stands around it.
#[derive(Clone, PartialEq)]
struct Row {
    shown: Shown,
    day: Option<time::Date>,
    starts_group: bool,
    ends_group: bool,
    is_newest_mine: bool,
}

/// The talk. It scrolls to a new message only if the reader is at the end; else a pill says so.
#[component]
pub fn ThreadView(
    /// What was said.
    #[prop(into)]
    shown: Signal<Vec<Shown>>,
    /// Who looks.
    side: Side,
    /// How far the other side has read.
    #[prop(into)]
    seen: Signal<Sequence>,
    /// Who is typing.
    #[prop(into)]
    typing: Signal<Option<String>>,
    /// What the page knows.
    extra: Extra,
    /// Stands below the last message: chips, an offer.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let locale = use_locale();
    let log = NodeRef::<html::Div>::new();
    let rows = Memo::new(move |_| rows(&shown.get(), side));
    let missed = RwSignal::new(false);

    let to_end = move || {
        // By the next frame another view may stand here, and nothing of this one is left.
        if let Some(log) = log.try_get_untracked().flatten() {
            log.set_scroll_top(log.scroll_height());
            missed.try_set(false);
        }
    };
    let at_end = RwSignal::new(true);
    let measure = move |_| {
        if let Some(log) = log.get_untracked() {
            let end = log.scroll_height() - log.scroll_top() - log.client_height() < 80;
            at_end.set(end);
            if end {
                missed.set(false);
            }
        }
    };
    Effect::new(move |before: Option<usize>| {
        let count = rows.with(Vec::len);
        let _ = typing.get();
        let mine = rows.with(|rows| rows.last().is_some_and(|row| side.is_mine(&row.shown.author)));
        if before.is_none() || at_end.get_untracked() || (mine && before != Some(count)) {
            request_animation_frame(to_end);
        } else if before.is_some_and(|before| before < count) {
            missed.set(true);
        }
        count
    });

    let view_row = {
        let extra = extra.clone();
        move |row: Row| view! { <ThreadRow row=row side=side seen=seen extra=extra.clone() /> }
    };
    view! {
        <div class="thread-frame">
            <div class="thread" node_ref=log on:scroll=measure tabindex="0" aria-label=words(locale, "chat.label")>
                <div role="log" aria-live="polite" class="thread-log">
                    <For each=move || rows.get() key=row_key children=view_row />
                </div>
                {move || {
                    typing.get().map(|name| view! {
                        <p class="thread-typing" role="status">
                            <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
                            {tr_with(locale.get(), "thread.typing", &[("name", &name)])}
                        </p>
                    })
                }}
                {children.map(|children| children())}
            </div>
            <Show when=move || missed.get()>
                <button type="button" class="thread-pill" on:click=move |_| to_end()>
                    <Icon name=IconName::Down />
                    {words(locale, "thread.new_messages")}
                </button>
            </Show>
        </div>
    }
}

fn row_key(row: &Row) -> (ClientId, String, bool, bool, bool) {
    (
        row.shown.client_id,
        format!("{:?}{:?}", row.shown.state, row.day),
        row.starts_group,
        row.ends_group,
        row.is_newest_mine,
    )
}

fn rows(shown: &[Shown], side: Side) -> Vec<Row> {
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

#[component]
fn ThreadRow(row: Row, side: Side, seen: Signal<Sequence>, extra: Extra) -> impl IntoView {
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
        _ => view! { <Avatar name=name.get_untracked() /> }.into_any(),
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

fn author_name(
    author: &Author,
    mine: bool,
    bot_name: Signal<String>,
    locale: crate::words::PageLocale,
) -> Signal<String> {
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
