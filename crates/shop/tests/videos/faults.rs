//! Each mistake in `videos`, and in what was made, by its file and line.

use alap_protocol::{limits::SHOP_VIDEOS, locale::Locale};

use crate::studio::{KANTHA, SHOP, Studio, only};

/// The mistakes of a video with this file of its own, by line and name.
#[track_caller]
fn check(about: &str, expected: &[&str]) {
    let studio = Studio::with_kantha();
    studio.put("videos/kantha.toml", about);
    let expected: Vec<_> = expected.iter().map(|fault| format!("videos/kantha.toml{fault}")).collect();
    assert_eq!(studio.faults(), expected, "{about}");
}

/// The mistakes of the folder with one more file, by file, line and name.
#[track_caller]
fn check_with(name: &str, bytes: impl AsRef<[u8]>, expected: &[&str]) {
    let studio = Studio::with_kantha();
    studio.put(name, bytes);
    assert_eq!(studio.faults(), expected, "{name}");
}

#[test]
fn each_mistake_of_a_videos_own_file_is_named() {
    let titled = "title = { en = \"Kantha\" }\n";
    check("", &[" missing_key"]);
    check("title = 5", &[":1 wants_languages"]);
    check(&format!("{titled}product = [\"TB-1\"]"), &[":2 unknown_key"]);
    check(&format!("{titled}products = [\"TB-1\", \"TB-3\"]"), &[":2 unknown_product"]);
    check(&format!("{titled}hello = \"yes\""), &[":2 wants_switch"]);
    check(&format!("{titled}published = \"soon\""), &[":2 bad_date"]);
    check(&format!("{titled}poster = \"media/none.jpg\""), &[":2 no_picture"]);
    let shown = |from: &str, until: &str| {
        format!("{titled}[[shown]]\nproduct = \"TB-1\"\nfrom = \"{from}\"\nuntil = \"{until}\"\n")
    };
    check(&shown("0:05", "0:06"), &[]);
    check(&shown("0:05", "0:07"), &[":5 video_past_end"]);
    check(&shown("0:05", "0:05"), &[":4 video_turned_moments"]);
    check(&shown("5", "0:06"), &[":4 bad_moment"]);
    check(&shown("০:০১", "০:০২"), &[]);
    check(
        &format!("{titled}[[shown]]\nproduct = \"TB-9\"\nfrom = \"0:01\"\n"),
        &[":2 missing_key", ":3 unknown_product"],
    );
    check("title = \n", &[":1 toml"]);
}

#[test]
fn each_mistake_of_a_source_is_named() {
    let of = |source: &str| {
        let studio = Studio::empty();
        studio.put("outside.mp4", "bytes");
        studio.put("media/page.mp4", "<!doctype html><title>404</title>");
        studio.put("videos/a.toml", format!("title = {{ en = \"A\" }}\n{source}\n"));
        studio.faults()
    };
    for (source, expected) in [
        ("", " video_no_source"),
        ("file = \"media/none.mp4\"", ":2 no_video"),
        ("file = \"outside.mp4\"", ":2 not_in_media"),
        ("file = \"media/tb-1.svg\"", ":2 not_a_video"),
        ("file = \"media/page.mp4\"", ":2 video_unplayable"),
        ("file = \"https://cdn.example/a.mp4\"", ":2 video_file_elsewhere"),
        ("link = \"kantha\"", ":2 video_bad_link"),
        ("link = \"javascript:alert(1)\"", ":2 video_bad_link"),
        ("link = \"https://dailymotion.com/video/x8\"", ":2 video_unknown_site"),
        ("link = \"https://www.youtube.com/@nokshi\"", ":2 video_none_there"),
    ] {
        assert_eq!(of(source), [format!("videos/a.toml{expected}")], "{source}");
    }
}

#[test]
fn there_is_one_hello() {
    let studio = Studio::with_kantha();
    for name in ["drape", "wash"] {
        let about = "title = { en = \"X\" }\nhello = true\nlink = \"https://vimeo.com/76979871\"\n";
        studio.put(&format!("videos/{name}.toml"), about);
    }
    let reading = studio.read();
    let sentences: Vec<_> = reading.faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        sentences,
        [
            "videos/wash.toml:2: There already is a hello in videos/drape.toml, line 2, and shoppers see one only. \
          Take “hello” out of one of the two."
        ]
    );
    let heads = reading.pack.unwrap().videos;
    assert_eq!(heads.iter().filter(|head| head.hello).count(), 1);
}

#[test]
fn names_of_files_are_held_to_what_addresses_carry() {
    let about = "title = { en = \"X\" }\nlink = \"https://vimeo.com/76979871\"\n";
    for name in ["Kantha", "kantha film", "কাঁথা", "a_b", &"x".repeat(41)] {
        check_with(&format!("videos/{name}.toml"), about, &[&format!("videos/{name}.toml video_bad_name")]);
    }
    check_with(&format!("videos/{}.toml", "z".repeat(40)), about, &[]);
    check_with("videos/notes.docx", "x", &["videos/notes.docx video_stray_file"]);
    check_with("videos/kantha.srt", "x", &["videos/kantha.srt video_stray_file"]);
    check_with("videos/drape.en.vtt", "WEBVTT\n", &["videos/drape.en.vtt video_lost_file"]);
    check_with("videos/drape.MOV", "x", &["videos/drape.MOV video_lost_file"]);
    check_with("videos/.DS_Store", "x", &[]);
}

