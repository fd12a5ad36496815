use alap_protocol::{
    deal::DealState,
    form::FormKind,
    id::{AgentId, FormId, QuestionId, Sequence},
    payment::{PaymentNote, PaymentState, Wallet},
};
use uuid::Uuid;

use super::*;
use crate::requests::possible::{Possible, possible};

const REQUEST: RequestId = RequestId(Uuid::from_u128(1));

fn requested(quantity: &str) -> Step {
    let line = SummaryLine {
        question: QuestionId::parse("quantity").unwrap(),
        label: Localized::both("কয়টি", "How many"),
        value: Localized::both(quantity, quantity),
        photos: Vec::new(),
    };
    Step::Requested {
        form: FormId::parse("bulk").unwrap(),
        kind: FormKind::PreOrder,
        title: Localized::both("একসাথে অনেক", "In bulk"),
        product: None,
        lines: vec![line],
        terms: Localized::default(),
        slot: None,
    }
}

fn terms_of(unit_price: i64) -> Terms {
    Terms {
        unit_price,
        quantity: 2,
        extras: Vec::new(),
        discount: 0,
        coupon: None,
        advance: 0,
        delivery: None,
        expires_at: None,
        words: String::new(),
    }
}

fn mita() -> Author {
    Author::Agent { id: AgentId(Uuid::from_u128(9)), name: "মিতা".into() }
}

fn talk(steps: Vec<(Author, RequestId, Step)>) -> Vec<Message> {
    let message = |(place, (author, request, step)): (usize, (Author, RequestId, Step))| Message {
        seq: Sequence(place as u64 + 1),
        client_id: ClientId(Uuid::from_u128(place as u128)),
        author,
        body: Body::Step { request, step: Box::new(step) },
        at: place as i64,
    };
    steps.into_iter().enumerate().map(message).collect()
}

#[test]
fn the_talk_of_one_request_is_told_and_the_others_are_left_out() {
    let other = RequestId(Uuid::from_u128(2));
    let messages = talk(vec![
        (Author::Shopper {}, REQUEST, requested("৫০ পিস")),
        (Author::Shopper {}, other, requested("1")),
        (mita(), REQUEST, Step::Offered { number: 1, terms: terms_of(120_000) }),
        (Author::Shopper {}, other, Step::Proposed { number: 1, terms: terms_of(1) }),
        (Author::Shopper {}, REQUEST, Step::Proposed { number: 2, terms: terms_of(110_000) }),
    ]);
    let told = told(&messages, REQUEST).unwrap();
    assert_eq!(told.deal.state, DealState::Proposed);
    assert_eq!(told.rounds.iter().map(|it| it.terms.unit_price).collect::<Vec<_>>(), [120_000, 110_000]);
    assert_eq!(told.asked_quantity(), Some(50));
    assert_eq!(told.shops_last().map(|terms| terms.unit_price), Some(120_000));
}

#[test]
fn nothing_is_told_before_its_beginning_is_here() {
    let offer = Step::Offered { number: 1, terms: terms_of(1) };
    assert_eq!(told(&talk(vec![(mita(), REQUEST, offer)]), REQUEST), None);
}

#[test]
fn only_what_the_deal_allows_can_be_done() {
    let begin = || (Author::Shopper {}, REQUEST, requested("2"));
    let now = |steps| possible(&told(&talk(steps), REQUEST).unwrap().deal, 1_000);
    let asked = Possible { offer: true, cancel: true, ..Possible::default() };
    assert_eq!(now(vec![begin()]), asked);
    let offer = |number| (mita(), REQUEST, Step::Offered { number, terms: terms_of(9) });
    assert_eq!(now(vec![begin(), offer(1)]), Possible { withdraw: true, ..asked });
    let proposal = (Author::Shopper {}, REQUEST, Step::Proposed { number: 2, terms: terms_of(8) });
    let both = Possible { accept: true, decline: true, ..asked };
    assert_eq!(now(vec![begin(), offer(1), proposal]), both);
    let yes = Step::Accepted { number: 1, order: 7, terms: terms_of(9) };
    let agreed = Possible { confirm: true, cancel: true, ..Possible::default() };
    assert_eq!(now(vec![begin(), offer(1), (Author::Shopper {}, REQUEST, yes)]), agreed);
}

#[test]
fn a_noted_payment_says_what_was_expected_and_when_it_was_noted() {
    let id = ClientId(Uuid::from_u128(77));
    let note = PaymentNote {
        id,
        wallet: Wallet::Nagad,
        transaction: "ABCD1234".into(),
        amount: 900,
        sender: None,
        photo: None,
    };
    let agreed = Terms { advance: 1_000, ..terms_of(9_000) };
    let checked = Step::PaymentChecked {
        payment: id,
        wallet: Wallet::Nagad,
        transaction: "ABCD1234".into(),
        amount: 900,
        received: false,
    };
    let steps = vec![
        (Author::Shopper {}, REQUEST, requested("2")),
        (mita(), REQUEST, Step::Offered { number: 1, terms: agreed.clone() }),
        (Author::Shopper {}, REQUEST, Step::Accepted { number: 1, order: 12, terms: agreed }),
        (Author::Shopper {}, REQUEST, Step::Paid { payment: note }),
        (mita(), REQUEST, checked),
    ];
    let conversation = ConversationId(Uuid::from_u128(5));
    let payments = told(&talk(steps), REQUEST).unwrap().payments(conversation, REQUEST);
    let of = |it: &PaymentLine| (it.order, it.advance, it.note.amount, it.state, it.at);
    assert_eq!(payments.iter().map(of).collect::<Vec<_>>(), [(12, 1_000, 900, PaymentState::NotFound, 3)]);
}

#[test]
fn the_forms_own_estimate_is_the_price_to_begin_with() {
    let mut step = requested("৩ পিস");
    let Step::Requested { lines, .. } = &mut step else { panic!("a request begins with its form") };
    lines.push(SummaryLine {
        question: QuestionId::parse("estimate").unwrap(),
        label: Localized::both("আনুমানিক দাম", "Estimate"),
        value: Localized::both("৳৪,০০০", "৳4,000"),
        photos: Vec::new(),
    });
    let told = told(&talk(vec![(Author::Shopper {}, REQUEST, step)]), REQUEST).unwrap();
    assert_eq!(told.estimated_price(), Some(133_300));
}

#[test]
fn a_quantity_that_is_no_number_is_none() {
    let of = |words| told(&talk(vec![(Author::Shopper {}, REQUEST, requested(words))]), REQUEST);
    assert_eq!(of("1,200 pieces").unwrap().asked_quantity(), Some(1_200));
    assert_eq!(of("অনেক").unwrap().asked_quantity(), None);
    assert_eq!(of("0").unwrap().asked_quantity(), None);
}
