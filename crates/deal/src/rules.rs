//! What the seller lets the server answer by itself. None of it ever leaves the server, and no answer is made of the floor:
//! whoever proposes learns from each round only on which side of it they were, and rounds are few.

use std::{collections::BTreeMap, fmt};

use alap_protocol::{coupon::CouponCode, id::ProductId};

/// By so many percent of the price each round asks for less.
const STEP_PERCENT: i64 = 2;

/// All rules of a shop: the file `price-rules.toml` of its folder.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PriceRules {
    /// For every product without a rule of its own.
    pub usual: Option<Share>,
    /// For single products.
    pub products: BTreeMap<ProductId, Rule>,
    /// A coupon that is given to a shopper whose last proposal was declined by a rule: once in a request.
    pub consolation: Option<CouponCode>,
}

/// A rule in percent of the price, for every product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Below this, a proposal is declined: 1 to 100.
    pub floor_percent: u8,
    /// From this on, it is accepted: not below the floor, up to 100.
    pub accept_percent: u8,
    /// So many proposals of a request are answered: 1 to 10. Those after them wait for a person.
    pub rounds: u8,
}

/// A rule for one product. Prices are for one piece, in the smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Below this, a proposal is declined, kindly.
    pub floor: i64,
    /// From this on, it is accepted: not below the floor.
    pub accept: i64,
    /// So many proposals of a request are answered: 1 to 10. Those after them wait for a person.
    pub rounds: u8,
}

/// What a rule says to a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleAnswer {
    /// Yes.
    Accept,
    /// Not for that, but for this much a piece.
    Counter(i64),
    /// A kind no.
    Decline,
    /// Nothing: a person answers.
    Person,
}

/// They are secret: no log ever has them.
impl fmt::Debug for PriceRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PriceRules").finish_non_exhaustive()
    }
}

impl PriceRules {
    /// The rule for a product of which one piece comes to `price`, where the catalogue has it for `listed`. A product's own rule
    /// is made for the listed price: what comes to more, with options that were chosen, goes by the usual one.
    pub fn rule(&self, product: &ProductId, price: i64, listed: Option<i64>) -> Option<Rule> {
        let share = |percent: u8| price.saturating_mul(i64::from(percent)) / 100;
        let own = self.products.get(product).filter(|_| listed.is_some_and(|listed| price <= listed));
        own.copied().or_else(|| {
            self.usual.map(|usual| Rule {
                floor: share(usual.floor_percent),
                accept: share(usual.accept_percent),
                rounds: usual.rounds,
            })
        })
    }
}

impl Rule {
    /// The answer to a proposal of `proposed` a piece for what costs `price`; `round` is 1 for the first proposal of the request.
    ///
    /// What is asked for instead is two percent of the price less with each round, for as long as that is not below what is
    /// accepted: made of the price and the round, so that neither line can be worked out of it.
    pub fn answer(self, price: i64, proposed: i64, round: u32) -> RuleAnswer {
        let rounds = i64::from(self.rounds.max(1));
        let round = i64::from(round);
        if !(1..=rounds).contains(&round) {
            return RuleAnswer::Person;
        }
        if proposed >= self.accept.max(self.floor) {
            return RuleAnswer::Accept;
        }
        if proposed < self.floor {
            return RuleAnswer::Decline;
        }
        let accept = self.accept.max(self.floor);
        let after = |round: i64| whole(price.saturating_sub(price / 100 * STEP_PERCENT * round));
        let counter = (1..=round).map(after).take_while(|counter| *counter >= accept).last();
        let counter = counter.unwrap_or_else(|| whole(price.max(accept)));
        RuleAnswer::Counter(counter)
    }
}

/// Up to the next whole unit: nobody asks for 1,133 taka and 33 paisa.
fn whole(minor: i64) -> i64 {
    minor.checked_add(99).map_or(minor, |minor| minor / 100 * 100)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RULE: Rule = Rule { floor: 90_000, accept: 100_000, rounds: 3 };

    #[test]
    fn at_or_above_is_accepted_between_is_countered_below_is_declined() {
        assert_eq!(RULE.answer(120_000, 100_000, 1), RuleAnswer::Accept);
        assert_eq!(RULE.answer(120_000, 99_999, 1), RuleAnswer::Counter(117_600));
        assert_eq!(RULE.answer(120_000, 90_000, 3), RuleAnswer::Counter(112_800));
        assert_eq!(RULE.answer(120_000, 89_999, 1), RuleAnswer::Decline);
        assert_eq!(
            RULE.answer(120_000, 110_000, 4),
            RuleAnswer::Person,
            "after the last round a person answers"
        );
    }

    #[test]
    fn a_share_of_the_price_is_a_rule_for_each_product_without_one_of_its_own() {
        let id = |name: &str| ProductId::parse(name).unwrap();
        let rules = PriceRules {
            usual: Some(Share { floor_percent: 80, accept_percent: 90, rounds: 2 }),
            products: [(id("NK-1"), RULE)].into(),
            consolation: None,
        };
        assert_eq!(rules.rule(&id("NK-1"), 120_000, Some(120_000)), Some(RULE));
        assert_eq!(
            rules.rule(&id("NK-2"), 1_000, Some(1_000)),
            Some(Rule { floor: 800, accept: 900, rounds: 2 })
        );
        let dearer = rules.rule(&id("NK-1"), 200_000, Some(120_000));
        assert_eq!(
            dearer,
            Some(Rule { floor: 160_000, accept: 180_000, rounds: 2 }),
            "options cost more than the list says"
        );
        assert_eq!(PriceRules::default().rule(&id("NK-2"), 1_000, Some(1_000)), None);
    }

    proptest! {
        #[test]
        fn what_is_asked_for_does_not_depend_on_the_floor(
            price in 0_i64..10_000_000,
            accept in 0_i64..10_000_000,
            floors in (0_i64..10_000_000, 0_i64..10_000_000),
            proposed in 0_i64..10_000_000,
            round in 1_u32..6,
        ) {
            let answer = |floor: i64| Rule { floor: floor.min(accept), accept, rounds: 5 }.answer(price, proposed, round);
            if let (RuleAnswer::Counter(one), RuleAnswer::Counter(other)) = (answer(floors.0), answer(floors.1)) {
                prop_assert_eq!(one, other);
                prop_assert!(one >= accept);
            }
        }
    }
}
