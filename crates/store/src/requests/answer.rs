//! The seller's rules answer a proposal, in the transaction that writes it.

use alap_deal::{Offer, Party, Planned, accept, rules::RuleAnswer, terms};
use alap_protocol::{
    deal::{Step, Terms},
    id::{ClientId, ProductId},
    limits::RULE_ANSWERS_A_DAY,
    message::Author,
};
use sqlx::Row as _;

use super::{
    House,
    agree::{lock_shop, with_usual_advance},
    at_hand::AtHand,
    coupons,
};
use crate::StoreError;

/// How long a price that a rule names holds, in milliseconds.
const HOLDS: i64 = 48 * 60 * 60 * 1_000;
/// Who answers, as the conversation shows it.
const BOT: (Party, &Author) = (Party::Rule, &Author::Bot {});

impl AtHand<'_> {
    /// Answers the proposal that stands, where the seller set a rule for the product. Otherwise it waits for a person.
    pub(super) async fn answer_by_rule(
        &mut self,
        house: &House,
        [first, second]: &[ClientId; 2],
    ) -> Result<(), StoreError> {
        let Some(product) = self.request.product.clone() else { return Ok(()) };
        let Some(price) = self.request.unit_price else { return Ok(()) };
        let listed = house.prices.get(&product).copied();
        let Some(rule) = house.rules.rule(&product, price, listed) else { return Ok(()) };
        let Some(Offer { terms: proposal, .. }) = self.request.deal.open_offer().cloned() else {
            return Ok(());
        };
        if !self.has_room(2) {
            return Ok(());
        }
        // How often a rule may answer is counted over the conversations of the shop.
        lock_shop(self.connection, self.request.shop.as_str()).await?;
        let Some(round) = self.round(&product, &house.today).await? else { return Ok(()) };
        let answer = rule.answer(price, proposal.unit_price, round);
        if self.person_was_kinder(answer, proposal.unit_price) {
            return Ok(());
        }
        let number = self.request.deal.number();
        match answer {
            RuleAnswer::Person => return Ok(()),
            RuleAnswer::Accept => {
                let planned = accept(&self.request.deal, Party::Rule, number, None, self.now);
                let Ok(Planned::Accept { number, terms, .. }) = planned else { return Ok(()) };
                let agreed = self.agree(terms, [None, None]).await?;
                self.conclude(BOT, number, agreed, *first).await?;
            }
            RuleAnswer::Counter(unit_price) => {
                let counter = self.counter(&proposal, unit_price);
                let terms = with_usual_advance(counter, house.advance_percent);
                let step = Step::Offered { number: number + 1, terms };
                if !self.may_follow(&step, house) {
                    return Ok(());
                }
                self.take(BOT, step, *first).await?;
            }
            RuleAnswer::Decline => {
                self.take(BOT, Step::Declined { number, words: String::new() }, *first).await?;
                self.console(house, Terms { unit_price: price, ..proposal }, *second).await?;
            }
        }
        self.count_answer(number, &product, &house.today).await
    }

    /// The round that comes now, from 1; none where rules have answered often enough today.
    async fn round(&mut self, product: &ProductId, today: &str) -> Result<Option<u32>, StoreError> {
        let row = sqlx::query(
            "SELECT (SELECT COUNT(*) FROM rule_answers WHERE shop = $3 AND product = $2 \
             AND (conversation = $1 OR customer = $5)) AS here, \
             (SELECT COUNT(*) FROM rule_answers WHERE shop = $3 AND product = $2 AND day = $4) AS today",
        )
        .bind(self.request.conversation.to_string())
        .bind(product.as_str())
        .bind(self.request.shop.as_str())
        .bind(today)
        .bind(self.request.customer())
        .fetch_one(&mut *self.connection)
        .await?;
        let (here, today): (i64, i64) = (row.try_get("here")?, row.try_get("today")?);
        Ok(u32::try_from(here.saturating_add(1)).ok().filter(|_| today < i64::from(RULE_ANSWERS_A_DAY)))
    }

    async fn count_answer(
        &mut self,
        number: u32,
        product: &ProductId,
        today: &str,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO rule_answers (request, number, conversation, customer, shop, product, day) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(self.request.id.to_string())
        .bind(i64::from(number))
        .bind(self.request.conversation.to_string())
        .bind(self.request.customer())
        .bind(self.request.shop.as_str())
        .bind(product.as_str())
        .bind(today)
        .execute(&mut *self.connection)
        .await?;
        Ok(())
    }

    /// Has a person of the shop offered for as little, or less? Then a rule would take back what they said: they go on themselves.
    fn person_was_kinder(&self, answer: RuleAnswer, proposed: i64) -> bool {
        let said = match answer {
            RuleAnswer::Counter(unit_price) => unit_price,
            RuleAnswer::Decline => proposed,
            RuleAnswer::Accept | RuleAnswer::Person => return false,
        };
        let offers = &self.request.deal.offers;
        offers.iter().any(|offer| offer.by == Party::Shop && offer.terms.unit_price <= said)
    }

    fn counter(&self, proposal: &Terms, unit_price: i64) -> Terms {
        Terms {
            unit_price,
            words: String::new(),
            expires_at: Some(self.now.saturating_add(HOLDS)),
            ..proposal.clone()
        }
    }

    /// As many offers as there may be, a day of delivery that is past: a person has to look.
    fn may_follow(&self, step: &Step, house: &House) -> bool {
        let sound = match step {
            Step::Offered { terms, .. } => terms::check(terms, self.now, &house.today).is_ok(),
            _ => true,
        };
        sound && self.request.deal.clone().follow(Party::Rule, step, self.now).is_ok()
    }

    /// Gives the seller's consolation once, if it holds for the product at its own price.
    async fn console(&mut self, house: &House, usual: Terms, note: ClientId) -> Result<(), StoreError> {
        let Some(code) = house.rules.consolation.clone().filter(|_| !self.request.deal.coupon_given) else {
            return Ok(());
        };
        match coupons::worth(self.connection, &self.request, &code, &usual, self.now).await {
            Ok(_) => self.take(BOT, Step::CouponGiven { coupon: code }, note).await,
            Err(StoreError::NoCoupon) => Ok(()),
            Err(error) => Err(error),
        }
    }
}
