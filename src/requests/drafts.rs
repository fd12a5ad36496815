//! Drafts in memory, on this device's disk, and in other tabs: kept the same.

use std::collections::{BTreeMap, HashMap};

use alap_protocol::{
    answer::Answers,
    id::{ClientId, PhotoId, RequestId},
};
use alap_ui::device_time;
use leptos::{prelude::*, task::spawn_local};

use super::{
    acts::{self, KeptAct},
    draft::{Draft, Line},
    state::{Screen, State},
};
use crate::{
    kept::{self, Slot},
    tabs::Kept,
};

/// Brings up what is kept.
pub(super) async fn read(state: State) {
    // What is written here while the disk is read is newer than what comes from there.
    for _attempt in 0..3 {
        let begun = state.changes.get_value();
        let Some(lines) = state.storage().read_drafts().await else { return };
        if state.changes.get_value() == begun {
            return take_in(state, &lines);
        }
    }
}

/// Pictures of drafts that are gone go, too: of those that were there when this page came, for newer ones may be about
/// to be used. So do acts that were answered.
pub(super) async fn tidy(state: State, mut photos: Vec<String>) {
    let mut stay = Vec::new();
    let of_draft = |draft: &Draft| Draft::photos(&draft.answers);
    state.drafts.with_untracked(|drafts| stay.extend(drafts.values().flat_map(of_draft)));
    state.undone.with_untracked(|undone| stay.extend(undone.iter().flat_map(of_draft)));
    state.acts.with_untracked(|acts| stay.extend(acts.iter().filter_map(KeptAct::photo)));
    let stay: Vec<String> = stay.iter().map(ToString::to_string).collect();
    photos.retain(|photo| !stay.contains(photo));
    state.storage().remove_draft("", &photos).await;
    acts::clear(state, |_| true);
}

/// What is to be sent, by its keys.
fn to_send(state: State) -> (Vec<RequestId>, Vec<ClientId>) {
    let forms = state.drafts.with_untracked(|drafts| {
        drafts.values().filter(|draft| draft.is_sending()).map(|draft| draft.id).collect()
    });
    let acts = state
        .acts
        .with_untracked(|acts| acts.iter().filter(|act| act.came.is_none()).map(|act| act.act.key).collect());
    (forms, acts)
}

fn take_in(state: State, lines: &[String]) {
    let (mut drafts, mut acts, mut last) = (BTreeMap::new(), Vec::<KeptAct>::new(), None);
    for line in lines.iter().filter_map(|line| Line::from_text(line)) {
        match line {
            Line::Draft(draft) => take_newer(&mut drafts, *draft),
            Line::Act(act) => acts.push(act),
            Line::Last(answers) => last = Some(answers),
        }
    }
    if last.is_none() && state.last.with_value(|last| !last.is_empty()) {
        // Another tab forgot this shopper.
        return reset(state);
    }
    state.last.set_value(last.unwrap_or_default());
    let cut_short = state.panel.shop.with_value(|shop| kept::read(shop, Slot::Answered));
    match cut_short.as_deref().and_then(Line::from_text) {
        Some(Line::Draft(draft)) => take_newer(&mut drafts, *draft),
        Some(Line::Act(act)) if acts.iter().all(|known| known.act.key != act.act.key) => acts.push(act),
        _ => {}
    }
    state.drafts.update(|here| {
        here.retain(|id, draft| !draft.touched || drafts.contains_key(id));
        for draft in drafts.into_values() {
            take_newer(here, draft);
        }
    });
    if state.acts.with_untracked(|here| *here != acts) {
        state.acts.set(acts);
    }
    note(state);
}

fn take_newer(drafts: &mut BTreeMap<RequestId, Draft>, draft: Draft) {
    if drafts.get(&draft.id).is_none_or(|known| known.changed_at < draft.changed_at) {
        drafts.insert(draft.id, draft);
    }
}

/// Takes in what other tabs write.
pub(super) fn follow_tabs(state: State) {
    let read_again = move || {
        if state.storage().keeps() {
            spawn_local(async move {
                let before = to_send(state);
                read(state).await;
                if to_send(state) != before {
                    state.wake();
                }
            });
        }
    };
    state.tabs.with_value(|tabs| tabs.on_changed(Kept::Requests, read_again));
}

