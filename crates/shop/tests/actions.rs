//! What can be tapped below an answer, as both files of questions name it; and how large a FAQ may be.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{
    fs,
    time::{Duration, Instant},
};

use alap_protocol::{
    id::VideoId,
    limits::{FAQ_ENTRIES, MEDIA_BYTES},
    locale::Locale,
    pack::{ChannelKind, EntryAction, OwnMoment, VideoMoment},
};
use alap_shop::{Reading, read_folder};

const SHOP: &str = r#"id = "tanti"
name = { en = "Tanti" }
languages = ["bn", "en"]
currency = "BDT"
url = "https://tanti.example"
page_origins = ["https://tanti.example"]
bot = { name = { en = "Rupa" } }
hours = { time_zone = "Asia/Dhaka", sunday = "10:00-20:00" }
channels = { phone = "01712345678", whatsapp = "01712345678" }
"#;
/// The beginning of a film: enough to see that it is one.
const FILM: &[u8] = b"\0\0\0\x10ftypisom\0\0\0\0";
const GOOD: &str = "## size\nen? Which sizes are there?\nen: S to XL.\n";

fn read(file: &str, text: &str) -> Reading {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("media")).unwrap();
    fs::write(dir.path().join("shop.toml"), SHOP).unwrap();
    fs::write(dir.path().join("catalogue.csv"), "sku,title_en,price\nTB-1,Saree,10\n").unwrap();
    for name in ["media/fold it.mp4", "media/wash.WEBM", "media/saree.svg", "outside.mp4"] {
        fs::write(dir.path().join(name), FILM).unwrap();
    }
    fs::write(dir.path().join("media/large.mp4"), FILM).unwrap();
    let large = fs::File::options().write(true).open(dir.path().join("media/large.mp4")).unwrap();
    large.set_len(MEDIA_BYTES + 1).unwrap();
    fs::write(dir.path().join(file), text).unwrap();
    read_folder(dir.path())
}

fn actions(lines: &str) -> Vec<EntryAction> {
    let reading = read("faq.md", &format!("{GOOD}{lines}"));
    assert_eq!(reading.faults, [], "{lines}");
    reading.pack.unwrap().faq.remove(0).actions
}

fn video(src: &str, at: u32) -> EntryAction {
    EntryAction::Video(VideoMoment { src: src.into(), at })
}

fn own(video: &str, at: u32) -> EntryAction {
    EntryAction::OwnVideo(OwnMoment { video: VideoId::parse(video).unwrap(), at })
}

/// The mistakes of an entry with these lines, by line and name.
#[track_caller]
fn check(lines: &str, expected: &[(u32, &str)]) {
    let reading = read("faq.md", &format!("{GOOD}{lines}\n"));
    let faults: Vec<_> =
        reading.faults.iter().map(|fault| (fault.line.unwrap(), fault.problem.key())).collect();
    assert_eq!(faults, expected, "{lines}");
}

#[test]
fn a_video_begins_at_its_moment() {
    for (written, expected) in [
        ("media/fold it.mp4 0:42", own("fold-it", 42)),
        ("media/wash.WEBM ১:০২:০৩", own("wash", 3_723)),
        ("media/fold it.mp4", own("fold-it", 0)),
        ("https://youtu.be/abc 1:05", video("https://youtu.be/abc", 65)),
        ("/videos/a.mp4 0:07", video("https://tanti.example/videos/a.mp4", 7)),
    ] {
        assert_eq!(actions(&format!("video: {written}\n")), [expected], "{written}");
    }
}

#[test]
fn a_video_of_the_folder_is_served_with_the_pictures() {
    let reading = read("faq.md", &format!("{GOOD}video: media/fold it.mp4 0:42\n"));
    assert_eq!(reading.media, [std::path::Path::new("media/fold it.mp4")]);
}

