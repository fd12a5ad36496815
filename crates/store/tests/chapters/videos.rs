//! Videos: what was asked about them, what was watched, whose it is and what is left of it in the end.

use alap_protocol::{
    conversation::ConversationState,
    id::{Sequence, ShopId, VideoId},
    limits::CONVERSATION_MOMENTS,
    locale::Locale,
    message::{Body, NewMessage},
    video::{PartCounts, Watched},
};
use alap_store::{Film, ShopperKey, Store, StoreAddress};
use sqlx::{AnyPool, ConnectOptions as _, any::AnyConnectOptions, sqlite::SqliteConnectOptions};

use super::{key, text};

/// Each chapter has a shop of its own: the counts of others are none of its business.
pub(crate) async fn tell(store: &Store) {
    asked_and_counted_once(store).await;
    what_is_taken_and_not_counted(store).await;
    only_so_often_in_one_conversation(store).await;
    a_moment_wakes_nobody(store).await;
    told_by_those_who_agreed(store).await;
    the_last_fifty(store).await;
}

fn shop(name: &str) -> ShopId {
    ShopId::parse(name).unwrap()
}

fn kantha() -> VideoId {
    VideoId::parse("kantha").unwrap()
}

/// A video of a minute.
fn film(shop: &ShopId) -> Option<Film> {
    Some(Film { shop: shop.clone(), parts: 13 })
}

async fn opened(store: &Store, shop: &ShopId) -> ShopperKey {
    let key = key();
    store.open_conversation(shop, &key, Locale::Bn, None, 1).await.unwrap();
    key
}

fn moment(at: u32, replayed: &[u16], skipped: &[u16]) -> NewMessage {
    let watched = Watched { replayed: replayed.to_vec(), skipped: skipped.to_vec() };
    NewMessage { body: Body::Moment { video: kantha(), at, product: None, watched }, ..text("x") }
}

/// Part, asked, watched again, jumped over.
async fn counts(store: &Store, shop: &ShopId) -> Vec<(u16, u32, u32, u32)> {
    let mut counts = store.video_counts(shop).await.unwrap();
    let parts = counts.remove(&kantha()).unwrap_or_default();
    assert!(counts.is_empty(), "{counts:?}");
    parts
        .into_iter()
        .map(|PartCounts { part, asked, replayed, skipped }| (part, asked, replayed, skipped))
        .collect()
}

async fn asked_and_counted_once(store: &Store) {
    let shop = shop("films");
    let key = opened(store, &shop).await;
    let first = moment(42, &[7, 8], &[0]);
    let ack = store.append_moment(&key, first.clone(), film(&shop), 10).await.unwrap();
    let again = store.append_moment(&key, first, film(&shop), 99).await.unwrap();
    assert_eq!((ack.seq, again), (Sequence(1), ack), "sent again, it is the same");
    assert_eq!(counts(store, &shop).await, [(0, 0, 0, 1), (7, 0, 1, 0), (8, 1, 1, 0)]);

    let other = opened(store, &shop).await;
    store.append_moment(&other, moment(44, &[8], &[8]), film(&shop), 20).await.unwrap();
    assert_eq!(counts(store, &shop).await, [(0, 0, 0, 1), (7, 0, 1, 0), (8, 2, 2, 1)]);
    let asked = store.asked_moments(&shop).await.unwrap();
    let told: Vec<_> = asked.iter().map(|one| (one.conversation, one.seq, one.at, one.asked_at)).collect();
    assert_eq!(told, [(other.conversation, Sequence(1), 44, 20), (key.conversation, Sequence(1), 42, 10)]);
    assert!(asked.iter().all(|one| one.video == kantha()));
}

async fn what_is_taken_and_not_counted(store: &Store) {
    let shop = shop("films-elsewhere");
    let key = opened(store, &shop).await;
    let theirs = ShopId::parse("another").unwrap();
    for (message, film) in [
        (moment(5, &[1], &[]), None),
        (moment(5, &[1], &[]), film(&theirs)),
        (moment(65, &[1], &[]), film(&shop)),
        (moment(14_400, &[1], &[]), film(&shop)),
    ] {
        store.append_moment(&key, message, film, 1).await.unwrap();
    }
    store.append_from_shopper(&key, moment(5, &[1], &[]), 1).await.unwrap();
    assert_eq!(counts(store, &shop).await, []);
    store.append_moment(&key, moment(64, &[12, 13, 2_000], &[u16::MAX]), film(&shop), 1).await.unwrap();
    assert_eq!(counts(store, &shop).await, [(12, 1, 1, 0)], "only parts that the video has");
    assert_eq!(store.view(&key).await.unwrap().head, Sequence(6), "and all of it was taken");
    assert_eq!(store.video_counts(&theirs).await.unwrap().len(), 0);
}