/// The first view of the next visit has to know whether something is kept.
fn note(state: State) {
    let kept = state.drafts.with_untracked(|drafts| drafts.values().any(|draft| draft.touched))
        || state.acts.with_untracked(|acts| acts.iter().any(|act| act.came.is_none()));
    if kept {
        state.panel.keep(Slot::Drafts, "yes");
    } else {
        state.panel.shop.with_value(|shop| kept::remove(shop, Slot::Drafts));
    }
}

pub(super) fn write(state: State, line: &Line) {
    let (key, text) = (line.key(), line.to_text());
    state.changes.update_value(|changes| *changes += 1);
    note(state);
    // At once: the database takes a moment, and the page may go within it.
    state.panel.keep(Slot::Answered, &text);
    spawn_local(async move {
        state.storage().write_draft(&key, &text).await;
        state.panel.shop.with_value(|shop| {
            if kept::read(shop, Slot::Answered).as_deref() == Some(&text) {
                kept::remove(shop, Slot::Answered);
            }
        });
        tell_tabs(state);
    });
}

pub(super) fn remove(state: State, key: String, photos: Vec<PhotoId>) {
    state.changes.update_value(|changes| *changes += 1);
    note(state);
    state.panel.shop.with_value(|shop| {
        if kept::read(shop, Slot::Answered).is_some_and(|text| text.contains(&key)) {
            kept::remove(shop, Slot::Answered);
        }
    });
    let photos: Vec<String> = photos.iter().map(ToString::to_string).collect();
    spawn_local(async move {
        state.storage().remove_draft(&key, &photos).await;
        tell_tabs(state);
    });
}

fn tell_tabs(state: State) {
    state.tabs.with_value(|tabs| tabs.tell_changed(Kept::Requests));
}

/// Changes a draft, and writes it down.
pub(super) fn change(state: State, id: RequestId, change: impl FnOnce(&mut Draft)) {
    let mut changed = None;
    state.drafts.update(|drafts| {
        if let Some(draft) = drafts.get_mut(&id) {
            change(draft);
            draft.changed_at = device_time::now().max(draft.changed_at + 1);
            changed = Some(draft.clone());
        }
    });
    if let Some(draft) = changed.filter(|draft| draft.touched) {
        write(state, &Line::Draft(Box::new(draft)));
    }
}

/// The shopper answered something: from now on it is worth keeping.
pub(super) fn answer(state: State, id: RequestId, answer: impl FnOnce(&mut Draft)) {
    change(state, id, move |draft| {
        draft.touched = true;
        answer(draft);
    });
}

/// Takes a draft out, for good.
pub(super) fn forget(state: State, id: RequestId) -> Option<Draft> {
    let gone = state.drafts.try_update(|drafts| drafts.remove(&id)).flatten()?;
    let photos = Draft::photos(&gone.answers);
    state.photos.update_value(|known| known.retain(|photo, _| !photos.contains(photo)));
    remove(state, id.to_string(), photos);
    Some(gone)
}

/// Takes a draft away for now; its pictures stay until the page goes.
pub(super) fn set_aside(state: State, id: RequestId) -> Option<Draft> {
    let gone = state.drafts.try_update(|drafts| drafts.remove(&id)).flatten()?;
    remove(state, id.to_string(), Vec::new());
    Some(gone)
}

/// Puts it back.
pub(super) fn put_back(state: State, draft: Draft) {
    let id = draft.id;
    state.drafts.update(|drafts| {
        drafts.insert(id, draft);
    });
    change(state, id, |_| {});
}

/// Remembers what was answered, for the next form.
pub(super) fn remember(state: State, answers: &Answers) {
    let mut last = state.last.get_value();
    last.extend(answers.clone());
    // Pictures and ticks are given anew each time.
    last.retain(|_, answer| {
        use alap_protocol::answer::Answer;
        !matches!(answer, Answer::Photos(_) | Answer::Consent(_) | Answer::Slot(_))
    });
    state.last.set_value(last.clone());
    write(state, &Line::Last(last));
}

/// Everything of this shopper goes from memory; the talk erases the disk.
pub(super) fn reset(state: State) {
    // What is being read at the moment is of before.
    state.changes.update_value(|changes| *changes += 1);
    state.erased.update_value(|erased| *erased += 1);
    state.drafts.set(BTreeMap::new());
    state.undone.set(None);
    state.asked.set(None);
    state.acts.set(Vec::new());
    state.uploads.update(HashMap::clear);
    state.last.set_value(Answers::new());
    state.photos.update_value(HashMap::clear);
    state.screen.set(Screen::Opening);
}