#[test]
fn each_action_is_read_in_its_order_and_once() {
    let lines = "form: /order\ncontact: whatsapp, Phone, person, phone\n";
    let expected = [
        EntryAction::Form("https://tanti.example/order".into()),
        EntryAction::Contact(ChannelKind::Whatsapp),
        EntryAction::Contact(ChannelKind::Phone),
        EntryAction::Person,
    ];
    assert_eq!(actions(lines), expected);
}

#[test]
fn rows_of_the_table_have_actions_too() {
    let text = "id,question_en,answer_en,video,form,contact\n\
                size,Which sizes?,S to XL,media/fold it.mp4 0:42 | https://youtu.be/abc,/order,\"phone,person\"\n\
                wash,How to wash?,By hand,,,fax\n";
    let reading = read("faq.csv", text);
    let faults: Vec<_> = reading.faults.iter().map(|fault| (fault.line, fault.problem.key())).collect();
    assert_eq!(faults, [(Some(2), "too_many_actions"), (Some(3), "bad_contact")]);
    let actions = &reading.pack.unwrap().faq[0].actions;
    assert_eq!(actions[..2], [own("fold-it", 42), video("https://youtu.be/abc", 0)]);
    assert_eq!(actions.len(), 4);
}

#[test]
fn each_mistake_of_an_action_is_named() {
    for (line, expected) in [
        ("video: media/fold it.mp4 0:75", "bad_moment"),
        ("video: media/fold it.mp4 42", "bad_moment"),
        ("video: media/fold.mp4 0:42", "no_video"),
        ("video: media/saree.svg", "not_a_video"),
        ("video: outside.mp4", "not_in_media"),
        ("video: media/large.mp4", "large_video"),
        ("video: javascript:alert(1) 0:42", "unsafe_address"),
        ("form: javascript:alert(1)", "unsafe_address"),
        ("form: ../secret", "outside_folder"),
        ("contact: fax", "bad_contact"),
        ("contact: phone, messenger", "no_such_channel"),
        ("video:", "empty_label"),
    ] {
        check(line, &[(4, expected)]);
    }
    check("contact: person\ncontact: phone", &[(5, "repeated_label")]);
    check("form: /1\nform: /2\nform: /3\nform: /4", &[]);
    check("form: /1\nform: /2\nform: /3\nform: /4\ncontact: person", &[(8, "too_many_actions")]);
}

#[test]
fn what_cannot_be_used_is_said_in_the_sellers_language() {
    let reading = read("faq.md", &format!("{GOOD}contact: messenger\n"));
    let fault = &reading.faults[0];
    assert_eq!(
        fault.to_string(),
        "faq.md:4: shop.toml has no “messenger” under [channels]. Add it there, or take it out here."
    );
    assert!(fault.sentence(Locale::Bn).starts_with("shop.toml ফাইলে [channels]-এর নিচে “messenger” নেই।"));
}

#[test]
fn a_question_of_signs_alone_is_none() {
    let reading = read("faq.md", "## a\nen? ???\nen: Yes.\n");
    assert_eq!(reading.faults[0].problem.key(), "no_question");
}

#[test]
fn a_faq_that_the_bot_could_not_read_whole_is_refused_at_its_line_and_soon() {
    let faq = |entries: usize| -> String {
        (0..entries).map(|i| format!("## q{i}\nen? Question number {i}?\nen: Answer {i}.\n")).collect()
    };
    assert_eq!(read("faq.md", &faq(FAQ_ENTRIES)).faults, []);
    let begun = Instant::now();
    let reading = read("faq.md", &faq(50_000));
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    let faults: Vec<_> = reading.faults.iter().map(ToString::to_string).collect();
    let line = FAQ_ENTRIES * 3 + 1;
    assert_eq!(faults.len(), 1);
    assert!(
        faults[0].starts_with(&format!("faq.md:{line}: There are more than 5000 questions.")),
        "{faults:?}"
    );
    assert_eq!(reading.pack.unwrap().faq.len(), FAQ_ENTRIES);
}
