//! Photos.

use alap_protocol::{
    answer::Answer,
    id::{PhotoId, QuestionId},
    limits::CONVERSATION_PHOTOS,
    payment::Wallet,
    request::ShopperDeed,
};
use alap_store::{Photo, RequestDraft, ShopperKey, Store, StoreError, TokenHash};
use uuid::Uuid;

use super::{
    super::{opened, shop},
    NOW, Shopper, accept, act, draft, offer,
};

fn photo(first: u8) -> Photo {
    Photo { mime: "image/webp".into(), bytes: vec![first, 0, 0xff, b'\'', 10] }
}

pub(crate) async fn of_one_conversation(store: &Store) {
    let (key, other) = (opened(store).await, opened(store).await);
    let id = PhotoId(Uuid::new_v4());
    store.add_photo(&key, id, photo(1), NOW).await.unwrap();
    store.add_photo(&key, id, photo(1), NOW + 1).await.unwrap();
    assert!(matches!(store.add_photo(&key, id, photo(2), NOW).await, Err(StoreError::Conflict)));
    assert_eq!(store.photo(&key, id).await.unwrap(), photo(1), "every byte as it came");
    assert_eq!(store.photo_for_shop(&shop(), key.conversation, id).await.unwrap(), photo(1));

    let thief = ShopperKey { secret: TokenHash::of(b"guessed"), ..key.clone() };
    let elsewhere = alap_protocol::id::ShopId::parse("photos-elsewhere").unwrap();
    for refused in [
        store.photo(&thief, id).await.err(),
        store.photo(&other, id).await.err(),
        store.add_photo(&thief, PhotoId(Uuid::new_v4()), photo(3), NOW).await.err(),
        store.photo_for_shop(&elsewhere, key.conversation, id).await.err(),
        store.photo_for_shop(&shop(), other.conversation, id).await.err(),
    ] {
        assert!(matches!(refused, Some(StoreError::NotFound)), "{refused:?}");
    }

    let with_photo = || RequestDraft {
        answers: [(QuestionId::parse("look").unwrap(), Answer::Photos(vec![id]))].into(),
        ..draft()
    };
    let foreign = store.open_request(&other, with_photo(), NOW).await;
    assert!(matches!(foreign, Err(StoreError::NoPhoto)), "a photo of another conversation");
    store.open_request(&key, with_photo(), NOW).await.unwrap();
    let unnamed = PhotoId(Uuid::new_v4());
    store.add_photo(&key, unnamed, photo(9), NOW).await.unwrap();
    assert!(store.prune_photos(NOW + 1).await.unwrap() >= 1, "what nobody names goes in the end");
    assert!(matches!(store.photo(&key, unnamed).await, Err(StoreError::NotFound)));
    assert!(store.photo(&key, id).await.is_ok(), "what a request names stays");

    let shopper = Shopper::offered(store, draft(), offer(100_000)).await;
    shopper.does(store, accept(1, None)).await.unwrap();
    let pay = |photo| {
        act(ShopperDeed::Pay {
            wallet: Wallet::Bkash,
            transaction: "7H7801QFYM".into(),
            amount: 1_000,
            sender: None,
            photo: Some(photo),
        })
    };
    assert!(matches!(shopper.does(store, pay(id)).await, Err(StoreError::NoPhoto)));
    let own = PhotoId(Uuid::new_v4());
    store.add_photo(&shopper.key, own, photo(4), NOW).await.unwrap();
    shopper.does(store, pay(own)).await.unwrap();
    let noted = store.payments(&shop()).await.unwrap();
    assert!(noted.iter().any(|line| line.request == shopper.request && line.note.photo == Some(own)));

    for _ in 1..CONVERSATION_PHOTOS {
        store.add_photo(&key, PhotoId(Uuid::new_v4()), photo(5), NOW).await.unwrap();
    }
    let more = store.add_photo(&key, PhotoId(Uuid::new_v4()), photo(5), NOW).await;
    assert!(matches!(more, Err(StoreError::Full)));
    store.add_photo(&key, id, photo(1), NOW).await.unwrap();
}
