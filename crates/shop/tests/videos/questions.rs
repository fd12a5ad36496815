//! Questions that lead to a moment of a video.

use alap_protocol::{
    id::ProductId,
    locale::{Locale, Localized},
    pack::{EntryAction, OwnMoment, VideoMoment},
    video::VideoSource,
};
use alap_shop::Reading;

use crate::studio::{FILM, Studio};

/// The shop with a question that has these lines.
fn asked(lines: &str) -> (Studio, Reading) {
    let studio = Studio::with_kantha();
    studio.put("media/fold it.mp4", FILM);
    studio.put("media/শাড়ি.mp4", FILM);
    studio.put("faq.md", format!("## a\nen? A question?\nen: Yes.\n{lines}\n"));
    let reading = studio.read();
    (studio, reading)
}

/// The videos and moments that such a question names.
#[track_caller]
fn moments(lines: &str) -> Vec<(String, u32)> {
    let (_, reading) = asked(lines);
    assert_eq!(reading.faults, [], "{lines}");
    let actions = reading.pack.unwrap().faq.remove(0).actions;
    let moment = |action| match action {
        EntryAction::OwnVideo(OwnMoment { video, at }) => (video.to_string(), at),
        EntryAction::Video(VideoMoment { src, at }) => (src, at),
        other => (format!("{other:?}"), u32::MAX),
    };
    actions.into_iter().map(moment).collect()
}

#[test]
fn a_question_names_a_video_of_the_shop_and_its_moment() {
    assert_eq!(moments("video: kantha 0:04"), [("kantha".into(), 4)]);
    assert_eq!(moments("video: kantha ০:০২\nvideo: kantha"), [("kantha".into(), 2), ("kantha".into(), 0)]);
    let elsewhere = "https://youtu.be/dQw4w9WgXcQ";
    assert_eq!(moments(&format!("video: {elsewhere} 0:42")), [(elsewhere.into(), 42)]);
}

#[test]
fn a_bare_file_is_a_video_of_its_own() {
    let (_, reading) = asked("video: media/fold it.mp4 0:03\nproducts: TB-1");
    assert_eq!(reading.faults, []);
    let pack = reading.pack.unwrap();
    let head = &pack.videos[1];
    assert_eq!((head.id.as_str(), head.seconds), ("fold-it", 5));
    assert_eq!(head.title, Localized::one(Locale::En, "fold it"));
    assert_eq!(head.products, [ProductId::parse("TB-1").unwrap()]);
    assert_eq!(head.poster.as_ref().unwrap().src, "/media/tanti/tb-1.svg");
    let VideoSource::Plain(plain) = &reading.videos[1].sheet.source else { panic!("not plain") };
    assert_eq!((plain.src.as_str(), plain.bytes), ("/media/tanti/fold%20it.mp4", FILM.len() as u64));
    assert_eq!(reading.videos[1].sheet.version, head.version);
}

#[test]
fn a_file_that_two_questions_name_is_one_video_about_all_their_products() {
    let (_, reading) = asked(
        "video: media/fold it.mp4\nproducts: TB-1\n\n## b\nen? Another?\nen: Yes.\nvideo: media/fold it.mp4 0:01\n\
         products: TB-2, TB-1",
    );
    assert_eq!(reading.faults, []);
    let videos = reading.pack.unwrap().videos;
    assert_eq!(videos.len(), 2);
    assert_eq!(videos[1].products.len(), 2);
}

#[test]
fn no_two_videos_have_one_name() {
    let (studio, _) = asked("");
    studio.put("media/kantha.mp4", FILM);
    studio.put("media/new/Kantha.mp4", FILM);
    studio.put(
        "faq.md",
        "## a\nen? A question?\nen: Yes.\nvideo: media/kantha.mp4\nvideo: media/new/Kantha.mp4\nvideo: media/শাড়ি.mp4\n",
    );
    let heads = studio.read().pack.unwrap().videos;
    let ids: Vec<_> = heads.iter().map(|head| head.id.as_str()).collect();
    assert_eq!(ids, ["kantha", "kantha-2", "kantha-3", "video"]);
    assert_eq!(heads[3].title, Localized::one(Locale::Bn, "শাড়ি"));
}

#[test]
fn the_file_of_a_described_video_is_that_video() {
    let (studio, _) = asked("video: media/fold it.mp4 0:01\nproducts: TB-2");
    studio.put("videos/fold.toml", "title = { en = \"Folding\" }\nfile = \"media/fold it.mp4\"\n");
    let reading = studio.read();
    assert_eq!(reading.faults, []);
    let pack = reading.pack.unwrap();
    let own = EntryAction::OwnVideo(OwnMoment { video: pack.videos[0].id.clone(), at: 1 });
    assert_eq!((pack.videos.len(), &pack.faq[0].actions), (2, &vec![own]));
    // What it is about, its own file says.
    assert_eq!(pack.videos[0].products, []);
}

#[test]
fn each_mistake_of_a_questions_video_is_named() {
    for (line, expected) in [
        ("video: kantah 0:01", "video_unknown"),
        ("video: kantha 0:06", "video_past_end"),
        ("video: kantha 0:75", "bad_moment"),
        ("video: media/fold it.mp4 0:05", "video_past_end"),
        ("video: media/fold.mp4", "no_video"),
    ] {
        let (studio, _) = asked(line);
        assert_eq!(studio.faults(), [format!("faq.md:4 {expected}")], "{line}");
    }
    let (_, reading) = asked("video: kantah");
    assert!(reading.faults[0].to_string().ends_with("Did you mean “kantha”?"), "{}", reading.faults[0]);
}

#[test]
fn a_video_with_a_mistake_of_its_own_is_not_called_unknown() {
    let (studio, _) = asked("video: broken 0:01");
    studio.put("videos/broken.toml", "title = { en = \"Broken\" }\n");
    assert_eq!(studio.faults(), ["videos/broken.toml video_no_source"]);
}
