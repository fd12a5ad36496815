//! A form goes to the shop: the conversation is opened, the pictures go first, then the answers.

use alap_protocol::{
    answer::{Answer, Answers},
    error::ErrorCode,
    id::{PhotoId, QuestionId},
    locale::Locale,
    request::NewRequest,
};
use futures::channel::oneshot;
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::{
    arrived, desk,
    draft::{Draft, Place, Stage},
    drafts, http, photos,
    state::State,
    trouble::Trouble,
    upload,
};
use crate::{
    credentials::Credentials,
    http::{Fault, open},
    kept::Slot,
    later::with_talk,
    pack,
};

/// So long a form waits for what was said before it.
const TALK_FIRST_TIMES: u32 = 40;
const TALK_FIRST_MILLISECONDS: u32 = 100;

/// Sends it. `Err` where it has to be tried again.
pub(super) async fn send_form(state: State, draft: &Draft, locale: Locale) -> Result<(), Fault> {
    let credentials = match conversation(state, locale).await {
        Ok(credentials) => credentials,
        Err(fault) => return unless_passing(state, draft, fault, Trouble::Refused),
    };
    for photo in Draft::photos(&draft.answers) {
        if draft.uploaded.contains(&photo) {
            continue;
        }
        if !is_to_go(state, draft) {
            return Ok(());
        }
        if let Err(fault) = send_photo(state, &credentials, photo).await {
            return unless_passing(state, draft, fault, Trouble::Photo(photo));
        }
        drafts::change(state, draft.id, |draft| {
            draft.uploaded.insert(photo);
        });
    }
    if !is_to_go(state, draft) {
        return Ok(());
    }
    state.panel.keep(Slot::Requests, "yes");
    let body = NewRequest {
        form: draft.form.clone(),
        locale,
        product: draft.product.clone(),
        answers: draft.answers.clone(),
    };
    let answer = http::put(&credentials, draft.id, &body).await;
    if state.drafts.with_untracked(|drafts| !drafts.contains_key(&draft.id)) {
        // This shopper was forgotten meanwhile: nothing is to be remembered of it.
        return Ok(());
    }
    match answer {
        // The same form in another state arrived before: that one counts.
        Ok(_) | Err(Fault::Refused(ErrorCode::Conflict)) => {
            arrived::take(state, draft);
            if let Some(talk) = state.panel.talk.get_untracked() {
                talk.wake();
            }
            Ok(())
        }
        Err(Fault::Refused(code)) => {
            give_back(state, draft, Trouble::of(code));
            Ok(())
        }
        Err(Fault::NotFound) => {
            give_back(state, draft, Trouble::Gone);
            Ok(())
        }
        Err(fault) => unless_passing(state, draft, fault, Trouble::Refused),
    }
}

/// Is it still as it was, and on its way? It may have been taken back, or erased, while something was waited for.
fn is_to_go(state: State, draft: &Draft) -> bool {
    state.drafts.with_untracked(|drafts| {
        drafts.get(&draft.id).is_some_and(|now| now.is_sending() && now.answers == draft.answers)
    })
}

/// Trouble that goes by is tried again; with all else the form comes back to the shopper.
fn unless_passing(state: State, draft: &Draft, fault: Fault, trouble: Trouble) -> Result<(), Fault> {
    match fault {
        Fault::Away => {
            if draft.trouble.is_some() {
                drafts::change(state, draft.id, |draft| draft.trouble = None);
            }
            Err(fault)
        }
        Fault::TooMany => {
            drafts::change(state, draft.id, |draft| draft.trouble = Some(Trouble::TooMany));
            Err(fault)
        }
        Fault::Version => {
            state.panel.outdated.set(true);
            Err(fault)
        }
        Fault::NotFound | Fault::Refused(_) => {
            give_back(state, draft, trouble);
            Ok(())
        }
    }
}

/// A picture that is not on this device any more is refused: nobody else can send it.
pub(super) async fn send_photo(state: State, credentials: &Credentials, id: PhotoId) -> Result<(), Fault> {
    let photo = photos::find(state, id).await.ok_or(Fault::Refused(ErrorCode::NotFound))?;
    upload::send(state, credentials, id, &photo).await
}

/// The form is the shopper's again, with the reason, where something can be done about it.
fn give_back(state: State, draft: &Draft, trouble: Trouble) {
    let form = state.form(&draft.form);
    let slot = form.as_ref().and_then(|form| State::slot_question(form)).cloned();
    let photo = match trouble {
        Trouble::Photo(photo) => with_photo(&draft.answers, photo),
        _ => None,
    };
    drafts::change(state, draft.id, |draft| {
        draft.stage = Stage::Open;
        draft.trouble = Some(trouble);
        draft.place = Place::Review;
        if let (Trouble::Taken, Some(slot)) = (trouble, slot) {
            draft.answers.remove(&slot);
            draft.place = Place::At(slot);
        }
        if let Some(photo) = photo {
            draft.place = Place::At(photo);
        }
    });
    match trouble {
        Trouble::Taken => {
            let form = draft.form.clone();
            spawn_local(async move {
                desk::bring_slots(state, form).await;
            });
        }
        Trouble::Changed | Trouble::Gone => spawn_local(pack::refresh(state.panel)),
        _ => {}
    }
}

fn with_photo(answers: &Answers, photo: PhotoId) -> Option<QuestionId> {
    let has_it = |answer: &Answer| matches!(answer, Answer::Photos(photos) if photos.contains(&photo));
    answers.iter().find(|(_, answer)| has_it(answer)).map(|(question, _)| question.clone())
}

/// Opens the conversation, if there is none, and lets what was said before go first.
async fn conversation(state: State, locale: Locale) -> Result<Credentials, Fault> {
    let (tell, proof) = oneshot::channel();
    with_talk(state.panel, move |talk| {
        talk.hand_over(Box::new(move |credentials| {
            // The page goes while it is being sent: it is taken up again.
            let _ = tell.send(credentials);
        }));
    });
    let credentials = proof.await.map_err(|_| Fault::Away)?;
    let (shop, page) = (state.panel.shop.get_value(), state.panel.page.get_untracked());
    open(&shop, &credentials, locale, page).await?;
    for _ in 0..TALK_FIRST_TIMES {
        if !state.panel.talk.get_untracked().is_some_and(|talk| talk.is_sending()) {
            break;
        }
        TimeoutFuture::new(TALK_FIRST_MILLISECONDS).await;
    }
    Ok(credentials)
}
