//! From a question to what to do with it.

use alap_faq::{
    Index, Thresholds,
    small_talk::{self, Greeting},
};
use alap_protocol::{
    locale::Locale,
    pack::{FaqEntry, ShopPack, Sureness},
};

use crate::{
    follow_up::{Before, Together, leans, together},
    greeting::without_greeting,
    language::answer_in,
    preparing::Preparing,
    suggestions,
};

/// The bot of one shop.
pub struct Bot {
    pub(crate) index: Index,
    pub(crate) thresholds: Thresholds,
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
        Self::of_entries(&pack.faq, pack.shop.bot.sureness)
    }

    /// Builds the bot from FAQ entries.
    pub fn of_entries(entries: &[FaqEntry], sureness: Sureness) -> Self {
        let mut preparing = Preparing::new(sureness);
        loop {
            if let Some(bot) = preparing.step(entries) {
                return bot;
            }
        }
    }

    /// What to do with what the shopper wrote, after what was answered before.
    pub fn reply(&self, text: &str, page: Locale, before: Option<&Before>) -> Reply {
        let locale = answer_in(text, page);
        if let Some(kind) = small_talk::recognise(text) {
            return match kind {
                small_talk::SmallTalk::WantsPerson => Reply::Person { locale },
                other => Reply::SmallTalk { kind: of(other), locale },
            };
        }
        let text = &without_greeting(text);
        let alone = self.index.judge(text);
        let joint = before.and_then(|before| together(&self.index, text, &alone, before, &self.thresholds));
        let best = alone.ranked.first().map(|best| best.entry);
        match (joint, best) {
            (Some(Together::Answer(entry)), _) => Reply::Answer { entry, locale },
            (Some(Together::Choose(entries)), _) => Reply::Choose { entries, locale },
            (None, Some(entry)) if alone.confidence >= self.thresholds.answer => {
                Reply::Answer { entry, locale }
            }
            _ if alone.confidence >= self.thresholds.did_you_mean => {
                // Whoever goes on asking has read what was answered before.
                let read = before.filter(|_| leans(text)).and_then(Before::entry);
                let entries = alone.ranked.iter().map(|r| r.entry).filter(|entry| Some(*entry) != read);
                let entries: Vec<_> = entries.take(CHOICES).collect();
                if entries.is_empty() { Reply::Unknown { locale } } else { Reply::Choose { entries, locale } }
            }
            _ => Reply::Unknown { locale },
        }
    }

    /// Entries that may be meant where this one did not help, the likeliest first.
    pub fn instead(&self, question: &str, entry: usize) -> Vec<usize> {
        let ranked = self.index.judge(question).ranked;
        let best = ranked.first().map_or(0.0, |best| best.score);
        let near = ranked.iter().filter(|r| r.entry != entry && r.score >= NEAR * best);
        near.map(|r| r.entry).take(CHOICES).collect()
    }

    /// Up to `limit` entries that what is being typed may become, the likeliest first. `faq` is what the bot was built from.
    pub fn suggest(&self, typed: &str, faq: &[FaqEntry], limit: usize) -> Vec<usize> {
        suggestions::suggest(&self.index, typed, faq, limit)
    }

    /// The language to speak to who wrote this, on a page in that one.
    pub fn language(text: &str, page: Locale) -> Locale {
        answer_in(text, page)
    }
}

/// More to choose from is a list, not a question.
const CHOICES: usize = 3;
/// The share of the best score from which on an entry may have been meant too.
const NEAR: f32 = 0.4;

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
