//! A request on its way: what the tests of the talk before an order share.

use alap_api::{clock, intake::zone::Zone};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::{Answer, Person, Talk, World};

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// A request that was sent.
pub(crate) struct Sent<'w> {
    pub(crate) world: &'w World,
    pub(crate) talk: Talk,
    pub(crate) id: Uuid,
}

/// The day so many days from now, in the shop's own time.
pub(crate) fn day(days: i64) -> String {
    Zone::named("Asia/Dhaka").today(clock::now() + days * DAY).unwrap()
}

/// A dress, as it can be asked for.
pub(crate) fn dress() -> Value {
    json!({"form": "dress", "locale": "bn", "product": "NK-1", "answers": {
        "size": {"choices": ["M"]},
        "pieces": {"number": 2_000},
        "day": {"date": day(10)},
        "budget": {"money": 150_000},
        "phone": {"phone": "+8801712345678"},
    }})
}

pub(crate) fn request_path(talk: &Talk, id: Uuid) -> String {
    format!("/api/v1/conversations/{}/requests/{id}", talk.id)
}

pub(crate) fn terms(unit_price: i64) -> Value {
    json!({"unit_price": unit_price, "quantity": 2, "delivery": day(12)})
}

pub(crate) fn keyed(deed: Value) -> Value {
    json!({"key": Uuid::new_v4(), "deed": deed})
}

impl World {
    pub(crate) async fn send_form(&self, talk: &Talk, id: Uuid, form: &Value) -> Answer {
        self.ask("PUT", request_path(talk, id)).secret(talk).json(form.clone()).send().await
    }

    /// A dress that was asked for in a new conversation.
    pub(crate) async fn asked_for_a_dress(&self) -> Sent<'_> {
        self.asked_for(&dress()).await
    }

    /// A form that was sent in a new conversation.
    pub(crate) async fn asked_for(&self, form: &Value) -> Sent<'_> {
        let (talk, id) = (self.opened().await, Uuid::new_v4());
        let sent = self.send_form(&talk, id, form).await;
        assert_eq!(sent.status, 200, "{sent:?}");
        Sent { world: self, talk, id }
    }

    /// The steps and words of a conversation.
    pub(crate) async fn said(&self, talk: &Talk) -> Vec<Value> {
        let page = self.ask("GET", crate::world::messages_of(talk)).secret(talk).send().await.json();
        page["messages"].as_array().unwrap().clone()
    }
}

impl Sent<'_> {
    pub(crate) async fn act(&self, act: Value) -> Answer {
        let path = format!("{}/acts", request_path(&self.talk, self.id));
        self.world.ask("POST", path).secret(&self.talk).json(act).send().await
    }

    pub(crate) async fn act_by(&self, person: &Person, act: Value) -> Answer {
        let path = format!("/api/v1/agent/requests/{}/acts", self.id);
        self.world.ask("POST", path).by(person).json(act).send().await
    }

    pub(crate) async fn offer(&self, person: &Person, after: u32, unit_price: i64) -> Answer {
        let offer = json!({"offer": {"after": after, "terms": terms(unit_price)}});
        self.act_by(person, keyed(offer)).await
    }

    pub(crate) async fn coupon(&self, code: &str) -> Answer {
        let path = format!("{}/coupon", request_path(&self.talk, self.id));
        self.world.ask("POST", path).secret(&self.talk).json(json!({"coupon": code})).send().await
    }

    pub(crate) async fn line(&self, person: &Person) -> Value {
        self.world.ask("GET", format!("/api/v1/agent/requests/{}", self.id)).by(person).send().await.json()
    }

    /// The names of its steps.
    pub(crate) async fn steps(&self) -> Vec<String> {
        let said = self.world.said(&self.talk).await;
        let steps = said.iter().filter_map(|message| message.pointer("/body/step/step")?.as_object());
        steps.flat_map(|step| step.keys().cloned()).collect()
    }
}
