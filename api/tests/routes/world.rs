//! A server of a test's own, with a shop and a database of its own.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use alap_api::{
    app,
    http::{limits::PerHour, origin::Origins, peer::Witness},
    pages::Pages,
    serve::serve,
    shop::{ServedShop, watch as folder},
    state::{AppState, Parts},
};
use alap_protocol::id::{AgentId, ConversationId, ShopId};
use alap_store::{Agent, NewAgent, Store, StoreAddress, TokenHash};
use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::watch};
use tower::ServiceExt as _;
use uuid::Uuid;

pub(crate) use crate::folder::{faq, write_shop};

pub(crate) const ORIGIN: &str = "http://127.0.0.1:8080";

pub(crate) struct World {
    pub(crate) shop_folder: TempDir,
    pub(crate) pages: TempDir,
    pub(crate) store: Store,
    pub(crate) state: AppState,
    pub(crate) app: Router,
    pub(crate) stop: watch::Sender<bool>,
    pub(crate) origin: String,
    _data: Option<TempDir>,
    stopping: watch::Receiver<bool>,
}

/// A conversation as a shopper's device knows it.
#[derive(Clone)]
pub(crate) struct Talk {
    pub(crate) id: ConversationId,
    pub(crate) secret: String,
}

impl Talk {
    pub(crate) fn new() -> Self {
        let secret = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
        Self { id: ConversationId(Uuid::new_v4()), secret }
    }
}

impl World {
    /// On SQLite.
    pub(crate) async fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let address = StoreAddress::file(data.path().join("alap.sqlite"));
        Self { _data: Some(data), ..Self::on(&address, ORIGIN.to_owned(), 100).await }
    }

    /// On SQLite, where one address may begin only so much in an hour.
    pub(crate) async fn with_per_hour(conversations: usize, requests: usize) -> Self {
        let data = tempfile::tempdir().unwrap();
        let address = StoreAddress::file(data.path().join("alap.sqlite"));
        let world = Self::made(
            &address,
            ORIGIN.to_owned(),
            100,
            PerHour { conversations, requests, bookings: 2 },
            &|shop| shop,
        )
        .await;
        Self { _data: Some(data), ..world }
    }

    /// On SQLite, with something else in the shop than its folder has, until that changes.
    pub(crate) async fn serving(change: impl Fn(ServedShop) -> ServedShop) -> Self {
        let data = tempfile::tempdir().unwrap();
        let address = StoreAddress::file(data.path().join("alap.sqlite"));
        let world = Self::made(&address, ORIGIN.to_owned(), 100, PerHour::default(), &change).await;
        Self { _data: Some(data), ..world }
    }

    /// On a database that is there already.
    pub(crate) async fn on(address: &StoreAddress, origin: String, sockets_per_address: usize) -> Self {
        let per_hour = PerHour { conversations: 10_000, requests: 10_000, bookings: 10_000 };
        Self::made(address, origin, sockets_per_address, per_hour, &|shop| shop).await
    }

    async fn made(
        address: &StoreAddress,
        origin: String,
        sockets_per_address: usize,
        per_hour: PerHour,
        change: &dyn Fn(ServedShop) -> ServedShop,
    ) -> Self {
        let (shop_folder, pages) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        write_shop(shop_folder.path());
        let store = Store::connect(address).await.unwrap();
        let served = change(ServedShop::read(shop_folder.path().to_owned()).unwrap());
        let (shop, latest) = watch::channel(Arc::new(served));
        tokio::spawn(folder::watch(shop, Duration::from_millis(20)));
        let (stop, stopping) = watch::channel(false);
        alap_api::system::metrics::install();
        let state = AppState::new(Parts {
            store: store.clone(),
            shop: latest,
            origins: Origins::listed(std::slice::from_ref(&origin)).unwrap(),
            pages: Pages::folder(pages.path().to_owned()),
            sockets_per_address,
            per_hour,
            stopping: stopping.clone(),
        })
        .await;
        let app = app(state.clone());
        Self { shop_folder, pages, store, state, app, stop, origin, _data: None, stopping }
    }

    /// On SQLite and on a port.
    pub(crate) async fn listening() -> (Self, SocketAddr) {
        Self::listening_with(100).await
    }

    pub(crate) async fn listening_with(sockets_per_address: usize) -> (Self, SocketAddr) {
        let data = tempfile::tempdir().unwrap();
        let address = StoreAddress::file(data.path().join("alap.sqlite"));
        let (world, port) = Self::listening_on(&address, sockets_per_address).await;
        (Self { _data: Some(data), ..world }, port)
    }

    pub(crate) async fn listening_on(store: &StoreAddress, sockets: usize) -> (Self, SocketAddr) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let world = Self::on(store, format!("http://{address}"), sockets).await;
        tokio::spawn(serve(listener, world.app.clone(), Witness::Connection, world.stopping.clone()));
        (world, address)
    }

    /// Reached through a port, too; its own origin stays the one it has.
    pub(crate) async fn at_a_port(&self) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(serve(listener, self.app.clone(), Witness::Connection, self.stopping.clone()));
        address
    }

    pub(crate) fn ask(&self, method: &str, path: impl Into<String>) -> Ask<'_> {
        let headers = vec![("origin".to_owned(), self.origin.clone())];
        Ask { world: self, method: method.to_owned(), path: path.into(), headers, body: Body::empty() }
    }

    /// A conversation that was just opened.
    pub(crate) async fn opened(&self) -> Talk {
        let talk = Talk::new();
        let answer = self.open(&talk).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        talk
    }

    pub(crate) async fn open(&self, talk: &Talk) -> Answer {
        let path = format!("/api/v1/shops/nokshi/conversations/{}", talk.id);
        self.ask("PUT", path).secret(talk).json(json!({"locale": "bn"})).send().await
    }

    /// The shopper says something.
    pub(crate) async fn say(&self, talk: &Talk, words: &str) -> Answer {
        self.ask("POST", messages_of(talk)).secret(talk).json(text(words)).send().await
    }

    /// A person of the shop who is logged in; the session, not the password, is what the test is about.
    pub(crate) async fn person(&self, name: &str) -> Person {
        self.person_of("nokshi", name).await
    }

    pub(crate) async fn person_of(&self, shop: &str, name: &str) -> Person {
        let id = AgentId(Uuid::new_v4());
        let agent =
            Agent { id, shop: ShopId::parse(shop).unwrap(), login: id.to_string(), name: name.into() };
        let new = NewAgent { agent: agent.clone(), password_hash: "none".into() };
        self.store.add_agent(new, 1).await.unwrap();
        let token = Talk::new().secret;
        let bytes: Vec<u8> =
            (0..64).step_by(2).map(|at| u8::from_str_radix(&token[at..at + 2], 16).unwrap()).collect();
        let end = alap_api::clock::now() + 3_600_000;
        self.store.add_session(&TokenHash::of(&bytes), id, 1, end).await.unwrap();
        Person { agent, cookie: format!("alap_session={token}") }
    }
}

