//! What a shop learns from questions that found no answer: from the questions to the pack, and back into the folder.

pub mod groups;
pub mod markdown;
pub mod name;
pub mod pack;

use alap_protocol::{
    id::EntryId,
    learning::{EntryText, LearntEntry, LearntKind, LearntStanding},
    pack::{FaqEntry, ShopPack},
};
use alap_store::Learnt;

/// The folder's entry of this id.
pub(crate) fn in_folder<'p>(folder: &'p ShopPack, id: &EntryId) -> Option<&'p FaqEntry> {
    folder.faq.iter().find(|entry| entry.id == *id)
}

/// What was learnt, as agents see it beside the folder.
pub(crate) fn view(folder: &ShopPack, learnt: Learnt) -> LearntEntry {
    let known = in_folder(folder, &learnt.entry);
    let standing = match (learnt.kind, known) {
        (LearntKind::Entry, None) | (LearntKind::Variants, Some(_)) => LearntStanding::Served,
        (LearntKind::Entry, Some(_)) => LearntStanding::InFolder,
        (LearntKind::Variants, None) => LearntStanding::Gone,
    };
    let text = match (learnt.kind, known) {
        (LearntKind::Variants, Some(entry)) => EntryText {
            question: entry.question.clone(),
            answer: entry.answer.clone(),
            variants: learnt.text.variants,
        },
        _ => learnt.text,
    };
    LearntEntry { entry: learnt.entry, kind: learnt.kind, standing, text, by: learnt.by, at: learnt.at }
}
