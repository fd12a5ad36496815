//! What the engine promises, on a small shop.

use std::sync::LazyLock;

use alap_faq::{Entry, Index, Outcome, Thresholds};
use proptest::prelude::*;

const CHARGE: usize = 0;
const COD: usize = 1;
const RETURN: usize = 2;
const SIZE: usize = 3;
const ADDRESS: usize = 4;
const FABRIC: usize = 5;
const DISCOUNT: usize = 6;
const WHEN: usize = 7;

fn shop() -> Index {
    let entry = |id, texts: &[&'static str]| Entry { id, texts: texts.to_vec(), answers: Vec::new() };
    Index::build([
        entry("charge", &["ডেলিভারি চার্জ কত?", "শিপিং খরচ কত টাকা"]),
        entry("cod", &["ক্যাশ অন ডেলিভারি আছে?", "পণ্য হাতে পেয়ে টাকা দেওয়া যাবে?"]),
        entry("return", &["পণ্য ফেরত দেওয়া যাবে?", "রিটার্ন পলিসি কী?"]),
        entry("size", &["কোন কোন সাইজ আছে?", "সাইজ চার্ট দিন"]),
        entry("address", &["আপনাদের দোকান কোথায়?", "শোরুমের ঠিকানা"]),
        entry("fabric", &["কাপড়টা কি সুতি?", "ফেব্রিক কেমন?"]),
        entry("discount", &["কোনো ডিসকাউন্ট আছে?", "দাম একটু কমানো যাবে?"]),
        entry("when", &["ডেলিভারি পেতে কত দিন লাগবে?", "কবে হাতে পাব?"]),
    ])
}

#[test]
fn the_right_entry_comes_first_in_all_three_ways_of_writing() {
    let shop = shop();
    let check = |query: &str, entry| {
        assert_eq!(
            shop.rank(query, 1).first().map(|r| r.entry),
            Some(entry),
            "{query:?} {:?}",
            shop.rank(query, 3)
        );
    };
    check("ডেলিভারি চার্জ কত", CHARGE);
    check("delivery charge koto vai", CHARGE);
    check("delibari charj kto", CHARGE);
    check("how much is the shipping fee?", CHARGE);
    check("cod ase?", COD);
    check("Do you have cash on delivery?", COD);
    check("hate peye taka dibo", COD);
    check("ferot deya jabe?", RETURN);
    check("can I return it", RETURN);
    check("ফেরৎ দিতে চাই", RETURN);
    check("ki ki saij ache", SIZE);
    check("size chart", SIZE);
    check("where is your shop?", ADDRESS);
    check("apnader dokan kothay", ADDRESS);
    check("is it cotton?", FABRIC);
    check("kapor ta ki suti", FABRIC);
    check("dam ektu kom rakha jay na?", DISCOUNT);
    check("any discount?", DISCOUNT);
    check("kobe pabo?", WHEN);
    check("how many days for delivery", WHEN);
    check("কতদিন লাগবে ডেলিভারি পেতে", WHEN);
}

#[test]
fn typos_are_forgiven() {
    let shop = shop();
    let check = |query: &str, entry| {
        assert_eq!(shop.rank(query, 1).first().map(|r| r.entry), Some(entry), "{query:?}")
    };
    check("delivrey khroch koto", CHARGE);
    check("ডেলিভাড়ি চার্য কতো", CHARGE);
    check("discuont ache", DISCOUNT);
    check("fabirc kemon", FABRIC);
}

#[test]
fn what_is_sure_is_answered_and_what_is_foreign_is_handed_over() {
    let shop = shop();
    assert!(
        matches!(shop.ask("ডেলিভারি চার্জ কত?"), Outcome::Answer { entry: CHARGE, confidence } if confidence > 0.8)
    );
    assert!(matches!(shop.ask("delivery charge koto"), Outcome::Answer { entry: CHARGE, .. }));
    assert_eq!(shop.ask("আজ আকাশে অনেক মেঘ"), Outcome::Unknown);
    assert_eq!(shop.ask("tell me about quantum mechanics"), Outcome::Unknown);
}

#[test]
fn a_shop_sets_its_own_thresholds() {
    let shop = shop();
    let never = Thresholds { answer: 2.0, did_you_mean: 2.0 };
    let always_ask = Thresholds { answer: 2.0, did_you_mean: 0.0 };
    assert_eq!(shop.ask_with("ডেলিভারি চার্জ কত?", &never), Outcome::Unknown);
    match shop.ask_with("ডেলিভারি চার্জ কত?", &always_ask) {
        Outcome::DidYouMean { entries } => assert!(entries.len() <= 3 && entries.first() == Some(&CHARGE)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn suggestions_follow_the_letters() {
    let shop = shop();
    let check = |typed: &str, entry| {
        assert!(shop.suggest(typed, 3).contains(&entry), "{typed:?} {:?}", shop.suggest(typed, 3))
    };
    check("deli", CHARGE);
    check("disc", DISCOUNT);
    check("ফের", RETURN);
    check("apnader dok", ADDRESS);
    assert!(shop.suggest("", 3).is_empty());
    assert!(shop.suggest("deli", 2).len() <= 2);
}

#[test]
fn learning_keeps_what_was_known() {
    let texts = [["ডেলিভারি চার্জ কত?", "শিপিং খরচ কত টাকা"], ["পণ্য ফেরত দেওয়া যাবে?", "রিটার্ন পলিসি কী?"]];
    let entries = || texts.iter().map(|texts| Entry { id: "", texts: texts.to_vec(), answers: Vec::new() });
    let mut index = Index::build(entries());
    index.learn(entries());
    for (entry, text) in
        texts.iter().enumerate().flat_map(|(entry, texts)| texts.iter().map(move |text| (entry, text)))
    {
        assert_eq!(index.rank(text, 1).first().map(|r| r.entry), Some(entry));
    }
}

#[test]
fn odd_faqs_are_served() {
    let none = Index::build([]);
    assert!(none.is_empty());
    assert_eq!(none.ask("dam koto"), Outcome::Unknown);
    assert!(none.suggest("dam", 3).is_empty());

    let odd = Index::build([
        Entry { id: "a", texts: vec!["", "  "], answers: vec![] },
        Entry { id: "a", texts: vec!["দাম কত?"], answers: vec![] },
        Entry { id: "b", texts: vec![], answers: vec!["রিফান্ড তিন দিনে"] },
        Entry { id: "c", texts: vec!["👍", "42"], answers: vec![] },
    ]);
    assert_eq!(odd.len(), 4);
    assert_eq!(odd.rank("dam koto", 1).first().map(|r| r.entry), Some(1));
    assert_eq!(odd.rank("refund", 1).first().map(|r| r.entry), Some(2));
}

#[test]
fn odd_questions_get_an_answer() {
    let shop = shop();
    let check = |query: &str| {
        assert_eq!(shop.ask(query), Outcome::Unknown, "{:?}", query.chars().take(20).collect::<String>())
    };
    check("");
    check("   ");
    check("x");
    check("👍👍👍");
    check("01711223344");
    check("\u{202E}\u{200F}");
    check(&"\u{9CD}".repeat(10_000));
    check(&"\u{301}".repeat(10_000));
    check("कितना समय लगेगा");
    check("كم السعر");
    check("多少钱");
    check(&"z".repeat(4_000));
    check(&"কখগ ".repeat(1_000));
}

static SHOP: LazyLock<Index> = LazyLock::new(shop);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_question_has_an_answer(query in "\\PC*|[a-z ]*|[ঀ-৿ ]*|(\\PC|\u{200d}|\u{9cd}|\u{301})*") {
        let shop = &*SHOP;
        let verdict = shop.judge(&query);
        prop_assert!((0.0..=1.0).contains(&verdict.confidence));
        prop_assert!(verdict.ranked.iter().all(|r| r.entry < shop.len() && r.score.is_finite()));
        prop_assert!(shop.suggest(&query, 3).len() <= 3);
    }

    #[test]
    fn any_faq_can_be_asked(texts in prop::collection::vec(prop::collection::vec("\\PC{0,20}|[ঀ-৿ a-z0-9]{0,20}", 0..4), 0..6), query in "\\PC{0,20}") {
        let entries = || texts.iter().map(|texts| Entry { id: "same", texts: texts.iter().map(String::as_str).collect(), answers: Vec::new() });
        let mut index = Index::build(entries());
        index.learn(entries());
        prop_assert_eq!(index.len(), texts.len());
        let verdict = index.judge(&query);
        prop_assert!(verdict.ranked.iter().all(|r| r.entry < index.len() && r.score.is_finite()));
    }
}
