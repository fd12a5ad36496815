//! What happens in the story.

mod agents;
mod learning;
mod learning_more;
mod races;
pub(crate) mod requests;
mod talk;
mod videos;

use alap_protocol::{
    id::{AgentId, ClientId, ConversationId, ShopId},
    locale::Locale,
    message::{Body, NewMessage},
    text::MessageText,
};
use alap_store::{Agent, NewAgent, ShopperKey, Store, StoreAddress, TokenHash};
use uuid::Uuid;

pub(crate) use learning_more::{the_oldest_fall_out, two_agents_at_once};
pub(crate) use races::{all_there, append_from_two, two_nodes, write_some};
pub(crate) use requests::ten_thousand;

/// The whole of it, and then again after the store was closed and opened.
pub(crate) async fn tell(address: &StoreAddress) {
    let store = Store::connect(address).await.unwrap();
    store.ping().await.unwrap();
    let talk = talk::from_question_to_close(&store).await;
    talk::refusals(&store).await;
    talk::what_was_looked_at(&store).await;
    talk::cursors(&store).await;
    talk::hints(&store).await;
    talk::the_inbox(&store).await;
    agents::people_and_sessions(&store).await;
    learning::from_question_to_entry(&store).await;
    requests::tell(&store).await;
    videos::tell(&store).await;
    videos::erased_with_its_conversation(&store, address).await;
    races::many_at_once(&store).await;
    races::the_same_fifty_times(&store).await;
    races::one_bad_write_among_good_ones(&store).await;
    let acks = races::write_some(&store, 20).await;
    store.close().await;
    assert!(store.view(&talk).await.is_err(), "a closed store answers nothing");

    let store = Store::connect(address).await.unwrap();
    talk::still_there(&store, &talk).await;
    races::all_there(&store, &acks).await;
    store.close().await;
}

pub(crate) fn shop() -> ShopId {
    ShopId::parse("nokshi").unwrap()
}

pub(crate) fn key() -> ShopperKey {
    ShopperKey {
        conversation: ConversationId(Uuid::new_v4()),
        secret: TokenHash::of(Uuid::new_v4().as_bytes()),
    }
}

pub(crate) fn text(words: &str) -> NewMessage {
    NewMessage {
        client_id: ClientId(Uuid::new_v4()),
        body: Body::Text { text: MessageText::parse(words).unwrap() },
    }
}

/// A conversation that was just opened.
pub(crate) async fn opened(store: &Store) -> ShopperKey {
    let key = key();
    store.open_conversation(&shop(), &key, Locale::Bn, None, 1).await.unwrap();
    key
}

/// A person of the shop, of a login name of their own.
pub(crate) async fn person(store: &Store, shop: ShopId, name: &str) -> Agent {
    let id = AgentId(Uuid::new_v4());
    let agent = Agent { id, shop, login: id.to_string(), name: name.to_owned() };
    store.add_agent(NewAgent { agent: agent.clone(), password_hash: "$argon2id$…".into() }, 1).await.unwrap();
    agent
}
