//! Greetings, thanks and the like, in all three ways of writing.

mod phrases;

use std::sync::LazyLock;

use crate::analysis::words;

/// What a message is, when it asks nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SmallTalk {
    /// A greeting, to be returned in kind.
    Greeting(Greeting),
    /// Thanks.
    Thanks,
    /// "Are you a robot?"
    WhoAreYou,
    /// Leave-taking.
    Bye,
    /// "How are you?"
    HowAreYou,
    /// The shopper wants to talk to a person.
    WantsPerson,
    /// Abuse: to be met with patience and a person.
    BadLanguage,
}

/// The greeting that was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Greeting {
    /// আসসালামু আলাইকুম
    Salaam,
    /// Hello
    Hello,
    /// নমস্কার
    Nomoskar,
}

/// What a message is when it asks nothing; `None` when there is a question in it.
///
/// ```
/// use alap_faq::small_talk::{Greeting, SmallTalk, recognise};
/// assert_eq!(recognise("assalamualaikum vaia"), Some(SmallTalk::Greeting(Greeting::Salaam)));
/// assert_eq!(recognise("hello, dam koto?"), None);
/// ```
pub fn recognise(query: &str) -> Option<SmallTalk> {
    let said = sounds(query);
    if said.is_empty() || said.len() > LONGEST {
        return None;
    }
    let known = &*KNOWN;
    if known.abuse.iter().any(|phrase| find(&said, phrase).is_some()) {
        return Some(SmallTalk::BadLanguage);
    }
    let mut rest = said;
    let mut first = None;
    for (talk, phrase) in &known.phrases {
        while let Some(at) = find(&rest, phrase) {
            rest.drain(at..at + phrase.len());
            first = first.or(Some(*talk));
        }
    }
    first.filter(|_| rest.iter().all(|word| known.beside.contains(word)))
}

/// Longer messages are no small talk.
const LONGEST: usize = 20;

/// The phrases by their sounds.
struct Known {
    /// In the order of [`phrases::PHRASES`], longer ones of a kind first.
    phrases: Vec<(SmallTalk, Vec<String>)>,
    abuse: Vec<Vec<String>>,
    beside: Vec<String>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let of_kind = |(talk, phrases): &(SmallTalk, &[&str])| {
        let mut phrases: Vec<Vec<String>> = phrases.iter().map(|phrase| sounds(phrase)).collect();
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        let talk = *talk;
        phrases.into_iter().map(move |phrase| (talk, phrase))
    };
    Known {
        phrases: phrases::PHRASES.iter().flat_map(of_kind).collect(),
        abuse: phrases::ABUSE.iter().map(|phrase| sounds(phrase)).collect(),
        beside: phrases::BESIDE.iter().flat_map(|word| sounds(word)).collect(),
    }
});

fn sounds(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.sound).filter(|sound| !sound.is_empty()).collect()
}

fn find(said: &[String], phrase: &[String]) -> Option<usize> {
    if phrase.is_empty() { None } else { said.windows(phrase.len()).position(|part| part == phrase) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_talk_is_known_in_all_three_ways_of_writing() {
        let check = |text, expected| assert_eq!(recognise(text), Some(expected), "{text:?}");
        let salaam = SmallTalk::Greeting(Greeting::Salaam);
        let hello = SmallTalk::Greeting(Greeting::Hello);
        check("আসসালামু আলাইকুম", salaam);
        check("Assalamu Alaikum bhai", salaam);
        check("আস্সালামু আলাইকুম ভাইয়া", salaam);
        check("hello", hello);
        check("Hiiii", hello);
        check("হ্যালো", hello);
        check("নমস্কার দাদা", SmallTalk::Greeting(Greeting::Nomoskar));
        check("ধন্যবাদ আপু", SmallTalk::Thanks);
        check("thank you so much", SmallTalk::Thanks);
        check("ok thanks", SmallTalk::Thanks);
        check("dhonnobad vai", SmallTalk::Thanks);
        check("আপনি কি রোবট?", SmallTalk::WhoAreYou);
        check("apni ke?", SmallTalk::WhoAreYou);
        check("Who are you?", SmallTalk::WhoAreYou);
        check("কেমন আছেন?", SmallTalk::HowAreYou);
        check("hi, how are you", SmallTalk::HowAreYou);
        check("kemon asen vai", SmallTalk::HowAreYou);
        check("আল্লাহ হাফেজ", SmallTalk::Bye);
        check("bye", SmallTalk::Bye);
        check("মানুষের সাথে কথা বলতে চাই", SmallTalk::WantsPerson);
        check("I want to talk to a human", SmallTalk::WantsPerson);
        check("admin er sathe kotha bolte chai", SmallTalk::WantsPerson);
        check("harami", SmallTalk::BadLanguage);
        check("what the fuck", SmallTalk::BadLanguage);
    }

    #[test]
    fn a_question_is_no_small_talk() {
        let check = |text| assert_eq!(recognise(text), None, "{text:?}");
        check("hello, delivery charge koto?");
        check("ধন্যবাদ। দাম কত?");
        check("hi do you have this in blue");
        check("বালতি আছে?");
        check("চুল পড়া বন্ধের তেল আছে?");
        check("");
        check("👍");
        check("42");
    }

    proptest! {
        #[test]
        fn any_text_has_an_answer(text: String) {
            let _ = recognise(&text);
        }
    }
}
