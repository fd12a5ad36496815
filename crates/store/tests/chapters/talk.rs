//! A talk from the first question to the end, and what is refused on the way.

use alap_protocol::{
    conversation::{ConversationState, PageContext},
    id::{AgentId, ProductId, Sequence, ShopId},
    limits::PAGE_MESSAGES,
    locale::Locale,
    message::{Author, Body, Event, NewMessage},
    text::MessageText,
};
use alap_store::{Change, ShopperKey, Store, StoreError, TokenHash, Typist};
use uuid::Uuid;

use super::{key, opened, person, shop, text};

pub(crate) async fn from_question_to_close(store: &Store) -> ShopperKey {
    let key = key();
    let page = PageContext {
        url: "https://nokshi.example/p/1".into(),
        title: "কাঁথা".into(),
        product: None,
        ..PageContext::default()
    };
    let view = store.open_conversation(&shop(), &key, Locale::Bn, Some(page.clone()), 1_000).await.unwrap();
    assert_eq!((view.state, view.head), (ConversationState::Waiting, Sequence(0)));
    let again = store.open_conversation(&shop(), &key, Locale::En, None, 9_000).await.unwrap();
    assert_eq!(again, view, "opened twice, it is still one conversation");

    let question = text("দাম কত?");
    let ack = store.append_from_shopper(&key, question.clone(), 2_000).await.unwrap();
    assert_eq!((ack.client_id, ack.seq, ack.at), (question.client_id, Sequence(1), 2_000));
    assert_eq!(
        store.append_from_shopper(&key, question, 3_000).await.unwrap(),
        ack,
        "the first acknowledgement again"
    );
    let answer = NewMessage {
        body: Body::Answer {
            text: MessageText::parse("৳১,২০০").unwrap(),
            entry: None,
            products: vec![],
            missed: false,
        },
        ..text("x")
    };
    store.append_from_shopper(&key, answer, 4_000).await.unwrap();

    let rima = person(store, shop(), "রিমা").await;
    let ack = store.append_from_agent(&rima, key.conversation, text("জি, বলুন।"), 5_000).await.unwrap();
    assert_eq!(ack.seq, Sequence(3));
    let line = store.conversation(&shop(), key.conversation).await.unwrap();
    assert_eq!(
        (line.state, line.assignee, line.waiting_since),
        (ConversationState::Open, Some(rima.id), None)
    );
    assert_eq!((line.assignee_name.as_deref(), line.page), (Some("রিমা"), Some(page)));
    assert_eq!((line.created_at, line.updated_at, line.locale), (1_000, 5_000, Locale::Bn));

    let mita = person(store, shop(), "Mita").await;
    store.assign(&shop(), key.conversation, Some(mita.id), 6_000).await.unwrap();
    store.assign(&shop(), key.conversation, Some(mita.id), 6_500).await.unwrap();
    store.close_conversation(&shop(), key.conversation, 7_000).await.unwrap();
    store.append_from_shopper(&key, text("আরেকটা কথা"), 8_000).await.unwrap();
    let line = store.conversation(&shop(), key.conversation).await.unwrap();
    assert_eq!((line.state, line.waiting_since), (ConversationState::Waiting, Some(8_000)));
    store.close_conversation(&shop(), key.conversation, 9_000).await.unwrap();
    let line = store.reopen(&shop(), key.conversation, 9_500).await.unwrap();
    assert_eq!((line.state, line.assignee), (ConversationState::Open, Some(mita.id)));
    still_there(store, &key).await;
    key
}

