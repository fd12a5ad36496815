//! From a question to what to do with it.

use alap_faq::{
    Entry, Index, Outcome,
    small_talk::{self, Greeting},
};
use alap_protocol::{
    locale::Locale,
    pack::{FaqEntry, ShopPack},
};

use crate::language::answer_in;

/// The bot of one shop.
pub struct Bot {
    index: Index,
}

/// What the bot does. `entry` is a place in the pack's FAQ; `locale` is the language to speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Give this entry's answer.
    Answer {
        /// Which.
        entry: usize,
        /// Speak so.
        locale: Locale,
    },
    /// Ask which of these, at most three, was meant.
    Choose {
        /// The likeliest first.
        entries: Vec<usize>,
        /// Speak so.
        locale: Locale,
    },
    /// Answer in kind.
    SmallTalk {
        /// To what.
        kind: SmallTalk,
        /// Speak so.
        locale: Locale,
    },
    /// The shopper asks for a person.
    Person {
        /// Speak so.
        locale: Locale,
    },
    /// Say that it is not known, and offer a person.
    Unknown {
        /// Speak so.
        locale: Locale,
    },
}

/// What is said without being a question about the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmallTalk {
    /// Assalamu alaikum.
    Salaam,
    /// Hello, nomoskar.
    Hello,
    /// How are you?
    HowAreYou,
    /// Thanks.
    Thanks,
    /// Who are you? Are you a robot?
    WhoAreYou,
    /// Goodbye.
    Bye,
    /// Abuse: patience, and a person.
    BadLanguage,
}

impl Bot {
    /// Builds the bot from a shop pack.
    pub fn new(pack: &ShopPack) -> Self {
        Self::of_entries(&pack.faq)
    }

    /// Builds the bot from FAQ entries.
    pub fn of_entries(entries: &[FaqEntry]) -> Self {
        let both = |text: &'_ alap_protocol::locale::Localized| -> Vec<String> {
            Locale::ALL.into_iter().filter_map(|locale| text.exact(locale).map(str::to_owned)).collect()
        };
        let texts: Vec<(Vec<String>, Vec<String>)> = entries
            .iter()
            .map(|entry| {
                let mut texts = both(&entry.question);
                texts.extend(entry.variants.iter().cloned());
                (texts, both(&entry.answer))
            })
            .collect();
        let index = Index::build(entries.iter().zip(&texts).map(|(entry, (texts, answers))| Entry {
            id: entry.id.as_str(),
            texts: texts.iter().map(String::as_str).collect(),
            answers: answers.iter().map(String::as_str).collect(),
        }));
        Self { index }
    }

    /// What to do with what the shopper wrote.
    pub fn reply(&self, text: &str, page: Locale) -> Reply {
        let locale = answer_in(text, page);
        if let Some(kind) = small_talk::recognise(text) {
            return match kind {
                small_talk::SmallTalk::WantsPerson => Reply::Person { locale },
                other => Reply::SmallTalk { kind: of(other), locale },
            };
        }
        match self.index.ask(text) {
            Outcome::Answer { entry, .. } => Reply::Answer { entry, locale },
            Outcome::DidYouMean { entries } => Reply::Choose { entries, locale },
            Outcome::Unknown => Reply::Unknown { locale },
        }
    }

    /// Entries that what is being typed may become, the likeliest first.
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<usize> {
        self.index.suggest(typed, limit)
    }
}

fn of(kind: small_talk::SmallTalk) -> SmallTalk {
    match kind {
        small_talk::SmallTalk::Greeting(Greeting::Salaam) => SmallTalk::Salaam,
        small_talk::SmallTalk::Greeting(_) => SmallTalk::Hello,
        small_talk::SmallTalk::Thanks => SmallTalk::Thanks,
        small_talk::SmallTalk::WhoAreYou => SmallTalk::WhoAreYou,
        small_talk::SmallTalk::Bye => SmallTalk::Bye,
        small_talk::SmallTalk::HowAreYou => SmallTalk::HowAreYou,
        // Asking for a person is taken out before.
        small_talk::SmallTalk::BadLanguage | small_talk::SmallTalk::WantsPerson => SmallTalk::BadLanguage,
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::{id::EntryId, locale::Localized};

    use super::*;

    fn entry(id: &str, bn: &str, en: &str, variants: &[&str]) -> FaqEntry {
        FaqEntry {
            id: EntryId::parse(id).unwrap(),
            question: Localized::both(bn, en),
            answer: Localized::both("উত্তর", "Answer"),
            variants: variants.iter().map(|v| (*v).to_owned()).collect(),
            products: vec![],
            chip: Localized::default(),
            actions: vec![],
        }
    }

    fn bot() -> Bot {
        Bot::of_entries(&[
            entry("delivery", "ডেলিভারি চার্জ কত?", "How much is delivery?", &["delivery charge koto"]),
            entry(
                "exchange",
                "সাইজ না মিললে বদলানো যায়?",
                "Can I exchange the size?",
                &["size exchange kora jabe"],
            ),
            entry("wash", "কীভাবে ধোব?", "How do I wash it?", &["kivabe dhubo"]),
        ])
    }

    #[test]
    fn a_question_is_answered_whatever_it_is_written_in() {
        let bot = bot();
        for (text, locale) in [
            ("ডেলিভারি চার্জ কত", Locale::Bn),
            ("delivery charge koto?", Locale::Bn),
            ("how much is delivery?", Locale::En),
        ] {
            assert_eq!(bot.reply(text, Locale::Bn), Reply::Answer { entry: 0, locale }, "{text}");
        }
    }

    #[test]
    fn what_is_not_known_is_said_to_be_unknown() {
        let reply = bot().reply("what is the capital of Mongolia", Locale::En);
        assert_eq!(reply, Reply::Unknown { locale: Locale::En });
    }

    #[test]
    fn greetings_are_returned_and_a_person_is_brought() {
        let bot = bot();
        let salaam = Reply::SmallTalk { kind: SmallTalk::Salaam, locale: Locale::Bn };
        assert_eq!(bot.reply("আসসালামু আলাইকুম", Locale::Bn), salaam);
        assert!(matches!(bot.reply("manusher sathe kotha bolte chai", Locale::Bn), Reply::Person { .. }));
    }

    #[test]
    fn a_shop_without_a_faq_still_has_a_bot() {
        assert!(matches!(Bot::of_entries(&[]).reply("দাম কত?", Locale::Bn), Reply::Unknown { .. }));
    }
}
