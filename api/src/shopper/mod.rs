//! The shopper's side over HTTP, one file an endpoint.

pub mod forms;
pub mod messages;
pub mod model;
pub mod open;
pub mod pack;
pub mod photos;
pub mod requests;
pub mod seen;
pub mod send;
pub mod videos;

use alap_protocol::{
    error::ErrorCode,
    message::{Ack, Body, NewMessage},
};
use alap_store::{Film, ShopperKey};

use crate::{clock, http::error::ApiError, state::AppState, system::metrics};

/// Writes what a shopper's device says, over HTTP or a socket.
pub(crate) async fn append(state: &AppState, key: &ShopperKey, message: NewMessage) -> Result<Ack, ApiError> {
    let message = checked(message)?;
    let moment = match &message.body {
        Body::Moment { video, .. } => Some(video),
        _ => None,
    };
    let ack = match moment {
        None => state.store.append_from_shopper(key, message, clock::now()).await?,
        Some(video) => {
            // It may have been written offline, from a pack that had another video: what the shop does not have any more is taken
            // and not counted. Refused, it would stand in the way of the words behind it.
            let shop = state.shop();
            let film = shop.videos.get(video).map(|video| video.parts);
            let film = film.map(|parts| Film { shop: shop.pack.shop.id.clone(), parts });
            state.store.append_moment(key, message, film, clock::now()).await?
        }
    };
    metrics::count_message("shopper");
    Ok(ack)
}

/// Only what a shopper's device may say.
fn checked(message: NewMessage) -> Result<NewMessage, ApiError> {
    match message.body.author_from_shopper() {
        Ok(_) => Ok(message),
        Err(_) => {
            Err(ApiError::new(ErrorCode::Invalid, "a shopper's device cannot write this kind of message"))
        }
    }
}
