//! What can be wrong with a form. The sentences are where the shop's folder is read.

use alap_protocol::{id::QuestionId, locale::Locale};

use super::{Limit, Many};
use crate::Place;

/// Something wrong with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFault {
    /// Where.
    pub spot: Spot,
    /// In which part of it.
    pub part: Part,
    /// What.
    pub kind: FormFaultKind,
}

impl FormFault {
    /// The form cannot be served with it. Otherwise it is a warning.
    pub fn is_error(&self) -> bool {
        !matches!(
            self.kind,
            FormFaultKind::Untranslated { .. } | FormFaultKind::DeadJump | FormFaultKind::AlwaysHolds
        )
    }

    /// The question or computed value that it concerns.
    pub fn id(&self) -> Option<&QuestionId> {
        match &self.spot {
            Spot::Form | Spot::Section(_) => None,
            Spot::Question { id, .. } | Spot::Computed { id, .. } => Some(id),
        }
    }
}

/// Where a fault is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The form itself.
    Form,
    /// The section at this place, from 0.
    Section(usize),
    /// A question.
    Question {
        /// Where it stands: names may be there twice.
        at: Place,
        /// Its name.
        id: QuestionId,
    },
    /// A computed value.
    Computed {
        /// Its place, from 0.
        at: usize,
        /// Its name.
        id: QuestionId,
    },
}

/// The part of a form, section, question or computed value that a fault is in. Places count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it, or what has no part of its own here.
    Whole,
    /// What it is called or asks: title or label.
    Label,
    /// The help below a question.
    Help,
    /// A form's intro.
    Intro,
    /// A form's thanks.
    Thanks,
    /// A form's terms.
    Terms,
    /// `show_when`.
    ShowWhen,
    /// A check.
    Check(usize),
    /// A jump.
    Jump(usize),
    /// A choice.
    Choice(usize),
    /// The expression of a computed value.
    Value,
    /// The unit of a number.
    Unit,
    /// What is filled in beforehand.
    Prefill,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormFaultKind {
    /// A question or computed value before it has the same name.
    DuplicateName,
    /// There is no question or computed value of this name.
    UnknownQuestion {
        /// The name.
        name: QuestionId,
    },
    /// The question has no such choice.
    UnknownChoice {
        /// The question.
        of: QuestionId,
        /// The choice.
        choice: String,
    },
    /// Its answers are no numbers, so that nothing can be worked out of them: text, date, phone, address, slot.
    NotANumber {
        /// The question.
        name: QuestionId,
    },
    /// `is` asks for a choice, product or text, and it has none.
    NotAWord {
        /// The question or computed value.
        name: QuestionId,
    },
    /// The question comes later, or is the one itself: its answer is not known yet.
    LaterQuestion {
        /// The question.
        name: QuestionId,
    },
    /// The computed value needs a question that comes later, or the one itself.
    ComputedTooEarly {
        /// The computed value.
        name: QuestionId,
        /// The question that it waits for.
        needs: QuestionId,
    },
    /// Computed values that need each other.
    Cycle {
        /// All of them, in their order.
        names: Vec<QuestionId>,
    },
    /// The computed value needs one that stands behind it: see [`crate::define::sort_computed`].
    ComputedOrder {
        /// The one behind it.
        name: QuestionId,
    },
    /// A jump to a question that does not come later.
    JumpBack {
        /// The question.
        to: QuestionId,
    },
    /// A jump to a question that there is not.
    JumpUnknown {
        /// The question.
        to: QuestionId,
    },
    /// A jump behind one that always counts.
    DeadJump,
    /// No way leads to the question, as jumps before it always pass it by.
    Unreachable,
    /// The condition can never hold.
    NeverHolds,
    /// The condition always holds, since it compares constants.
    AlwaysHolds,
    /// More than there may be.
    TooMany {
        /// Of what.
        what: Many,
        /// So many at most.
        most: usize,
    },
    /// The form has no question.
    NoQuestions,
    /// The question has no choices.
    NoChoices,
    /// Two choices have the same name.
    DuplicateChoice {
        /// The name.
        choice: String,
    },
    /// No name for a choice: 1 to 64 characters, no control character, no white space at an end.
    ChoiceName,
    /// No colour: `#rrggbb`.
    Colour,
    /// The least is more than the most, or the first day after the last.
    LeastAboveMost,
    /// A number that is out of its bounds.
    OutOfBounds {
        /// Which.
        what: Limit,
        /// The least that it may be.
        least: i64,
        /// The most.
        most: i64,
    },
    /// No words in either language where there have to be.
    NoWords,
    /// Words in one language only.
    Untranslated {
        /// The language that is missing.
        missing: Locale,
    },
    /// A consent that is filled in beforehand.
    ConsentPrefilled,
    /// What is filled in beforehand is no answer to a question of this kind.
    PrefillKind,
    /// A second slot question.
    SecondSlot,
    /// A form for a call without a slot question.
    NoSlot,
    /// A condition or expression with more steps within each other.
    TooDeep {
        /// The most.
        most: usize,
    },
    /// A condition or expression with more parts.
    TooLarge {
        /// The most.
        most: usize,
    },
}
