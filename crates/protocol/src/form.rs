//! Forms: what a shop asks before it makes an offer. Here is the definition, as it travels; `alap-intake` checks it, runs
//! it and checks answers, the same in the browser and on the server.
//!
//! Numbers (bounds, values of choices, constants) are whole thousandths: `1.5` is `1500`. Money is in the smallest unit of
//! the shop's currency; inside an [`Expression`] it counts in thousandths of the whole unit, like any other number.

use serde::{Deserialize, Serialize};

use crate::{
    id::{FormId, QuestionId},
    locale::Localized,
    pack::Image,
};

/// A form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Form {
    /// Its name.
    pub id: FormId,
    /// What it is for.
    pub kind: FormKind,
    /// What it is called: on buttons, in the talk, in the inbox.
    pub title: Localized,
    /// Stands above the first question.
    pub intro: Localized,
    /// Said once it has been sent.
    pub thanks: Localized,
    /// The shop's conditions, part of the summary that both sides see.
    pub terms: Localized,
    /// How many questions are shown at a time.
    pub pace: Pace,
    /// The questions, in their order.
    pub sections: Vec<FormSection>,
    /// Values worked out from the answers, in an order in which each needs only those before it.
    pub computed: Vec<Computed>,
}

/// What a form is for. It decides what may follow: only a pre-order leads to an offer and an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FormKind {
    /// Before an order: made to measure, in bulk, for a day.
    PreOrder,
    /// A call or a meeting.
    Call,
    /// A problem with an order, or its return.
    Problem,
    /// A review of something bought.
    Review,
    /// What the shopper thinks of the shop.
    Feedback,
}

impl FormKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::PreOrder, Self::Call, Self::Problem, Self::Review, Self::Feedback];

    /// The word used in files, on the wire and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PreOrder => "pre_order",
            Self::Call => "call",
            Self::Problem => "problem",
            Self::Review => "review",
            Self::Feedback => "feedback",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// How many questions are shown at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// One.
    #[default]
    Question,
    /// A section.
    Section,
}

/// Questions that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FormSection {
    /// Its heading; may be empty.
    pub title: Localized,
    /// Shown only then.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub show_when: Option<Condition>,
    /// Its questions, in their order.
    pub questions: Vec<Question>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Question {
    /// Its name, one of a kind in the form.
    pub id: QuestionId,
    /// What is asked.
    pub label: Localized,
    /// A few words that help to answer; may be empty.
    pub help: Localized,
    /// May it be left out?
    pub required: bool,
    /// What kind of answer it wants.
    pub kind: QuestionKind,
    /// Shown only then.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub show_when: Option<Condition>,
    /// What an answer has to fulfil, beyond its kind.
    pub checks: Vec<Check>,
    /// Where to go after it; the first that fits counts. What lies between is not shown.
    pub jumps: Vec<Jump>,
    /// What is filled in beforehand.
    pub prefill: Option<Prefill>,
}

/// What kind of answer a question wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// A line.
    ShortText {
        /// Characters at most, up to [`crate::limits::SHORT_ANSWER_CHARS`].
        most: u16,
    },
    /// Some lines.
    LongText {
        /// Characters at most, up to [`crate::limits::LONG_ANSWER_CHARS`].
        most: u16,
    },
    /// One or several of a list.
    Choice {
        /// How the list looks.
        look: ChoiceLook,
        /// The list.
        choices: Vec<Choice>,
        /// So many have to be chosen, when it is answered at all; at least 1.
        least: u8,
        /// So many may be chosen; 1 is a single choice.
        most: u8,
    },
    /// A number.
    Number {
        /// The smallest, in thousandths.
        least: i64,
        /// The largest, in thousandths.
        most: i64,
        /// Digits behind the point, 0 to 3.
        decimals: u8,
        /// The unit: inches, pieces; may be empty.
        unit: Localized,
    },
    /// A day.
    Date {
        /// Not before so many days from today; never in the past.
        earliest: u16,
        /// Not after so many days from today.
        latest: u16,
    },
    /// An amount of money.
    Budget {
        /// The smallest, in the smallest unit of the currency.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// A mobile number of Bangladesh.
    Phone,
    /// Where to deliver.
    Address,
    /// Photos.
    Photo {
        /// So many at most, up to [`crate::limits::ANSWER_PHOTOS`].
        most: u8,
    },
    /// Products of the catalogue.
    Product {
        /// So many at most, up to [`crate::limits::ANSWER_PRODUCTS`].
        most: u8,
    },
    /// A box to tick: never ticked beforehand. Where it is required, it has to be ticked.
    Consent,
    /// A time for a call or a meeting, of those that the shop has free.
    Slot(SlotRule),
}

