//! Light stemming: endings that change the case or number of a word, hardly ever its meaning.

use waken_snowball::{SnowballEnv, algorithms::english_stemmer};

use crate::script::{Script, of};

/// Endings of Bangla nouns and their emphasis, longest first.
const BANGLA: &[&str] = &[
    "গুলোকে",
    "গুলোর",
    "গুলোতে",
    "গুলার",
    "গুলো",
    "গুলি",
    "গুলা",
    "টাকে",
    "টিকে",
    "টাতে",
    "টার",
    "টির",
    "দেরকে",
    "দের",
    "খানা",
    "ের",
    "টা",
    "টি",
    "টো",
    "কে",
    "তে",
    "রা",
    "র",
    "ে",
    "ই",
    "ও",
];

/// A normalised word without its light endings. Never empty for a word that is not.
///
/// ```
/// use alap_text::stem::stem;
/// assert_eq!(stem("অর্ডারটা"), "অর্ডার");
/// assert_eq!(stem("cancelling"), "cancel");
/// ```
pub fn stem(word: &str) -> String {
    match of(word) {
        Script::Bangla => bangla(word).to_owned(),
        Script::Latin => english(word),
        Script::Mixed | Script::Other => word.to_owned(),
    }
}

/// A normalised Bangla word without its light endings.
///
/// ```
/// assert_eq!(alap_text::stem::bangla("শাড়িগুলো"), "শাড়ি");
/// ```
pub fn bangla(word: &str) -> &str {
    BANGLA
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.chars().count() >= 3))
        .unwrap_or(word)
}

/// By the Snowball project's algorithm for English, known as Porter 2.
fn english(word: &str) -> String {
    let mut snowball = SnowballEnv::create(word);
    english_stemmer::stem(&mut snowball);
    snowball.get_current().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_of_one_word_meet() {
        let check = |a, b| assert_eq!(stem(&crate::normalize(a)), stem(&crate::normalize(b)), "{a} {b}");
        check("জামাগুলোর", "জামা");
        check("অর্ডারের", "অর্ডারে");
        check("জিনিসের", "জিনিস");
        check("ঢাকাতে", "ঢাকা");
        check("cancelled", "cancel");
        check("deliveries", "delivery");
        check("sizes", "size");
        check("changing", "change");
        check("orders", "order");
    }

    #[test]
    fn short_words_stay() {
        let check = |word: &str| assert_eq!(stem(word), word);
        check("কে");
        check("is");
        check("bus");
        check("১");
    }

    proptest! {
        #[test]
        fn something_always_stays(word in "\\PC+|[a-z]+|[ঀ-৿]+") {
            prop_assert!(!stem(&word).is_empty());
        }
    }
}
