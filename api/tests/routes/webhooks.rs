//! Webhooks against a server that listens: signed, tried again, never led astray.

use std::sync::{Arc, Mutex};

use alap_api::{
    clock, jobs,
    webhooks::{client::Courier, secret, target::Reach},
};
use alap_protocol::id::ShopId;
use alap_store::DeliveryState;
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};

use crate::world::World;

const SECRET: &[u8] = b"0123456789abcdef0123456789abcdef";

/// A server that notes what it is sent and answers with what it was told to, one answer after the other.
struct Ear {
    url: String,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Ear {
    async fn answering(answers: &[&str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook?from=alap", listener.local_addr().unwrap());
        let heard: Arc<Mutex<Vec<String>>> = Arc::default();
        let (notes, answers) =
            (Arc::clone(&heard), answers.iter().map(|&one| one.to_owned()).collect::<Vec<_>>());
        tokio::spawn(async move {
            for answer in answers {
                let (mut stream, _) = listener.accept().await.unwrap();
                let request = read(&mut stream).await;
                notes.lock().unwrap().push(request);
                let _cut_off = stream.write_all(answer.as_bytes()).await;
                // An endless reply goes on until it is cut.
                while answer.contains("endless") && stream.write_all(&[b'x'; 1_024]).await.is_ok() {}
            }
        });
        Self { url, heard }
    }

    fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }
}

async fn read(stream: &mut tokio::net::TcpStream) -> String {
    let (mut text, mut bytes) = (String::new(), [0; 4_096]);
    loop {
        let count = stream.read(&mut bytes).await.unwrap();
        text.push_str(std::str::from_utf8(&bytes[..count]).unwrap());
        let whole = text.split_once("\r\n\r\n").is_some_and(|(head, body)| {
            let length = header(head, "content-length").and_then(|length| length.parse().ok());
            length.is_some_and(|length: usize| body.len() >= length)
        });
        if whole || count == 0 {
            return text;
        }
    }
}

fn header<'t>(head: &'t str, name: &str) -> Option<&'t str> {
    head.lines()
        .filter_map(|line| line.split_once(": "))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

const OK: &str = "HTTP/1.1 204 No Content\r\n\r\n";
const BROKEN: &str = "HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n";

struct Hooked {
    world: World,
    shop: ShopId,
    ear: Ear,
}

impl Hooked {
    /// A shop whose every step goes to a server that answers so; one step was made.
    async fn to(answers: &[&str]) -> Self {
        let (world, ear) = (World::new().await, Ear::answering(answers).await);
        let shop = ShopId::parse("nokshi").unwrap();
        world.store.add_webhook(&shop, &ear.url, SECRET, 1).await.unwrap();
        world.asked_for_a_dress().await;
        Self { world, shop, ear }
    }

    async fn round(&self, reach: Reach, now: i64) -> usize {
        let courier = Arc::new(Courier::new(reach).unwrap());
        jobs::deliveries::round(&self.world.store, &courier, now).await.unwrap()
    }

    async fn log(&self) -> Vec<(DeliveryState, u32, Option<String>)> {
        let lines = self.world.store.deliveries(&self.shop, 10).await.unwrap();
        lines.into_iter().map(|line| (line.state, line.tries, line.why)).collect()
    }
}

#[tokio::test]
async fn a_step_is_told_signed_and_once() {
    let hooked = Hooked::to(&[OK, OK]).await;
    let now = clock::now();
    assert_eq!(hooked.round(Reach::Private, now).await, 1);
    assert_eq!(hooked.round(Reach::Private, now + 90_000).await, 0, "what was taken is not sent again");
    let heard = hooked.ear.heard();
    let (head, body) = heard[0].split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /hook?from=alap HTTP/1.1"), "{head}");
    let (id, timestamp) = (header(head, "webhook-id").unwrap(), header(head, "webhook-timestamp").unwrap());
    let seconds: i64 = timestamp.parse().unwrap();
    assert_eq!(seconds, now / 1_000);
    assert_eq!(header(head, "webhook-signature").unwrap(), secret::signature(SECRET, id, seconds, body));
    let notice: Value = serde_json::from_str(body).unwrap();
    assert_eq!((&notice["type"], &notice["data"]["shop"]), (&"request.requested".into(), &"nokshi".into()));
    assert_eq!(notice["data"]["state"], "asked");
    assert_eq!(hooked.log().await[0].0, DeliveryState::Delivered);
}

#[tokio::test]
async fn what_was_not_taken_is_told_again_under_the_same_id_and_can_be_replayed() {
    let hooked = Hooked::to(&[BROKEN, OK, OK]).await;
    let now = clock::now();
    assert_eq!(hooked.round(Reach::Private, now).await, 1);
    assert_eq!(hooked.round(Reach::Private, now + 1_000).await, 0, "not at once");
    assert_eq!(hooked.log().await, [(DeliveryState::Waiting, 1, Some("500".to_owned()))]);
    assert_eq!(hooked.round(Reach::Private, now + 6_000).await, 1);
    let id = hooked.world.store.deliveries(&hooked.shop, 1).await.unwrap()[0].id;
    hooked.world.store.replay(&hooked.shop, id, now + 7_000).await.unwrap();
    assert_eq!(hooked.round(Reach::Private, now + 8_000).await, 1);
    let heard = hooked.ear.heard();
    let id = id.to_string();
    assert_eq!(heard.len(), 3);
    assert!(heard.iter().all(|heard| header(heard, "webhook-id") == Some(&id)), "{heard:?}");
    assert_ne!(
        header(&heard[0], "webhook-signature"),
        header(&heard[1], "webhook-signature"),
        "each try signs its time"
    );
}

