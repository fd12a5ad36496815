//! Forms and answers for tests.

use std::collections::BTreeMap;

use alap_protocol::{
    answer::{Answer, Answers},
    form::{
        Choice, ChoiceLook, Computed, Condition, Expression, Form, FormKind, FormSection, Jump, Pace,
        Question, QuestionKind, Shown,
    },
    hours::parse_date,
    id::{FormId, ProductId, QuestionId},
    locale::Localized,
};

use crate::Facts;

pub(crate) fn id(name: &str) -> QuestionId {
    QuestionId::parse(name).unwrap()
}

pub(crate) fn question(name: &str, kind: QuestionKind) -> Question {
    Question {
        id: id(name),
        label: Localized::both(name, name),
        help: Localized::default(),
        required: false,
        kind,
        show_when: None,
        checks: vec![],
        jumps: vec![],
        prefill: None,
    }
}

pub(crate) fn text(name: &str) -> Question {
    question(name, QuestionKind::ShortText { most: 20 })
}

/// 0 to 1,000, with two digits behind the point.
pub(crate) fn number(name: &str) -> Question {
    let unit = Localized::both("ইঞ্চি", "inches");
    question(name, QuestionKind::Number { least: 0, most: 1_000_000, decimals: 2, unit })
}

/// Choices a, b, c, worth 1, 2, 3.
pub(crate) fn choice(name: &str, most: u8) -> Question {
    let choices = ["a", "b", "c"].into_iter().zip([1_000, 2_000, 3_000]).map(|(id, value)| Choice {
        id: id.into(),
        label: Localized::both(format!("পছন্দ {id}"), format!("choice {id}")),
        picture: None,
        colour: None,
        value,
    });
    let kind = QuestionKind::Choice { look: ChoiceLook::List, choices: choices.collect(), least: 1, most };
    question(name, kind)
}

pub(crate) fn form(questions: Vec<Question>) -> Form {
    Form {
        id: FormId::parse("dress").unwrap(),
        kind: FormKind::PreOrder,
        title: Localized::both("জামা", "Dress"),
        intro: Localized::default(),
        thanks: Localized::default(),
        terms: Localized::default(),
        pace: Pace::Question,
        sections: vec![FormSection { title: Localized::default(), show_when: None, questions }],
        computed: vec![],
    }
}

pub(crate) fn computed(name: &str, value: Expression) -> Computed {
    Computed {
        id: id(name),
        label: Localized::both(name, name),
        value,
        shown: Shown::Number(Localized::default()),
    }
}

pub(crate) fn is(name: &str, word: &str) -> Condition {
    Condition::Is(id(name), word.into())
}

pub(crate) fn of(name: &str) -> Expression {
    Expression::Of(id(name))
}

pub(crate) fn jump(when: Option<Condition>, to: Option<&str>) -> Jump {
    Jump { when, to: to.map(id) }
}

pub(crate) fn answers<const N: usize>(all: [(&str, Answer); N]) -> Answers {
    all.into_iter().map(|(name, answer)| (id(name), answer)).collect()
}

pub(crate) fn chosen(choices: &[&str]) -> Answer {
    Answer::Choices(choices.iter().map(|&choice| choice.into()).collect())
}

pub(crate) fn facts() -> Facts {
    let title = Localized::both("জামদানি শাড়ি", "Jamdani saree");
    Facts {
        today: parse_date("2026-11-22").unwrap(),
        zone_minutes: 360,
        now: 1_795_300_000_000,
        currency: "BDT".into(),
        price: Some(120_050),
        products: BTreeMap::from([(ProductId::parse("NK-1").unwrap(), title)]),
        slots: None,
        places: None,
    }
}
