//! What is filled in beforehand.

use alap_protocol::{
    answer::{Answer, Answers},
    form::{Form, Prefill, Question},
    id::ProductId,
};

use crate::{
    shape::shape,
    state::{is_nothing, is_of_kind},
};

/// What is known of the shopper before the first question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The name that the shop page says.
    pub name: Option<String>,
    /// The phone number that the shop page says.
    pub phone: Option<String>,
    /// The product that the form was opened for.
    pub product: Option<ProductId>,
    /// What was answered the last time, in any form of this shop on this device.
    pub last: Answers,
}

/// The answers that can be filled in beforehand, each one that fits its question. Never a tick, a time, a day or a photo: these
/// are of their own moment.
pub fn prefill(form: &Form, known: &Known) -> Answers {
    let questions = form.sections.iter().flat_map(|section| &section.questions);
    let filled = questions.filter_map(|question| Some((question.id.clone(), filled(question, known)?)));
    filled.collect()
}

fn filled(question: &Question, known: &Known) -> Option<Answer> {
    let answer = match question.prefill? {
        Prefill::Name => Answer::Text(known.name.clone()?),
        Prefill::Phone => Answer::Phone(known.phone.clone()?),
        Prefill::Product => Answer::Products(vec![known.product.clone()?]),
        Prefill::Last => known.last.get(&question.id)?.clone(),
    };
    let is_lasting =
        !matches!(answer, Answer::Consent(_) | Answer::Slot(_) | Answer::Date(_) | Answer::Photos(_));
    if !is_lasting || !is_of_kind(&question.kind, &answer) {
        return None;
    }
    shape(question, &answer).ok().filter(|answer| !is_nothing(answer))
}

#[cfg(test)]
mod tests {
    use alap_protocol::form::QuestionKind;

    use super::*;
    use crate::testing::{answers, choice, chosen, form, id, question, text};

    fn with(mut question: Question, prefill: Prefill) -> Question {
        question.prefill = Some(prefill);
        question
    }

    #[test]
    fn what_is_known_is_filled_in_where_it_fits() {
        let product = ProductId::parse("NK-1").unwrap();
        let known = Known {
            name: Some(" রহিমা ".into()),
            phone: Some("০১৭১২৩৪৫৬৭৮".into()),
            product: Some(product.clone()),
            last: answers([
                ("size", chosen(&["b"])),
                ("colour", chosen(&["gone"])),
                ("yes", Answer::Consent(true)),
                ("day", Answer::Date("2026-11-01".into())),
                ("plain", Answer::Text("x".into())),
            ]),
        };
        let form = form(vec![
            with(text("name"), Prefill::Name),
            with(question("phone", QuestionKind::Phone), Prefill::Phone),
            with(question("product", QuestionKind::Product { most: 1 }), Prefill::Product),
            with(choice("size", 1), Prefill::Last),
            with(choice("colour", 1), Prefill::Last),
            with(question("yes", QuestionKind::Consent), Prefill::Last),
            with(question("day", QuestionKind::Date { earliest: 0, latest: 9 }), Prefill::Last),
            text("plain"),
        ]);
        let expected = answers([
            ("name", Answer::Text("রহিমা".into())),
            ("phone", Answer::Phone("+8801712345678".into())),
            ("product", Answer::Products(vec![product])),
            ("size", chosen(&["b"])),
        ]);
        assert_eq!(prefill(&form, &known), expected);
        assert!(prefill(&form, &Known::default()).is_empty());
        let long = Known { name: Some("x".repeat(21)), ..Known::default() };
        assert!(!prefill(&form, &long).contains_key(&id("name")));
    }
}