#[tokio::test]
async fn after_three_days_it_is_given_up() {
    let hooked = Hooked::to(&[BROKEN; 10]).await;
    let mut now = clock::now();
    for _ in 0..10 {
        assert_eq!(hooked.round(Reach::Private, now).await, 1);
        now += 25 * 60 * 60 * 1_000;
    }
    assert_eq!(hooked.round(Reach::Private, now).await, 0);
    assert_eq!(hooked.log().await, [(DeliveryState::Failed, 10, Some("500".to_owned()))]);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let secret_place = Ear::answering(&[OK]).await;
    let away = format!("HTTP/1.1 302 Found\r\nlocation: {}\r\ncontent-length: 0\r\n\r\n", secret_place.url);
    let hooked = Hooked::to(&[&away]).await;
    hooked.round(Reach::Private, clock::now()).await;
    assert_eq!(secret_place.heard(), Vec::<String>::new());
    let log = hooked.log().await;
    assert_eq!(
        (log[0].0, log[0].2.as_deref()),
        (DeliveryState::Waiting, Some("302: redirects are not followed"))
    );
}

#[tokio::test]
async fn a_reply_that_never_ends_is_cut_and_its_status_counts() {
    let endless = "HTTP/1.1 200 OK\r\nx-kind: endless\r\n\r\n";
    let hooked = Hooked::to(&[endless]).await;
    hooked.round(Reach::Private, clock::now()).await;
    assert_eq!(hooked.log().await[0].0, DeliveryState::Delivered);
    let head = format!("HTTP/1.1 200 OK\r\nx-kind: endless {}", "y".repeat(40_000));
    let hooked = Hooked::to(&[&head]).await;
    hooked.round(Reach::Private, clock::now()).await;
    assert_eq!(hooked.log().await[0].0, DeliveryState::Waiting, "a head that never ends is no answer");
}

#[tokio::test]
async fn a_webhook_that_is_gone_is_sent_nothing_more() {
    let hooked = Hooked::to(&["HTTP/1.1 410 Gone\r\ncontent-length: 0\r\n\r\n", OK]).await;
    let now = clock::now();
    hooked.round(Reach::Private, now).await;
    hooked.world.asked_for_a_dress().await;
    assert_eq!(hooked.round(Reach::Private, now + 86_400_000).await, 0);
    assert_eq!(hooked.ear.heard().len(), 1);
    assert!(hooked.world.store.webhooks(&hooked.shop).await.unwrap()[0].disabled);
}

#[tokio::test]
async fn an_address_of_the_house_hears_nothing_unless_it_was_allowed() {
    let hooked = Hooked::to(&[OK]).await;
    assert_eq!(hooked.round(Reach::Public, clock::now()).await, 1);
    assert_eq!(hooked.ear.heard(), Vec::<String>::new());
    let log = hooked.log().await;
    assert_eq!(log[0].2.as_deref(), Some("this address is not on the open internet"));
}

#[tokio::test]
async fn without_tls_that_holds_nothing_is_said() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}/hook", listener.local_addr().unwrap());
    let world = World::new().await;
    let shop = ShopId::parse("nokshi").unwrap();
    world.store.add_webhook(&shop, &url, SECRET, 1).await.unwrap();
    world.asked_for_a_dress().await;
    let heard = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut bytes = vec![0; 16_384];
        let count = stream.read(&mut bytes).await.unwrap();
        stream.write_all(OK.as_bytes()).await.unwrap();
        bytes.truncate(count);
        bytes
    });
    let courier = Arc::new(Courier::new(Reach::Private).unwrap());
    jobs::deliveries::round(&world.store, &courier, clock::now()).await.unwrap();
    let heard = String::from_utf8_lossy(&heard.await.unwrap()).into_owned();
    assert!(!heard.contains("nokshi") && !heard.contains("POST"), "{heard}");
    let log = world.store.deliveries(&shop, 1).await.unwrap();
    assert_eq!(log[0].why.as_deref(), Some("no TLS connection"));
}

#[tokio::test]
async fn the_job_carries_what_happens_while_it_runs() {
    let (world, ear) = (World::new().await, Ear::answering(&[OK]).await);
    let shop = ShopId::parse("nokshi").unwrap();
    world.store.add_webhook(&shop, &ear.url, SECRET, 1).await.unwrap();
    jobs::start(&world.store, Courier::new(Reach::Private).unwrap(), &world.stop.subscribe());
    world.asked_for_a_dress().await;
    for _ in 0..500 {
        let log = world.store.deliveries(&shop, 1).await.unwrap();
        if log.first().is_some_and(|line| line.state == DeliveryState::Delivered) {
            let metrics = world.ask("GET", "/metrics").send().await;
            let metrics = String::from_utf8(metrics.body.to_vec()).unwrap();
            for counter in [
                r#"alap_webhook_deliveries_total{outcome="delivered"}"#,
                r#"alap_forms_total{kind="pre_order"}"#,
            ] {
                assert!(metrics.contains(counter), "{metrics}");
            }
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("nobody carried it")
}
