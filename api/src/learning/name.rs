//! The name of a learnt entry, made from its question.

use alap_protocol::{id::EntryId, locale::Localized};

/// So many words and letters of a question make a name.
const WORDS: usize = 6;
const LETTERS: usize = 40;
/// Of a question without Latin letters.
const NAMELESS: &str = "learnt";

/// Latin words in small letters with dashes between, or `learnt`. A number goes behind it where the name is taken.
pub fn entry_name(question: &Localized) -> Option<EntryId> {
    let name = [&question.en, &question.bn].into_iter().flatten().find_map(|text| slug(text));
    EntryId::parse(name.unwrap_or_else(|| NAMELESS.to_owned())).ok()
}

fn slug(text: &str) -> Option<String> {
    let text = text.replace(['\'', '’'], "").to_ascii_lowercase();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words.take(WORDS) {
        if slug.len() + word.len() > LETTERS {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    // A question with a number in it has no Latin words yet.
    slug.contains(|c: char| c.is_ascii_alphabetic()).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bn: Option<&str>, en: Option<&str>, expected: &str) {
        let question = Localized { bn: bn.map(str::to_owned), en: en.map(str::to_owned) };
        assert_eq!(entry_name(&question).unwrap().as_str(), expected, "{question:?}");
    }

    #[test]
    fn the_name_is_in_latin_letters_or_none_of_its_own() {
        check(Some("ওয়ারেন্টি আছে?"), Some("Is there a warranty?"), "is-there-a-warranty");
        check(Some("warranty ache naki??"), None, "warranty-ache-naki");
        check(Some("ওয়ারেন্টি ২ বছর?"), None, "learnt");
        check(None, Some("What's the 3 in it?"), "whats-the-3-in-it");
        check(Some("১০ 20"), None, "learnt");
        check(None, Some("## a/../b"), "a-b");
    }

    #[test]
    fn a_long_question_makes_a_short_name() {
        check(None, Some(&"word ".repeat(60)), "word-word-word-word-word-word");
        check(None, Some(&"x".repeat(300)), "learnt");
    }
}
