//! A form in steps: a question at a time, or a section.

use alap_intake::Place as Spot;
use alap_protocol::{
    form::{Form, Pace},
    id::QuestionId,
};

use crate::requests::draft::Place;

/// What is shown at a time.
pub(super) type Step = Vec<Spot>;

/// The steps of the questions that are shown.
pub(super) fn steps(form: &Form, shown: &[Spot]) -> Vec<Step> {
    match form.pace {
        Pace::Question => shown.iter().map(|spot| vec![*spot]).collect(),
        Pace::Section => {
            shown.chunk_by(|one, other| one.section == other.section).map(<[Spot]>::to_vec).collect()
        }
    }
}

/// Which step the shopper is at; as many as there are steps at the end. Where the question is no longer shown, the one that
/// came after it.
pub(super) fn current(form: &Form, steps: &[Step], place: &Place) -> usize {
    let spot = match place {
        Place::Start => return 0,
        Place::Review => return steps.len(),
        Place::At(question) => match spot_of(form, question) {
            Some(spot) => spot,
            None => return 0,
        },
    };
    let reaches = |step: &Step| step.last().is_some_and(|last| *last >= spot);
    steps.iter().position(reaches).unwrap_or(steps.len())
}

/// The place of a step, as it is kept.
pub(super) fn place_of(form: &Form, step: &Step) -> Place {
    let question = step.first().and_then(|spot| spot.of(form));
    question.map_or(Place::Start, |question| Place::At(question.id.clone()))
}

/// Where a question stands.
pub(super) fn spot_of(form: &Form, question: &QuestionId) -> Option<Spot> {
    form.sections.iter().enumerate().find_map(|(section, within)| {
        let question = within.questions.iter().position(|known| known.id == *question)?;
        Some(Spot { section, question })
    })
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        form::{FormKind, FormSection, Question, QuestionKind},
        id::FormId,
        locale::Localized,
    };

    use super::*;

    fn id(name: &str) -> QuestionId {
        QuestionId::parse(name).unwrap()
    }

    fn form(pace: Pace) -> Form {
        let question = |name: &&str| Question {
            id: id(name),
            label: Localized::default(),
            help: Localized::default(),
            required: true,
            kind: QuestionKind::Phone,
            show_when: None,
            checks: vec![],
            jumps: vec![],
            prefill: None,
        };
        let section = |names: &[&str]| FormSection {
            title: Localized::default(),
            show_when: None,
            questions: names.iter().map(question).collect(),
        };
        Form {
            id: FormId::parse("dress").unwrap(),
            kind: FormKind::PreOrder,
            title: Localized::default(),
            intro: Localized::default(),
            thanks: Localized::default(),
            terms: Localized::default(),
            pace,
            sections: vec![section(&["a", "b"]), section(&["c"])],
            computed: vec![],
        }
    }

    fn spot(section: usize, question: usize) -> Spot {
        Spot { section, question }
    }

    #[test]
    fn a_form_goes_by_questions_or_by_sections() {
        let shown = [spot(0, 0), spot(0, 1), spot(1, 0)];
        assert_eq!(steps(&form(Pace::Question), &shown).len(), 3);
        let by_section = steps(&form(Pace::Section), &shown);
        assert_eq!(by_section, [vec![spot(0, 0), spot(0, 1)], vec![spot(1, 0)]]);
    }

    #[test]
    fn the_shopper_comes_back_to_where_they_were() {
        let form = form(Pace::Question);
        let steps = steps(&form, &[spot(0, 0), spot(0, 1), spot(1, 0)]);
        assert_eq!(current(&form, &steps, &Place::Start), 0);
        assert_eq!(current(&form, &steps, &Place::At(id("b"))), 1);
        assert_eq!(current(&form, &steps, &Place::Review), 3);
        assert_eq!(place_of(&form, &steps[2]), Place::At(id("c")));
    }

    #[test]
    fn where_the_question_is_gone_the_next_one_is_shown() {
        let form = form(Pace::Question);
        let hidden = steps(&form, &[spot(0, 0), spot(1, 0)]);
        assert_eq!(current(&form, &hidden, &Place::At(id("b"))), 1);
        let last = steps(&form, &[spot(0, 0)]);
        assert_eq!(current(&form, &last, &Place::At(id("c"))), 1, "at the end");
        assert_eq!(current(&form, &last, &Place::At(id("never was"))), 0);
    }
}
