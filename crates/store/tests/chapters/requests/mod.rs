//! The talk before an order.

mod booking;
mod coupons;
mod hostile;
mod outbox;
mod photos;
mod price;
mod races;
mod races_of_time;
mod rules;

use std::{collections::HashMap, sync::Arc};

use alap_deal::{
    Deal, Party,
    rules::{PriceRules, Rule},
};
use alap_protocol::{
    coupon::{CouponCode, Discount, NewCoupon},
    deal::{Step, Terms},
    form::FormKind,
    id::{ClientId, FormId, ProductId, QuestionId, RequestId, Sequence},
    locale::{Locale, Localized},
    message::{Author, Body},
    request::{AgentAct, AgentDeed, ShopperAct, ShopperDeed, Standing},
};
use alap_store::{House, RequestDraft, ShopperKey, Store};
use uuid::Uuid;

pub(crate) use hostile::ten_thousand;
pub(crate) use races::two_nodes;

/// 2027-01-15, 08:00 UTC.
pub(crate) const NOW: i64 = 1_800_000_000_000;
/// A minute, in milliseconds.
pub(crate) const MINUTE: i64 = 60_000;

pub(crate) async fn tell(store: &Store) {
    price::from_form_to_delivery(store).await;
    price::either_side_may_end_it(store).await;
    price::an_offer_runs_out(store).await;
    price::the_lists(store).await;
    coupons::from_making_to_the_last_use(store).await;
    coupons::what_does_not_hold(store).await;
    rules::the_three_answers(store).await;
    booking::nobody_books_the_whole_week(store).await;
    rules::rounds_and_days_have_an_end(store).await;
    booking::one_time_one_call(store).await;
    booking::reminded_once(store).await;
    photos::of_one_conversation(store).await;
    outbox::every_step_is_told_once(store).await;
    outbox::sent_again(store).await;
    hostile::somebody_elses(store).await;
    hostile::one_name_one_thing(store).await;
    hostile::so_many_and_no_more(store).await;
}

/// One product of 1,200 taka, from 1,000 on sold without asking, under 900 not; an advance of 10 percent.
pub(crate) fn house() -> Arc<House> {
    let rule = Rule { floor: 90_000, accept: 100_000, rounds: 3 };
    Arc::new(House {
        today: "2027-01-15".into(),
        advance_percent: 10,
        rules: PriceRules {
            usual: None,
            products: [(product(), rule)].into(),
            consolation: Some(code("SORRY50")),
        },
        prices: HashMap::from([(product(), 120_000)]),
        mobile: |number| number.strip_prefix('0').map(|rest| format!("+880{rest}")),
    })
}

pub(crate) fn product() -> ProductId {
    ProductId::parse("NK-1").unwrap()
}

pub(crate) fn code(code: &str) -> CouponCode {
    CouponCode::parse(code).unwrap()
}

pub(crate) fn both(words: &str) -> Localized {
    Localized { bn: Some(words.into()), en: None }
}

/// A request for a dress.
pub(crate) fn draft() -> RequestDraft {
    RequestDraft {
        id: RequestId(Uuid::new_v4()),
        form: FormId::parse("dress").unwrap(),
        kind: FormKind::PreOrder,
        title: both("মাপমতো জামা"),
        product: Some(product()),
        locale: Locale::Bn,
        answers: [(QuestionId::parse("size").unwrap(), alap_protocol::answer::Answer::Number(38_000))].into(),
        lines: vec![alap_protocol::answer::SummaryLine {
            question: QuestionId::parse("size").unwrap(),
            label: both("মাপ"),
            value: both("৩৮"),
            photos: vec![],
        }],
        terms: both("মাপ দেওয়ার পর ফেরত হয় না।"),
        slot: None,
        phone: None,
        unit_price: Some(120_000),
        body_hash: "as it came".into(),
    }
}

pub(crate) fn call(starts_at: i64, minutes: u16, before: u16) -> RequestDraft {
    RequestDraft { kind: FormKind::Call, product: None, slot: Some((starts_at, minutes, before)), ..draft() }
}

