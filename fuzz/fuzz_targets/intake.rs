//! Forms: conditions and expressions as sellers write them, answers as shoppers type and forge them, the table of places, whole
//! definitions. The first letter says which.
#![no_main]

use std::collections::BTreeMap;

use alap_intake::{
    Facts, asked, check, check_all,
    define::{check_form, condition, expression, sort_computed},
    kept, path,
    places::Places,
    progress, read, summary,
};
use alap_protocol::{answer::Answers, form::Form, hours::parse_date};
use libfuzzer_sys::fuzz_target;

/// The form that typed and forged answers go to.
const FORM: &str = include_str!("../seeds/intake/form");

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    match kind {
        b'c' => language(&text),
        b'p' => {
            let places = Places::parse(&text);
            assert!(places.all().is_sorted_by(|a, b| a.number < b.number));
        }
        b't' => typed(&text),
        b'a' => {
            if let Ok(answers) = serde_json::from_slice(rest) {
                answered(&form(), &answers);
            }
        }
        // A definition, and behind a zero byte answers to it.
        _ => {
            let (definition, answers) = text.split_once('\0').unwrap_or((&text, "{}"));
            let Ok(mut form) = serde_json::from_str::<Form>(definition) else { return };
            let _ = check_form(&form);
            let _ = sort_computed(&mut form.computed);
            answered(&form, &serde_json::from_str(answers).unwrap_or_default());
        }
    }
});

fn form() -> Form {
    serde_json::from_str(FORM.trim_start_matches('d')).expect("the seed is a form")
}

/// What is written has more brackets, and may be too deep or too long to be read again.
fn language(text: &str) {
    if let Ok(read) = condition::parse(text) {
        let again = condition::parse(&condition::write(&read));
        assert!(again.is_err() || again == Ok(read));
    }
    if let Ok(read) = expression::parse(text) {
        let again = expression::parse(&expression::write(&read));
        assert!(again.is_err() || again == Ok(read));
    }
}

fn facts() -> Facts {
    Facts {
        today: parse_date("2026-11-22").expect("a day"),
        zone_minutes: 360,
        now: 1_795_300_000_000,
        currency: "BDT".to_owned(),
        price: Some(120_000),
        products: BTreeMap::new(),
        slots: None,
        places: None,
    }
}

fn typed(text: &str) {
    let (form, facts) = (form(), facts());
    for question in form.sections.iter().flat_map(|section| &section.questions) {
        if let Ok(Some(answer)) = read(question, text, &facts) {
            assert_eq!(
                check(question, &answer, &facts),
                Ok(answer),
                "what was read passes the check unchanged"
            );
        }
    }
}

fn answered(form: &Form, answers: &Answers) {
    let facts = facts();
    let path = path(form, answers, &facts);
    assert!(path.shown.is_sorted_by(|a, b| a < b));
    assert!(progress(form, answers, &facts).answered <= path.shown.len());
    assert!(summary(form, answers, &facts).len() <= path.shown.len() + form.computed.len());
    let _ = kept(form, answers);
    let sent = asked(form, answers, &facts);
    match check_all(form, &sent, &facts) {
        Ok(checked) => {
            assert!(checked.answers.keys().all(|id| sent.contains_key(id)));
            let again = check_all(form, &checked.answers, &facts).expect("what is kept is right");
            assert_eq!(again, checked);
        }
        Err(faults) => assert!(!faults.is_empty()),
    }
}
