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
use alap_ui::words::{tr, tr_with};
use leptos::prelude::*;

use crate::panel::{After, Panel};

/// The shopper wrote something.
pub(crate) fn say(panel: Panel, text: MessageText) {
    panel.show_chat();
    panel.after.set(After::Nothing);
    let question = text.as_str().to_owned();
    panel.write(Author::Shopper {}, Body::Text { text });
    // Once a person was asked for, the bot leaves the floor to people.
    if !panel.is_open_with_person() {
        reply(panel, &question);
    }
}

/// The shopper tapped a question: it is asked in words, then answered by its entry.
pub(crate) fn ask_entry(panel: Panel, entry: usize) {
    let Some(pack) = panel.pack.get_untracked() else { return };
    let Some(found) = pack.faq.get(entry) else { return };
    let locale = panel.locale.get_untracked();
    panel.show_chat();
    panel.after.set(After::Nothing);
    if let Ok(text) = MessageText::parse(found.question.get(locale)) {
        panel.write(Author::Shopper {}, Body::Text { text });
    }
    if !panel.is_open_with_person() {
        answer(panel, &pack, entry, locale);
    }
}

/// The shopper wants to ask about a product.
pub(crate) fn ask_about(panel: Panel, product: &ProductId) {
    let Some(pack) = panel.pack.get_untracked() else { return };
    let Some(found) = pack.products.iter().find(|known| known.id == *product) else { return };
    let locale = panel.locale.get_untracked();
    panel.show_chat();
    let words = tr_with(locale, "chat.about_product", &[("product", found.title.get(locale))]);
    bot_says(panel, &words, None, vec![product.clone()]);
}

/// None of what was offered is what was meant.
pub(crate) fn none_of_these(panel: Panel) {
    bot_says(panel, &tr(panel.locale.get_untracked(), "chat.not_these"), None, Vec::new());
    panel.after.set(After::Person);
}

fn reply(panel: Panel, question: &str) {
    let (Some(bot), Some(pack)) = (panel.bot.get_untracked(), panel.pack.get_untracked()) else { return };
    let page_locale = panel.locale.get_untracked();
    match bot.reply(question, page_locale) {
        Reply::Answer { entry, locale } => answer(panel, &pack, entry, locale),
        Reply::Choose { entries, locale } => {
            bot_says(panel, &tr(locale, "chat.did_you_mean"), None, Vec::new());
            panel.after.set(After::Choose(entries));
        }
        Reply::SmallTalk { kind, locale } => small_talk(panel, &pack, kind, locale),
        Reply::Person { .. } => panel.after.set(After::Confirm),
        Reply::Unknown { locale } => {
            bot_says(panel, &tr(locale, "chat.unknown"), None, Vec::new());
            panel.after.set(After::Person);
        }
    }
}

fn answer(panel: Panel, pack: &Arc<ShopPack>, entry: usize, locale: Locale) {
    let Some(found) = pack.faq.get(entry) else { return };
    bot_says(panel, found.answer.get(locale), Some(entry), found.products.clone());
}

fn small_talk(panel: Panel, pack: &Arc<ShopPack>, kind: SmallTalk, locale: Locale) {
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
    bot_says(panel, &tr_with(locale, key, &[("bot", bot), ("shop", shop)]), None, Vec::new());
    if kind == SmallTalk::BadLanguage {
        panel.after.set(After::Person);
    }
}

fn bot_says(panel: Panel, words: &str, entry: Option<usize>, products: Vec<ProductId>) {
    let Ok(text) = MessageText::parse(words) else { return };
    let entry = entry.and_then(|entry| {
        panel.pack.with_untracked(|pack| pack.as_ref()?.faq.get(entry).map(|entry| entry.id.clone()))
    });
    panel.write(Author::Bot {}, Body::Answer { text, entry, products });
}
