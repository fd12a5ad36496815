//! Sends what is to be sent: forms with their pictures, then what the shopper does to requests. As long as this tab leads;
//! what could not be sent is tried again, also after a reload.

use alap_protocol::{error::ErrorCode, id::Sequence, request::ShopperDeed};
use futures::{
    FutureExt, StreamExt,
    channel::{mpsc::UnboundedReceiver, oneshot},
    future::{Either, select},
};
use gloo::events::EventListener;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::{
    acts::{self, Came, KeptAct},
    draft::Stage,
    drafts, http,
    send_form::{send_form, send_photo},
    state::State,
};
use crate::{http::Fault, later::with_talk};

const FIRST_PAUSE: u32 = 1_500;
const LONGEST_PAUSE: u32 = 30_000;

/// Runs as long as the page. `photos` are those that were there when it came.
pub(super) async fn run(state: State, mut wakes: UnboundedReceiver<()>, photos: Vec<String>) {
    for (event, is_there) in [("online", true), ("offline", false)] {
        let tell = move |_: &_| {
            state.online.set(is_there);
            if is_there {
                state.wake();
            }
        };
        EventListener::new(&window(), event, tell).forget();
    }
    // Where nothing is kept, no other tab knows of what is to be sent here.
    if state.storage().keeps() {
        state.tabs.get_value().lead(&state.storage()).await;
        drafts::read(state).await;
        // A tab that has lost its disk does not know any more what belongs to nothing there.
        if state.storage().keeps() {
            drafts::tidy(state, photos).await;
        }
    }
    let mut pause = FIRST_PAUSE;
    loop {
        // What was told until now is done now.
        while let Some(Some(())) = wakes.next().now_or_never() {}
        match send_all(state).await {
            Ok(()) => {
                pause = FIRST_PAUSE;
                wakes.next().await;
            }
            // Nobody is helped by asking a server that has had enough.
            Err(Fault::TooMany) => spread_out(LONGEST_PAUSE).await,
            Err(_) => {
                let woken = matches!(select(spread_out(pause), wakes.next()).await, Either::Right(_));
                pause = if woken { FIRST_PAUSE } else { (pause * 2).min(LONGEST_PAUSE) };
            }
        }
    }
}

/// So that a restarted server is not met by everybody at once.
fn spread_out(pause: u32) -> TimeoutFuture {
    let jitter = (js_sys::Math::random() * f64::from(pause)) as u32;
    TimeoutFuture::new(pause / 2 + jitter)
}

/// Everything that waits. What has to be tried again later does not hold back the rest; the worst fault is told.
async fn send_all(state: State) -> Result<(), Fault> {
    let mut worst = Ok(());
    let mut note = |done: Result<(), Fault>| {
        if done.is_err() && worst != Err(Fault::TooMany) {
            worst = done;
        }
    };
    let mut forms: Vec<_> = state
        .drafts
        .with_untracked(|drafts| drafts.values().filter(|draft| draft.is_sending()).cloned().collect());
    forms.sort_by_key(|draft| draft.changed_at);
    for draft in forms {
        if let Stage::Sending(locale) = draft.stage {
            note(send_form(state, &draft, locale).await);
        }
    }
    let acts: Vec<_> =
        state.acts.with_untracked(|acts| acts.iter().filter(|act| act.came.is_none()).cloned().collect());
    let mut stuck = Vec::new();
    for act in acts {
        // To one request, one after the other.
        if stuck.contains(&act.request) {
            continue;
        }
        let done = send_act(state, &act).await;
        if done.is_err() {
            stuck.push(act.request);
        }
        note(done);
    }
    worst
}

async fn send_act(state: State, kept: &KeptAct) -> Result<(), Fault> {
    // The talk may still be on its way here.
    let (tell, proof) = oneshot::channel();
    with_talk(state.panel, move |talk| {
        // See above.
        let _ = tell.send(talk.credentials());
    });
    let Some(credentials) = proof.await.ok().flatten() else {
        acts::close(state, kept, Came::Refused);
        return Ok(());
    };
    let mut act = kept.act.clone();
    if let ShopperDeed::Pay { photo, .. } = &mut act.deed
        && let Some(id) = *photo
    {
        match send_photo(state, &credentials, id).await {
            // The note counts, with its picture or without.
            Err(Fault::NotFound | Fault::Refused(_)) => *photo = None,
            sent => sent?,
        }
    }
    // It was erased meanwhile.
    if state.acts.with_untracked(|acts| acts.iter().all(|known| known.act.key != act.key)) {
        return Ok(());
    }
    let came = match http::act(&credentials, kept.request, &act).await {
        Ok(standing) => Came::Done(standing.seq),
        // The same with another body arrived before: that one counts.
        Err(Fault::Refused(ErrorCode::Conflict)) => Came::Done(Sequence(0)),
        Err(fault) => {
            if fault == Fault::Version {
                state.panel.outdated.set(true);
            }
            Came::of(fault).ok_or(fault)?
        }
    };
    acts::close(state, kept, came);
    if let Some(talk) = state.panel.talk.get_untracked() {
        talk.wake();
    }
    Ok(())
}