/// The thread as both sides see it.
pub(crate) async fn still_there(store: &Store, key: &ShopperKey) {
    let page = store.messages(key, Sequence(0)).await.unwrap();
    let told: Vec<String> = page
        .messages
        .iter()
        .map(|message| match (&message.author, &message.body) {
            (Author::Agent { name, .. }, body) => format!("{name}: {}", body.text().unwrap()),
            (Author::Shopper {}, body) => format!("shopper: {}", body.text().unwrap()),
            (Author::Bot {}, body) => format!("bot: {}", body.text().unwrap()),
            (Author::System {}, Body::Event { event: Event::Assigned { name } }) => format!("to {name}"),
            (Author::System {}, Body::Event { event }) => format!("{event:?}"),
            (Author::System {}, body) => panic!("the system said {body:?}"),
        })
        .collect();
    let expected = [
        "shopper: দাম কত?",
        "bot: ৳১,২০০",
        "রিমা: জি, বলুন।",
        "to Mita",
        "Closed",
        "shopper: আরেকটা কথা",
        "Closed",
        "Reopened",
    ];
    assert_eq!(told, expected);
    assert!(page.messages.iter().zip(1..).all(|(message, place)| message.seq == Sequence(place)));
    assert_eq!(page.conversation.agent_name.as_deref(), Some("Mita"));
    let theirs = store.messages_for_shop(&shop(), key.conversation, Sequence(0)).await.unwrap();
    assert_eq!(theirs, page);
}

pub(crate) async fn refusals(store: &Store) {
    let key = opened(store).await;
    let wrong = ShopperKey { secret: TokenHash::of(b"guessed"), ..key.clone() };
    let unknown = super::key();
    for stranger in [&wrong, &unknown] {
        let found = [
            store.view(stranger).await.err(),
            store.messages(stranger, Sequence(0)).await.err(),
            store.append_from_shopper(stranger, text("আমি"), 1).await.err(),
            store.shopper_seen(stranger, Sequence(1), 1).await.err(),
            store.prove(stranger).await.err(),
        ];
        assert!(found.iter().all(|error| matches!(error, Some(StoreError::NotFound))), "{found:?}");
    }
    let taken = store.open_conversation(&shop(), &wrong, Locale::Bn, None, 1).await;
    assert!(matches!(taken, Err(StoreError::NotFound)), "an id does not open another device's conversation");

    let elsewhere = ShopId::parse("elsewhere").unwrap();
    let stranger = person(store, elsewhere.clone(), "stranger").await;
    let id = key.conversation;
    let found = [
        store.conversation(&elsewhere, id).await.err(),
        store.messages_for_shop(&elsewhere, id, Sequence(0)).await.err(),
        store.append_from_agent(&stranger, id, text("আমি"), 1).await.err(),
        store.assign(&elsewhere, id, Some(stranger.id), 1).await.err(),
        store.assign(&shop(), id, Some(stranger.id), 1).await.err(),
        store.assign(&shop(), id, Some(AgentId(Uuid::new_v4())), 1).await.err(),
        store.close_conversation(&elsewhere, id, 1).await.err(),
        store.reopen(&elsewhere, id, 1).await.err(),
        store.agent_seen(&elsewhere, id, Sequence(1), 1).await.err(),
    ];
    assert!(found.iter().all(|error| matches!(error, Some(StoreError::NotFound))), "{found:?}");

    let message = text("দাম কত?");
    store.append_from_shopper(&key, message.clone(), 1).await.unwrap();
    let other = NewMessage { client_id: message.client_id, ..text("অন্য কথা") };
    let refused = store.append_from_shopper(&key, other, 1).await;
    assert!(matches!(refused, Err(StoreError::Conflict)), "{refused:?}");
    let rima = person(store, shop(), "রিমা").await;
    let refused = store.append_from_agent(&rima, id, message, 1).await;
    assert!(
        matches!(refused, Err(StoreError::Conflict)),
        "the same words of somebody else are another message"
    );
    assert_eq!(store.view(&key).await.unwrap().head, Sequence(1));
}

/// Shown by the shopper, read by the shop as it was sent; it wakes nobody.
pub(crate) async fn what_was_looked_at(store: &Store) {
    let key = opened(store).await;
    store.append_from_shopper(&key, text("দাম কত?"), 1).await.unwrap();
    store.close_conversation(&shop(), key.conversation, 2).await.unwrap();
    let products: Vec<_> = ["NK-2", "NK-1"].map(|id| ProductId::parse(id).unwrap()).into();
    let viewed = NewMessage { body: Body::Viewed { products: products.clone() }, ..text("x") };
    let ack = store.append_from_shopper(&key, viewed.clone(), 3).await.unwrap();
    assert_eq!(store.append_from_shopper(&key, viewed, 4).await.unwrap(), ack, "sent again, it is the same");
    let line = store.conversation(&shop(), key.conversation).await.unwrap();
    assert_eq!((line.state, line.waiting_since), (ConversationState::Closed, None));
    let last = line.last.unwrap();
    assert_eq!((last.author, last.body), (Author::Shopper {}, Body::Viewed { products }));
}

