//! The requests' own addresses.

use alap_protocol::{
    coupon::{CouponCode, CouponQuestion, CouponWorth},
    id::{PhotoId, RequestId},
    request::{NewRequest, ShopperAct, Standing},
};
use gloo::net::http::Request;
use js_sys::Uint8Array;
use web_sys::Blob;

use crate::{
    credentials::Credentials,
    http::{Fault, accepted, send},
};

fn request_address(credentials: &Credentials, request: RequestId) -> String {
    format!("/api/v1/conversations/{}/requests/{request}", credentials.conversation)
}

/// Where a picture is.
pub(super) fn photo_address(credentials: &Credentials, photo: PhotoId) -> String {
    format!("/api/v1/conversations/{}/photos/{photo}", credentials.conversation)
}

/// Hands in a filled-in form.
pub(super) async fn put(
    credentials: &Credentials,
    request: RequestId,
    body: &NewRequest,
) -> Result<Standing, Fault> {
    send(Request::put(&request_address(credentials, request)), credentials, body).await
}

/// Does something to a request.
pub(super) async fn act(
    credentials: &Credentials,
    request: RequestId,
    act: &ShopperAct,
) -> Result<Standing, Fault> {
    let address = format!("{}/acts", request_address(credentials, request));
    send(Request::post(&address), credentials, act).await
}

/// What a coupon would take off the offer that stands.
pub(super) async fn worth(
    credentials: &Credentials,
    request: RequestId,
    coupon: CouponCode,
) -> Result<CouponWorth, Fault> {
    let address = format!("{}/coupon", request_address(credentials, request));
    send(Request::post(&address), credentials, &CouponQuestion { coupon }).await
}

/// A picture of the conversation.
pub(super) async fn photo(credentials: &Credentials, photo: PhotoId) -> Result<Blob, Fault> {
    let request =
        Request::get(&photo_address(credentials, photo)).header("authorization", &credentials.bearer());
    let response = accepted(request.send().await.map_err(|_| Fault::Away)?).await?;
    let bytes = response.binary().await.map_err(|_| Fault::Away)?;
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes.as_slice()));
    Blob::new_with_u8_array_sequence(&parts).map_err(|_| Fault::Version)
}
