//! What the page knows of questions that found no answer, and of what was learnt from them.

use std::collections::HashSet;

use alap_protocol::learning::{EntryText, LearntEntry, QuestionGroup, QuestionKey};
use leptos::prelude::*;

/// The state of this part of the page.
#[derive(Clone, Copy)]
pub(crate) struct Learning {
    /// It is on the screen.
    pub(crate) shown: RwSignal<bool>,
    /// Open questions, those alike together; nothing until they came.
    pub(crate) groups: RwSignal<Option<Vec<QuestionGroup>>>,
    /// What was learnt, the latest first; nothing until it came.
    pub(crate) learnt: RwSignal<Option<Vec<LearntEntry>>>,
    /// What came of the last thing done.
    pub(crate) note: RwSignal<Option<Note>>,
    /// Counts what was done: a list that was asked for before is out of date.
    pub(crate) done: StoredValue<u32>,
    /// Groups in which somebody writes, by their first question: they stay as they are under the writer's hands.
    pub(crate) held: StoredValue<HashSet<QuestionKey>>,
}

/// What came of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    /// A sentence of the catalogue.
    pub(crate) key: &'static str,
    /// It did not work.
    pub(crate) is_fault: bool,
    /// The questions that were dismissed and can be had back.
    pub(crate) undo: Vec<QuestionKey>,
}

impl Note {
    pub(crate) fn done(key: &'static str) -> Self {
        Self { key, is_fault: false, undo: Vec::new() }
    }

    pub(crate) fn fault(key: &'static str) -> Self {
        Self { key, is_fault: true, undo: Vec::new() }
    }
}

impl Learning {
    pub(crate) fn new() -> Self {
        Self {
            shown: RwSignal::new(false),
            groups: RwSignal::new(None),
            learnt: RwSignal::new(None),
            note: RwSignal::new(None),
            done: StoredValue::new(0),
            held: StoredValue::default(),
        }
    }

    /// How many open questions there are.
    pub(crate) fn count(self) -> usize {
        let count = |groups: &Vec<QuestionGroup>| groups.iter().map(|group| group.questions.len()).sum();
        self.groups.with(|groups| groups.as_ref().map_or(0, count))
    }

    /// Takes in the groups as they are now.
    pub(crate) fn take_in(self, new: Vec<QuestionGroup>) {
        let held = self.held.get_value();
        self.groups.update(|groups| *groups = Some(merged(groups.take().unwrap_or_default(), &held, new)));
    }

    /// Where a question's group stands.
    pub(crate) fn place_of(self, key: QuestionKey) -> Option<usize> {
        let has = |group: &QuestionGroup| group.questions.iter().any(|question| question.key == key);
        self.groups.with_untracked(|groups| groups.as_ref()?.iter().position(has))
    }

    /// Takes a group off the screen; says where it was.
    pub(crate) fn take(self, keys: &[QuestionKey]) -> Option<usize> {
        self.done.update_value(|done| *done += 1);
        let place = self.place_of(*keys.first()?)?;
        if let Some(groups) = self.groups.write().as_mut() {
            groups.remove(place);
        }
        Some(place)
    }
}

/// A group that is held stays as it was, in the place of the first that has one of its questions now; a question that came to it
/// meanwhile shows up once it is let go.
fn merged(
    old: Vec<QuestionGroup>,
    held: &HashSet<QuestionKey>,
    new: Vec<QuestionGroup>,
) -> Vec<QuestionGroup> {
    let is_held =
        |group: &QuestionGroup| group.questions.first().is_some_and(|question| held.contains(&question.key));
    let mut kept: Vec<QuestionGroup> = old.into_iter().filter(is_held).collect();
    let mut gone: HashSet<QuestionKey> = HashSet::new();
    let mut merged = Vec::new();
    for mut group in new {
        let shares = |other: &QuestionGroup| keys_of(other).iter().any(|key| keys_of(&group).contains(key));
        let place = kept.iter().position(shares);
        if let Some(place) = place {
            let kept = kept.remove(place);
            gone.extend(keys_of(&kept));
            merged.push(kept);
        }
        group.questions.retain(|question| !gone.contains(&question.key));
        if place.is_none() && !group.questions.is_empty() {
            merged.push(group);
        }
    }
    merged
}

/// Where its questions were asked: what a group is known by.
pub(crate) fn keys_of(group: &QuestionGroup) -> Vec<QuestionKey> {
    group.questions.iter().map(|question| question.key).collect()
}

/// Every way of asking that an entry knows.
pub(crate) fn ways_of_asking(text: &EntryText) -> Vec<String> {
    text.question.texts().map(str::to_owned).chain(text.variants.iter().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        id::{ConversationId, Sequence},
        learning::MissedQuestion,
        locale::Localized,
    };
    use uuid::Uuid;

    use super::*;

    fn key(number: u128) -> QuestionKey {
        QuestionKey { conversation: ConversationId(Uuid::from_u128(number)), seq: Sequence(1) }
    }

    fn group(numbers: &[u128]) -> QuestionGroup {
        let question =
            |&number: &u128| MissedQuestion { key: key(number), text: "?".into(), at: 1, entry: None };
        QuestionGroup {
            questions: numbers.iter().map(question).collect(),
            proposed: EntryText::default(),
            nearest: None,
            unhelpful: None,
        }
    }

    fn check(old: &[&[u128]], held: &[u128], new: &[&[u128]], expected: &[&[u128]]) {
        let groups = |all: &[&[u128]]| all.iter().map(|numbers| group(numbers)).collect::<Vec<_>>();
        let held = held.iter().map(|&number| key(number)).collect();
        assert_eq!(merged(groups(old), &held, groups(new)), groups(expected), "{old:?} {held:?} {new:?}");
    }

    #[test]
    fn what_somebody_writes_in_stays_as_it_was_and_the_rest_is_new() {
        check(&[&[1], &[2]], &[], &[&[2, 3], &[4]], &[&[2, 3], &[4]]);
        check(&[&[1], &[2]], &[2], &[&[2, 3], &[4]], &[&[2], &[4]]);
        check(&[&[1, 2]], &[1], &[&[3], &[1], &[2]], &[&[3], &[1, 2]]);
        check(&[&[1], &[2]], &[1, 2], &[&[2]], &[&[2]]);
    }

    #[test]
    fn the_question_itself_is_a_way_of_asking() {
        let question = Localized::both("দাম কত?", "How much?");
        let text = EntryText { question, variants: vec!["dam koto".into()], ..EntryText::default() };
        assert_eq!(ways_of_asking(&text), ["দাম কত?", "How much?", "dam koto"]);
    }
}
