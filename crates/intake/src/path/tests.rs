use alap_protocol::{
    answer::Answer,
    form::{Comparison, Condition, Expression, FormSection},
    locale::Localized,
};
use proptest::prelude::*;

use super::*;
use crate::testing::{answers, choice, chosen, computed, facts, form, id, is, jump, number, of, text};

fn shown(form: &Form, answers: &Answers) -> Vec<String> {
    let path = path(form, answers, &facts());
    path.shown.iter().map(|place| place.of(form).unwrap().id.to_string()).collect()
}

fn double(name: &str) -> Expression {
    Expression::Add(Box::new(of(name)), Box::new(of(name)))
}

#[test]
fn a_question_is_shown_when_its_condition_holds() {
    let mut form = form(vec![choice("size", 1), number("bust"), text("note")]);
    form.sections[0].questions[1].show_when = Some(is("size", "c"));
    assert_eq!(shown(&form, &Answers::new()), ["size", "note"]);
    assert_eq!(shown(&form, &answers([("size", chosen(&["c"]))])), ["size", "bust", "note"]);
}

#[test]
fn an_answer_to_a_hidden_question_counts_for_nothing() {
    let mut form = form(vec![choice("size", 1), number("bust"), text("note")]);
    form.sections[0].questions[1].show_when = Some(is("size", "c"));
    form.sections[0].questions[2].show_when = Some(Condition::Answered(id("bust")));
    form.computed = vec![computed("twice", double("bust"))];
    let mut given = answers([("size", chosen(&["a"])), ("bust", Answer::Number(34_000))]);
    assert_eq!(shown(&form, &given), ["size"]);
    assert!(path(&form, &given, &facts()).computed.is_empty());
    assert_eq!(asked(&form, &given, &facts()), answers([("size", chosen(&["a"]))]));
    given.insert(id("size"), chosen(&["c"]));
    assert_eq!(shown(&form, &given), ["size", "bust", "note"]);
    assert_eq!(path(&form, &given, &facts()).computed, BTreeMap::from([(id("twice"), 68_000)]));
}

#[test]
fn jumps_lead_ahead_past_sections_and_to_the_end() {
    let mut form = form(vec![choice("size", 1), text("a1"), text("a2")]);
    let title = Localized::default();
    form.sections.push(FormSection { title, show_when: None, questions: vec![text("b1"), text("b2")] });
    form.sections[0].questions[0].jumps =
        vec![jump(Some(is("size", "a")), Some("b2")), jump(Some(is("size", "b")), None)];
    assert_eq!(shown(&form, &answers([("size", chosen(&["a"]))])), ["size", "b2"]);
    assert_eq!(shown(&form, &answers([("size", chosen(&["b"]))])), ["size"]);
    assert_eq!(shown(&form, &answers([("size", chosen(&["c"]))])), ["size", "a1", "a2", "b1", "b2"]);
}

#[test]
fn a_jump_that_does_not_lead_ahead_is_none() {
    let mut form = form(vec![text("a"), text("b"), text("c")]);
    form.sections[0].questions[1].jumps = vec![jump(None, Some("a"))];
    assert_eq!(shown(&form, &Answers::new()), ["a", "b", "c"]);
    form.sections[0].questions[1].jumps = vec![jump(None, Some("nowhere"))];
    assert_eq!(shown(&form, &Answers::new()), ["a", "b", "c"]);
}

#[test]
fn a_section_is_shown_when_its_condition_holds() {
    let mut form = form(vec![choice("size", 1)]);
    let show_when = Some(is("size", "c"));
    form.sections.push(FormSection { title: Localized::default(), show_when, questions: vec![text("b")] });
    assert_eq!(shown(&form, &Answers::new()), ["size"]);
    assert_eq!(shown(&form, &answers([("size", chosen(&["c"]))])), ["size", "b"]);
}

#[test]
fn a_computed_value_is_known_once_what_it_needs_lies_behind() {
    let mut form = form(vec![number("bust"), text("note"), number("waist")]);
    form.computed = vec![computed("twice", double("bust")), computed("four", double("twice"))];
    let more = Condition::Compare(of("four"), Comparison::More, Expression::Number(100_000));
    form.sections[0].questions[1].show_when = Some(more);
    assert_eq!(shown(&form, &answers([("bust", Answer::Number(20_000))])), ["bust", "waist"]);
    assert_eq!(shown(&form, &answers([("bust", Answer::Number(30_000))])), ["bust", "note", "waist"]);
}

#[test]
fn computed_values_that_need_each_other_are_nothing() {
    let mut form = form(vec![number("bust")]);
    form.computed = vec![computed("x", double("y")), computed("y", double("x"))];
    assert!(path(&form, &answers([("bust", Answer::Number(1))]), &facts()).computed.is_empty());
}

/// Ten questions; each has a jump and a condition, or none.
fn any_form() -> impl Strategy<Value = Form> {
    let one = (prop::option::of(0_usize..10), prop::option::of((0_usize..12, prop::option::of(0_usize..10))));
    (prop::collection::vec(one, 10), 1_usize..9).prop_map(|(made, cut)| {
        let name = |at: usize| format!("q{at}");
        let mut questions: Vec<Question> = made
            .into_iter()
            .enumerate()
            .map(|(at, (condition, jumped))| {
                let mut question = number(&name(at));
                question.show_when = condition.map(|on| Condition::Answered(id(&name(on))));
                question.jumps.extend(jumped.map(|(to, on)| {
                    let when = on.map(|on| Condition::Answered(id(&name(on))));
                    jump(when, (to < 11).then(|| name(to)).as_deref())
                }));
                question
            })
            .collect();
        let rest = questions.split_off(cut);
        let mut form = form(questions);
        form.sections.push(FormSection { title: Localized::default(), show_when: None, questions: rest });
        form.computed = vec![computed("sum", double("q3"))];
        form
    })
}

proptest! {
    #[test]
    fn no_question_that_a_jump_passes_by_is_shown(form in any_form(), given in prop::collection::btree_set(0_usize..10, 0..10)) {
        let answers: Answers = given.iter().map(|at| (id(&format!("q{at}")), Answer::Number(1_000))).collect();
        let path = path(&form, &answers, &facts());
        let questions: Vec<&Question> = form.sections.iter().flat_map(|section| &section.questions).collect();
        let shown: Vec<usize> = path.shown.iter()
            .map(|place| questions.iter().position(|one| std::ptr::eq(*one, place.of(&form).unwrap())).unwrap())
            .collect();
        prop_assert!(shown.is_sorted_by(|a, b| a < b));
        let is_answered = |name: &QuestionId, before: usize| shown.iter().any(|&at| at <= before && questions[at].id == *name && answers.contains_key(name));
        let holds = |condition: &Option<Condition>, before: usize| match condition {
            Some(Condition::Answered(name)) => is_answered(name, before),
            _ => true,
        };
        for &at in &shown {
            prop_assert!(at == 0 || holds(&questions[at].show_when, at - 1) || questions[at].show_when.is_none());
            let Some(jump) = questions[at].jumps.first().filter(|jump| holds(&jump.when, at)) else { continue };
            let target = match &jump.to {
                None => questions.len(),
                Some(to) => questions.iter().position(|one| one.id == *to).unwrap_or(0),
            };
            prop_assert!(shown.iter().all(|&other| other <= at || other >= target));
        }
        prop_assert_eq!(path.computed.contains_key(&id("sum")), shown.contains(&3) && given.contains(&3));
    }
}
