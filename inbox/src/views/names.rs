//! How conversations are called and how moments are said.

use alap_intake::calendar;
use alap_protocol::{
    conversation::{ConversationState, ConversationSummary},
    hours::LocalTime,
    locale::Locale,
    message::{Author, Body, Event, Message},
    pack::{Product, ShopPack},
};
use alap_ui::{
    device_time, times,
    words::{tr, tr_with},
};

use crate::{conversations::waiting_since, state::ShopView, waiting};

/// What the shopper looks at: the product, else the page, else just "shopper".
pub(crate) fn title(summary: &ConversationSummary, pack: Option<&ShopPack>, locale: Locale) -> String {
    let page_title = summary.page.as_ref().map(|page| page.title.trim()).filter(|title| !title.is_empty());
    product(summary, pack)
        .map(|product| product.title.get(locale).to_owned())
        .or_else(|| page_title.map(ToOwned::to_owned))
        .unwrap_or_else(|| tr(locale, "thread.shopper"))
}

/// The product on the shopper's page, if the shop still has it.
pub(crate) fn product<'a>(summary: &ConversationSummary, pack: Option<&'a ShopPack>) -> Option<&'a Product> {
    let id = summary.page.as_ref()?.product.as_deref()?;
    pack?.products.iter().find(|product| product.id.as_str() == id)
}

/// Waiting and for how long, with whom, or done.
pub(crate) fn state(summary: &ConversationSummary, now: i64, locale: Locale) -> String {
    match (summary.state, &summary.assignee_name) {
        (ConversationState::Waiting, _) => {
            let span = waiting::span(locale, now - waiting_since(summary));
            tr_with(locale, "inbox.waits", &[("span", &span)])
        }
        (ConversationState::Open, Some(name)) => tr_with(locale, "inbox.with", &[("name", name)]),
        (ConversationState::Open, None) => tr(locale, "inbox.with_nobody"),
        (ConversationState::Closed, _) => tr(locale, "inbox.is_closed"),
    }
}

/// Who spoke last; nothing where the words say it themselves.
pub(crate) fn speaker(message: &Message, locale: Locale) -> Option<String> {
    // Of a step the words say it themselves.
    if matches!(message.body, Body::Step { .. }) {
        return None;
    }
    match &message.author {
        Author::Shopper {} | Author::System {} => None,
        Author::Bot {} => Some(tr(locale, "thread.bot")),
        Author::Agent { name, .. } => Some(name.clone()),
    }
}

/// A message in one line.
pub(crate) fn words(message: &Message, shop: &ShopView, locale: Locale) -> String {
    match &message.body {
        Body::Text { text } | Body::Answer { text, .. } => text.as_str().to_owned(),
        Body::Feedback { helped: true, .. } => tr(locale, "thread.helped"),
        Body::Feedback { helped: false, .. } => tr(locale, "thread.not_helped"),
        Body::Viewed { .. } => tr(locale, "thread.viewed"),
        Body::Moment { at, .. } => {
            tr_with(locale, "thread.moment", &[("time", &alap_ui::moments::moment(locale, *at))])
        }
        Body::Event { event: Event::Assigned { name } } => {
            tr_with(locale, "thread.assigned", &[("name", name)])
        }
        Body::Event { event: Event::Closed {} } => tr(locale, "thread.closed"),
        Body::Event { event: Event::Reopened {} } => tr(locale, "thread.reopened"),
        Body::Step { step, .. } => super::steps::line(&message.author, step, shop, locale),
    }
}

/// The time of day if it was today, else the day.
pub(crate) fn short_moment(at: i64, now: i64, locale: Locale) -> Option<String> {
    let (at, now) = (device_time::local(at)?, device_time::local(now)?);
    Some(if at.date == now.date { times::clock(locale, at.minute) } else { times::date(locale, at.date) })
}

/// Day and time of day.
pub(crate) fn long_moment(at: i64, locale: Locale) -> Option<String> {
    Some(day_and_time(device_time::local(at)?, locale))
}

/// Day and time of day by the shop's clocks: for what was agreed with a shopper.
pub(crate) fn shop_moment(at: i64, shop: &ShopView, locale: Locale) -> Option<String> {
    Some(day_and_time(calendar::local(at, shop.zone_minutes)?, locale))
}

fn day_and_time(at: LocalTime, locale: Locale) -> String {
    format!("{}, {}", times::date(locale, at.date), times::clock(locale, at.minute))
}

/// The language's own name, in the words of the page.
pub(crate) fn language(of: Locale, locale: Locale) -> String {
    match of {
        Locale::Bn => tr(locale, "inbox.bangla"),
        Locale::En => tr(locale, "inbox.english"),
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        conversation::PageContext,
        id::{ConversationId, Sequence},
    };

    use super::*;

    fn waiting() -> ConversationSummary {
        ConversationSummary {
            id: ConversationId(uuid::Uuid::nil()),
            state: ConversationState::Waiting,
            head: Sequence(1),
            last: None,
            assignee: None,
            assignee_name: None,
            agent_seen: Sequence(0),
            shopper_seen: Sequence(0),
            locale: Locale::Bn,
            page: None,
            waiting_since: Some(60_000),
            created_at: 60_000,
            updated_at: 60_000,
        }
    }

    #[test]
    fn a_conversation_is_called_by_its_page_or_just_shopper() {
        let mut summary = waiting();
        assert_eq!(title(&summary, None, Locale::Bn), "ক্রেতা");
        summary.page = Some(PageContext { title: "  ".into(), ..PageContext::default() });
        assert_eq!(title(&summary, None, Locale::En), "Shopper");
        summary.page = Some(PageContext {
            title: "জামদানি শাড়ি".into(), ..PageContext::default()
        });
        assert_eq!(title(&summary, None, Locale::En), "জামদানি শাড়ি");
    }

    #[test]
    fn the_state_says_how_long_or_with_whom() {
        let mut summary = waiting();
        assert_eq!(state(&summary, 240_000, Locale::Bn), "৩ মিনিট ধরে অপেক্ষায়");
        summary.state = ConversationState::Open;
        assert_eq!(state(&summary, 240_000, Locale::En), "With nobody");
        summary.assignee_name = Some("মিতা".into());
        assert_eq!(state(&summary, 240_000, Locale::Bn), "মিতা কথা বলছেন");
        summary.state = ConversationState::Closed;
        assert_eq!(state(&summary, 240_000, Locale::En), "Closed");
    }
}
