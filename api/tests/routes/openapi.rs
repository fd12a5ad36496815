//! The OpenAPI document is a public contract: a change of it shows here.

use alap_api::shop::ServedShop;
use serde_json::Value;

use crate::{film, model, world::World};

const KNOWN: &str = include_str!("openapi.paths.txt");

fn outline(document: &Value) -> String {
    // Sorted: the order of a JSON object hangs on which other crates are compiled along.
    let mut outline = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let mut statuses: Vec<&String> = operation["responses"].as_object().unwrap().keys().collect();
            statuses.sort();
            let body = operation.pointer("/requestBody/content/application~1json/schema/$ref");
            let body = body.and_then(Value::as_str).and_then(|name| name.rsplit('/').next()).unwrap_or("-");
            outline.push(format!("{path} {} {body} {statuses:?}", method.to_uppercase()));
        }
    }
    outline.sort();
    outline.join("\n")
}

#[tokio::test]
async fn the_document_has_the_known_paths() {
    let world = World::new().await;
    let document = world.ask("GET", "/api/v1/openapi.json").send().await.json();
    let outline = outline(&document);
    assert_eq!(
        outline.trim(),
        KNOWN.trim(),
        "if this is meant, write it into api/tests/routes/openapi.paths.txt:\n{outline}"
    );
}

#[tokio::test]
async fn every_described_path_is_served_and_every_reference_leads_somewhere() {
    // A shop that has all that there can be.
    let world = World::serving(|shop| {
        model::write_model(&shop.folder);
        film::shown(ServedShop::read(shop.folder).unwrap(), true)
    })
    .await;
    let document = world.ask("GET", "/api/v1/openapi.json").send().await.json();
    let id = uuid::Uuid::nil().to_string();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys() {
            let path = path
                .replace("{id}", &id)
                .replace("{shop}", "nokshi")
                .replace("{entry}", "x")
                .replace("{form}", "call")
                .replace("{request}", &id)
                .replace("{photo}", &id)
                .replace("{video}", "kantha")
                .replace("{name}", "bn.vtt")
                .replace("{code}", "EID10");
            let status = world.ask(&method.to_uppercase(), &path).send().await.status.as_u16();
            assert!(![404, 405].contains(&status), "{method} {path}: {status}");
        }
    }
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(document.pointer(reference).is_some(), "{reference}");
    }
}

#[tokio::test]
async fn health_and_metrics_answer() {
    let world = World::new().await;
    assert_eq!(world.ask("GET", "/healthz").send().await.status, 200);
    let talk = world.opened().await;
    world.say(&talk, "গোপন কথা").await;
    let metrics = String::from_utf8(world.ask("GET", "/metrics").send().await.body.to_vec()).unwrap();
    assert!(
        metrics.contains(r#"alap_requests_total{method="GET",route="/healthz",status="200"}"#),
        "{metrics}"
    );
    assert!(metrics.contains("alap_messages_total"), "{metrics}");
    assert!(!metrics.contains("গোপন") && !metrics.contains(&talk.id.to_string()), "{metrics}");
    world.store.close().await;
    world.ask("GET", "/healthz").send().await.refused(503, "unavailable");
}