pub(crate) async fn cursors(store: &Store) {
    let key = opened(store).await;
    let total = u64::from(PAGE_MESSAGES) + 5;
    for place in 1..=total {
        store.append_from_shopper(&key, text(&format!("কথা {place}")), 1).await.unwrap();
    }
    let first = store.messages(&key, Sequence(0)).await.unwrap();
    assert_eq!((first.messages.len() as u32, first.conversation.head), (PAGE_MESSAGES, Sequence(total)));
    let rest = store.messages(&key, first.messages.last().unwrap().seq).await.unwrap();
    assert_eq!((rest.messages.len(), rest.reset), (5, false));
    let none = store.messages(&key, Sequence(total)).await.unwrap();
    assert_eq!((none.messages.len(), none.reset), (0, false));
    for past in [total + 1, u64::MAX] {
        let page = store.messages(&key, Sequence(past)).await.unwrap();
        assert_eq!((page.reset, page.messages.first().unwrap().seq), (true, Sequence(1)));
    }

    store.shopper_seen(&key, Sequence(3), 2).await.unwrap();
    store.shopper_seen(&key, Sequence(2), 2).await.unwrap();
    store.agent_seen(&shop(), key.conversation, Sequence(u64::MAX), 2).await.unwrap();
    let view = store.view(&key).await.unwrap();
    assert_eq!((view.shopper_seen, view.agent_seen), (Sequence(3), Sequence(total)));
}

pub(crate) async fn hints(store: &Store) {
    let key = opened(store).await;
    let mut changes = store.changes();
    let message = text("দাম কত?");
    let expected = Change::Conversation { shop: shop(), conversation: key.conversation };
    store.append_from_shopper(&key, message.clone(), 1).await.unwrap();
    assert_eq!(changes.recv().await.unwrap(), expected);
    store.append_from_shopper(&key, message, 1).await.unwrap();
    store.shopper_seen(&key, Sequence(1), 1).await.unwrap();
    assert_eq!(changes.recv().await.unwrap(), expected, "the second copy changed nothing; what was read did");
    let typing = Change::Typing {
        shop: shop(),
        conversation: key.conversation,
        who: Typist::Agent("রিমা".into()),
        on: true,
    };
    store.announce(typing.clone()).await;
    assert_eq!(changes.recv().await.unwrap(), typing);
    assert!(changes.try_recv().is_err());
}

pub(crate) async fn the_inbox(store: &Store) {
    let shop = ShopId::parse("busy").unwrap();
    let mut keys = Vec::new();
    for at in [10, 20, 30, 40] {
        let key = key();
        store.open_conversation(&shop, &key, Locale::En, None, at).await.unwrap();
        keys.push(key.conversation);
    }
    let rima = person(store, shop.clone(), "রিমা").await;
    store.assign(&shop, keys[1], Some(rima.id), 50).await.unwrap();
    store.close_conversation(&shop, keys[3], 60).await.unwrap();
    let ids = async |state| {
        let list = store.conversations(&shop, state).await.unwrap();
        list.into_iter().map(|line| line.id).collect::<Vec<_>>()
    };
    assert_eq!(
        ids(None).await,
        [keys[0], keys[2], keys[3], keys[1]],
        "the longest waiting, then the latest changed"
    );
    assert_eq!(ids(Some(ConversationState::Waiting)).await, [keys[0], keys[2]]);
    assert_eq!(ids(Some(ConversationState::Open)).await, [keys[1]]);
    assert_eq!(ids(Some(ConversationState::Closed)).await, [keys[3]]);
    store.assign(&shop, keys[1], None, 70).await.unwrap();
    assert_eq!(ids(Some(ConversationState::Waiting)).await, [keys[0], keys[2], keys[1]]);
    let line = store.conversation(&shop, keys[3]).await.unwrap();
    assert!(matches!(line.last.unwrap().body, Body::Event { event: Event::Closed {} }));
}
