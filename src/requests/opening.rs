//! Forms are opened: where they were left, or from the beginning; and fitted where the shop has changed them.

use std::collections::HashSet;

use alap_intake::{Known, kept as still_fits, prefill};
use alap_protocol::{
    desk::Desk,
    form::{Form, FormKind},
    id::{ProductId, RequestId},
};
use leptos::prelude::*;

use super::{
    draft::{Draft, Place},
    drafts,
    state::{Screen, State},
    trouble::Trouble,
};
use crate::{later::AskedForm, random::new_id};

/// More are not kept: of those being filled in, the oldest goes.
const DRAFTS: usize = 12;

/// The shop's desk is another one: what still fits its questions stays.
pub(super) fn fit(state: State, desk: &Desk) {
    let ids: Vec<_> = state.drafts.with_untracked(|drafts| drafts.keys().copied().collect());
    for id in ids {
        let Some(draft) = state.drafts.with_untracked(|drafts| drafts.get(&id).cloned()) else { continue };
        let Some(form) = desk.forms.iter().find(|form| form.id == draft.form) else { continue };
        let known: HashSet<_> = form
            .sections
            .iter()
            .flat_map(|section| &section.questions)
            .map(|question| &question.id)
            .collect();
        let answers = still_fits(form, &draft.answers);
        let typed_fits = draft.typed.keys().all(|question| known.contains(question));
        if !draft.is_sending() && (answers != draft.answers || !typed_fits) {
            let open_again = form
                .sections
                .iter()
                .flat_map(|section| &section.questions)
                .find(|question| {
                    draft.answers.contains_key(&question.id) && !answers.contains_key(&question.id)
                })
                .map(|question| question.id.clone());
            drafts::change(state, id, |draft| {
                draft.answers = answers;
                draft.typed.retain(|question, _| known.contains(question));
                if let Some(question) = open_again {
                    draft.typed.remove(&question);
                    draft.place = Place::At(question);
                    draft.trouble = Some(Trouble::Changed);
                }
            });
        }
    }
}

/// Opens what is asked for: where it was left, or from the beginning. `None` where the shop has no such form.
pub(super) fn open(state: State, desk: &Desk, asked: &AskedForm) -> Option<RequestId> {
    let form = match &asked.form {
        Some(id) => desk.forms.iter().find(|form| form.id == *id)?,
        None => {
            let order = desk.forms.iter().find(|form| form.kind == FormKind::PreOrder);
            order.or(desk.forms.first())?
        }
    };
    // A product that the shop page shows may not be in the shop's own list.
    let product = asked.product.clone().filter(|id| state.product(id).is_some());
    let begun = state.drafts.with_untracked(|drafts| {
        let same = |draft: &&Draft| {
            let about_it = product.is_none() || draft.product == product;
            draft.form == form.id && about_it && !draft.is_sending()
        };
        drafts.values().filter(same).max_by_key(|draft| draft.changed_at).map(|draft| draft.id)
    });
    let id = match begun {
        Some(id) => id,
        None => begin(state, form, product)?,
    };
    state.screen.set(Screen::Form(id));
    Some(id)
}

/// A new draft, with what is known filled in.
pub(super) fn begin(state: State, form: &Form, product: Option<ProductId>) -> Option<RequestId> {
    let id = RequestId(new_id()?);
    let shopper = state.panel.page.with_untracked(|page| page.shopper.clone()).unwrap_or_default();
    let known = Known {
        name: shopper.name,
        phone: shopper.phone,
        product: product.clone(),
        last: state.last.get_value(),
    };
    let draft = Draft::new(id, form.id.clone(), form.title.clone(), product, prefill(form, &known));
    let oldest = state.drafts.with_untracked(|drafts| {
        let mut open: Vec<_> = drafts.values().filter(|draft| !draft.is_sending()).collect();
        open.sort_by_key(|draft| std::cmp::Reverse(draft.changed_at));
        open.into_iter().skip(DRAFTS - 1).map(|draft| draft.id).collect::<Vec<_>>()
    });
    for old in oldest {
        drafts::forget(state, old);
    }
    state.drafts.update(|drafts| {
        drafts.insert(id, draft);
    });
    Some(id)
}

/// Begins anew: the same form with nothing in it. What was there can be put back for a while.
pub(super) fn start_again(state: State, form: &Form, id: RequestId) -> Option<Draft> {
    let before = drafts::set_aside(state, id)?;
    let product = before.product.clone();
    if let Some(new) = begin(state, form, product) {
        drafts::change(state, new, |draft| draft.place = Place::Start);
        state.screen.set(Screen::Form(new));
    }
    Some(before)
}
