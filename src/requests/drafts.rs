//! Drafts and acts in memory, on this device's disk, and in other tabs: kept the same.

use std::collections::BTreeMap;

use alap_protocol::{
    answer::Answers,
    id::{PhotoId, RequestId},
};
use alap_ui::device_time;
use leptos::{prelude::*, task::spawn_local};

use super::{
    draft::{Draft, KeptAct, Line},
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

/// Pictures of drafts that are gone go, too.
pub(super) async fn tidy(state: State) {
    let of_drafts = state.drafts.with_untracked(|drafts| {
        drafts.values().flat_map(|draft| Draft::photos(&draft.answers)).collect::<Vec<_>>()
    });
    let of_acts =
        state.acts.with_untracked(|acts| acts.iter().filter_map(KeptAct::photo).collect::<Vec<_>>());
    let stay: Vec<String> = of_drafts.iter().chain(&of_acts).map(ToString::to_string).collect();
    state.storage().keep_photos(&stay).await;
}

fn take_in(state: State, lines: &[String]) {
    let (mut drafts, mut acts) = (BTreeMap::new(), Vec::new());
    for line in lines.iter().filter_map(|line| Line::from_text(line)) {
        match line {
            Line::Draft(draft) => take_newer(&mut drafts, *draft),
            Line::Act(act) => acts.push(act),
            Line::Last(last) => state.last.set_value(last),
        }
    }
    let cut_short = state.panel.shop.with_value(|shop| kept::read(shop, Slot::Answered));
    match cut_short.as_deref().and_then(Line::from_text) {
        Some(Line::Draft(draft)) => take_newer(&mut drafts, *draft),
        Some(Line::Act(act)) if !acts.contains(&act) => acts.push(act),
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
                read(state).await;
                state.wake();
            });
        }
    };
    state.tabs.with_value(|tabs| tabs.on_changed(Kept::Requests, read_again));
}

/// The first view of the next visit has to know whether something is kept.
fn note(state: State) {
    let kept = state.drafts.with_untracked(|drafts| drafts.values().any(|draft| draft.touched))
        || state.acts.with_untracked(|acts| !acts.is_empty());
    if kept {
        state.panel.keep(Slot::Drafts, "yes");
    } else {
        state.panel.shop.with_value(|shop| kept::remove(shop, Slot::Drafts));
    }
}

fn write(state: State, line: &Line) {
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

fn remove(state: State, key: String, photos: Vec<PhotoId>) {
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

/// What is to be done to a request is kept until the server has answered.
pub(super) fn add_act(state: State, act: KeptAct) {
    state.acts.update(|acts| acts.push(act.clone()));
    write(state, &Line::Act(act));
    state.wake();
}

/// It was answered.
pub(super) fn remove_act(state: State, act: &KeptAct, photos: Vec<PhotoId>) {
    state.acts.update(|acts| acts.retain(|known| known.act.key != act.act.key));
    remove(state, act.act.key.to_string(), photos);
}

/// Everything of this shopper goes from memory; the talk erases the disk.
pub(super) fn reset(state: State) {
    state.drafts.set(BTreeMap::new());
    state.acts.set(Vec::new());
    state.last.set_value(Answers::new());
    state.photos.set_value(std::collections::HashMap::new());
    state.notices.update(std::collections::HashMap::clear);
    state.screen.set(Screen::Opening);
}
