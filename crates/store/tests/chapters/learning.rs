//! Questions that found no answer, and what the shop learns from them.

use std::collections::HashSet;

use alap_protocol::{
    id::{ClientId, EntryId, ShopId},
    learning::{EntryText, LearntKind, MissedQuestion, QuestionKey},
    locale::{Locale, Localized},
    message::{Body, NewMessage},
    text::MessageText,
};
use alap_store::{Agent, Change, Place, ShopperKey, Store, StoreError};
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{key, person, text};

/// A shop of this chapter's own, so that its questions can be counted.
pub(super) struct World<'s> {
    pub(super) store: &'s Store,
    pub(super) shop: ShopId,
    pub(super) rima: Agent,
}

impl<'s> World<'s> {
    pub(super) async fn new(store: &'s Store) -> Self {
        let shop = ShopId::parse(format!("learning-{}", Uuid::new_v4())).unwrap();
        let rima = person(store, shop.clone(), "রিমা").await;
        Self { store, shop, rima }
    }

    pub(super) async fn opened(&self) -> ShopperKey {
        let key = key();
        self.store.open_conversation(&self.shop, &key, Locale::Bn, None, 1).await.unwrap();
        key
    }

    pub(super) async fn say(&self, key: &ShopperKey, message: NewMessage, at: i64) -> ClientId {
        let id = message.client_id;
        self.store.append_from_shopper(key, message, at).await.unwrap();
        id
    }

    pub(super) async fn open_questions(&self) -> Vec<MissedQuestion> {
        let asked = self.store.missed_questions(&self.shop).await.unwrap();
        asked.into_iter().map(|asked| asked.question).collect()
    }

    pub(super) async fn open_words(&self) -> Vec<String> {
        self.open_questions().await.into_iter().map(|question| question.text).collect()
    }

    pub(super) async fn learn(
        &self,
        keys: &[QuestionKey],
        place: &Place<'_>,
        text: &EntryText,
    ) -> Result<EntryId, StoreError> {
        self.store.learn(&self.rima, keys, place, text, 50).await
    }
}

pub(super) fn new(body: Body) -> NewMessage {
    NewMessage { client_id: ClientId(Uuid::new_v4()), body }
}

pub(super) fn answer(entry: Option<&str>, missed: bool) -> NewMessage {
    let entry = entry.map(|entry| EntryId::parse(entry).unwrap());
    new(Body::Answer { text: MessageText::parse("…").unwrap(), entry, products: vec![], missed })
}

pub(super) fn feedback(answer: ClientId, helped: bool) -> NewMessage {
    new(Body::Feedback { answer, helped })
}

pub(super) fn entry(question: &str, answer: &str, variants: &[&str]) -> EntryText {
    EntryText {
        question: Localized::one(Locale::Bn, question),
        answer: Localized::one(Locale::Bn, answer),
        variants: variants.iter().map(|&variant| variant.to_owned()).collect(),
    }
}

pub(super) fn id(name: &str) -> EntryId {
    EntryId::parse(name).unwrap()
}

pub(crate) async fn from_question_to_entry(store: &Store) {
    let world = World::new(store).await;
    what_is_missed(&world).await;
    the_last_word_counts(&world).await;
    dismissed_and_taken_back(&world).await;
    learnt_once(&world).await;
    changed_and_forgotten(&world).await;
    super::learning_more::added_to_others(&world).await;
}

/// The question is the shopper's last text before the answer that was none.
async fn what_is_missed(world: &World<'_>) {
    let talk = world.opened().await;
    world.say(&talk, answer(None, true), 10).await;
    assert_eq!(world.open_words().await, [""; 0], "nothing was asked before it");
    world.say(&talk, text("আগের কথা"), 11).await;
    world.say(&talk, text("ওয়ারেন্টি\nআছে?"), 12).await;
    let missed = answer(None, true);
    world.say(&talk, missed.clone(), 13).await;
    world.say(&talk, missed, 14).await;
    let questions = world.open_questions().await;
    let [question] = questions.as_slice() else { panic!("{questions:?}") };
    assert_eq!((question.text.as_str(), question.at, &question.entry), ("ওয়ারেন্টি আছে?", 12, &None));
    assert_eq!((question.key.conversation, question.key.seq.0), (talk.conversation, 3));

    // What a person says first after it is the answer to propose; the bot's words never are.
    world.say(&talk, answer(Some("delivery"), false), 15).await;
    assert_eq!(world.store.missed_questions(&world.shop).await.unwrap()[0].reply, None);
    for words in ["জি, ছয় মাস।", "আর কিছু?"] {
        world.store.append_from_agent(&world.rima, talk.conversation, text(words), 16).await.unwrap();
    }
    let asked = world.store.missed_questions(&world.shop).await.unwrap();
    assert_eq!(asked[0].reply.as_deref(), Some("জি, ছয় মাস।"));
    let elsewhere = ShopId::parse("learning-elsewhere").unwrap();
    assert_eq!(world.store.missed_questions(&elsewhere).await.unwrap(), []);
}

