//! Questions that lean on the one before, in all three ways of writing.

use crate::faq::{PAGE, before, bot, place};
use alap_bot::{Before, Reply};
use alap_protocol::locale::Localized;

/// After this question with that answer, this leads to that.
#[track_caller]
fn leads(asked: &str, answered: &str, text: &str, expected: &str) {
    let reply = bot().reply(text, PAGE, Some(&before(asked, answered)));
    assert!(
        matches!(&reply, Reply::Answer { entry, .. } if *entry == place(expected)),
        "{asked} / {text}: {reply:?}, alone {:?}",
        bot().reply(text, PAGE, None)
    );
}

#[test]
fn and_outside_dhaka() {
    leads("How much is delivery?", "delivery-dhaka", "and outside Dhaka?", "delivery-outside");
    leads("ডেলিভারি চার্জ কত?", "delivery-dhaka", "আর ঢাকার বাইরে?", "delivery-outside");
    leads("delivery charge koto?", "delivery-dhaka", "ar baire?", "delivery-outside");
}

#[test]
fn the_same_words_are_understood_by_what_came_before() {
    for (asked, text) in [
        ("ডেলিভারি চার্জ কত?", "কত দিন লাগবে?"),
        ("delivery charge koto", "koto din lagbe?"),
        ("How much is delivery?", "and how long does it take?"),
    ] {
        leads(asked, "delivery-dhaka", text, "delivery-time");
    }
    for (asked, text) in [
        ("ব্লাউজ সেলাই কত টাকা?", "কত দিন লাগবে?"),
        ("blouse selai koto taka", "koto din lagbe?"),
        ("How much is sewing a blouse?", "and how long does it take?"),
    ] {
        leads(asked, "sewing-price", text, "sewing-time");
    }
}

#[test]
fn a_chain_of_short_questions_keeps_to_its_matter() {
    // What was asked last leaned itself: its entry says what it was about.
    leads("আর ঢাকার বাইরে?", "delivery-outside", "কত দিন লাগবে?", "delivery-time");
    leads("and sewing?", "sewing-price", "how many days?", "sewing-time");
}

#[test]
fn what_was_just_read_is_not_given_again_to_who_goes_on_asking() {
    for text in ["oita koto?", "ar oita?", "আর ওটা?", "and that?"] {
        let given = place("delivery-dhaka");
        match bot().reply(text, PAGE, Some(&before("delivery charge koto", "delivery-dhaka"))) {
            Reply::Answer { entry, .. } => assert_ne!(entry, given, "{text}"),
            Reply::Choose { entries, .. } => {
                assert!(!entries.contains(&given) && !entries.is_empty(), "{text}")
            }
            _ => {}
        }
    }
}

#[test]
fn who_asks_the_same_plainly_gets_the_same_answer() {
    for text in ["dhakay delivery charge koto?", "ar charge?", "ডেলিভারি চার্জ?"] {
        leads("delivery charge koto", "delivery-dhaka", text, "delivery-dhaka");
    }
}

#[test]
fn a_question_of_its_own_leans_on_nothing() {
    for text in ["How do I wash it?", "kivabe dhubo?", "কীভাবে ধোব?", "ar kivabe dhubo?", "আর কীভাবে ধোব?"]
    {
        leads("delivery charge koto", "delivery-dhaka", text, "wash");
    }
    leads("How much is sewing a blouse?", "sewing-price", "And do you take bKash?", "bkash");
}

#[test]
fn what_the_shop_does_not_know_stays_unknown_after_an_answer() {
    for (text, asked) in [
        ("xyzzy plugh", "delivery charge koto"),
        ("গান গাও", "ডেলিভারি চার্জ কত?"),
        ("and the capital of Mongolia?", "How much is delivery?"),
        ("tomar boyosh?", "delivery charge koto"),
        ("বাংলাদেশের রাজধানী কী?", "ডেলিভারি চার্জ কত?"),
    ] {
        let reply = bot().reply(text, PAGE, Some(&before(asked, "delivery-dhaka")));
        assert!(matches!(reply, Reply::Unknown { .. }), "{text}: {reply:?}");
    }
}

#[test]
fn a_question_about_a_product_that_is_looked_at_need_not_name_it() {
    let blouse = Before::looked_at(&Localized::both("ব্লাউজ সেলাই", "Blouse sewing"));
    for text in ["কত দিন লাগবে?", "koto din lagbe?", "how many days?"] {
        let reply = bot().reply(text, PAGE, Some(&blouse));
        assert!(
            matches!(&reply, Reply::Answer { entry, .. } if *entry == place("sewing-time")),
            "{text}: {reply:?}"
        );
    }
    let plain = bot().reply("বিকাশে টাকা দেওয়া যাবে?", PAGE, Some(&blouse));
    assert!(matches!(plain, Reply::Answer { entry, .. } if entry == place("bkash")), "{plain:?}");
}
