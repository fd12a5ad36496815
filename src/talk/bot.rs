//! The talk with the bot: what is asked is answered here, on the device.

use std::sync::Arc;

use alap_bot::{Reply, SmallTalk};
use alap_protocol::{
    id::ProductId,
    locale::Locale,
    message::{Author, Body},
    pack::ShopPack,
    text::MessageText,
};
use leptos::prelude::*;

use super::{
    state::{After, TalkState},
    words::{tr, tr_with},
};
use crate::panel::View;

/// The shopper wrote something.
pub(super) fn say(talk: TalkState, text: MessageText) {
    talk.panel.view.set(View::Chat);
    talk.after.set(After::Nothing);
    let question = text.as_str().to_owned();
    talk.write(Author::Shopper {}, Body::Text { text });
    // Once a person was asked for, the bot leaves the floor to people.
    if !talk.is_open_with_person() {
        reply(talk, &question);
    }
}

/// The shopper tapped a question: it is asked in words, then answered by its entry.
pub(super) fn ask_entry(talk: TalkState, entry: usize) {
    let Some(pack) = talk.panel.pack.get_untracked() else { return };
    let Some(found) = pack.faq.get(entry) else { return };
    let locale = talk.panel.locale.get_untracked();
    talk.panel.view.set(View::Chat);
    talk.after.set(After::Nothing);
    if let Ok(text) = MessageText::parse(found.question.get(locale)) {
        talk.write(Author::Shopper {}, Body::Text { text });
    }
    if !talk.is_open_with_person() {
        answer(talk, &pack, entry, locale);
    }
}

/// The shopper wants to ask about a product.
pub(super) fn ask_about(talk: TalkState, product: &ProductId) {
    let Some(pack) = talk.panel.pack.get_untracked() else { return };
    let Some(found) = pack.products.iter().find(|known| known.id == *product) else { return };
    let locale = talk.panel.locale.get_untracked();
    talk.panel.view.set(View::Chat);
    let words = tr_with(locale, "chat.about_product", &[("product", found.title.get(locale))]);
    bot_says(talk, &words, None, vec![product.clone()]);
}

/// None of what was offered is what was meant.
pub(super) fn none_of_these(talk: TalkState) {
    bot_says(talk, &tr(talk.panel.locale.get_untracked(), "chat.not_these"), None, Vec::new());
    talk.after.set(After::Person);
}

fn reply(talk: TalkState, question: &str) {
    let (Some(bot), Some(pack)) = (talk.bot.get_untracked(), talk.panel.pack.get_untracked()) else { return };
    let page_locale = talk.panel.locale.get_untracked();
    match bot.bot.reply(question, page_locale) {
        Reply::Answer { entry, locale } => answer(talk, &pack, entry, locale),
        Reply::Choose { entries, locale } => {
            bot_says(talk, &tr(locale, "chat.did_you_mean"), None, Vec::new());
            talk.after.set(After::Choose(entries));
        }
        Reply::SmallTalk { kind, locale } => small_talk(talk, &pack, kind, locale),
        Reply::Person { .. } => talk.after.set(After::Confirm),
        Reply::Unknown { locale } => {
            bot_says(talk, &tr(locale, "chat.unknown"), None, Vec::new());
            talk.after.set(After::Person);
        }
    }
}

fn answer(talk: TalkState, pack: &Arc<ShopPack>, entry: usize, locale: Locale) {
    let Some(found) = pack.faq.get(entry) else { return };
    bot_says(talk, found.answer.get(locale), Some(entry), found.products.clone());
}

fn small_talk(talk: TalkState, pack: &Arc<ShopPack>, kind: SmallTalk, locale: Locale) {
    let key = match kind {
        SmallTalk::Salaam => "talk.salaam",
        SmallTalk::Hello => "talk.hello",
        SmallTalk::HowAreYou => "talk.how_are_you",
        SmallTalk::Thanks => "talk.thanks",
        SmallTalk::WhoAreYou => "talk.who",
        SmallTalk::Bye => "talk.bye",
        SmallTalk::BadLanguage => "talk.sorry",
    };
    let (bot, shop) = (pack.shop.bot.name.get(locale), pack.shop.name.get(locale));
    bot_says(talk, &tr_with(locale, key, &[("bot", bot), ("shop", shop)]), None, Vec::new());
    if kind == SmallTalk::BadLanguage {
        talk.after.set(After::Person);
    }
}

fn bot_says(talk: TalkState, words: &str, entry: Option<usize>, products: Vec<ProductId>) {
    let Ok(text) = MessageText::parse(words) else { return };
    let entry = entry.and_then(|entry| {
        talk.panel.pack.with_untracked(|pack| pack.as_ref()?.faq.get(entry).map(|entry| entry.id.clone()))
    });
    talk.write(Author::Bot {}, Body::Answer { text, entry, products, missed: false });
}
