//! Greetings, thanks and the like, in all three ways of writing.

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

/// Phrases and what they are; the words of a phrase are compared by sound. Longer ones first where one holds another.
const PHRASES: &[(SmallTalk, &[&str])] = &[
    (
        SmallTalk::WantsPerson,
        &[
            "মানুষের সাথে কথা",
            "মানুষের সঙ্গে কথা",
            "কারো সাথে কথা",
            "লোকের সাথে কথা",
            "প্রতিনিধির সাথে কথা",
            "এজেন্টের সাথে কথা",
            "অ্যাডমিনের সাথে কথা",
            "admin er sathe kotha",
            "manusher sathe kotha",
            "manush er sathe kotha",
            "karo sathe kotha",
            "agent er sathe kotha",
            "customer care",
            "talk to a human",
            "talk to a person",
            "talk to human",
            "talk to someone",
            "talk to an agent",
            "talk to agent",
            "speak to a human",
            "speak to a person",
            "speak to someone",
            "speak to an agent",
            "speak with a human",
            "speak with someone",
            "real person",
            "live agent",
            "human agent",
            "মানুষ চাই",
            "manush chai",
            "human please",
        ],
    ),
    (
        SmallTalk::WhoAreYou,
        &[
            "আপনি কে",
            "তুমি কে",
            "আপনি কি রোবট",
            "তুমি কি রোবট",
            "আপনি কি মানুষ",
            "তুমি কি মানুষ",
            "আপনার নাম কি",
            "তোমার নাম কি",
            "আপনি কি বট",
            "apni ke",
            "tumi ke",
            "apni ki robot",
            "apni ki manush",
            "tumi ki manush",
            "tumi ki robot",
            "apnar nam ki",
            "tomar nam ki",
            "ke apni",
            "apni ki bot",
            "who are you",
            "who is this",
            "what is your name",
            "whats your name",
            "are you a robot",
            "are you a bot",
            "are you human",
            "are you a human",
            "are you real",
            "are you a person",
        ],
    ),
    (
        SmallTalk::HowAreYou,
        &[
            "কেমন আছেন",
            "কেমন আছো",
            "কেমন আছ",
            "কি খবর",
            "kemon achen",
            "kemon asen",
            "kemon acho",
            "kmn achen",
            "kmn asen",
            "ki khobor",
            "how are you",
            "how r u",
            "how are u",
            "hows it going",
        ],
    ),
    (
        SmallTalk::Thanks,
        &[
            "ধন্যবাদ",
            "অনেক ধন্যবাদ",
            "থ্যাংক ইউ",
            "থ্যাংকস",
            "শুকরিয়া",
            "জাযাকাল্লাহ",
            "dhonnobad",
            "donnobad",
            "thank you",
            "thanks",
            "thank u",
            "thanx",
            "thnx",
            "thx",
            "tnx",
            "ty",
            "shukria",
            "jazakallah",
        ],
    ),
    (
        SmallTalk::Bye, // No "বাই": it sounds like ভাই.
        &[
            "বিদায়",
            "খোদা হাফেজ",
            "আল্লাহ হাফেজ",
            "ভালো থাকবেন",
            "আবার কথা হবে",
            "পরে কথা হবে",
            "শুভ রাত্রি",
            "khoda hafez",
            "allah hafez",
            "bye",
            "goodbye",
            "good bye",
            "bye bye",
            "valo thakben",
            "pore kotha hobe",
            "good night",
            "see you",
            "tata",
        ],
    ),
    (
        SmallTalk::Greeting(Greeting::Salaam),
        &[
            "আসসালামু আলাইকুম",
            "আসসালামুআলাইকুম",
            "সালাম",
            "ওয়ালাইকুম আসসালাম",
            "assalamu alaikum",
            "assalamualaikum",
            "assalamualikum",
            "asalamu alaikum",
            "assalamu walaikum",
            "salam",
            "slm",
            "salaam",
            "walaikum assalam",
        ],
    ),
    (
        SmallTalk::Greeting(Greeting::Nomoskar),
        &["নমস্কার", "নমস্তে", "আদাব", "nomoskar", "namaskar", "namaste", "adab"],
    ),
    (
        SmallTalk::Greeting(Greeting::Hello),
        &[
            "হ্যালো",
            "হেলো",
            "হাই",
            "হেই",
            "শুভ সকাল",
            "শুভ সন্ধ্যা",
            "শুভ দুপুর",
            "শুভ বিকাল",
            "hello",
            "helo",
            "hlw",
            "hlo",
            "hi",
            "hii",
            "hey",
            "hy",
            "good morning",
            "good evening",
            "good afternoon",
            "shuvo sokal",
            "shuvo sondha",
        ],
    ),
];

