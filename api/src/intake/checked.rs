//! A filled-in form against the world as the server knows it: nothing of what the device says of prices, products or free
//! times is believed.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use alap_intake::{AnswerFault, Facts, check_all, places::Places, unit_price};
use alap_protocol::{
    answer::Answer,
    error::ErrorCode,
    form::Form,
    id::{ProductId, QuestionId, RequestId},
    locale::Localized,
    pack::ShopPack,
    request::NewRequest,
};
use alap_store::RequestDraft;
use sha2::{Digest as _, Sha256};

use super::{slots, zone::Zone};
use crate::{
    http::error::ApiError,
    shop::{ServedShop, desk::price},
    state::AppState,
};

/// The table of places, read once.
static PLACES: LazyLock<Arc<Places>> = LazyLock::new(|| Arc::new(Places::built_in()));

/// The hash by which the same body is known again: SHA-256 of the request as JSON, in hexadecimal.
pub fn body_hash(asked: &NewRequest) -> Result<String, ApiError> {
    let json = serde_json::to_vec(asked).map_err(|_| ErrorCode::Internal)?;
    Ok(Sha256::digest(&json).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// What is kept of a filled-in form whose answers are all right.
pub async fn draft(
    state: &AppState,
    id: RequestId,
    asked: NewRequest,
    body_hash: String,
    now: i64,
) -> Result<RequestDraft, ApiError> {
    let served = state.shop();
    let form = served.desk.desk.forms.iter().find(|form| form.id == asked.form);
    let form = form.ok_or(ErrorCode::FormChanged)?;
    let facts = facts(state, &served, form, &asked, now).await?;
    let checked = check_all(form, &asked.answers, &facts).map_err(refusal)?;
    let unit_price = unit_price(form, &checked.answers, &facts).filter(|_| names_no_other(&asked));
    Ok(RequestDraft {
        id,
        form: form.id.clone(),
        kind: form.kind,
        title: form.title.clone(),
        product: asked.product,
        locale: asked.locale,
        answers: checked.answers,
        lines: checked.lines,
        terms: form.terms.clone(),
        slot: checked.slot,
        phone: checked.phone,
        unit_price,
        body_hash,
    })
}

async fn facts(
    state: &AppState,
    served: &ServedShop,
    form: &Form,
    asked: &NewRequest,
    now: i64,
) -> Result<Facts, ApiError> {
    let (pack, shop) = (&served.pack, &served.pack.shop);
    let zone = Zone::named(&shop.hours.time_zone);
    let today = zone.local(now).ok_or(ErrorCode::Internal)?.date;
    let product = asked.product.as_ref().map(|product| {
        let known = pack.products.iter().find(|known| known.id == *product);
        known.ok_or(ApiError::new(ErrorCode::Invalid, "there is no such product"))
    });
    let price = product.transpose()?.and_then(|product| price(pack, product));
    let mut free = BTreeMap::new();
    for (question, rule) in slots::questions(form).filter(|(id, _)| asked.answers.contains_key(*id)) {
        let slots = slots::free_now(&state.store, &shop.id, &shop.hours, rule, now).await?;
        free.insert(question.clone(), slots.into_iter().map(|slot| slot.at).collect());
    }
    Ok(Facts {
        today,
        zone_minutes: zone.minutes(now),
        now,
        currency: shop.currency.clone(),
        price,
        products: titles(pack, asked),
        slots: Some(free),
        places: Some(Arc::clone(&PLACES)),
    })
}

/// Is it about the one product only? A rule made for it says nothing of others.
fn names_no_other(asked: &NewRequest) -> bool {
    let is_other = |answer: &Answer| match answer {
        Answer::Products(products) => products.iter().any(|named| Some(named) != asked.product.as_ref()),
        _ => false,
    };
    !asked.answers.values().any(is_other)
}

/// The titles of those products among the answers that there are.
fn titles(pack: &ShopPack, asked: &NewRequest) -> BTreeMap<ProductId, Localized> {
    let named: Vec<&ProductId> = asked
        .answers
        .values()
        .filter_map(|answer| if let Answer::Products(products) = answer { Some(products) } else { None })
        .flatten()
        .chain(&asked.product)
        .collect();
    if named.is_empty() {
        return BTreeMap::new();
    }
    let known = pack.products.iter().filter(|product| named.contains(&&product.id));
    known.map(|product| (product.id.clone(), product.title.clone())).collect()
}

/// An answer to what is not asked, or not among the choices any more, comes of a form that was another one when it was filled
/// in. The device looks at the form again and keeps what still fits.
fn refusal(faults: Vec<(QuestionId, AnswerFault)>) -> ApiError {
    let is_change = |fault: &AnswerFault| matches!(fault, AnswerFault::NotAsked | AnswerFault::Unknown);
    let taken = |fault: &AnswerFault| matches!(fault, AnswerFault::NoSuchSlot);
    if faults.iter().any(|(_, fault)| is_change(fault)) {
        return ErrorCode::FormChanged.into();
    }
    if !faults.is_empty() && faults.iter().all(|(_, fault)| taken(fault)) {
        return ErrorCode::Taken.into();
    }
    ApiError::new(ErrorCode::Invalid, "an answer is not one that the form takes")
}
