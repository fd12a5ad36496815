//! The agents' requests, one function each: see `alap_protocol::agent`.

use alap_protocol::{
    agent::{AgentView, Assign, ConversationList, Login, ShopReport},
    conversation::{ConversationState, ConversationSummary},
    desk::Desk,
    id::{AgentId, ConversationId, Sequence, ShopId},
    message::{Ack, NewMessage},
    pack::ShopPack,
    shopper::{MessagePage, Seen},
    video::VideoReport,
};
use gloo::net::http::{Request, RequestBuilder, Response};
use serde::{Serialize, de::DeserializeOwned};
use web_sys::AbortSignal;

use super::Failure;

const ROOT: &str = "/api/v1/agent";
/// A mobile network may be slow, but an answer that takes longer will not come.
const PATIENCE_MS: u32 = 20_000;

pub(crate) async fn login(login: String, password: String) -> Result<AgentView, Failure> {
    post("/login", &Login { login, password }).await
}

pub(crate) async fn logout() -> Result<(), Failure> {
    answer(request(Request::post, "/logout").build()).await.map(drop)
}

pub(crate) async fn me() -> Result<AgentView, Failure> {
    get("/me").await
}

pub(crate) async fn agents() -> Result<Vec<AgentView>, Failure> {
    get("/agents").await
}

pub(crate) async fn shop() -> Result<ShopReport, Failure> {
    get("/shop").await
}

/// How the shop's videos are watched and asked about.
pub(crate) async fn videos() -> Result<VideoReport, Failure> {
    get("/videos").await
}

/// The shop's forms, and how an advance is paid.
pub(crate) async fn desk(shop: &ShopId, version: &str) -> Result<Desk, Failure> {
    let [shop, version] = [shop.as_str(), version].map(|it| String::from(js_sys::encode_uri_component(it)));
    let address = format!("/api/v1/shops/{shop}/desk?v={version}");
    read(answer(patient(Request::get(&address)).build()).await?).await
}

/// What shoppers get, too: the bot's name and the products that its answers show.
pub(crate) async fn pack(shop: &ShopId) -> Result<ShopPack, Failure> {
    let shop = String::from(js_sys::encode_uri_component(shop.as_str()));
    let address = format!("/api/v1/shops/{shop}/pack");
    read(answer(patient(Request::get(&address)).build()).await?).await
}

pub(crate) async fn conversations(state: ConversationState) -> Result<ConversationList, Failure> {
    get(&format!("/conversations?state={}", state.as_str())).await
}

pub(crate) async fn conversation(id: ConversationId) -> Result<ConversationSummary, Failure> {
    get(&format!("/conversations/{id}")).await
}

pub(crate) async fn messages(id: ConversationId, after: Sequence) -> Result<MessagePage, Failure> {
    get(&format!("/conversations/{id}/messages?after={}", after.0)).await
}

pub(crate) async fn send(id: ConversationId, message: &NewMessage) -> Result<Ack, Failure> {
    post(&format!("/conversations/{id}/messages"), message).await
}

pub(crate) async fn assign(
    id: ConversationId,
    agent: Option<AgentId>,
) -> Result<ConversationSummary, Failure> {
    post(&format!("/conversations/{id}/assign"), &Assign { agent }).await
}

pub(crate) async fn close(id: ConversationId) -> Result<ConversationSummary, Failure> {
    read(answer(request(Request::post, &format!("/conversations/{id}/close")).build()).await?).await
}

pub(crate) async fn reopen(id: ConversationId) -> Result<ConversationSummary, Failure> {
    read(answer(request(Request::post, &format!("/conversations/{id}/reopen")).build()).await?).await
}

pub(crate) async fn seen(id: ConversationId, up_to: Sequence) -> Result<(), Failure> {
    let path = format!("/conversations/{id}/seen");
    answer(request(Request::post, &path).json(&Seen { up_to })).await.map(drop)
}

pub(super) fn request(method: fn(&str) -> RequestBuilder, path: &str) -> RequestBuilder {
    patient(method(&format!("{ROOT}{path}")))
}

fn patient(request: RequestBuilder) -> RequestBuilder {
    request.abort_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)))
}

pub(super) async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Failure> {
    read(answer(request(Request::get, path).build()).await?).await
}

pub(super) async fn post<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Result<T, Failure> {
    read(answer(request(Request::post, path).json(body)).await?).await
}

pub(super) async fn answer(request: Result<Request, gloo::net::Error>) -> Result<Response, Failure> {
    let Ok(request) = request else { return Err(Failure::Strange) };
    let response = request.send().await.map_err(|_| Failure::Away)?;
    if response.ok() { Ok(response) } else { Err(Failure::of(response.status(), response.json().await.ok())) }
}

pub(super) async fn read<T: DeserializeOwned>(response: Response) -> Result<T, Failure> {
    let text = response.text().await.map_err(|_| Failure::Away)?;
    serde_json::from_str(&text).map_err(|_| Failure::Strange)
}