async fn only_so_often_in_one_conversation(store: &Store) {
    let shop = shop("films-again-and-again");
    let key = opened(store, &shop).await;
    for _ in 0..CONVERSATION_MOMENTS + 5 {
        store.append_moment(&key, moment(3, &[1], &[]), film(&shop), 1).await.unwrap();
    }
    let most = CONVERSATION_MOMENTS;
    assert_eq!(counts(store, &shop).await, [(0, most, 0, 0), (1, 0, most, 0)]);
    let other = opened(store, &shop).await;
    store.append_moment(&other, moment(3, &[1], &[]), film(&shop), 1).await.unwrap();
    assert_eq!(counts(store, &shop).await, [(0, most + 1, 0, 0), (1, 0, most + 1, 0)]);
}

/// The words behind it do.
async fn a_moment_wakes_nobody(store: &Store) {
    let shop = shop("films-asleep");
    let key = opened(store, &shop).await;
    store.close_conversation(&shop, key.conversation, 2).await.unwrap();
    store.append_moment(&key, moment(3, &[], &[]), film(&shop), 3).await.unwrap();
    let line = store.conversation(&shop, key.conversation).await.unwrap();
    assert_eq!((line.state, line.waiting_since), (ConversationState::Closed, None));
    assert_eq!(line.last.unwrap().body, moment(3, &[], &[]).body);
    store.append_from_shopper(&key, text("এটা কি সুতি?"), 4).await.unwrap();
    let line = store.conversation(&shop, key.conversation).await.unwrap();
    assert_eq!((line.state, line.waiting_since), (ConversationState::Waiting, Some(4)));
}

async fn told_by_those_who_agreed(store: &Store) {
    let shop = shop("films-counted");
    let all: Vec<u16> = (0..500).collect();
    let watched = Watched { replayed: all.clone(), skipped: all };
    store.count_watched(&shop, &kantha(), &watched, 400).await.unwrap();
    store.count_watched(&shop, &kantha(), &Watched::default(), 400).await.unwrap();
    let told = counts(store, &shop).await;
    assert_eq!((told.len(), told[399]), (400, (399, 0, 1, 1)));
    let some = |parts: &[u16]| Watched { replayed: parts.to_vec(), skipped: vec![] };
    let (one, other) = (some(&[3, 5, 7]), some(&[3, 7]));
    let video = kantha();
    let (one, other) = tokio::join!(
        store.count_watched(&shop, &video, &one, 400),
        store.count_watched(&shop, &video, &other, 400),
    );
    one.and(other).unwrap();
    let told = counts(store, &shop).await;
    assert_eq!([told[3].2, told[5].2, told[7].2, told[8].2], [3, 2, 3, 1], "two at once are two");
    assert_eq!(store.asked_moments(&shop).await.unwrap(), [], "nobody asked");

    // A film of four hours, jumped over from end to end.
    let all: Vec<u16> = (0..=2_880).collect();
    let long = Watched { replayed: vec![], skipped: all };
    store.count_watched(&shop, &kantha(), &long, 2_881).await.unwrap();
    assert_eq!(counts(store, &shop).await.len(), 2_881);
}

async fn the_last_fifty(store: &Store) {
    let shop = shop("films-of-many");
    let key = opened(store, &shop).await;
    for at in 0..60 {
        store.append_moment(&key, moment(at, &[], &[]), film(&shop), i64::from(at)).await.unwrap();
    }
    let asked: Vec<u32> = store.asked_moments(&shop).await.unwrap().iter().map(|one| one.at).collect();
    assert_eq!(asked, (10..60).rev().collect::<Vec<u32>>());
}

/// What a person does in the database who erases a conversation; the sums of what was watched name nobody, and stay.
pub(crate) async fn erased_with_its_conversation(store: &Store, address: &StoreAddress) {
    let shop = shop("films-erased");
    let key = opened(store, &shop).await;
    store.append_moment(&key, moment(3, &[1], &[]), film(&shop), 1).await.unwrap();
    assert_eq!(store.asked_moments(&shop).await.unwrap().len(), 1);

    let options: AnyConnectOptions = match address {
        StoreAddress::File(path) => {
            let options = SqliteConnectOptions::new().filename(path).foreign_keys(true);
            AnyConnectOptions::from_url(&options.to_url_lossy()).unwrap()
        }
        StoreAddress::Postgres(url) => url.parse().unwrap(),
    };
    let pool = AnyPool::connect_with(options).await.unwrap();
    for sql in ["DELETE FROM messages WHERE conversation = $1", "DELETE FROM conversations WHERE id = $1"] {
        sqlx::query(sql).bind(key.conversation.to_string()).execute(&pool).await.unwrap();
    }
    pool.close().await;
    assert_eq!(store.asked_moments(&shop).await.unwrap(), []);
    assert_eq!(counts(store, &shop).await, [(1, 0, 1, 0)]);
}
