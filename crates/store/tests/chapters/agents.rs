//! Who answers, and who is logged in.

use alap_protocol::id::{AgentId, ShopId};
use alap_store::{Agent, NewAgent, Store, StoreError, TokenHash};
use uuid::Uuid;

pub(crate) async fn people_and_sessions(store: &Store) {
    let shop = ShopId::parse("people").unwrap();
    let rima =
        Agent {
            id: AgentId(Uuid::new_v4()), shop: shop.clone(), login: "rima".into(), name: "রিমা".into()
        };
    let new = NewAgent { agent: rima.clone(), password_hash: "first".into() };
    store.add_agent(new.clone(), 1).await.unwrap();
    let twin = NewAgent { agent: Agent { id: AgentId(Uuid::new_v4()), ..rima.clone() }, ..new };
    assert!(matches!(store.add_agent(twin.clone(), 1).await, Err(StoreError::LoginTaken)));
    let elsewhere = ShopId::parse("people-elsewhere").unwrap();
    let twin = NewAgent { agent: Agent { shop: elsewhere.clone(), ..twin.agent }, ..twin };
    store.add_agent(twin, 1).await.unwrap();

    assert_eq!(
        store.agents(&shop).await.unwrap(),
        std::slice::from_ref(&rima),
        "another shop's people are not listed"
    );
    assert_eq!(store.agent_by_login(&shop, "rima").await.unwrap(), Some((rima.clone(), "first".into())));
    assert_eq!(store.agent_by_login(&shop, "mita").await.unwrap(), None);
    assert!(store.shops().await.unwrap().contains(&elsewhere));

    let (token, late) = (TokenHash::of(b"token"), TokenHash::of(b"late"));
    store.add_session(&token, rima.id, 100, 200).await.unwrap();
    store.add_session(&late, rima.id, 100, 300).await.unwrap();
    assert_eq!(store.session(&token, 199).await.unwrap(), Some(rima.clone()));
    assert_eq!(store.session(&token, 200).await.unwrap(), None, "an ended session proves nothing");
    assert_eq!(store.session(&TokenHash::of(b"guessed"), 150).await.unwrap(), None);
    store.purge_sessions(200).await.unwrap();
    assert_eq!(store.session(&token, 150).await.unwrap(), None);
    assert!(store.session(&late, 200).await.unwrap().is_some());
    store.set_password(&shop, "rima", "second").await.unwrap();
    assert_eq!(store.session(&late, 200).await.unwrap(), None, "a new password ends every session");
    assert_eq!(store.agent_by_login(&shop, "rima").await.unwrap().unwrap().1, "second");
    assert!(matches!(store.set_password(&shop, "mita", "x").await, Err(StoreError::NotFound)));

    store.add_session(&token, rima.id, 100, 200).await.unwrap();
    store.end_session(&token).await.unwrap();
    assert_eq!(store.session(&token, 150).await.unwrap(), None);
}
