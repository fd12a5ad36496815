//! What products can have in common, as numbers.

use alap_text::{
    is_function_word, normalize,
    phonetic::{skeleton, sound},
    script::Script,
    stem, tokens,
};

use crate::{hash::hash, item::Item};

/// More of one product say nothing more.
const MOST: usize = 64;

/// What a feature is of; also its weight beside the others.
#[derive(Clone, Copy)]
enum Of {
    Category,
    Title,
    Attribute,
    Price,
}

impl Of {
    fn name(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Title => "title",
            Self::Attribute => "attribute",
            Self::Price => "price",
        }
    }

    fn weight(self) -> f32 {
        match self {
            Self::Category | Self::Title => 1.0,
            Self::Attribute => 0.5,
            Self::Price => 0.4,
        }
    }
}

/// The features of a product, each once: hash and weight.
///
/// Words of titles meet by the sound of their stem, so `শাড়ি` and `saree` are one.
pub(crate) fn features(item: &Item<'_>) -> Vec<(u32, f32)> {
    let mut features: Vec<(u32, f32)> = Vec::new();
    let mut add = |of: Of, name: &str, share: f32| {
        let (hash, weight) = (hash([of.name(), name]), of.weight() * share);
        match features.iter().position(|(known, _)| *known == hash) {
            Some(at) => features[at].1 = features[at].1.max(weight),
            None if features.len() < MOST => features.push((hash, weight)),
            None => {}
        }
    };
    let mut path = String::new();
    for part in &item.category {
        path.push('\u{1f}');
        path.push_str(part);
        add(Of::Category, &path, 1.0);
    }
    for title in &item.titles {
        for_words(title, |word| add(Of::Title, word, 1.0));
    }
    for (name, value) in &item.attributes {
        for part in value.split([',', '/', ';']) {
            add(Of::Attribute, &normalize(&format!("{name} {part}")), 1.0);
        }
    }
    if item.price > 0 {
        // Two bands to an octave; the band above is half a match.
        let band = ((item.price as f64).log2() * 2.0) as i32;
        add(Of::Price, &band.to_string(), 1.0);
        add(Of::Price, &(band + 1).to_string(), 0.5);
    }
    features
}

fn for_words(title: &str, mut each: impl FnMut(&str)) {
    let title = normalize(title);
    for token in tokens(&title).filter(|token| !is_function_word(token.text)) {
        match token.script {
            Script::Bangla => each(&key(stem::bangla(token.text))),
            Script::Latin => each(&key(singular(token.text))),
            Script::Mixed | Script::Other => each(token.text),
        }
    }
}

fn key(word: &str) -> String {
    skeleton(&sound(word))
}

/// Of an English noun, near enough: a whole stemmer finds no more in titles, and weighs ten times as much as this.
fn singular(word: &str) -> &str {
    let one = word.strip_suffix('s').filter(|one| one.len() >= 3 && !one.ends_with('s'));
    one.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled<'a>(title: &'a str) -> Item<'a> {
        Item { titles: vec![title], ..Item::default() }
    }

    fn common(a: &str, b: &str) -> usize {
        let other = features(&titled(b));
        features(&titled(a)).iter().filter(|feature| other.contains(feature)).count()
    }

    #[test]
    fn titles_of_both_scripts_meet() {
        assert_eq!(common("জামদানি শাড়ি", "Jamdani saree"), 2);
        assert_eq!(common("সুতি পাঞ্জাবি", "Leather bag"), 0);
        assert_eq!(common("Cotton sarees", "the cotton saree"), 2);
    }

    #[test]
    fn prices_of_neighbouring_bands_are_half_a_match() {
        let priced = |price| features(&Item { price, ..Item::default() });
        let common = |a, b| {
            let other = priced(b);
            priced(a).iter().filter(|(hash, _)| other.iter().any(|(one, _)| one == hash)).count()
        };
        assert_eq!(common(100_000, 110_000), 2);
        assert_eq!(common(100_000, 150_000), 1);
        assert_eq!(common(100_000, 1_000_000), 0);
        assert_eq!(priced(0), []);
    }
}
