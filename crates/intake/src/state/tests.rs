use super::*;
use crate::testing::{choice, chosen, id, is, number, of, question, text};

fn boxed(one: Expression, other: Expression) -> (Box<Expression>, Box<Expression>) {
    (Box::new(one), Box::new(other))
}

fn worked_out(make: fn(Box<Expression>, Box<Expression>) -> Expression, one: i64, other: i64) -> Option<i64> {
    let (one, other) = boxed(Expression::Number(one), Expression::Number(other));
    State::new(None).number(&make(one, other))
}

#[test]
fn numbers_have_three_digits_behind_the_point() {
    assert_eq!(worked_out(Expression::Add, 1_500, 250), Some(1_750));
    assert_eq!(worked_out(Expression::Subtract, 1_500, 2_500), Some(-1_000));
    assert_eq!(worked_out(Expression::Multiply, 1_500, 1_500), Some(2_250));
    assert_eq!(worked_out(Expression::Divide, 2_000, 3_000), Some(667), "rounded, not cut");
    assert_eq!(worked_out(Expression::Divide, -2_000, 3_000), Some(-667));
    assert_eq!(worked_out(Expression::Divide, 2_000, -3_000), Some(-667));
    assert_eq!(worked_out(Expression::Least, 2_000, 3_000), Some(2_000));
    assert_eq!(worked_out(Expression::Most, 2_000, 3_000), Some(3_000));
}

#[test]
fn what_cannot_be_worked_out_is_nothing() {
    assert_eq!(worked_out(Expression::Divide, 1_000, 0), None);
    assert_eq!(worked_out(Expression::Multiply, i64::MAX, 2_000), None);
    assert_eq!(worked_out(Expression::Add, i64::MAX, 1), None);
    assert_eq!(worked_out(Expression::Subtract, i64::MIN, 1), None);
    assert_eq!(worked_out(Expression::Divide, i64::MIN, 1), None);
    assert_eq!(State::new(None).number(&of("size")), None);
    assert_eq!(State::new(None).number(&Expression::Price), None);
    assert_eq!(State::new(Some(i64::MAX)).number(&Expression::Price), None);
    assert_eq!(State::new(Some(120_050)).number(&Expression::Price), Some(1_200_500));
}

#[test]
fn a_choice_counts_what_its_values_sum_up_to_and_a_tick_one() {
    let (size, rush) = (choice("size", 3), question("rush", QuestionKind::Consent));
    let (picked, ticked, unticked) = (chosen(&["a", "c"]), Answer::Consent(true), Answer::Consent(false));
    let mut state = State::new(None);
    state.answer(&size, &picked);
    state.answer(&rush, &unticked);
    assert_eq!(state.number(&of("size")), Some(4_000));
    assert!(state.holds(&is("size", "c")) && !state.holds(&is("size", "b")));
    assert!(!state.holds(&Condition::Answered(id("rush"))));
    state.answer(&rush, &ticked);
    assert_eq!(state.number(&of("rush")), Some(1_000));
    assert!(state.holds(&Condition::Answered(id("rush"))));
}

#[test]
fn what_is_not_answered_makes_every_comparison_false() {
    let state = State::new(None);
    for how in [
        Comparison::Less,
        Comparison::AtMost,
        Comparison::Equal,
        Comparison::Unequal,
        Comparison::AtLeast,
        Comparison::More,
    ] {
        assert!(!state.holds(&Condition::Compare(of("size"), how, Expression::Number(0))));
    }
}

#[test]
fn an_answer_of_another_kind_counts_for_none() {
    let (asked, answer) = (number("bust"), Answer::Text("34".into()));
    let mut state = State::new(None);
    state.answer(&asked, &answer);
    assert!(!state.holds(&Condition::Answered(id("bust"))));
    let (asked, answer) = (text("name"), Answer::Text(" \n".into()));
    state.answer(&asked, &answer);
    assert!(!state.holds(&Condition::Answered(id("name"))));
}

#[test]
fn what_lies_too_deep_is_nothing() {
    let deep = (0..400).fold(Expression::Number(1), |inner, _| {
        let (one, other) = boxed(inner, Expression::Number(1));
        Expression::Add(one, other)
    });
    assert_eq!(State::new(None).number(&deep), None);
    let deep = (0..400).fold(Condition::All(vec![]), |inner, _| Condition::All(vec![inner]));
    assert!(!State::new(None).holds(&deep));
}
