//! Any text, as a greeting or none.
#![no_main]

use alap_faq::small_talk::{SmallTalk, recognise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let talk = recognise(&text);
    assert_eq!(recognise(&text), talk, "the same words mean the same");
    // What is invisible or stretched by space changes nothing.
    assert_eq!(recognise(&format!("  {text}\u{200b}\n")), talk);
    // A greeting before it does not make small talk of a question.
    if talk.is_none() && text.chars().any(char::is_alphanumeric) {
        assert!(!matches!(
            recognise(&format!("{text} delivery charge koto")),
            Some(SmallTalk::Greeting(_) | SmallTalk::Thanks)
        ));
    }
});