/// Words that no polite message has, by sound. They count wherever they stand.
const ABUSE: &[&str] = &[
    "শালা",
    "শালার",
    "হারামি",
    "হারামজাদা",
    "কুত্তা",
    "কুত্তার বাচ্চা",
    "শুয়োর",
    "শুয়োরের বাচ্চা",
    "বাটপার",
    "মাদারচোদ",
    "খানকি",
    "চুদি",
    "বাল",
    "চোদা",
    "haramjada",
    "harami",
    "kuttar bacca",
    "kutta",
    "shuor",
    "shuorer bacca",
    "batpar",
    "madarchod",
    "khanki",
    "fuck",
    "fucking",
    "fuck you",
    "shit",
    "bullshit",
    "bitch",
    "bastard",
    "asshole",
    "motherfucker",
    "idiot",
    "stupid",
];

/// Words beside a phrase that ask nothing: "hello bhai", "thanks a lot apu".
const BESIDE: &[&str] = &[
    "ভাই",
    "ভাইয়া",
    "আপু",
    "আপা",
    "স্যার",
    "ম্যাম",
    "ম্যাডাম",
    "দিদি",
    "দাদা",
    "জি",
    "জ্বি",
    "ওকে",
    "আচ্ছা",
    "ঠিক আছে",
    "অনেক",
    "আপনাকে",
    "তোমাকে",
    "সবাইকে",
    "একটু",
    "চাই",
    "বলতে",
    "বলব",
    "করতে",
    "আমি",
    "তো",
    "plz",
    "please",
    "প্লিজ",
    "bro",
    "brother",
    "sis",
    "sister",
    "sir",
    "madam",
    "mam",
    "maam",
    "dear",
    "there",
    "everyone",
    "team",
    "ok",
    "okay",
    "so",
    "very",
    "much",
    "a",
    "lot",
    "you",
    "for",
    "the",
    "your",
    "help",
    "and",
    "now",
    "i",
    "want",
    "to",
    "can",
    "need",
    "would",
    "like",
    "with",
    "me",
    "let",
    "achha",
    "accha",
    "ektu",
    "bolte",
    "bolbo",
    "korte",
    "vaia",
    "vai",
    "ji",
    "g",
    "welcome",
    "today",
    "boss",
    "দিন",
    "din",
    "den",
    "হ্যাঁ",
    "না",
];

/// What a message is when it asks nothing; `None` when there is a question in it.
///
/// ```
/// use alap_faq::small_talk::{Greeting, SmallTalk, recognise};
/// assert_eq!(recognise("assalamualaikum vaia"), Some(SmallTalk::Greeting(Greeting::Salaam)));
/// assert_eq!(recognise("hello, dam koto?"), None);
/// ```
pub fn recognise(query: &str) -> Option<SmallTalk> {
    let said = sounds(query);
    if said.is_empty() || said.len() > 20 {
        return None;
    }
    if ABUSE.iter().any(|phrase| find(&said, &sounds(phrase)).is_some()) {
        return Some(SmallTalk::BadLanguage);
    }
    let mut rest = said;
    let mut first = None;
    for (talk, phrases) in PHRASES {
        let mut phrases: Vec<Vec<String>> = phrases.iter().map(|phrase| sounds(phrase)).collect();
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        for phrase in phrases {
            while let Some(at) = find(&rest, &phrase) {
                rest.drain(at..at + phrase.len());
                first = first.or(Some(*talk));
            }
        }
    }
    let beside: Vec<String> = BESIDE.iter().flat_map(|word| sounds(word)).collect();
    first.filter(|_| rest.iter().all(|word| beside.contains(word)))
}

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
