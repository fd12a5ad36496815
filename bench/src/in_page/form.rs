//! A form as large as a shop may sensibly have one.

use alap_protocol::{
    answer::Answer,
    form::{
        Check, Choice, ChoiceLook, Comparison, Computed, Condition, Expression, Form, FormKind, FormSection,
        Jump, Pace, Question, QuestionKind, Shown,
    },
    id::{FormId, QuestionId},
    locale::Localized,
};

pub(super) const QUESTIONS: usize = 60;
const SECTION: usize = 15;
/// The first questions are shown to all.
const UNCONDITIONAL: usize = 20;
const COMPUTED: usize = 10;

/// The form, and an answer to each question, in order.
pub(super) fn made() -> Option<(Form, Vec<Answer>)> {
    let mut sections = Vec::new();
    for first in (0..QUESTIONS).step_by(SECTION) {
        let questions: Option<Vec<Question>> = (first..first + SECTION).map(question).collect();
        sections.push(FormSection {
            title: words("অংশ", "Section"), show_when: None, questions: questions?
        });
    }
    let computed: Option<Vec<Computed>> = (0..COMPUTED).map(computed).collect();
    let form = Form {
        id: FormId::parse("made").ok()?,
        kind: FormKind::PreOrder,
        title: words("ফর্ম", "Form"),
        intro: Localized::default(),
        thanks: Localized::default(),
        terms: Localized::default(),
        pace: Pace::Question,
        sections,
        computed: computed?,
    };
    Some((form, (0..QUESTIONS).map(answer).collect()))
}

fn words(bn: &str, en: &str) -> Localized {
    Localized::both(bn, en)
}

/// Names share most of their letters, as those of a long form do.
fn id(at: usize) -> Option<QuestionId> {
    QuestionId::parse(["measure-of-part-", &at.to_string()].concat()).ok()
}

fn question(at: usize) -> Option<Question> {
    Some(Question {
        id: id(at)?,
        label: words("প্রশ্ন", "Question"),
        help: Localized::default(),
        required: at.is_multiple_of(3),
        kind: kind(at),
        show_when: if at < UNCONDITIONAL { None } else { Some(condition(at)?) },
        checks: if at % 6 == 2 {
            vec![Check { holds: condition(at)?, message: words("ঠিক নয়", "Not right") }]
        } else {
            vec![]
        },
        jumps: if at % 5 == 3 {
            let never = Condition::Not(Box::new(condition(at)?));
            vec![Jump { when: Some(never), to: id(at + 2).filter(|_| at + 2 < QUESTIONS) }]
        } else {
            vec![]
        },
        prefill: None,
    })
}

fn kind(at: usize) -> QuestionKind {
    match at % 6 {
        0 | 2 => {
            QuestionKind::Number {
                least: 0, most: 1_000_000, decimals: 2, unit: words("ইঞ্চি", "inches")
            }
        }
        1 => QuestionKind::Choice { look: ChoiceLook::List, choices: choices(), least: 1, most: 1 },
        3 => QuestionKind::LongText { most: 2_000 },
        4 => QuestionKind::Phone,
        _ => QuestionKind::Date { earliest: 0, latest: 365 },
    }
}

fn choices() -> Vec<Choice> {
    let choice = |at: i64| Choice {
        id: ["choice-", &at.to_string()].concat(),
        label: words("পছন্দ", "Choice"),
        picture: None,
        colour: None,
        value: at * 1_000,
    };
    (0..12).map(choice).collect()
}

fn answer(at: usize) -> Answer {
    match at % 6 {
        0 | 2 => Answer::Number(36_500),
        1 => Answer::Choices(vec!["choice-11".to_owned()]),
        3 => Answer::Text("গলায় নকশা, হাতায় লেস; the rest plain".repeat(4)),
        4 => Answer::Phone("+8801712345678".to_owned()),
        _ => Answer::Date("2026-12-25".to_owned()),
    }
}

/// Holds once the first questions are answered; some of its parts name what is worked out, some what lies just before.
fn condition(at: usize) -> Option<Condition> {
    let number =
        Condition::Compare(Expression::Of(id(at / 6 * 6 % 18)?), Comparison::More, Expression::Number(5_000));
    let choice = Condition::Is(id(at % 3 * 6 + 1)?, "choice-11".to_owned());
    let worked_out = Condition::Compare(computed_of(at)?, Comparison::AtLeast, Expression::Number(1));
    Some(match at % 4 {
        0 => Condition::All(vec![number, choice]),
        1 => Condition::Any(vec![Condition::Not(Box::new(choice)), number]),
        2 => Condition::All(vec![worked_out, Condition::Any(vec![choice, number])]),
        _ => Condition::All(vec![
            Condition::Answered(id(at / 2)?),
            number,
            Condition::Not(Box::new(Condition::All(vec![Condition::Not(Box::new(choice)), worked_out]))),
        ]),
    })
}

/// One of those that need only the first questions.
fn computed_of(at: usize) -> Option<Expression> {
    let name = QuestionId::parse(["worked-out-", &(at % COMPUTED).to_string()].concat()).ok()?;
    Some(Expression::Of(name))
}

fn computed(at: usize) -> Option<Computed> {
    let of = |place: usize| id(place).map(|id| Box::new(Expression::Of(id)));
    let product = Box::new(Expression::Multiply(of(at % 3 * 6)?, of(at % 3 * 6 + 2)?));
    let sum =
        Expression::Add(product, Box::new(Expression::Divide(of(0)?, Box::new(Expression::Number(3_000)))));
    let value = match at {
        0 => sum,
        _ => Expression::Most(Box::new(sum), Box::new(computed_of(at - 1)?)),
    };
    Some(Computed {
        id: QuestionId::parse(["worked-out-", &at.to_string()].concat()).ok()?,
        label: words("হিসাব", "Worked out"),
        value,
        shown: Shown::Number(words("বর্গ ইঞ্চি", "square inches")),
    })
}
