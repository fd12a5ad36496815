//! `PUT /api/v1/shops/{shop}/conversations/{id}`

use alap_protocol::{
    conversation::{ConversationView, PageContext, PageShopper},
    error::{ErrorBody, ErrorCode},
    limits::{NAME_CHARS, PAGE_CHARS, SHOPPER_CHARS},
    shopper::OpenConversation,
};
use alap_store::StoreError;
use axum::{Json, extract::State};

use crate::{
    clock,
    http::{body::Body, error::ApiError, named::ShopPath, peer::Peer, proof::Shopper},
    state::AppState,
};

/// Opens a conversation under an id and a secret that the device made, or finds it open already.
#[utoipa::path(
    put,
    path = "/api/v1/shops/{shop}/conversations/{id}",
    tag = "shopper",
    security(("shopper" = [])),
    params(("shop" = String, Path, description = "The shop's id"), ("id" = uuid::Uuid, Path, description = "The conversation's id")),
    request_body = OpenConversation,
    responses(
        (status = 200, body = ConversationView),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody, description = "No such shop, or the id belongs to another device"),
        (status = 422, body = ErrorBody),
        (status = 429, body = ErrorBody, description = "Too many new ones from one address"),
    )
)]
pub async fn open(
    State(state): State<AppState>,
    ShopPath(shop): ShopPath,
    Shopper(key): Shopper,
    peer: Peer,
    Body(asked): Body<OpenConversation>,
) -> Result<Json<ConversationView>, ApiError> {
    if state.shop().pack.shop.id != shop {
        return Err(ErrorCode::NotFound.into());
    }
    if asked.page.as_ref().is_some_and(|page| !is_sound(page)) {
        return Err(ApiError::new(ErrorCode::Invalid, "the page's address, title or product is not one"));
    }
    let now = clock::now();
    let is_new = matches!(state.store.prove(&key).await, Err(StoreError::NotFound));
    if is_new && !state.limits.conversations.try_at(peer, now) {
        return Err(ErrorCode::TooMany.into());
    }
    Ok(Json(state.store.open_conversation(&shop, &key, asked.locale, asked.page, now).await?))
}

/// An agent is shown this: a web address, and nothing that is too long or that a screen cannot show.
fn is_sound(page: &PageContext) -> bool {
    let is_text =
        |text: &str, most: usize| text.chars().count() <= most && !text.chars().any(char::is_control);
    let is_web = page.url.starts_with("https://") || page.url.starts_with("http://");
    is_web
        && is_text(&page.url, PAGE_CHARS)
        && is_text(&page.title, PAGE_CHARS)
        && page.product.as_deref().is_none_or(|product| is_text(product, NAME_CHARS))
        && page.shopper.iter().flat_map(PageShopper::facts).flatten().all(|fact| is_text(fact, SHOPPER_CHARS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_web_page_of_bounded_length_is_sound() {
        let page = |url: &str, title: &str| PageContext {
            url: url.into(),
            title: title.into(),
            ..PageContext::default()
        };
        assert!(is_sound(&page("https://nokshi.example/p/1", "নকশি কাঁথা")));
        assert!(!is_sound(&page("javascript:alert(1)", "")));
        assert!(!is_sound(&page("https://nokshi.example", "a\nb")));
        let shopper = PageShopper { name: Some("রুমা\r\nBcc: x".into()), ..PageShopper::default() };
        assert!(!is_sound(&PageContext { shopper: Some(shopper), ..page("https://nokshi.example", "") }));
        assert!(!is_sound(&page(&format!("https://{}", "x".repeat(PAGE_CHARS)), "")));
    }
}
