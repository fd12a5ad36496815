//! One sound form for both scripts.

mod fold;
mod skeleton;
mod transliterate;

pub use fold::fold;
pub use skeleton::skeleton;
pub use transliterate::transliterate;

/// The key under which a word meets its other spellings and its other script.
///
/// ```
/// use alap_text::phonetic_key;
/// assert_eq!(phonetic_key("ডেলিভারি"), phonetic_key("delivery"));
/// assert_eq!(phonetic_key("কত"), phonetic_key("koto"));
/// ```
pub fn phonetic_key(word: &str) -> String {
    skeleton(&sound(&crate::normalize(word)))
}

/// A normalised word of either script, brought to Latin and folded.
///
/// ```
/// assert_eq!(alap_text::phonetic::sound("ডেলিভারি"), "delibari");
/// ```
pub fn sound(word: &str) -> String {
    if word.is_ascii() { fold(word) } else { fold(&transliterate(word)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_word_meet() {
        let check = |spellings: &[&str]| {
            for pair in spellings.windows(2) {
                assert_eq!(phonetic_key(pair[0]), phonetic_key(pair[1]), "{pair:?}");
            }
        };
        check(&["ডেলিভারি", "delivery", "delibari", "dilivery", "Delivary"]);
        check(&["কত", "koto", "kto", "koTo"]);
        check(&["কিভাবে", "kivabe", "kibhabe"]);
        check(&["আছে", "ache", "ase", "asse", "achhe"]);
        check(&["ভাই", "bhai", "vai"]);
        check(&["পাওয়া", "paoa", "pawa"]);
        check(&["জন্য", "jonno", "jonyo"]);
        check(&["সাইজ", "saij", "saiz"]);
        check(&["চার্জ", "charge", "charj"]);
        check(&["এক্সচেঞ্জ", "exchange"]);
        check(&["বিজ্ঞান", "biggan"]);
        check(&["স্বাগতম", "swagotom", "shagotom"]);
        check(&["ব্যবহার", "bebohar"]);
        check(&["রং", "রঙ", "rong"]);
        check(&["ভাঙা", "ভাঙ্গা", "bhanga"]);
        check(&["ফোন", "phone", "fon"]);
        check(&["চাঁদ", "চাদ", "chad"]);
        check(&["দুঃখ", "দুখ", "dukkho"]);
        check(&["হঠাৎ", "হঠাত", "hothat"]);
        check(&["শর্ত", "shorto"]);
        check(&["ঋণ", "rin"]);
        check(&["বিশ্বাস", "bishwas"]);
        check(&["র‍্যাব", "র্যাব", "rab"]);
    }

    #[test]
    fn different_words_stay_apart() {
        let check = |a, b| assert_ne!(phonetic_key(a), phonetic_key(b), "{a} {b}");
        check("দাম", "দিন");
        check("কত", "কবে");
        check("size", "stock");
    }

    proptest! {
        #[test]
        fn any_word_has_a_key(word in "\\PC*|[a-z]*|[ঀ-৿]*") {
            let key = phonetic_key(&word);
            prop_assert!(key.chars().count() <= 4 * word.chars().count() + 4);
        }
    }
}
