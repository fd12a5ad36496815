//! Any bytes, as text, through every function of `alap-text`.
#![no_main]

use alap_text::{
    digits, is_function_word, is_question_word, looks_english, money, normalize, phonetic, phonetic_key,
    script, stem, tokens, writing,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let normal = normalize(&text);
    assert_eq!(normalize(&normal), normal, "normalising twice changes nothing more");
    assert!(!normal.contains("  ") && normal.trim() == normal, "spaces are single, none outside: {normal:?}");
    assert!(
        !normal.contains(|c: char| matches!(c, '০'..='৯' | 'A'..='Z')),
        "one form of digits and letters: {normal:?}"
    );

    words(&text);
    words(&normal);
    numbers(&text);

    let _ = (script::of(&text), writing(&text), looks_english(&text));
    assert_eq!(writing(&text), writing(&text));
});

/// Words come out of the text in its order, and each has its sound.
fn words(text: &str) {
    let mut from = 0;
    for token in tokens(text) {
        assert!(!token.text.is_empty(), "no word is empty");
        let at =
            text[from..].find(token.text).expect("each word stands in the text, behind the one before it");
        from += at + token.text.len();

        let sound = phonetic::sound(token.text);
        assert_eq!(phonetic_key(token.text), phonetic_key(token.text));
        let latin = phonetic::transliterate(token.text);
        let folded = phonetic::fold(&latin);
        assert!(
            phonetic::skeleton(&folded).len() <= folded.len(),
            "a skeleton is no longer than what it is of"
        );
        let _ = (sound, is_function_word(token.text), is_question_word(token.text));

        let stem = stem::stem(token.text);
        assert!(!stem.is_empty(), "a stem is left of {:?}", token.text);
        assert!(
            stem.chars().count() <= token.text.chars().count(),
            "{stem:?} is no longer than {:?}",
            token.text
        );
    }
}

/// Digits of both scripts say the same, and what is shown of an amount can be read again.
fn numbers(text: &str) {
    assert_eq!(digits::fold(&digits::to_bangla(text)), digits::fold(text));
    assert_eq!(digits::fold(&digits::fold(text)), digits::fold(text));
    if let Some(money::Amount(minor)) = money::parse(text) {
        assert!(minor >= 0, "{text:?} is no debt");
        for bangla in [true, false] {
            let shown = money::format(minor, "BDT", bangla);
            assert_eq!(money::parse(&shown), Some(money::Amount(minor)), "{text:?} is shown as {shown:?}");
        }
    }
}
