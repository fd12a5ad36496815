//! Bangla, Banglish or English: which did the shopper write?

use crate::{
    normalize,
    script::{Script, Writing, of},
    tokens,
};

/// Small words that only English has. Words that Banglish spells alike ("are", "she", "o") are left out.
const ENGLISH: &[&str] = &[
    "the", "is", "was", "were", "be", "been", "have", "has", "had", "do", "does", "did", "can", "could",
    "would", "should", "will", "what", "where", "when", "which", "who", "whose", "why", "how", "much",
    "many", "long", "this", "that", "these", "those", "there", "it", "its", "i", "my", "me", "mine", "im",
    "ive", "you", "your", "yours", "we", "our", "us", "they", "their", "them", "he", "his", "her", "an",
    "and", "or", "but", "if", "of", "for", "to", "from", "with", "without", "about", "into", "in", "on",
    "at", "by", "as", "not", "no", "dont", "doesnt", "cant", "any", "some", "all", "please", "want", "need",
    "get", "give", "tell", "help", "know", "like", "just", "than", "then", "after", "before", "while",
    "whats", "am", "also", "only", "out", "up", "so",
];

/// Small words of Bangla as people spell them in Latin letters.
const BANGLISH: &[&str] = &[
    "ki", "kivabe", "kibhabe", "kibabe", "kemne", "kemon", "kmn", "koto", "kto", "kotto", "koita", "koyta",
    "kothay", "kothai", "kobe", "kokhon", "keno", "kno", "kon", "konta", "kar", "ke", "ami", "amr", "amar",
    "amake", "amader", "amra", "apni", "apnar", "apnara", "apnader", "apnake", "tumi", "tomar", "tumar",
    "tui", "se", "tar", "tara", "eita", "eta", "ata", "oita", "ota", "ei", "oi", "ekta", "akta", "ekti",
    "ek", "ar", "r", "aar", "ba", "o", "na", "nai", "nei", "ni", "hobe", "hbe", "hoy", "hoi", "hoise",
    "hoyeche", "hocche", "ache", "ase", "asen", "achen", "achhe", "chai", "cai", "lagbe", "lage", "pabo",
    "pawa", "paowa", "jabe", "jay", "jai", "dite", "den", "din", "diben", "dibo", "dao", "kori", "kora",
    "korte", "korbo", "korben", "kore", "koren", "korsi", "korchi", "parbo", "pari", "parben", "bolen",
    "bolun", "bolo", "bhai", "vai", "vaia", "bhaiya", "vaiya", "apu", "apa", "bon", "jonno", "jnno", "theke",
    "teke", "niye", "sathe", "moddhe", "vitore", "bhitore", "baire", "kichu", "kisu", "onek", "ektu", "aktu",
    "thik", "valo", "bhalo", "dam", "daam", "taka", "tk", "hote", "koro", "jodi", "tahole", "kintu", "ebong",
    "abar", "akhon", "ekhon", "aj", "ajke", "kal", "kalke", "gulo", "gula",
];

/// Small words of Bangla in its own script.
const BANGLA: &[&str] = &[
    "কি",
    "কী",
    "কে",
    "ও",
    "এ",
    "আমি",
    "আমার",
    "আমাকে",
    "আমাদের",
    "আমরা",
    "আপনি",
    "আপনার",
    "আপনাদের",
    "আপনারা",
    "তুমি",
    "তোমার",
    "এই",
    "ওই",
    "সেই",
    "এটা",
    "ওটা",
    "একটা",
    "একটি",
    "এক",
    "আর",
    "বা",
    "না",
    "নাই",
    "নেই",
    "নি",
    "হবে",
    "হয়",
    "হয়েছে",
    "হচ্ছে",
    "আছে",
    "চাই",
    "লাগবে",
    "লাগে",
    "করা",
    "করে",
    "করতে",
    "করব",
    "করবো",
    "করি",
    "করুন",
    "করবেন",
    "করেন",
    "পারি",
    "পারব",
    "পারবো",
    "যাবে",
    "যায়",
    "দিন",
    "দেন",
    "বলুন",
    "বলেন",
    "ভাই",
    "আপু",
    "জন্য",
    "থেকে",
    "দিয়ে",
    "নিয়ে",
    "সাথে",
    "তো",
    "এবং",
    "কিন্তু",
    "যদি",
    "তাহলে",
    "একটু",
    "খুব",
    "তা",
    "সে",
    "তার",
    "যে",
];

