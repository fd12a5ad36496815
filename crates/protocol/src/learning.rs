//! What the shop learns from questions that found no answer. Only questions of conversations that a shopper chose to send
//! are known to the server. A session cookie proves who asks, as everywhere on the agents' side.
//!
//! | request | body → answer |
//! |---|---|
//! | `GET /api/v1/agent/questions` | → [`QuestionList`]: the open questions, those alike together |
//! | `POST /api/v1/agent/questions/learn` | [`Learn`] → [`LearntEntry`]: the next pack has it |
//! | `POST /api/v1/agent/questions/dismiss` | [`Questions`] → 204: not for the FAQ |
//! | `POST /api/v1/agent/questions/reopen` | [`Questions`] → 204: takes a dismissal back |
//! | `GET /api/v1/agent/learnt` | → `Vec<`[`LearntEntry`]`>`: the latest changed first |
//! | `PUT /api/v1/agent/learnt/{entry}` | [`EntryText`] → [`LearntEntry`] |
//! | `DELETE /api/v1/agent/learnt/{entry}` | → 204: the next pack is without it |

mod words;

use serde::{Deserialize, Serialize};

pub use self::words::{EntryError, checked_variants, shortened};
use crate::{
    id::{ConversationId, EntryId, Sequence},
    limits::LESSON_QUESTIONS,
    locale::Localized,
};

/// A question is known by where it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionKey {
    /// In which conversation.
    pub conversation: ConversationId,
    /// Where in it.
    pub seq: Sequence,
}

/// A question that found no answer, or one that did not help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MissedQuestion {
    /// Where it was asked.
    pub key: QuestionKey,
    /// In the shopper's words, on one line; a long one is cut.
    pub text: String,
    /// When it was written, in milliseconds since 1970 UTC.
    pub at: i64,
    /// The entry whose answer did not help.
    pub entry: Option<EntryId>,
}

/// Questions that are asked alike, and what could be done about them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionGroup {
    /// The most typical first.
    pub questions: Vec<MissedQuestion>,
    /// An entry that would answer them. Its answer is what a person said first after such a question; empty if nobody did.
    pub proposed: EntryText,
    /// The entry of today's pack that is most like them, if one is like them at all.
    pub nearest: Option<KnownEntry>,
    /// An entry that was answered with, and did not help.
    pub unhelpful: Option<KnownEntry>,
}

/// An entry of the pack, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct KnownEntry {
    /// Which.
    pub entry: EntryId,
    /// What it answers.
    pub question: Localized,
}

/// The open questions: the most frequent group first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionList {
    /// Made of the newest [`LESSON_QUESTIONS`] questions at most.
    pub groups: Vec<QuestionGroup>,
    /// The server's time, in milliseconds since 1970 UTC.
    pub now: i64,
}

/// Some questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Questions {
    /// At least one, at most [`LESSON_QUESTIONS`].
    pub questions: Vec<QuestionKey>,
}

/// Settles questions by teaching the bot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Learn {
    /// The questions that are settled by it: all of them open, at least one, at most [`LESSON_QUESTIONS`].
    pub questions: Vec<QuestionKey>,
    /// What is to be learnt.
    pub lesson: Lesson,
}

/// What is to be learnt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Lesson {
    /// A new entry.
    Entry {
        /// What it says.
        text: EntryText,
    },
    /// More ways of asking what an entry answers already.
    Variants {
        /// Which.
        entry: EntryId,
        /// In which words it is asked, too.
        variants: Vec<String>,
    },
}

/// The words of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EntryText {
    /// The question, in at least one language; at most [`crate::limits::QUESTION_CHARS`] characters.
    pub question: Localized,
    /// The answer, in at least one language.
    pub answer: Localized,
    /// Other ways of asking it, at most [`crate::limits::ENTRY_VARIANTS`].
    pub variants: Vec<String>,
}

/// What was learnt from questions. It is in the pack, behind the folder's entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LearntEntry {
    /// Its id; where only variants were learnt, the id of the folder's entry.
    pub entry: EntryId,
    /// An entry of its own, or more ways of asking for one of the folder's?
    pub kind: LearntKind,
    /// Is it in the pack?
    pub standing: LearntStanding,
    /// What it says; where only variants were learnt, question and answer are those of the folder.
    pub text: EntryText,
    /// Who taught it last, by the name shown.
    pub by: String,
    /// When it was changed last, in milliseconds since 1970 UTC.
    pub at: i64,
}

/// What kind of thing was learnt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LearntKind {
    /// An entry of its own.
    Entry,
    /// Variants of an entry of the folder.
    Variants,
}

/// Whether shoppers get what was learnt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LearntStanding {
    /// It is in the pack.
    Served,
    /// The folder has an entry of this id now: that one counts.
    InFolder,
    /// The folder no longer has the entry whose variants these are.
    Gone,
}

/// Is this many questions enough, and not too much?
pub fn is_some_questions(questions: &[QuestionKey]) -> bool {
    (1..=LESSON_QUESTIONS).contains(&questions.len())
}
