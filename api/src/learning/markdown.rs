//! What was learnt, written as `faq.md` has it, so that the seller can take it into the folder.

use alap_protocol::{
    learning::{LearntEntry, LearntKind, LearntStanding},
    locale::{Locale, Localized},
};

/// The entries of our own, to be put behind those of a `faq.md`.
pub fn entries(learnt: &[LearntEntry]) -> String {
    let mut text = String::new();
    for one in learnt.iter().filter(|one| one.kind == LearntKind::Entry) {
        // Behind a file whose last line has no end, too.
        text.push_str(&format!("\n## {}\n", one.entry));
        for locale in Locale::ALL {
            labelled(&mut text, &format!("{}?", locale.tag()), &one.text.question, locale);
            labelled(&mut text, &format!("{}:", locale.tag()), &one.text.answer, locale);
        }
        one.text.variants.iter().for_each(|variant| text.push_str(&format!("ask: {variant}\n")));
    }
    text
}

/// Lines for entries that the folder has already, in words for the seller: each belongs below another heading.
pub fn lines_for_others(learnt: &[LearntEntry]) -> String {
    let mut text = String::new();
    for one in learnt.iter().filter(|one| one.kind == LearntKind::Variants) {
        let gone = if one.standing == LearntStanding::Gone { ", which is no longer there" } else { "" };
        text.push_str(&format!("put below \"## {}\"{gone}:\n", one.entry));
        one.text.variants.iter().for_each(|variant| text.push_str(&format!("ask: {variant}\n")));
    }
    text
}

/// Lines that go on are set in: so none of them is taken for a heading or a label, whatever it begins with.
fn labelled(out: &mut String, label: &str, text: &Localized, locale: Locale) {
    let Some(text) = text.exact(locale) else { return };
    out.push_str(label);
    for (number, line) in text.lines().enumerate() {
        out.push_str(match (number, line) {
            (0, _) => " ",
            (_, "") => "\n",
            _ => "\n  ",
        });
        out.push_str(line);
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use std::fs;

    use alap_protocol::{id::EntryId, learning::EntryText, pack::FaqEntry};

    use super::*;

    const SHOP: &str = "id = \"tanti\"\nname = { en = \"Tanti\" }\nlanguages = [\"bn\", \"en\"]\ncurrency = \"BDT\"\n\
        page_origins = [\"https://tanti.example\"]\nbot = { name = { en = \"Rupa\" } }\n\
        hours = { time_zone = \"Asia/Dhaka\", sunday = \"10:00-20:00\" }\n";

    fn read_back(markdown: &str) -> Vec<FaqEntry> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("shop.toml"), SHOP).unwrap();
        fs::write(folder.path().join("faq.md"), markdown).unwrap();
        let reading = alap_shop::read_folder(folder.path());
        let of_faq = reading.faults.iter().find(|fault| fault.file.ends_with("faq.md"));
        assert_eq!(of_faq, None, "{markdown}");
        reading.pack.unwrap().faq
    }

    fn learnt(id: &str, kind: LearntKind, text: EntryText) -> LearntEntry {
        let (by, standing) = ("রিমা".to_owned(), LearntStanding::Served);
        LearntEntry { entry: EntryId::parse(id).unwrap(), kind, standing, text, by, at: 1 }
    }

    #[test]
    fn reading_it_back_gives_the_same_entries_whatever_their_lines_look_like() {
        let nasty = "## not a heading\nen: not a label\nask:\n\nNote: https://a.example\n##\nbn? কী?\n---\n<b>&amp;</b>\nEN:x";
        let text = EntryText {
            question: Localized::both("ask: এটা কি প্রশ্ন?", "## en? really"),
            answer: Localized::both(nasty, format!("  {nasty}  \n\n\n\nproducts: 1")),
            variants: vec!["products: 1".into(), "## x".into(), "a | b".into(), "en:".into()],
        };
        let nasty = text.checked().unwrap();
        let plain = EntryText {
            question: Localized::one(Locale::En, "Plain?"),
            answer: Localized::one(Locale::Bn, "জি।"),
            variants: vec![],
        };
        let more = EntryText { variants: vec!["size koto".into()], ..EntryText::default() };
        let learnt = [
            learnt("nasty", LearntKind::Entry, nasty.clone()),
            learnt("size", LearntKind::Variants, more),
            learnt("plain", LearntKind::Entry, plain.clone()),
        ];
        assert_eq!(lines_for_others(&learnt), "put below \"## size\":\nask: size koto\n");
        let entries = read_back(&entries(&learnt));
        let words = |entry: &FaqEntry| EntryText {
            question: entry.question.clone(),
            answer: entry.answer.clone(),
            variants: entry.variants.clone(),
        };
        assert_eq!(entries.iter().map(words).collect::<Vec<_>>(), [nasty, plain]);
        assert_eq!(entries[0].id.as_str(), "nasty");
    }

    #[test]
    fn nothing_learnt_is_nothing_written() {
        assert_eq!((entries(&[]), lines_for_others(&[])), (String::new(), String::new()));
    }
}
