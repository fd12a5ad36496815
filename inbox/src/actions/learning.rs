//! What an agent does with questions that found no answer.

use alap_protocol::{
    error::ErrorCode,
    id::EntryId,
    learning::{EntryText, Lesson, QuestionKey},
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    client::{Failure, learning as client},
    learning::Note,
    place,
    state::Inbox,
};

impl Inbox {
    /// The view was opened.
    pub(crate) fn show_questions(self) {
        self.learning.note.set(None);
        spawn_local(self.fetch_learning());
    }

    /// Fetches what the view shows; where it is not on the screen, only how many questions there are.
    pub(crate) async fn fetch_learning(self) {
        self.fetch_questions().await;
        if self.learning.shown.get_untracked() {
            self.fetch_learnt().await;
        }
    }

    async fn fetch_questions(self) {
        let done = self.learning.done.get_value();
        match client::questions().await {
            Ok(list) => {
                if done == self.learning.done.get_value() {
                    self.learning.take_in(list.groups);
                }
            }
            Err(failure) => self.note(failure),
        }
    }

    async fn fetch_learnt(self) {
        match client::learnt().await {
            Ok(learnt) => self.learning.learnt.set(Some(learnt)),
            Err(failure) => self.note(failure),
        }
    }

    /// Settles a group by what it teaches. False if it came to nothing.
    pub(crate) async fn learn(self, keys: Vec<QuestionKey>, lesson: Lesson) -> bool {
        match client::learn(keys.clone(), lesson).await {
            Ok(_) => {
                self.leaves(&keys);
                self.learning.note.set(Some(Note::done("learning.added")));
                self.fetch_learnt().await;
                self.fetch_shop().await;
                true
            }
            Err(failure) => {
                self.not_learnt(failure).await;
                false
            }
        }
    }

    /// The group is not for the FAQ; that can be taken back.
    pub(crate) async fn dismiss(self, keys: Vec<QuestionKey>) {
        match client::dismiss(keys.clone()).await {
            Ok(()) => {
                self.leaves(&keys);
                self.learning.note.set(Some(Note { undo: keys, ..Note::done("learning.dismissed") }));
            }
            Err(failure) => self.not_learnt(failure).await,
        }
    }

    /// Takes a dismissal back.
    pub(crate) async fn undo_dismissal(self) {
        let Some(note) = self.learning.note.get_untracked() else { return };
        match client::reopen(note.undo.clone()).await {
            Ok(()) => {
                self.learning.note.set(None);
                self.learning.done.update_value(|done| *done += 1);
                self.fetch_questions().await;
                let place = note.undo.first().and_then(|key| self.learning.place_of(*key));
                place::focus_soon(&place.map_or(".questions-title".to_owned(), card));
            }
            Err(failure) => self.not_learnt(failure).await,
        }
    }

    /// Other words for what was learnt. False if it came to nothing.
    pub(crate) async fn change_learnt(self, entry: &EntryId, text: &EntryText) -> bool {
        match client::change(entry, text).await {
            Ok(changed) => {
                if let Some(learnt) = self.learning.learnt.write().as_mut() {
                    learnt.iter_mut().filter(|it| it.entry == *entry).for_each(|it| *it = changed.clone());
                }
                self.learning.note.set(Some(Note::done("learning.changed")));
                self.fetch_shop().await;
                true
            }
            Err(failure) => {
                self.not_learnt(failure).await;
                false
            }
        }
    }

    /// The bot forgets it.
    pub(crate) async fn forget_learnt(self, entry: &EntryId) {
        match client::forget(entry).await {
            Ok(()) => {
                if let Some(learnt) = self.learning.learnt.write().as_mut() {
                    learnt.retain(|it| it.entry != *entry);
                }
                self.learning.note.set(Some(Note::done("learning.forgotten")));
                place::focus_soon(".learnt-title");
                self.fetch_shop().await;
            }
            Err(failure) => self.not_learnt(failure).await,
        }
    }

    /// Takes a group off the screen; the focus goes to the one that comes in its place.
    fn leaves(self, keys: &[QuestionKey]) {
        let Some(at) = self.learning.take(keys) else { return };
        let left = self.learning.groups.with_untracked(|groups| groups.as_ref().map_or(0, Vec::len));
        let next = if left == 0 { ".questions-title".to_owned() } else { card(at.min(left - 1)) };
        place::focus_soon(&next);
    }

    async fn not_learnt(self, failure: Failure) {
        let key = match failure {
            // Somebody else was faster, or the shopper was helped after all.
            Failure::Refused(ErrorCode::Conflict | ErrorCode::NotFound) => "learning.settled",
            Failure::Refused(_) => "learning.refused",
            _ => "inbox.not_done",
        };
        self.learning.note.set(Some(Note::fault(key)));
        self.note(failure);
        if key == "learning.settled" {
            place::focus(".questions-title");
            self.fetch_questions().await;
            self.fetch_learnt().await;
        }
    }
}

/// The heading of a card, by its place.
fn card(at: usize) -> String {
    format!(".question-card:nth-of-type({}) .question-text", at + 1)
}