pub(crate) fn offer(unit_price: i64) -> Terms {
    Terms {
        unit_price,
        quantity: 1,
        extras: vec![],
        discount: 0,
        coupon: None,
        advance: 0,
        delivery: None,
        expires_at: None,
        words: String::new(),
    }
}

pub(crate) fn coupon(name: &str, uses: u32) -> NewCoupon {
    NewCoupon {
        code: code(name),
        discount: Discount::Amount(20_000),
        minimum: 0,
        products: vec![],
        starts_at: NOW,
        ends_at: Some(NOW + 60 * MINUTE),
        uses,
        uses_per_customer: 1,
    }
}

pub(crate) fn act(deed: ShopperDeed) -> ShopperAct {
    ShopperAct { key: ClientId(Uuid::new_v4()), deed }
}

pub(crate) fn agent_act(deed: AgentDeed) -> AgentAct {
    AgentAct { key: ClientId(Uuid::new_v4()), deed }
}

pub(crate) fn propose(unit_price: i64) -> ShopperAct {
    act(ShopperDeed::Propose { unit_price, quantity: 1, words: String::new() })
}

pub(crate) fn accept(number: u32, coupon: Option<&str>) -> ShopperAct {
    act(ShopperDeed::Accept { number, coupon: coupon.map(code) })
}

pub(crate) fn make_offer(after: u32, terms: Terms) -> AgentAct {
    agent_act(AgentDeed::Offer { after, terms })
}

/// A shopper with a request that has just come in.
pub(crate) struct Shopper {
    pub(crate) key: ShopperKey,
    pub(crate) request: RequestId,
}

impl Shopper {
    pub(crate) async fn with(store: &Store, draft: RequestDraft) -> Self {
        let (key, request) = (super::opened(store).await, draft.id);
        store.open_request(&key, draft, NOW).await.unwrap();
        Self { key, request }
    }

    /// A person of the shop has offered a price.
    pub(crate) async fn offered(store: &Store, draft: RequestDraft, terms: Terms) -> Self {
        let shopper = Self::with(store, draft).await;
        let rima = super::person(store, super::shop(), "রিমা").await;
        store.agent_act(&rima, shopper.request, make_offer(0, terms), house(), NOW).await.unwrap();
        shopper
    }

    pub(crate) async fn does(
        &self,
        store: &Store,
        act: ShopperAct,
    ) -> Result<Standing, alap_store::StoreError> {
        store.shopper_act(&self.key, self.request, act, house(), false, NOW).await
    }

    /// The same where the seller's rules may answer.
    pub(crate) async fn proposes(&self, store: &Store, unit_price: i64) -> Standing {
        store.shopper_act(&self.key, self.request, propose(unit_price), house(), true, NOW).await.unwrap()
    }

    /// Every step of the request, as both sides see it.
    pub(crate) async fn steps(&self, store: &Store) -> Vec<(Author, Step)> {
        let page = store.messages(&self.key, Sequence(0)).await.unwrap();
        let of_request = |body| match body {
            Body::Step { request, step } if request == self.request => Some(*step),
            _ => None,
        };
        page.messages
            .into_iter()
            .filter_map(|message| of_request(message.body).map(|step| (message.author, step)))
            .collect()
    }

    pub(crate) async fn told(&self, store: &Store) -> Vec<&'static str> {
        self.steps(store).await.iter().map(|(_, step)| step.name()).collect()
    }

    /// What a page makes of the steps.
    pub(crate) async fn folded(&self, store: &Store) -> Deal {
        let steps = self.steps(store).await;
        let mut deal = Deal::begin(&steps[0].1).unwrap();
        for (author, step) in &steps[1..] {
            let by = match author {
                Author::Shopper {} => Party::Shopper,
                Author::Agent { .. } => Party::Shop,
                Author::Bot {} => Party::Rule,
                Author::System {} => Party::Clock,
            };
            let at = if by == Party::Clock { i64::MAX } else { NOW };
            deal.follow(by, step, at).unwrap();
        }
        deal
    }
}