/// The language of `text`, by its script and, in Latin letters, by its small words.
///
/// ```
/// use alap_text::{script::Writing, writing};
/// assert_eq!(writing("এটার দাম কত?"), Writing::Bangla);
/// assert_eq!(writing("eita koto?"), Writing::Banglish);
/// assert_eq!(writing("how much is it?"), Writing::English);
/// assert_eq!(writing("delivery charge"), Writing::Unknown);
/// ```
pub fn writing(text: &str) -> Writing {
    let text = normalize(text);
    let (mut bangla_words, mut english, mut banglish) = (0_u32, 0_u32, 0_u32);
    for token in tokens(&text) {
        bangla_words += u32::from(token.script == Script::Bangla);
        english += u32::from(ENGLISH.contains(&token.text));
        banglish += u32::from(BANGLISH.contains(&token.text));
    }
    if bangla_words > 0 && bangla_words >= english {
        Writing::Bangla
    } else if english > banglish {
        Writing::English
    } else if banglish > 0 {
        Writing::Banglish
    } else {
        Writing::Unknown
    }
}

/// English by its small words.
///
/// ```
/// assert!(alap_text::looks_english("Do you have it in blue?"));
/// assert!(!alap_text::looks_english("blue ta ase?"));
/// ```
pub fn looks_english(text: &str) -> bool {
    writing(text) == Writing::English
}

/// Whether a normalised word is one of the small words of English, Banglish or Bangla, which say little about the matter.
pub fn is_function_word(word: &str) -> bool {
    match of(word) {
        Script::Bangla => BANGLA.contains(&word),
        Script::Latin => ENGLISH.contains(&word) || BANGLISH.contains(&word),
        Script::Mixed | Script::Other => false,
    }
}

/// Words that ask: small, but they tell a price from a day.
const QUESTIONS: &[&str] = &[
    "what", "where", "when", "which", "who", "whose", "why", "how", "much", "many", "long", "whats", "koto", "kto", "kotto", "kothay", "kothai", "kobe", "kokhon",
    "keno", "kno", "kivabe", "kibhabe", "kibabe", "kemne", "kemon", "kmn", "kon", "konta", "koita", "koyta", "কত", "কতো", "কোথায়", "কবে", "কখন", "কেন", "কিভাবে", "কীভাবে", "কেমনে", "কেমন",
    "কোন", "কোনটা", "কয়টা",
];

/// Whether a normalised word is one that asks ("কত", "koto", "how").
pub fn is_question_word(word: &str) -> bool {
    QUESTIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_known_by_its_small_words() {
        let check = |text, expected| assert_eq!(writing(text), expected, "{text:?}");
        check("ডেলিভারি চার্জ কত", Writing::Bangla);
        check("delivery charge koto vai", Writing::Banglish);
        check("cod ase?", Writing::Banglish);
        check("dam ektu kom rakha jay na?", Writing::Banglish);
        check("What is the delivery charge?", Writing::English);
        check("do you have this in XL", Writing::English);
        check("price কত", Writing::Bangla);
        check("COD", Writing::Unknown);
        check("", Writing::Unknown);
        check("👍 42", Writing::Unknown);
    }

    #[test]
    fn small_words_are_kept_in_normal_form() {
        for word in BANGLA.iter().chain(BANGLISH).chain(ENGLISH).chain(QUESTIONS) {
            assert_eq!(normalize(word), *word);
        }
    }

    #[test]
    fn small_words_are_known_in_all_three() {
        assert!(["the", "kivabe", "আছে", "হয়"].iter().all(|word| is_function_word(&normalize(word))));
        assert!(!is_function_word("delivery"));
    }
}
