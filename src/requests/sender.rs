//! Sends what is to be sent: forms with their pictures, then what the shopper does to requests. As long as this tab leads;
//! what could not be sent is tried again, also after a reload.

use alap_protocol::error::ErrorCode;
use futures::{
    StreamExt,
    channel::{mpsc::UnboundedReceiver, oneshot},
    future::{Either, select},
};
use gloo::events::EventListener;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::{
    draft::{KeptAct, Stage},
    drafts, http,
    send_form::{send_form, send_photo},
    state::State,
};
use crate::{http::Fault, later::with_talk};

const FIRST_PAUSE: u32 = 1_500;
const LONGEST_PAUSE: u32 = 30_000;

/// Runs as long as the page.
pub(super) async fn run(state: State, mut wakes: UnboundedReceiver<()>) {
    EventListener::new(&window(), "online", move |_| state.wake()).forget();
    // Where nothing is kept, no other tab knows of what is to be sent here.
    if state.storage().keeps() {
        state.tabs.get_value().lead().await;
        drafts::read(state).await;
        drafts::tidy(state).await;
    }
    let mut pause = FIRST_PAUSE;
    loop {
        match send_all(state).await {
            Ok(()) => {
                pause = FIRST_PAUSE;
                wakes.next().await;
            }
            Err(fault) => {
                if fault == Fault::TooMany {
                    pause = LONGEST_PAUSE;
                }
                // Spread out, so that a restarted server is not met by everybody at once.
                let jitter = (js_sys::Math::random() * f64::from(pause)) as u32;
                let woken = matches!(
                    select(TimeoutFuture::new(pause / 2 + jitter), wakes.next()).await,
                    Either::Right(_)
                );
                pause = if woken { FIRST_PAUSE } else { (pause * 2).min(LONGEST_PAUSE) };
            }
        }
    }
}

/// Everything that waits. The first that has to be tried again later ends it.
async fn send_all(state: State) -> Result<(), Fault> {
    loop {
        let next = state.drafts.with_untracked(|drafts| {
            drafts.values().filter(|draft| draft.is_sending()).min_by_key(|draft| draft.changed_at).cloned()
        });
        let Some(draft) = next else { break };
        let Stage::Sending(locale) = draft.stage else { break };
        send_form(state, &draft, locale).await?;
    }
    while let Some(act) = state.acts.with_untracked(|acts| acts.first().cloned()) {
        send_act(state, &act).await?;
    }
    Ok(())
}

async fn send_act(state: State, kept: &KeptAct) -> Result<(), Fault> {
    // The talk may still be on its way here.
    let (tell, proof) = oneshot::channel();
    with_talk(state.panel, move |talk| {
        // See above.
        let _ = tell.send(talk.credentials());
    });
    let Some(credentials) = proof.await.ok().flatten() else {
        drafts::remove_act(state, kept, Vec::new());
        return Ok(());
    };
    let photo = kept.photo();
    let mut done = match photo {
        Some(photo) => send_photo(state, &credentials, photo).await,
        None => Ok(()),
    };
    if done.is_ok() {
        done = http::act(&credentials, kept.request, &kept.act).await.map(|_| ());
    }
    let notice = match done {
        Ok(()) => None,
        Err(Fault::Away | Fault::TooMany) => return Err(Fault::Away),
        Err(Fault::Version) => {
            state.panel.outdated.set(true);
            return Err(Fault::Version);
        }
        Err(Fault::Refused(ErrorCode::Stale)) => Some("deal.stale"),
        Err(Fault::Refused(ErrorCode::NoCoupon)) => Some("coupon.none"),
        Err(_) => Some("deal.refused"),
    };
    state.notices.update(|notices| {
        match notice {
            Some(notice) => notices.insert(kept.request, notice),
            None => notices.remove(&kept.request),
        };
    });
    drafts::remove_act(state, kept, photo.into_iter().collect());
    if let Some(talk) = state.panel.talk.get_untracked() {
        talk.wake();
    }
    Ok(())
}