async fn the_last_word_counts(world: &World<'_>) {
    let talk = world.opened().await;
    let before = world.open_questions().await.len();
    let still_open = async || world.open_questions().await.len() - before;
    world.say(&talk, text("সাইজ কেমন?"), 20).await;
    let told = world.say(&talk, answer(Some("size"), false), 21).await;
    assert_eq!(still_open().await, 0);
    for (helped, open) in [(true, 0), (false, 1), (false, 1), (true, 0), (false, 1)] {
        world.say(&talk, feedback(told, helped), 22).await;
        assert_eq!(still_open().await, open, "helped: {helped}");
    }
    let question = world.open_questions().await.into_iter().find(|it| it.text == "সাইজ কেমন?").unwrap();
    assert_eq!(question.entry, Some(id("size")));
    // A word on what is no answer, or on somebody else's, says nothing.
    let words = world.say(&talk, text("ধন্যবাদ"), 23).await;
    for no_answer in [words, ClientId(Uuid::new_v4())] {
        world.say(&talk, feedback(no_answer, false), 24).await;
    }
    let other = world.opened().await;
    world.say(&other, text("অন্য জনের কথা"), 25).await;
    world.say(&other, feedback(told, false), 26).await;
    world.say(&other, feedback(told, true), 27).await;
    assert_eq!(still_open().await, 1);
}

async fn dismissed_and_taken_back(world: &World<'_>) {
    let all = world.open_questions().await;
    let keys: Vec<QuestionKey> = all.iter().map(|question| question.key).collect();
    let (store, shop) = (world.store, &world.shop);
    let elsewhere = ShopId::parse("learning-elsewhere").unwrap();
    let foreign = store.dismiss_questions(&elsewhere, &keys).await;
    assert!(matches!(foreign, Err(StoreError::NotFound)), "{foreign:?}");
    let unknown = QuestionKey { seq: alap_protocol::id::Sequence(999), ..keys[0] };
    let some = store.dismiss_questions(shop, &[keys[0], unknown]).await;
    assert!(matches!(some, Err(StoreError::NotFound)), "{some:?}");
    assert_eq!(world.open_questions().await, all, "all or none");

    for _ in 0..2 {
        store.dismiss_questions(shop, &keys[..1]).await.unwrap();
    }
    assert_eq!(world.open_questions().await, all[1..]);
    let taught = world.learn(&keys[..1], &Place::Folder(id("x")), &EntryText::default()).await;
    assert!(matches!(taught, Err(StoreError::Settled)), "{taught:?}");
    store.reopen_questions(shop, &keys[..1]).await.unwrap();
    assert_eq!(world.open_questions().await, all);
}

/// Many tap at once: it is learnt once.
async fn learnt_once(world: &World<'_>) {
    let mut changes = world.store.changes();
    let keys: Vec<QuestionKey> = world.open_questions().await.into_iter().map(|it| it.key).collect();
    let mut tasks = JoinSet::new();
    for _ in 0..12 {
        let (store, rima, keys) = (world.store.clone(), world.rima.clone(), keys.clone());
        tasks.spawn(async move {
            let taken = HashSet::from([id("warranty"), id("warranty-2")]);
            let place = Place::New { name: id("warranty"), taken: &taken };
            store.learn(&rima, &keys, &place, &entry("ওয়ারেন্টি?", "ছয় মাস।", &["warranty ache"]), 40).await
        });
    }
    let (done, late): (Vec<_>, Vec<_>) = tasks.join_all().await.into_iter().partition(Result::is_ok);
    assert!(late.iter().all(|late| matches!(late, Err(StoreError::Settled))), "{late:?}");
    assert_eq!(done.into_iter().map(Result::unwrap).collect::<Vec<_>>(), [id("warranty-3")]);
    let learnt = world.store.learnt(&world.shop).await.unwrap();
    let [one] = learnt.as_slice() else { panic!("{learnt:?}") };
    assert_eq!(
        (&one.entry, one.kind, one.by.as_str(), one.at),
        (&id("warranty-3"), LearntKind::Entry, "রিমা", 40)
    );
    assert_eq!(one.text, entry("ওয়ারেন্টি?", "ছয় মাস।", &["warranty ache"]));
    assert_eq!(world.open_words().await, [""; 0]);
    let undone = world.store.reopen_questions(&world.shop, &keys).await;
    assert!(matches!(undone, Err(StoreError::Settled)), "what was learnt is not open again: {undone:?}");
    while changes.recv().await.unwrap() != (Change::Learnt { shop: world.shop.clone() }) {}
}

async fn changed_and_forgotten(world: &World<'_>) {
    let (store, shop) = (world.store, &world.shop);
    let mita = person(store, shop.clone(), "Mita").await;
    let words = entry("ওয়ারেন্টি কত দিন?", "এক বছর।", &[]);
    store.change_learnt(&mita, &id("warranty-3"), &words, 60).await.unwrap();
    let learnt = store.learnt(shop).await.unwrap();
    assert_eq!((learnt[0].by.as_str(), learnt[0].at, &learnt[0].text), ("Mita", 60, &words));
    let stranger = person(store, ShopId::parse("learning-elsewhere").unwrap(), "stranger").await;
    let refused = [
        store.change_learnt(&stranger, &id("warranty-3"), &words, 61).await.err(),
        store.change_learnt(&mita, &id("nothing"), &words, 61).await.err(),
        store.forget_learnt(&stranger.shop, &id("warranty-3")).await.err(),
        store.forget_learnt(shop, &id("nothing")).await.err(),
    ];
    assert!(refused.iter().all(|error| matches!(error, Some(StoreError::NotFound))), "{refused:?}");
    assert_eq!(store.learnt(shop).await.unwrap(), learnt);
    store.forget_learnt(shop, &id("warranty-3")).await.unwrap();
    assert_eq!(store.learnt(shop).await.unwrap(), []);
}
