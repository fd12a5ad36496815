//! From a form to an order.

use alap_deal::Refusal;
use alap_protocol::{
    conversation::ConversationState,
    deal::{DealState, Extra, Step, Terms},
    form::FormKind,
    id::{Sequence, ShopId},
    payment::{PaymentState, Wallet},
    request::{AgentDeed, ShopperDeed, Standing},
};
use alap_store::{RequestDraft, RequestFilter, Store, StoreError};

use super::{
    super::{opened, person, shop},
    MINUTE, NOW, Shopper, accept, act, agent_act, draft, house, make_offer, offer, propose,
};

pub(crate) async fn from_form_to_delivery(store: &Store) {
    let key = opened(store).await;
    store.close_conversation(&shop(), key.conversation, NOW - 1).await.unwrap();
    let draft = RequestDraft { phone: Some("+8801712345678".into()), ..draft() };
    let sent = store.open_request(&key, draft.clone(), NOW).await.unwrap();
    assert_eq!(sent, Standing { request: draft.id, state: DealState::Asked, seq: Sequence(2) });
    let talk = store.conversation(&shop(), key.conversation).await.unwrap();
    assert_eq!(
        (talk.state, talk.waiting_since),
        (ConversationState::Waiting, Some(NOW)),
        "the shop has to act"
    );
    assert_eq!(
        store.open_request(&key, draft.clone(), NOW + 1).await.unwrap(),
        sent,
        "the first answer again"
    );
    assert_eq!(store.known_request(&key, draft.id, "as it came").await.unwrap(), Some(sent));
    let otherwise = RequestDraft { body_hash: "otherwise".into(), ..draft.clone() };
    assert!(matches!(store.open_request(&key, otherwise, NOW).await, Err(StoreError::Conflict)));

    let shopper = Shopper { key, request: draft.id };
    let rima = person(store, shop(), "রিমা").await;
    let terms = Terms {
        extras: vec![Extra { what: "ডেলিভারি".into(), price: 6_000 }], ..offer(120_000)
    };
    let first = make_offer(0, terms);
    let offered = store.agent_act(&rima, shopper.request, first.clone(), house(), NOW).await.unwrap();
    assert_eq!((offered.state, offered.seq), (DealState::Offered, Sequence(3)));
    let talk = store.conversation(&shop(), shopper.key.conversation).await.unwrap();
    assert_eq!(
        (talk.state, talk.assignee),
        (ConversationState::Open, Some(rima.id)),
        "an offer takes the talk up"
    );
    let line = store.request(&shop(), shopper.request).await.unwrap();
    assert_eq!((line.state, line.waits_for_shop, line.total), (DealState::Offered, false, Some(126_000)));

    let proposal = propose(110_000);
    let proposed = shopper.does(store, proposal.clone()).await.unwrap();
    assert_eq!(proposed.state, DealState::Proposed);
    let late = store.agent_act(&rima, shopper.request, make_offer(1, offer(119_000)), house(), NOW).await;
    assert!(matches!(late, Err(StoreError::Refused(Refusal::Stale))), "written before the proposal came");
    store
        .agent_act(
            &rima,
            shopper.request,
            make_offer(2, Terms { advance: 11_500, ..offer(115_000) }),
            house(),
            NOW,
        )
        .await
        .unwrap();
    let old = shopper.does(store, accept(1, None)).await;
    assert!(matches!(old, Err(StoreError::Refused(Refusal::Stale))), "that offer was replaced");
    let yes = accept(3, None);
    let agreed = shopper.does(store, yes.clone()).await.unwrap();
    assert_eq!(agreed.state, DealState::Accepted);
    let line = store.request(&shop(), shopper.request).await.unwrap();
    assert_eq!((line.order, line.total, line.waits_for_shop), (Some(1), Some(115_000), true));

    let pay = |transaction: &str| ShopperDeed::Pay {
        wallet: Wallet::Bkash,
        transaction: transaction.into(),
        amount: 11_500,
        sender: Some("01712345678".into()),
        photo: None,
    };
    let word = shopper.does(store, act(pay("done"))).await;
    assert!(matches!(word, Err(StoreError::Refused(Refusal::NoTransaction))));
    let paid = act(pay("6h7801qfym"));
    shopper.does(store, paid.clone()).await.unwrap();
    let payments = store.payments(&shop()).await.unwrap();
    let line = payments.iter().find(|line| line.request == shopper.request).unwrap();
    assert_eq!((line.note.id, line.note.transaction.as_str()), (paid.key, "6H7801QFYM"));
    assert_eq!((line.order, line.state, line.seen_before), (1, PaymentState::Noted, 0));
    assert_eq!(line.advance, 11_500, "what the offer said of an advance");
    assert_eq!(line.note.sender.as_deref(), Some("+8801712345678"));

    // The same id for another order, by another wallet: the later line says so.
    let other = Shopper::offered(store, super::draft(), offer(100_000)).await;
    other.does(store, accept(1, None)).await.unwrap();
    let nagad = ShopperDeed::Pay {
        wallet: Wallet::Nagad,
        transaction: "6H7801QFYM".into(),
        amount: 5,
        sender: None,
        photo: None,
    };
    other.does(store, act(nagad)).await.unwrap();
    let payments = store.payments(&shop()).await.unwrap();
    let seen = |request| payments.iter().find(|line| line.request == request).unwrap().seen_before;
    assert_eq!(seen(shopper.request) + seen(other.request), 1, "one of them came first");

    let does = async |deed: AgentDeed| {
        store.agent_act(&rima, shopper.request, agent_act(deed), house(), NOW).await.unwrap().state
    };
    let found = AgentDeed::CheckPayment { payment: paid.key, received: true };
    assert_eq!(does(found).await, DealState::Accepted);
    let payments = store.payments(&shop()).await.unwrap();
    let place = |request| payments.iter().position(|line| line.request == request).unwrap();
    assert!(place(other.request) < place(shopper.request), "those to verify come first");
    assert_eq!(payments[place(shopper.request)].state, PaymentState::Received);
    assert_eq!(does(AgentDeed::Confirm {}).await, DealState::Confirmed);
    assert_eq!(does(AgentDeed::Finish {}).await, DealState::Done);

    // Everything that was done, done again: the first answers, and no new step.
    assert_eq!(shopper.does(store, proposal).await.unwrap(), proposed);
    assert_eq!(shopper.does(store, yes).await.unwrap(), agreed);
    assert_eq!(store.agent_act(&rima, shopper.request, first, house(), NOW).await.unwrap(), offered);
    let told = shopper.told(store).await;
    let expected = [
        "requested",
        "offered",
        "proposed",
        "offered",
        "accepted",
        "paid",
        "payment_checked",
        "confirmed",
        "done",
    ];
    assert_eq!(told, expected);
    let all = store.all_requests(&shop(), None, 1_000).await.unwrap();
    let kept = all.into_iter().find(|kept| kept.line.id == shopper.request).unwrap();
    assert_eq!(kept.deal, shopper.folded(store).await, "what is kept is what the pages make of the steps");
    assert_eq!(kept.lines, draft.lines);
    assert_eq!(kept.line.phone.as_deref(), Some("+8801712345678"));
}

