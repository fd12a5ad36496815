//! The talk, as bubbles grouped by who speaks, with the days between.

use std::sync::Arc;

use alap_protocol::{
    deal::Step,
    id::{ClientId, ProductId, RequestId, Sequence},
    message::{Author, Body},
    pack::Product,
};
use alap_thread::Shown;
use leptos::{html, prelude::*};

use super::{
    icon::{Icon, IconName},
    rows::{Row, row_key, rows},
    thread_row::ThreadRow,
};
use crate::{
    thread_words::{tr_with, words},
    words::use_locale,
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
    pub(super) fn is_mine(self, author: &Author) -> bool {
        matches!((self, author), (Self::Shopper, Author::Shopper {}) | (Self::Shop, Author::Agent { .. }))
    }
}

/// Finds a product by its id.
pub type FindProduct = Arc<dyn Fn(&ProductId) -> Option<Product> + Send + Sync>;

/// Draws what stands below a message of this body.
pub type BelowAnswer = Arc<dyn Fn(&Body) -> Option<AnyView> + Send + Sync>;

/// Draws a step of a request: who did it, which request, what.
pub type DrawStep = Arc<dyn Fn(&Author, RequestId, &Step) -> AnyView + Send + Sync>;

/// Draws a moment of a video: a card that can be tapped.
pub type DrawMoment = Arc<dyn Fn(&Body) -> AnyView + Send + Sync>;

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
    /// What stands below a message, behind its products.
    pub below_answer: Option<BelowAnswer>,
    /// Draws a step of a request.
    pub step: DrawStep,
    /// Draws a moment of a video.
    pub moment: DrawMoment,
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
            <div class="thread" node_ref=log on:scroll=measure tabindex="0" role="region" aria-label=words(locale, "chat.label")>
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
                    <Icon name=IconName::DOWN />
                    {words(locale, "thread.new_messages")}
                </button>
            </Show>
        </div>
    }
}
