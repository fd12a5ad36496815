//! Logging in and out.

use alap_api::agent::password;
use alap_protocol::id::{AgentId, ShopId};
use alap_store::{Agent, NewAgent};
use serde_json::json;
use uuid::Uuid;

use crate::world::{Answer, Person, World};

async fn world_with_rima() -> World {
    let world = World::new().await;
    let id = AgentId(Uuid::new_v4());
    let agent =
        Agent {
            id, shop: ShopId::parse("nokshi").unwrap(), login: "rima".into(), name: "রিমা".into()
        };
    let password_hash = password::hash("নকশি কাঁথা ১২").unwrap();
    world.store.add_agent(NewAgent { agent, password_hash }, 1).await.unwrap();
    world
}

async fn login(world: &World, login: &str, password: &str) -> Answer {
    let body = json!({"login": login, "password": password});
    world.ask("POST", "/api/v1/agent/login").json(body).send().await
}

#[tokio::test]
async fn a_session_begins_with_the_password_and_ends_with_logging_out() {
    let world = world_with_rima().await;
    let answer = login(&world, " Rima ", "নকশি কাঁথা ১২").await;
    assert_eq!(answer.json()["name"], "রিমা");
    assert_eq!(answer.json()["shop"]["bn"], "নকশি");
    let cookie = answer.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=2592000"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Secure"), "over plain http a secure cookie would never come back");
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let agent = world.store.agents(&ShopId::parse("nokshi").unwrap()).await.unwrap().remove(0);
    let rima = Person { agent, cookie };

    assert_eq!(world.ask("GET", "/api/v1/agent/me").by(&rima).send().await.json()["login"], "rima");
    let people = world.ask("GET", "/api/v1/agent/agents").by(&rima).send().await.json();
    assert_eq!(people.as_array().unwrap().len(), 1);
    let out = world.ask("POST", "/api/v1/agent/logout").by(&rima).send().await;
    assert_eq!(out.status, 204);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    world.ask("GET", "/api/v1/agent/me").by(&rima).send().await.refused(401, "unauthenticated");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_get_the_same_words() {
    let world = world_with_rima().await;
    let mut bodies = Vec::new();
    for (name, password) in [("rima", "wrong"), ("nobody", "wrong"), ("", ""), (&"x".repeat(500), "wrong")] {
        let answer = login(&world, name, password).await;
        answer.refused(401, "unauthenticated");
        assert_eq!(answer.header("set-cookie"), "");
        bodies.push(answer.json()["message"].clone());
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]), "{bodies:?}");
}

#[tokio::test]
async fn guessing_is_throttled_by_name_even_if_the_last_guess_is_right() {
    let world = world_with_rima().await;
    for _ in 0..10 {
        login(&world, "rima", "wrong").await.refused(401, "unauthenticated");
    }
    login(&world, "rima", "wrong").await.refused(429, "too_many");
    login(&world, "rima", "নকশি কাঁথা ১২").await.refused(429, "too_many");
    login(&world, "mita", "wrong").await.refused(401, "unauthenticated");
}