pub(crate) struct Person {
    pub(crate) agent: Agent,
    pub(crate) cookie: String,
}

/// A request that is being put together. It comes from the server's own page unless it says otherwise.
pub(crate) struct Ask<'w> {
    world: &'w World,
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Body,
}

impl Ask<'_> {
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn from(mut self, origin: Option<&str>) -> Self {
        self.headers.retain(|(name, _)| name != "origin");
        match origin {
            Some(origin) => self.header("origin", origin),
            None => self,
        }
    }

    pub(crate) fn secret(self, talk: &Talk) -> Self {
        self.header("authorization", &format!("Bearer {}", talk.secret))
    }

    pub(crate) fn by(self, person: &Person) -> Self {
        self.header("cookie", &person.cookie)
    }

    pub(crate) fn json(self, body: Value) -> Self {
        self.raw("application/json", body.to_string())
    }

    pub(crate) fn raw(mut self, kind: &str, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self.header("content-type", kind)
    }

    pub(crate) async fn send(self) -> Answer {
        let mut request = Request::builder().method(self.method.as_str()).uri(self.path);
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        let response = self.world.app.clone().oneshot(request.body(self.body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: impl header::AsHeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// A refusal has one shape: a code, a sentence, the request's id; and nothing that lets a foreign page read it.
    pub(crate) fn refused(&self, status: u16, code: &str) {
        assert_eq!(self.status.as_u16(), status, "{self:?}");
        let body = self.json();
        assert_eq!(body["code"], code, "{body}");
        assert_eq!(body["request_id"], self.header("x-request-id"), "{body}");
        assert_eq!(body.as_object().unwrap().len(), 3, "{body}");
        assert!(!self.headers.keys().any(|name| name.as_str().starts_with("access-control")), "{self:?}");
    }
}

pub(crate) fn messages_of(talk: &Talk) -> String {
    format!("/api/v1/conversations/{}/messages", talk.id)
}

pub(crate) fn text(words: &str) -> Value {
    json!({"client_id": Uuid::new_v4(), "body": {"text": {"text": words}}})
}
