//! The open conversation: what was said, and the field for the answer.

use std::sync::Arc;

use alap_protocol::{
    conversation::ConversationState,
    id::{ClientId, ConversationId},
    text::MessageText,
};
use alap_ui::{
    components::{Composer, Extra, Side, ThreadView},
    words::{tr, use_locale},
};
use leptos::{prelude::*, task::spawn_local};

use super::{customer::open_in_shop, talk_head::TalkHead};
use crate::{
    actions::TypingNotice,
    keep,
    state::{Inbox, use_inbox},
};

#[component]
pub(crate) fn Talk(
    /// Which conversation.
    id: ConversationId,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let shown = Memo::new(move |_| inbox.shown(id));
    let fetched =
        Memo::new(move |_| inbox.talks.with(|talks| talks.get(&id).is_some_and(|talk| talk.fetched)));
    let seen = Memo::new(move |_| inbox.summary(id).map(|summary| summary.shopper_seen).unwrap_or_default());
    let typing = Memo::new(move |_| inbox.is_typing(id).then(|| tr(locale.get(), "thread.shopper")));
    let closed = Memo::new(move |_| {
        inbox.summary(id).is_some_and(|summary| summary.state == ConversationState::Closed)
    });
    let draft = kept_draft(inbox, id);
    let edit_again = Callback::new(move |client_id: ClientId| {
        if let Some(words) = inbox.take_back(id, client_id) {
            draft.update(|draft| {
                *draft = if draft.is_empty() { words.to_string() } else { format!("{words}\n{draft}") };
            });
            crate::place::focus(".composer-field");
        }
    });
    let extra = extra(inbox, id, edit_again);
    view! {
        <TalkHead id=id />
        {move || if fetched.get() {
            view! {
                <ThreadView shown=shown side=Side::Shop seen=seen typing=typing extra=extra.clone() />
            }
            .into_any()
        } else {
            view! { <div class="talk-skeleton" aria-hidden="true"></div> }.into_any()
        }}
        {move || if closed.get() {
            view! {
                <div class="talk-closed">
                    <p>{move || tr(locale.get(), "inbox.closed_hint")}</p>
                    <button type="button" class="button" on:click=move |_| spawn_local(inbox.reopen(id))>
                        {move || tr(locale.get(), "inbox.reopen")}
                    </button>
                </div>
            }
            .into_any()
        } else {
            view! { <Reply id=id draft=draft /> }.into_any()
        }}
    }
}

#[component]
fn Reply(id: ConversationId, draft: RwSignal<String>) -> impl IntoView {
    let inbox = use_inbox();
    let notice = StoredValue::new_local(TypingNotice::new(inbox, id));
    on_cleanup(move || notice.with_value(TypingNotice::stop));
    let send = move |text: MessageText| {
        notice.with_value(TypingNotice::stop);
        inbox.reply(id, text);
    };
    let typed = move |()| notice.with_value(TypingNotice::typed);
    view! {
        <Composer
            draft=draft
            on_send=Callback::new(send)
            on_typing=Callback::new(typed)
            placeholder="inbox.placeholder"
        />
    }
}

/// What was being written here, kept at each change.
fn kept_draft(inbox: Inbox, id: ConversationId) -> RwSignal<String> {
    let Some(me) = inbox.me_now().map(|me| me.id) else { return RwSignal::default() };
    let remembered = inbox.drafts.with_value(|drafts| drafts.get(&(me, id)).cloned());
    let draft = RwSignal::new(remembered.unwrap_or_else(|| keep::draft(me, id)));
    Effect::new(move |before: Option<()>| {
        let words = draft.get();
        if before.is_some() {
            keep::set_draft(me, id, &words);
            inbox.drafts.write_value().insert((me, id), words);
        }
    });
    draft
}

fn extra(inbox: Inbox, id: ConversationId, edit_again: Callback<ClientId>) -> Extra {
    let locale = use_locale();
    let bot_name = Signal::derive(move || {
        let name = inbox.pack.with(|pack| Some(pack.as_ref()?.shop.bot.name.get(locale.get()).to_owned()));
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| tr(locale.get(), "thread.bot"))
    });
    let (bot_avatar, currency) = inbox.pack.with_untracked(|pack| {
        let shop = pack.as_ref().map(|pack| &pack.shop);
        (shop.and_then(|shop| shop.bot.avatar.clone()), shop.map(|shop| shop.currency.clone()))
    });
    Extra {
        below_answer: None,
        step: Arc::new(move |author, request, step| super::steps::view(author, (id, request), step)),
        moment: Arc::new(move |body| super::moment::said(inbox, body)),
        bot_name,
        bot_avatar,
        currency: currency.unwrap_or_default(),
        product: Arc::new(move |wanted| {
            inbox.pack.with_untracked(|pack| {
                pack.as_ref()?.products.iter().find(|product| product.id == *wanted).cloned()
            })
        }),
        open_product: Some(Callback::new(move |url: String| open_in_shop(inbox, id, &url))),
        edit_again: Some(edit_again),
    }
}