/// Which times the shop offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SlotRule {
    /// How long one takes, in minutes: 5 to 240.
    pub minutes: u16,
    /// The first is so many minutes from now.
    pub notice_minutes: u16,
    /// The last is so many days from now, 1 to 60.
    pub days: u16,
    /// Both sides are reminded so many minutes before; 0 for never.
    pub remind_minutes: u16,
}

/// How a list of choices looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChoiceLook {
    /// Lines, or cards where they have pictures.
    #[default]
    List,
    /// Sizes: small boxes in a row.
    Sizes,
    /// Colours: a patch and its name.
    Colours,
}

/// One of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Choice {
    /// Its name, one of a kind in the question: 1 to 64 characters.
    pub id: String,
    /// As people read it.
    pub label: Localized,
    /// A picture.
    pub picture: Option<Image>,
    /// A colour as `#rrggbb`.
    pub colour: Option<String>,
    /// What it counts in an [`Expression`], in thousandths.
    pub value: i64,
}

/// What is filled in beforehand, where it is known. The shopper may change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Prefill {
    /// The name that the shop page says the shopper has.
    Name,
    /// The phone number that the shop page says the shopper has.
    Phone,
    /// The product that the form was opened for.
    Product,
    /// What was answered to a question of this name the last time, in any form of this shop on this device.
    Last,
}

/// What an answer has to fulfil.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Check {
    /// This has to hold.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub holds: Condition,
    /// Said when it does not.
    pub message: Localized,
}

/// Where to go after a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Jump {
    /// Only then; none for always.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub when: Option<Condition>,
    /// To this question, which comes later; none for the end of the form.
    pub to: Option<QuestionId>,
}

/// A value worked out from the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Computed {
    /// Its name.
    pub id: QuestionId,
    /// As people read it; empty keeps it out of the summary.
    pub label: Localized,
    /// How it is worked out.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub value: Expression,
    /// How it is shown.
    pub shown: Shown,
}

/// How a computed value is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// As money of the shop.
    Money,
    /// As a number with a unit, which may be empty.
    Number(Localized),
}

/// Holds or does not. A question that is not shown or not answered makes every comparison with it false.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// All of these hold.
    All(Vec<Condition>),
    /// One of these holds.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
    /// The question is shown and has an answer; a consent only if it is ticked.
    Answered(QuestionId),
    /// The choice, product or text is this one, or is among those chosen.
    Is(QuestionId, String),
    /// One number against another.
    Compare(Expression, Comparison, Expression),
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// Less.
    Less,
    /// Not more.
    AtMost,
    /// The same.
    Equal,
    /// Not the same.
    Unequal,
    /// Not less.
    AtLeast,
    /// More.
    More,
}

/// Works out a number, in thousandths. What cannot be worked out (no answer, division by nothing, too large) is nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expression {
    /// This one.
    Number(i64),
    /// A number, an amount in whole units, the value of the choice or the sum of their values, how many products or photos,
    /// 1 for a tick; or a computed value.
    Of(QuestionId),
    /// The price of the product that the form is about, in whole units.
    Price,
    /// The sum.
    Add(Box<Expression>, Box<Expression>),
    /// The difference.
    Subtract(Box<Expression>, Box<Expression>),
    /// The product.
    Multiply(Box<Expression>, Box<Expression>),
    /// The quotient.
    Divide(Box<Expression>, Box<Expression>),
    /// The smaller.
    Least(Box<Expression>, Box<Expression>),
    /// The larger.
    Most(Box<Expression>, Box<Expression>),
    /// One if it holds, or else the other.
    If(Box<Condition>, Box<Expression>, Box<Expression>),
}