#[test]
fn a_shop_has_only_so_many() {
    let studio = Studio::empty();
    for place in 0..=SHOP_VIDEOS {
        let about = "title = { en = \"X\" }\nlink = \"https://vimeo.com/76979871\"\n";
        studio.put(&format!("videos/v{place:04}.toml"), about);
    }
    assert_eq!(studio.faults(), [format!("videos/v{SHOP_VIDEOS:04}.toml video_too_many")]);
    assert_eq!(studio.read().pack.unwrap().videos.len(), SHOP_VIDEOS);
}

#[test]
fn wrong_captions_are_left_out_with_a_word_and_the_video_plays() {
    let captions = "WEBVTT\n\n00:04.000 --> 00:05.000\nঠিক\n\n00:03.000 --> 00:02.000\nউল্টো\n\n\
                    00:09.000 --> 00:10.000\nপরে\n\n00:01 - 00:02\nভুল\n";
    let studio = Studio::with_kantha();
    studio.put("videos/kantha.en.vtt", captions);
    assert_eq!(
        studio.faults(),
        [
            "videos/kantha.en.vtt:6 caption_turned",
            "videos/kantha.en.vtt:9 caption_past_end",
            "videos/kantha.en.vtt:12 caption_no_time",
        ]
    );
    let reading = studio.read();
    assert!(reading.is_sound());
    let past = reading.faults[1].sentence(Locale::Bn);
    assert!(past.starts_with("ভিডিওটা ০:০৫ লম্বা"), "{past}");
    let (_, video) = only(reading);
    assert_eq!(video.captions.len(), 2);
    assert!(video.captions[1].1.contains("ঠিক") && !video.captions[1].1.contains("উল্টো"));
}

#[test]
fn what_are_no_captions_is_said_to_be_none() {
    let file = "videos/kantha.bn.vtt";
    check_with(file, "", &["videos/kantha.bn.vtt captions_none"]);
    check_with(
        file,
        "<html>404</html>",
        &[
            "videos/kantha.bn.vtt captions_none",
            "videos/kantha.bn.vtt:1 captions_head",
            "videos/kantha.bn.vtt:1 caption_no_time",
        ],
    );
    check_with(file, "1\n00:00:01,000 --> 00:00:02,000\nOne\n", &["videos/kantha.bn.vtt:1 captions_subrip"]);
    check_with(file, b"\xff\xfeW\0E\0B\0", &["videos/kantha.bn.vtt utf16"]);
}

#[test]
fn a_chapter_past_the_end_is_left_out_with_a_word() {
    let studio = Studio::with_kantha();
    studio.put(
        "videos/kantha.chapters.txt",
        "# of the kantha\n0:00 The start\n0:00 Again\n0:42 Past\nsoon\n0:04\n",
    );
    assert_eq!(
        studio.faults(),
        [
            "videos/kantha.chapters.txt:3 chapter_order",
            "videos/kantha.chapters.txt:4 chapter_past_end",
            "videos/kantha.chapters.txt:5 chapter_time",
            "videos/kantha.chapters.txt:6 chapter_title",
        ]
    );
    let reading = studio.read();
    assert!(reading.is_sound());
    assert_eq!(
        reading.faults[1].to_string(),
        "videos/kantha.chapters.txt:4: This chapter begins when the video, which is 0:05 long, is over, so it is left out. \
         Correct its moment."
    );
    assert_eq!(only(reading).1.sheet.chapters.len(), 1);
    check_with("videos/kantha.chapters.txt", "\n", &["videos/kantha.chapters.txt empty_file"]);
}

#[cfg(unix)]
#[test]
fn a_base_is_https() {
    for (base, is_good) in [
        ("https://cdn.example/tanti/", true),
        ("http://127.0.0.1:9000", true),
        ("http://cdn.example/", false),
        ("//cdn.example/", false),
        ("https://cdn.example/?x", false),
    ] {
        let studio = Studio::with_kantha();
        studio.put("shop.toml", format!("{SHOP}[video]\nbase = \"{base}\"\n"));
        assert_eq!(studio.faults().is_empty(), is_good, "{base}");
    }
    check_with("shop.toml", format!("{SHOP}[video]\ncounts = true\n"), &["shop.toml:10 unknown_key"]);
}

#[test]
fn mistakes_are_said_although_nothing_is_made_yet() {
    let studio = Studio::empty();
    studio.put("videos/kantha.toml", KANTHA.replace("TB-2\"\nfrom", "TB-4\"\nfrom"));
    studio.put("videos/kantha.mov", "bytes");
    studio.put("videos/kantha.en.vtt", "hello");
    assert_eq!(
        studio.faults(),
        [
            "videos/kantha.en.vtt captions_none",
            "videos/kantha.en.vtt:1 captions_head",
            "videos/kantha.en.vtt:1 caption_no_time",
            "videos/kantha.toml video_not_made",
            "videos/kantha.toml:5 unknown_product",
        ]
    );
}
