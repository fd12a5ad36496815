//! The texts that are measured with.

use crate::chance::Chance;
use crate::words::{
    BESIDE_THE_POINT, CLOSINGS, KINDS, OF_PLACES, OF_PRODUCTS, OPENINGS, PLACES, QUALITIES, Topic, Written,
};

/// So many entries.
pub const ENTRIES: usize = 500;
/// So many texts in each.
pub const TEXTS: usize = 6;

/// So many questions in each way of writing.
const QUESTIONS: usize = 400;
/// Few shoppers write more letters at once.
const LONGEST: usize = 60;
/// So many questions are typed letter by letter.
const TYPED: usize = 100;

/// A FAQ, and what is asked of it.
pub struct Texts {
    /// By entry: its texts.
    pub entries: Vec<Vec<String>>,
    /// By way of writing (Bangla, Banglish, English): the questions.
    pub questions: [Vec<String>; 3],
    /// Each beginning of some of the questions, as it stands in the field while it is typed.
    pub typed: Vec<String>,
}

impl Texts {
    /// From the demo shop's FAQ; the same each time.
    pub fn make(demo: &str) -> Self {
        let subjects = subjects();
        let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
        let mut entries = questions_of(demo);
        entries.extend(
            subjects.iter().map(|subject| (0..TEXTS).map(|at| subject.text(at, &mut chance)).collect()),
        );
        entries.truncate(ENTRIES);

        let mut chance = Chance(0xD1B5_4A32_D192_ED03);
        let questions =
            [0, 1, 2].map(|way| (0..QUESTIONS).map(|_| question(&subjects, way, &mut chance)).collect());
        let typed = (0..TYPED).flat_map(|at| beginnings(&questions, at)).collect();
        Self { entries, questions, typed }
    }
}

/// Something to ask of something.
struct Subject {
    topic: &'static Topic,
    of: [String; 3],
}

fn subjects() -> Vec<Subject> {
    let whole = |written: &Written| written.map(str::to_owned);
    let places = PLACES
        .iter()
        .flat_map(|place| OF_PLACES.iter().map(move |topic| Subject { topic, of: whole(place) }));
    let products = KINDS.iter().flat_map(|kind| {
        QUALITIES.iter().map(move |quality| [0, 1, 2].map(|way| format!("{} {}", quality[way], kind[way])))
    });
    let of_products = products
        .flat_map(|product| OF_PRODUCTS.iter().map(move |topic| Subject { topic, of: product.clone() }));
    places.chain(of_products).collect()
}

impl Subject {
    /// One of an entry's texts: two in each way of writing.
    fn text(&self, at: usize, chance: &mut Chance) -> String {
        self.written(at / 3 % 2, at % 3, chance)
    }

    fn written(&self, form: usize, way: usize, chance: &mut Chance) -> String {
        let asked = self.topic[form][way].replace("{}", &self.of[way]);
        decorated(&asked, way, chance)
    }
}

fn question(subjects: &[Subject], way: usize, chance: &mut Chance) -> String {
    if chance.one_in(8) {
        return decorated(chance.of(&BESIDE_THE_POINT)[way], way, chance);
    }
    let form = chance.below(2);
    let asked = chance.of(subjects).written(form, way, chance);
    if chance.one_in(4) { mistyped(&asked, chance) } else { asked }
}

/// With a word before it and behind it, now and then.
fn decorated(asked: &str, way: usize, chance: &mut Chance) -> String {
    let decorated = format!("{}{asked}{}", chance.of(&OPENINGS)[way], chance.of(&CLOSINGS)[way]);
    if decorated.chars().count() > LONGEST { asked.to_owned() } else { decorated }
}

/// Two neighbouring letters swapped.
fn mistyped(asked: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = asked.chars().collect();
    let at = chance.below(letters.len() - 1);
    letters.swap(at, at + 1);
    letters.into_iter().collect()
}

fn beginnings(questions: &[Vec<String>; 3], at: usize) -> Vec<String> {
    let question = &questions[at % 3][at / 3];
    let ends = question.char_indices().map(|(end, _)| end).skip(1).chain([question.len()]);
    ends.map(|end| question[..end].to_owned()).collect()
}

/// The demo shop's questions, six of each entry.
fn questions_of(demo: &str) -> Vec<Vec<String>> {
    let entries = demo.split("\n## ").skip(1).map(|entry| {
        let asked = entry.lines().filter_map(|line| {
            ["bn? ", "en? ", "ask: "].iter().find_map(|field| line.strip_prefix(field)).map(str::to_owned)
        });
        asked.take(TEXTS).collect()
    });
    entries.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const DEMO: &str = include_str!("../../demo/shop/faq.md");

    #[test]
    fn there_is_as_much_as_the_figures_say() {
        let texts = Texts::make(DEMO);
        assert_eq!(texts.entries.len(), ENTRIES);
        assert!(texts.entries.iter().all(|entry| entry.len() == TEXTS));
        assert!(texts.questions.iter().all(|way| way.len() == QUESTIONS));
        assert!(texts.typed.len() > 1_000);
        assert_eq!(texts.questions, Texts::make(DEMO).questions, "the same each time");
    }

    #[test]
    fn what_is_made_is_as_long_as_what_shoppers_write() {
        let texts = Texts::make(DEMO);
        let made = texts
            .entries
            .iter()
            .skip(questions_of(DEMO).len())
            .flatten()
            .chain(texts.questions.iter().flatten());
        for text in made {
            assert!((15..=LONGEST).contains(&text.chars().count()), "{text}");
        }
        assert!(questions_of(DEMO).len() > 50);
    }

    #[test]
    fn no_two_entries_ask_the_same() {
        let texts = Texts::make(DEMO);
        let firsts: HashSet<&String> = texts.entries.iter().flat_map(|entry| entry.first()).collect();
        assert_eq!(firsts.len(), ENTRIES);
    }
}
