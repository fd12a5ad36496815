//! The talk with the bot: what is asked is answered here, on the device.

use std::sync::Arc;

use alap_bot::{Before, Bot, Reply, SmallTalk};
use alap_protocol::{
    id::ProductId,
    locale::Locale,
    message::{Author, Body},
    pack::ShopPack,
    text::MessageText,
};
use alap_thread::Thread;
use leptos::prelude::*;

use super::{
    moment,
    state::{After, Asked, TalkState},
    words::{tr, tr_with},
};
use crate::panel::View;

/// The shopper wrote something.
pub(super) fn say(talk: TalkState, text: MessageText) {
    talk.panel.view.set(View::Chat);
    talk.after.set(After::Nothing);
    let question = text.as_str().to_owned();
    let before = talk.thread.with_untracked(Thread::last_answer);
    let about = moment::write_with(talk, text);
    // Once a person was asked for, the bot leaves the floor to people.
    if !talk.is_open_with_person() {
        talk.waiting.update_value(|waiting| waiting.push(Asked { question, before, about }));
        answer_waiting(talk);
    }
}

/// What a question may lean on: the product at the moment that it is about, else the answer before it.
fn leaning(talk: TalkState, pack: &ShopPack, asked: &Asked) -> Option<Before> {
    if let Some(product) = asked.about.as_ref().and_then(|about| about.product.as_ref()) {
        let product = pack.products.iter().find(|known| known.id == *product)?;
        return Some(Before::looked_at(&product.title));
    }
    let last = asked.before.as_ref()?;
    let place = talk.entry_place(&last.entry)?;
    Some(Before::new(&last.question, place, pack.faq.get(place)?))
}

/// The shopper tapped a question: it is asked in words, then answered by its entry.
pub(super) fn ask_entry(talk: TalkState, entry: usize, locale: Locale) {
    let Some(pack) = talk.panel.pack.get_untracked() else { return };
    let Some(found) = pack.faq.get(entry) else { return };
    talk.panel.view.set(View::Chat);
    talk.after.set(After::Nothing);
    if let Ok(text) = MessageText::parse(found.question.get(locale)) {
        moment::write_with(talk, text);
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
    let product = product.clone();
    bot_writes(talk, &words, |text| Body::Answer {
        text,
        entry: None,
        products: vec![product],
        missed: false,
    });
}

/// None of what was offered is what was meant.
pub(super) fn none_of_these(talk: TalkState) {
    bot_misses(talk, &tr(talk.panel.locale.get_untracked(), "chat.not_these"));
    talk.after.set(After::Person);
}

/// Answers what was asked, as soon as the bot is ready.
pub(super) fn answer_waiting(talk: TalkState) {
    let (Some(bot), Some(pack)) = (talk.bot(), talk.panel.pack.get_untracked()) else { return };
    let waiting = talk.waiting.try_update_value(std::mem::take).unwrap_or_default();
    for asked in waiting {
        if !talk.is_open_with_person() {
            reply(talk, &bot.bot, &pack, &asked);
        }
    }
}

fn reply(talk: TalkState, bot: &Bot, pack: &Arc<ShopPack>, asked: &Asked) {
    let page_locale = talk.panel.locale.get_untracked();
    let before = leaning(talk, pack, asked);
    let by_words = bot.reply(&asked.question, page_locale, before.as_ref());
    let reply = match &asked.about {
        Some(about) => about.narrow(by_words, &pack.faq),
        None => by_words,
    };
    match reply {
        Reply::Answer { entry, locale } => answer(talk, pack, entry, locale),
        Reply::Choose { entries, locale } => {
            bot_says(talk, &tr(locale, "chat.did_you_mean"));
            talk.after.set(After::Choose(entries));
        }
        Reply::SmallTalk { kind, locale } => small_talk(talk, pack, kind, locale),
        Reply::Person { .. } => talk.after.set(After::Confirm),
        Reply::Unknown { locale } => {
            let key = if asked.about.is_some() { "chat.unknown_moment" } else { "chat.unknown" };
            bot_misses(talk, &tr(locale, key));
            talk.after.set(After::Person);
        }
    }
}

fn answer(talk: TalkState, pack: &Arc<ShopPack>, entry: usize, locale: Locale) {
    let Some(found) = pack.faq.get(entry) else { return };
    let (entry, products) = (Some(found.id.clone()), found.products.clone());
    bot_writes(talk, found.answer.get(locale), |text| Body::Answer { text, entry, products, missed: false });
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
    bot_says(talk, &tr_with(locale, key, &[("bot", bot), ("shop", shop)]));
    if kind == SmallTalk::BadLanguage {
        talk.after.set(After::Person);
    }
}

fn bot_says(talk: TalkState, words: &str) {
    bot_writes(talk, words, |text| Body::Answer { text, entry: None, products: Vec::new(), missed: false });
}

/// The bot has no answer: the seller should hear of the question.
fn bot_misses(talk: TalkState, words: &str) {
    bot_writes(talk, words, |text| Body::Answer { text, entry: None, products: Vec::new(), missed: true });
}

fn bot_writes(talk: TalkState, words: &str, body: impl FnOnce(MessageText) -> Body) {
    if let Ok(text) = MessageText::parse(words) {
        talk.write(Author::Bot {}, body(text));
    }
}
