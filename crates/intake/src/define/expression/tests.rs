use super::*;
use crate::{define::Expected, state::State};

fn worth(text: &str) -> Option<i64> {
    State::new(Some(150_000)).number(&parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}")))
}

#[test]
fn expressions_are_worked_out_by_the_rules_of_school() {
    assert_eq!(worth("1 + 2 * 3"), Some(7_000));
    assert_eq!(worth("(1 + 2) * 3"), Some(9_000));
    assert_eq!(worth("10 - 2 - 3"), Some(5_000));
    assert_eq!(worth("10 / 4"), Some(2_500));
    assert_eq!(worth("১.৫ * price"), Some(2_250_000));
    assert_eq!(worth("min(3, 1, 2) + max(1, -5)"), Some(2_000));
    assert_eq!(worth("if(2 > 1, 10, 20)"), Some(10_000));
    assert_eq!(worth("if(rush or 1 > 2, 10, 20)"), Some(20_000));
    assert_eq!(worth("2 - -1"), Some(3_000));
}

#[test]
fn what_is_no_expression_is_refused() {
    for (text, column, expected) in [
        ("", 1, Expected::Expression),
        ("a is b", 1, Expected::Expression),
        ("min(1)", 6, Expected::Comma),
        ("if(a, 1)", 8, Expected::Comma),
        ("if(1, 2, 3)", 4, Expected::Condition),
        ("1 +", 4, Expected::Expression),
        ("min 1", 5, Expected::Opening),
    ] {
        let fault = parse(text).unwrap_err();
        assert_eq!((fault.column, fault.expected), (column, expected), "{text}");
    }
}
