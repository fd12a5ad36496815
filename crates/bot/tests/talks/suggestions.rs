//! What is offered while the shopper types.

use crate::faq::{bot, entries, place};
use alap_protocol::locale::Localized;

fn suggested(typed: &str) -> Vec<usize> {
    bot().suggest(typed, &entries(), 3)
}

#[test]
fn a_few_letters_suggest_questions_in_every_way_of_writing() {
    for typed in ["deliv", "delivery ch", "dilivari", "ডেলি", "ডেলিভা", "how much is deliv", "ডেলিভারি চা"]
    {
        let found = suggested(typed);
        assert!((1..=3).contains(&found.len()), "{typed}");
        let delivery = ["delivery-dhaka", "delivery-outside", "delivery-time"].map(place);
        assert!(found.iter().all(|entry| delivery.contains(entry)), "{typed}: {found:?}");
    }
    assert_eq!(suggested("bkas"), [place("bkash")]);
    assert_eq!(suggested("বিকা"), [place("bkash")]);
}

#[test]
fn what_leads_nowhere_suggests_nothing() {
    for typed in [
        "xyzzy",
        "qwzt",
        "asdf jkl",
        "zzzz plugh",
        "ফ্রান্সের রাজধানী",
        "what is the capital of fr",
        "???",
        "",
        "  ",
        "👍",
    ] {
        assert_eq!(suggested(typed), Vec::<usize>::new(), "{typed}");
    }
}

#[test]
fn what_the_seller_made_a_chip_of_comes_first() {
    let mut entries = entries();
    for (number, entry) in entries.iter_mut().enumerate() {
        entry.chip = Localized::default();
        if number == place("delivery-time") {
            entry.chip = Localized::both("সময়", "Time");
        }
    }
    assert_eq!(bot().suggest("deliv", &entries, 3).first(), Some(&place("delivery-time")));
    assert_eq!(bot().suggest("delivery outs", &entries, 3).first(), Some(&place("delivery-outside")));
}
