//! A small FAQ.

use alap_bot::{Before, Bot};
use alap_protocol::{
    id::EntryId,
    locale::{Locale, Localized},
    pack::{FaqEntry, Sureness},
};

/// Id, question in Bangla, in English, and other ways of asking.
const FAQ: [(&str, &str, &str, &[&str]); 8] = [
    (
        "delivery-dhaka",
        "ঢাকায় ডেলিভারি চার্জ কত?",
        "How much is delivery in Dhaka?",
        &["dhakay delivery charge koto", "delivery charge koto", "ডেলিভারি চার্জ কত", "How much is delivery?"],
    ),
    (
        "delivery-outside",
        "ঢাকার বাইরে ডেলিভারি চার্জ কত?",
        "How much is delivery outside Dhaka?",
        &["dhakar baire delivery charge koto", "outside dhaka delivery charge"],
    ),
    (
        "delivery-time",
        "ডেলিভারি হতে কত দিন লাগে?",
        "How long does delivery take?",
        &["delivery koto din lage", "delivery pete koto din lagbe", "how many days for delivery"],
    ),
    (
        "sewing-price",
        "ব্লাউজ সেলাই করতে কত টাকা?",
        "How much do you take for sewing a blouse?",
        &["blouse selai koto taka", "blouse sewing price"],
    ),
    (
        "sewing-time",
        "ব্লাউজ সেলাই করতে কত দিন লাগে?",
        "How long does sewing a blouse take?",
        &["blouse selai korte koto din lage", "how many days for sewing"],
    ),
    ("exchange", "সাইজ না মিললে বদলানো যায়?", "Can I exchange the size?", &["size exchange kora jabe"]),
    ("wash", "কীভাবে ধোব?", "How do I wash it?", &["kivabe dhubo"]),
    ("bkash", "বিকাশে টাকা দেওয়া যাবে?", "Do you take bKash?", &["bkash e payment kora jabe"]),
];

/// The entries.
pub(crate) fn entries() -> Vec<FaqEntry> {
    let entry = |(id, bn, en, variants): &(&str, &str, &str, &[&str])| FaqEntry {
        id: EntryId::parse(*id).unwrap(),
        question: Localized::both(*bn, *en),
        answer: Localized::both("উত্তর", "Answer"),
        variants: variants.iter().map(|variant| (*variant).to_owned()).collect(),
        products: vec![],
        chip: Localized::default(),
        actions: vec![],
    };
    FAQ.iter().map(entry).collect()
}

/// The bot of these entries, as sure as usual.
pub(crate) fn bot() -> Bot {
    Bot::of_entries(&entries(), Sureness::default())
}

/// The place of an entry.
pub(crate) fn place(id: &str) -> usize {
    FAQ.iter().position(|entry| entry.0 == id).unwrap()
}

/// This was asked, and answered with that entry.
pub(crate) fn before(asked: &str, id: &str) -> Before {
    Before::new(asked, place(id), &entries()[place(id)])
}

/// Of the page.
pub(crate) const PAGE: Locale = Locale::Bn;