pub(crate) async fn either_side_may_end_it(store: &Store) {
    let rima = person(store, shop(), "রিমা").await;
    let shopper = Shopper::offered(store, draft(), offer(120_000)).await;
    shopper.does(store, act(ShopperDeed::Decline { number: 1, words: "বেশি".into() })).await.unwrap();
    shopper.does(store, propose(90_000)).await.unwrap();
    let no = agent_act(AgentDeed::Decline { number: 2, words: String::new() });
    store.agent_act(&rima, shopper.request, no, house(), NOW).await.unwrap();
    shopper.does(store, propose(95_000)).await.unwrap();
    shopper.does(store, act(ShopperDeed::Withdraw { number: 3 })).await.unwrap();
    shopper.does(store, act(ShopperDeed::Cancel { words: "থাক".into() })).await.unwrap();
    let over = store.agent_act(&rima, shopper.request, make_offer(3, offer(1)), house(), NOW).await;
    assert!(matches!(over, Err(StoreError::Refused(Refusal::Stale))));
    let line = store.request(&shop(), shopper.request).await.unwrap();
    assert_eq!((line.state, line.waits_for_shop, line.order), (DealState::Cancelled, false, None));
    assert_eq!(
        shopper.told(store).await,
        ["requested", "offered", "declined", "proposed", "declined", "proposed", "withdrawn", "cancelled"]
    );
}

pub(crate) async fn an_offer_runs_out(store: &Store) {
    let short = Terms { expires_at: Some(NOW + MINUTE), ..offer(120_000) };
    let shopper = Shopper::offered(store, draft(), short).await;
    assert_eq!(store.expire_offers(NOW + MINUTE - 1).await.unwrap(), 0);
    let late =
        store.shopper_act(&shopper.key, shopper.request, accept(1, None), house(), false, NOW + MINUTE).await;
    assert!(matches!(late, Err(StoreError::Refused(Refusal::Expired))), "even before the clock has said so");
    assert_eq!(store.expire_offers(NOW + MINUTE).await.unwrap(), 1);
    assert_eq!(store.expire_offers(NOW + MINUTE).await.unwrap(), 0, "said once");
    assert_eq!(shopper.told(store).await, ["requested", "offered", "expired"]);
    assert!(matches!(shopper.steps(store).await[2].1, Step::Expired { number: 1 }));
    assert_eq!(store.request(&shop(), shopper.request).await.unwrap().state, DealState::Expired);
}

pub(crate) async fn the_lists(store: &Store) {
    let here = ShopId::parse("lists").unwrap();
    let rima = person(store, here.clone(), "রিমা").await;
    let mut ids = Vec::new();
    for (age, kind) in [(3, FormKind::PreOrder), (2, FormKind::Problem), (1, FormKind::PreOrder)] {
        let key = super::super::key();
        store.open_conversation(&here, &key, alap_protocol::locale::Locale::Bn, None, 1).await.unwrap();
        let draft = RequestDraft { kind, ..draft() };
        ids.push(draft.id);
        store.open_request(&key, draft, NOW - age).await.unwrap();
    }
    let listed = async |filter| {
        let lines = store.requests(&here, filter).await.unwrap();
        lines.into_iter().map(|line| line.id).collect::<Vec<_>>()
    };
    assert_eq!(listed(RequestFilter::default()).await, ids, "the longest waiting first");
    store.agent_act(&rima, ids[0], make_offer(0, offer(5_000)), house(), NOW).await.unwrap();
    assert_eq!(listed(RequestFilter::default()).await, [ids[1], ids[2], ids[0]], "what waits comes first");
    let problems = RequestFilter { kind: Some(FormKind::Problem), state: None };
    assert_eq!(listed(problems).await, [ids[1]]);
    let offered = RequestFilter { kind: None, state: Some(DealState::Offered) };
    assert_eq!(listed(offered).await, [ids[0]]);

    let mut after = None;
    for id in ids {
        let page = store.all_requests(&here, after, 1).await.unwrap();
        assert_eq!(page[0].line.id, id, "in the order in which they came");
        after = Some((page[0].line.created_at, id));
    }
    assert!(store.all_requests(&here, after, 1).await.unwrap().is_empty());
}
