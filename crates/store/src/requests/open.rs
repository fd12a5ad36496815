//! A request comes in.

use alap_deal::Deal;
use alap_protocol::{
    answer::Answer,
    deal::{DealState, Step},
    id::{ClientId, ConversationId, PhotoId, RequestId},
    limits::CONVERSATION_REQUESTS,
    message::Author,
    request::Standing,
};
use sqlx::{AnyConnection, Row as _};

use super::{
    RequestDraft,
    at_hand::{AtHand, has_room},
    book, photos,
    row::{Request, to_json},
};
use crate::{
    StoreError,
    conversation::{Conversation, number, sequence},
    messages,
};

/// Milliseconds of a minute.
const MINUTE: i64 = 60_000;

pub(super) async fn open(
    connection: &mut AnyConnection,
    talk: &mut Conversation,
    draft: &RequestDraft,
    now: i64,
) -> Result<Standing, StoreError> {
    if let Some(standing) = opened_before(connection, talk.id, (draft.id, &draft.body_hash)).await? {
        return Ok(standing);
    }
    let held = count(connection, talk.id).await?;
    if held >= i64::from(CONVERSATION_REQUESTS) || !has_room(talk, 1) {
        return Err(StoreError::Full);
    }
    // The step has the request's own id; nothing else may have it.
    let client_id = ClientId(draft.id.0);
    if messages::earlier(connection, talk.id, client_id).await?.is_some() {
        return Err(StoreError::Conflict);
    }
    photos::must_have(connection, talk.id, &photos_of(draft)).await?;
    if let Some((starts_at, minutes, _)) = draft.slot {
        book::must_have_few(connection, (&talk.shop, talk.id), draft.phone.as_deref(), now).await?;
        book::must_be_free(connection, &talk.shop, starts_at, minutes).await?;
    }
    let step = Step::Requested {
        form: draft.form.clone(),
        kind: draft.kind,
        title: draft.title.clone(),
        product: draft.product.clone(),
        lines: draft.lines.clone(),
        terms: draft.terms.clone(),
        slot: draft.slot.map(|(starts_at, minutes, _)| (starts_at, minutes)),
    };
    let request = new_request(talk, draft, &step, now).ok_or(StoreError::Corrupt("request"))?;
    insert(connection, &request, draft).await?;
    if let Some((starts_at, minutes, _)) = draft.slot {
        book::book(connection, &request, starts_at, minutes).await?;
    }
    let mut at_hand = AtHand { connection, talk, request, now };
    at_hand.write(&Author::Shopper {}, step, client_id).await?;
    at_hand.save().await
}

/// The photos that are named in the answers.
fn photos_of(draft: &RequestDraft) -> Vec<PhotoId> {
    let named = draft.answers.values().filter_map(|answer| match answer {
        Answer::Photos(photos) => Some(photos),
        _ => None,
    });
    named.flatten().copied().collect()
}

/// The first answer to the same request, if it came before. Another conversation's is a conflict, as it would be for a message.
pub(super) async fn opened_before(
    connection: &mut AnyConnection,
    conversation: ConversationId,
    (request, body_hash): (RequestId, &str),
) -> Result<Option<Standing>, StoreError> {
    let row = sqlx::query("SELECT conversation, body_hash, first_seq FROM requests WHERE id = $1")
        .bind(request.to_string())
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let same = row.try_get::<String, _>("conversation")? == conversation.to_string()
        && row.try_get::<String, _>("body_hash")? == body_hash;
    if !same {
        return Err(StoreError::Conflict);
    }
    Ok(Some(Standing { request, state: DealState::Asked, seq: sequence(&row, "first_seq")? }))
}

async fn count(connection: &mut AnyConnection, conversation: ConversationId) -> Result<i64, StoreError> {
    let row = sqlx::query("SELECT COUNT(*) AS held FROM requests WHERE conversation = $1")
        .bind(conversation.to_string())
        .fetch_one(connection)
        .await?;
    Ok(row.try_get("held")?)
}

fn new_request(talk: &Conversation, draft: &RequestDraft, step: &Step, now: i64) -> Option<Request> {
    let remind_at = draft
        .slot
        .filter(|(_, _, before)| *before > 0)
        .map(|(starts_at, _, before)| starts_at.saturating_sub(i64::from(before) * MINUTE));
    let deal = Deal::begin(step)?;
    Some(Request {
        id: draft.id,
        conversation: talk.id,
        shop: talk.shop.clone(),
        form: draft.form.clone(),
        kind: draft.kind,
        title: draft.title.clone(),
        product: draft.product.clone(),
        phone: draft.phone.clone(),
        unit_price: draft.unit_price,
        waiting_since: deal.waits_for_shop().then_some(now),
        deal,
        // Who books for the same hour needs no reminder.
        remind_at: remind_at.filter(|at| *at > now),
        first_seq: talk.head.next(),
        created_at: now,
        updated_at: now,
    })
}

async fn insert(
    connection: &mut AnyConnection,
    request: &Request,
    draft: &RequestDraft,
) -> Result<(), StoreError> {
    let inserted = sqlx::query(
        "INSERT INTO requests (id, conversation, shop, form, kind, title, product, locale, phone, unit_price, answers, lines, \
         body_hash, deal, state, slot_at, remind_at, waiting_since, first_seq, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20) \
         ON CONFLICT (id) DO NOTHING",
    )
    .bind(request.id.to_string())
    .bind(request.conversation.to_string())
    .bind(request.shop.as_str())
    .bind(request.form.as_str())
    .bind(request.kind.as_str())
    .bind(to_json(&request.title)?)
    .bind(request.product.as_ref().map(|product| product.as_str().to_owned()))
    .bind(draft.locale.tag())
    .bind(request.phone.clone())
    .bind(request.unit_price)
    .bind(to_json(&draft.answers)?)
    .bind(to_json(&draft.lines)?)
    .bind(draft.body_hash.clone())
    .bind(to_json(&request.deal)?)
    .bind(request.state().as_str())
    .bind(request.deal.slot.map(|(starts_at, _)| starts_at))
    .bind(request.remind_at)
    .bind(request.waiting_since)
    .bind(number(request.first_seq))
    .bind(request.created_at)
    .execute(connection)
    .await?;
    // Another conversation took the id in this moment.
    if inserted.rows_affected() == 0 { Err(StoreError::Conflict) } else { Ok(()) }
}
