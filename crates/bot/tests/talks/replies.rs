//! What the bot does with a message that stands alone.

use crate::faq::{PAGE, bot, entries, place};
use alap_bot::{Bot, Reply, SmallTalk};
use alap_protocol::{
    limits::FAQ_ENTRIES,
    locale::{Locale, Localized},
    pack::{FaqEntry, Sureness},
};

#[test]
fn a_question_is_answered_whatever_it_is_written_in() {
    let (bot, entry) = (bot(), place("delivery-dhaka"));
    for (text, locale) in [
        ("ঢাকায় ডেলিভারি চার্জ কত", Locale::Bn),
        ("dhakay delivery charge koto?", Locale::Bn),
        ("how much is delivery in dhaka?", Locale::En),
    ] {
        assert_eq!(bot.reply(text, PAGE, None), Reply::Answer { entry, locale }, "{text}");
    }
}

#[test]
fn the_answer_is_in_the_language_written_in_or_in_the_one_there_is() {
    let mut entries = entries();
    let entry = place("wash");
    let answer = |entries: &[FaqEntry], text| match Bot::of_entries(entries, Sureness::default())
        .reply(text, PAGE, None)
    {
        Reply::Answer { entry, locale } => entries[entry].answer.get(locale).to_owned(),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(answer(&entries, "How do I wash it?"), "Answer");
    assert_eq!(answer(&entries, "kivabe dhubo"), "উত্তর");
    entries[entry].answer = Localized::one(Locale::En, "By hand.");
    assert_eq!(answer(&entries, "kivabe dhubo"), "By hand.");
}

#[test]
fn what_is_not_known_is_said_to_be_unknown() {
    let reply = bot().reply("what is the capital of Mongolia", Locale::En, None);
    assert_eq!(reply, Reply::Unknown { locale: Locale::En });
}

#[test]
fn the_shop_says_how_sure_the_bot_has_to_be() {
    let (entries, text) = (entries(), "delivery");
    let with =
        |answer, ask_back| Bot::of_entries(&entries, Sureness { answer, ask_back }).reply(text, PAGE, None);
    assert!(matches!(with(1, 1), Reply::Answer { .. }), "{:?}", with(1, 1));
    assert!(matches!(with(99, 1), Reply::Choose { .. }), "{:?}", with(99, 1));
    assert!(matches!(with(99, 99), Reply::Unknown { .. }), "{:?}", with(99, 99));
}

#[test]
fn greetings_are_returned_and_a_person_is_brought() {
    let bot = bot();
    let salaam = Reply::SmallTalk { kind: SmallTalk::Salaam, locale: Locale::Bn };
    assert_eq!(bot.reply("আসসালামু আলাইকুম", PAGE, None), salaam);
    assert!(matches!(bot.reply("manusher sathe kotha bolte chai", PAGE, None), Reply::Person { .. }));
}

#[test]
fn bad_language_is_met_with_patience_in_every_way_of_writing() {
    for (text, locale) in [("harami", Locale::Bn), ("হারামি", Locale::Bn), ("what the fuck", Locale::En)]
    {
        let reply = bot().reply(text, PAGE, None);
        assert_eq!(reply, Reply::SmallTalk { kind: SmallTalk::BadLanguage, locale }, "{text}");
    }
}

#[test]
fn a_greeting_before_a_question_does_not_hide_it() {
    let (bot, entry) = (bot(), place("wash"));
    for text in ["hello, kivabe dhubo?", "আসসালামু আলাইকুম, কীভাবে ধোব?", "Hi! How do I wash it?"]
    {
        assert!(
            matches!(bot.reply(text, PAGE, None), Reply::Answer { entry: e, .. } if e == entry),
            "{text}"
        );
    }
}

#[test]
fn where_an_answer_did_not_help_its_neighbours_are_offered_and_never_itself() {
    let given = place("delivery-dhaka");
    let instead = bot().instead("delivery charge koto", given);
    assert!(instead.contains(&place("delivery-outside")), "{instead:?}");
    assert!(!instead.contains(&given) && instead.len() <= 3, "{instead:?}");
}

#[test]
fn a_shop_without_a_faq_still_has_a_bot() {
    let bot = Bot::of_entries(&[], Sureness::default());
    assert!(matches!(bot.reply("দাম কত?", PAGE, None), Reply::Unknown { .. }));
    assert_eq!(bot.suggest("দাম", &[], 3), Vec::<usize>::new());
}

#[test]
fn the_index_reads_as_many_entries_as_a_shop_may_have() {
    let one = |i: usize| FaqEntry {
        question: Localized::one(
            Locale::En,
            if i + 1 < FAQ_ENTRIES { "How do I wash it?" } else { "Do you take bKash?" },
        ),
        variants: vec![],
        ..entries()[0].clone()
    };
    let all: Vec<FaqEntry> = (0..FAQ_ENTRIES).map(one).collect();
    let bot = Bot::of_entries(&all, Sureness::default());
    assert_eq!(bot.suggest("bkash", &all, 1), [FAQ_ENTRIES - 1]);
}
