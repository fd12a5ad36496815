use alap_protocol::{
    form::{Comparison, Expression},
    id::QuestionId,
};
use proptest::prelude::*;

use super::*;
use crate::{
    define::{Expected, expression},
    testing::{id, is, of},
};

fn read(text: &str) -> Condition {
    parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

fn answered(name: &str) -> Condition {
    Condition::Answered(id(name))
}

#[test]
fn conditions_are_read_as_sellers_write_them() {
    let few = Condition::Compare(of("quantity"), Comparison::Less, Expression::Number(10_000));
    let inner = Condition::Not(Box::new(Condition::Any(vec![few.clone(), answered("rush")])));
    let whole = Condition::All(vec![is("size", "custom"), inner]);
    assert_eq!(read("size is custom and not (quantity < 10 or rush)"), whole);
    assert_eq!(read("answered(phone)"), answered("phone"));
    assert_eq!(read("answered(\"is\")"), answered("is"));
    assert_eq!(read("(quantity<১০)"), few);
    assert_eq!(
        read("size in (s, \"খুব বড়\", 38)"),
        Condition::Any(vec![is("size", "s"), is("size", "খুব বড়"), is("size", "38")])
    );
    assert_eq!(read("size in (s)"), is("size", "s"));
    assert_eq!(read("size is not s"), Condition::Not(Box::new(is("size", "s"))));
    assert_eq!(read("sure is not-sure"), is("sure", "not-sure"));
    assert_eq!(read("রং is \"লাল\" or রং is নীল"), Condition::Any(vec![is("রং", "লাল"), is("রং", "নীল")]));
    for (sign, how) in [
        ("=", Comparison::Equal),
        ("==", Comparison::Equal),
        ("!=", Comparison::Unequal),
        (">=", Comparison::AtLeast),
        ("<=", Comparison::AtMost),
        (">", Comparison::More),
    ] {
        assert_eq!(read(&format!("a{sign}1.5")), Condition::Compare(of("a"), how, Expression::Number(1_500)));
    }
    assert_eq!(
        read("a and b or c"),
        Condition::Any(vec![Condition::All(vec![answered("a"), answered("b")]), answered("c")])
    );
    assert!(matches!(read("(a + 1) * 2 > 10"), Condition::Compare(..)));
}

fn fault(text: &str, column: usize, expected: Expected) {
    let found = parse(text).unwrap_err();
    assert_eq!((found.column, found.expected), (column, expected), "{text}");
}

#[test]
fn what_cannot_be_read_is_told_with_its_column() {
    fault("", 1, Expected::Expression);
    fault("size is", 8, Expected::Choice);
    fault("size is s and", 14, Expected::Expression);
    fault("(size is s", 11, Expected::Closing);
    fault("size is s)", 10, Expected::End);
    fault("size is s t", 11, Expected::End);
    fault("size is \"s", 11, Expected::Quote);
    fault("size in s", 9, Expected::Opening);
    fault("a + 1", 6, Expected::Operator);
    fault("a < ", 5, Expected::Expression);
    fault("a < 1.2345", 5, Expected::Number);
    fault("a < 2x", 5, Expected::Number);
    fault("answered(1)", 10, Expected::Name);
    fault("a ? b", 3, Expected::Operator);
    fault("(a is b) + 1 > 2", 1, Expected::Expression);
    fault("1 and a", 1, Expected::Condition);
    fault("রং is s)", 8, Expected::End);
}

#[test]
fn what_is_too_long_or_too_deep_is_refused() {
    fault(&"a or ".repeat(300), 1_001, Expected::Shorter { most: 1_000 });
    fault(&"ক".repeat(100_000), 1_001, Expected::Shorter { most: 1_000 });
    let deep = |steps: usize| format!("{}a{}", "(".repeat(steps), ")".repeat(steps));
    assert!(parse(&deep(16)).is_ok());
    fault(&deep(17), 18, Expected::Flatter { most: 16 });
    fault(&"not ".repeat(200), 69, Expected::Flatter { most: 16 });
    let row = vec!["a"; 70].join(" + ") + " > 1";
    fault(&row, 1, Expected::Flatter { most: 64 });
}

fn any_name() -> impl Strategy<Value = QuestionId> {
    "[a-zক-হ_]{1,3}|and|is|price|1x|a b|q\"q".prop_map(|name| id(name.trim()))
}

fn any_expression() -> impl Strategy<Value = Expression> {
    let leaf = prop_oneof![
        (-1_000_000_000_i64..1_000_000_000).prop_map(Expression::Number),
        any_name().prop_map(Expression::Of),
        Just(Expression::Price),
    ];
    leaf.prop_recursive(3, 12, 2, |inner| {
        (inner.clone(), inner, 0..6, any_name()).prop_map(|(one, other, what, name)| {
            let (one, other) = (Box::new(one), Box::new(other));
            match what {
                0 => Expression::Add(one, other),
                1 => Expression::Subtract(one, other),
                2 => Expression::Multiply(one, other),
                3 => Expression::Divide(one, other),
                4 => Expression::Least(one, other),
                _ => Expression::If(Box::new(Condition::Answered(name)), one, other),
            }
        })
    })
}

fn any_condition() -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![
        any_name().prop_map(Condition::Answered),
        (any_name(), "[a-zক-হ \"\\\\]{1,4}").prop_map(|(name, word)| Condition::Is(name, word)),
        (any_expression(), any_expression()).prop_map(|(one, other)| Condition::Compare(
            one,
            Comparison::AtLeast,
            other
        )),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(Condition::All),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Condition::Any),
            inner.prop_map(|one| Condition::Not(Box::new(one))),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_as_the_same(condition in any_condition(), expression in any_expression()) {
        let text = write(&condition);
        if text.chars().count() <= 1_000 {
            prop_assert_eq!(parse(&text), Ok(condition), "{}", text);
        }
        let text = expression::write(&expression);
        prop_assert_eq!(expression::parse(&text), Ok(expression), "{}", text);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,80}|[a-c()<>=!+*/,.0-9০-৯ \"-]{0,60}|((not|and|or|is|in|if|min) ?[a(,)1 ]{0,3}){0,12}") {
        match parse(&text) {
            // Written with more brackets, it may be too deep to be read again.
            Ok(condition) => {
                let again = parse(&write(&condition));
                prop_assert!(again.is_err() || again == Ok(condition));
            }
            Err(fault) => prop_assert!(fault.column >= 1 && fault.column <= text.chars().count() + 1),
        }
        let _ = expression::parse(&text);
    }
}
