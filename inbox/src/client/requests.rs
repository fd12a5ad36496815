//! The requests about requests, one function each: see `alap_protocol::request`.

use alap_protocol::{
    coupon::{CouponCode, CouponLine, CouponList, NewCoupon},
    deal::DealState,
    id::{ConversationId, PhotoId, RequestId},
    payment::PaymentList,
    request::{AgentAct, CallList, RequestLine, RequestList, Standing},
};
use gloo::net::http::Request;

use super::{
    Failure,
    http::{answer, get, post, request},
};

/// Where the browser fetches the list as a file.
pub(crate) const AS_FILE: &str = "/api/v1/agent/requests.csv";

/// Where the browser fetches a shopper's photo.
pub(crate) fn photo_address(conversation: ConversationId, photo: PhotoId) -> String {
    format!("/api/v1/agent/conversations/{conversation}/photos/{photo}")
}

pub(crate) async fn requests(state: Option<DealState>) -> Result<RequestList, Failure> {
    match state {
        Some(state) => get(&format!("/requests?state={}", state.as_str())).await,
        None => get("/requests").await,
    }
}

pub(crate) async fn one(id: RequestId) -> Result<RequestLine, Failure> {
    get(&format!("/requests/{id}")).await
}

pub(crate) async fn act(id: RequestId, act: &AgentAct) -> Result<Standing, Failure> {
    post(&format!("/requests/{id}/acts"), act).await
}

pub(crate) async fn payments() -> Result<PaymentList, Failure> {
    get("/payments").await
}

pub(crate) async fn calls(from: i64, to: i64) -> Result<CallList, Failure> {
    get(&format!("/calls?from={from}&to={to}")).await
}

pub(crate) async fn coupons() -> Result<CouponList, Failure> {
    get("/coupons").await
}

pub(crate) async fn make_coupon(coupon: &NewCoupon) -> Result<CouponLine, Failure> {
    post("/coupons", coupon).await
}

pub(crate) async fn end_coupon(code: &CouponCode) -> Result<(), Failure> {
    answer(request(Request::post, &format!("/coupons/{}/close", code.as_str())).build()).await.map(drop)
}
