//! A request as its conversation tells it: its steps, folded by `alap-deal`.

use alap_deal::{Deal, Party, Payment};
use alap_protocol::{
    answer::SummaryLine,
    deal::{Step, Terms},
    id::{ClientId, ConversationId, RequestId},
    locale::Localized,
    message::{Author, Body, Message},
    payment::PaymentLine,
};
use alap_text::digits;

use super::typed::amount;

/// A request, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// How it stands.
    pub(crate) deal: Deal,
    /// What the form is called.
    pub(crate) title: Localized,
    /// What was answered.
    pub(crate) lines: Vec<SummaryLine>,
    /// The shop's conditions, as they were then.
    pub(crate) terms: Localized,
    /// Each price that was named, in order.
    pub(crate) rounds: Vec<Round>,
    /// When each payment was noted, in milliseconds since 1970 UTC.
    pub(crate) paid: Vec<(ClientId, i64)>,
}

/// A price that one side named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Round {
    pub(crate) author: Author,
    pub(crate) terms: Terms,
    /// When, in milliseconds since 1970 UTC.
    pub(crate) at: i64,
}

/// Who did it, for the deal.
pub(crate) fn party(author: &Author) -> Party {
    match author {
        Author::Shopper {} => Party::Shopper,
        Author::Agent { .. } => Party::Shop,
        Author::Bot {} => Party::Rule,
        Author::System {} => Party::Clock,
    }
}

/// Folds the steps of a request; `None` while its first one is not here.
pub(crate) fn told(messages: &[Message], request: RequestId) -> Option<Told> {
    let mut steps = messages.iter().filter_map(|message| match &message.body {
        Body::Step { request: of, step } if *of == request => Some((message, step.as_ref())),
        _ => None,
    });
    let (_, first) = steps.next()?;
    let Step::Requested { title, lines, terms, .. } = first else { return None };
    let (title, lines, terms) = (title.clone(), lines.clone(), terms.clone());
    let mut told =
        Told { deal: Deal::begin(first)?, title, lines, terms, rounds: Vec::new(), paid: Vec::new() };
    for (message, step) in steps {
        // The server wrote it, so it holds; a step that this page cannot follow changes nothing on it.
        if told.deal.follow(party(&message.author), step, message.at).is_err() {
            continue;
        }
        match step {
            Step::Offered { terms, .. } | Step::Proposed { terms, .. } => {
                let (author, terms) = (message.author.clone(), terms.clone());
                told.rounds.push(Round { author, terms, at: message.at });
            }
            Step::Paid { payment } => told.paid.push((payment.id, message.at)),
            _ => {}
        }
    }
    Some(told)
}

impl Told {
    /// How many pieces were asked for: the answer to the question named `quantity`, if the form has one.
    pub(crate) fn asked_quantity(&self) -> Option<u32> {
        let line = self.lines.iter().find(|line| line.question.as_str() == "quantity")?;
        let words = digits::fold(line.value.texts().next()?).into_owned();
        let figures: String = words.chars().take_while(|c| c.is_ascii_digit() || *c == ',').collect();
        figures.replace(',', "").parse().ok().filter(|quantity| *quantity > 0)
    }

    /// What one piece would cost by the form's own reckoning, in whole units: its value named `estimate`, over the pieces asked for.
    pub(crate) fn estimated_price(&self) -> Option<i64> {
        let line = self.lines.iter().find(|line| line.question.as_str() == "estimate")?;
        let whole = amount(line.value.texts().next()?)?;
        let each = whole / i64::from(self.asked_quantity().unwrap_or(1));
        Some(each / 100 * 100).filter(|each| *each > 0)
    }

    /// The payments that were noted, as lines of the list to verify.
    pub(crate) fn payments(&self, conversation: ConversationId, request: RequestId) -> Vec<PaymentLine> {
        let of = |payment: &Payment| PaymentLine {
            note: payment.note.clone(),
            request,
            conversation,
            order: self.deal.order.unwrap_or_default(),
            advance: self.deal.agreed.as_ref().map_or(0, |terms| terms.advance),
            state: payment.state,
            // Only the server knows the other requests of the shop.
            seen_before: 0,
            at: self.paid.iter().find(|(id, _)| *id == payment.note.id).map_or(0, |(_, at)| *at),
        };
        self.deal.payments.iter().map(of).collect()
    }

    /// The last price that the shop named.
    pub(crate) fn shops_last(&self) -> Option<&Terms> {
        let shops = self.deal.offers.iter().rev().find(|offer| offer.by != Party::Shopper);
        shops.map(|offer| &offer.terms)
    }
}

#[cfg(test)]
mod tests;
