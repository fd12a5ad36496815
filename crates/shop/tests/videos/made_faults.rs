//! Each mistake in what was made of a video.

use alap_protocol::{locale::Locale, video::VideoSource};
use alap_shop::Severity;
use alap_video::made::Made;

use crate::studio::{INIT, Studio, made, only};

/// The mistakes of what was made, changed so; and whether it is still played.
#[track_caller]
fn check_made(change: impl Fn(&mut Made), expected: &str) {
    let (studio, mut made) = (Studio::with_kantha(), made());
    change(&mut made);
    studio.put("media/videos/kantha/made.json", serde_json::to_vec(&made).unwrap());
    assert_eq!(studio.faults(), [format!("media/videos/kantha/made.json {expected}")]);
}

#[test]
fn what_was_made_is_not_believed_blindly() {
    check_made(|made| made.format += 1, "video_made_format");
    check_made(|made| made.segments.clear(), "video_made_damaged");
    check_made(|made| made.rungs.reverse(), "video_made_damaged");
    check_made(
        |made| made.rungs[0].codecs = "avc1\"\n#EXT-X-MAP:URI=\"//evil.example".into(),
        "video_made_damaged",
    );
    check_made(|made| made.stills_every = 0, "video_made_damaged");
    check_made(|made| made.milliseconds = 5 * 60 * 60 * 1_000, "video_too_long");
    check_made(|made| made.stills = 9, "video_made_missing");
    check_made(|made| made.poster_avif = true, "video_made_missing");
}

#[test]
fn damage_is_said_and_the_plain_file_plays() {
    let studio = Studio::with_kantha();
    studio.put("media/videos/kantha/made.json", "{");
    assert_eq!(studio.faults(), ["media/videos/kantha/made.json video_made_damaged"]);
    let reading = studio.read();
    assert_eq!(reading.count(Severity::Error), 0);
    assert!(matches!(only(reading).1.sheet.source, VideoSource::Plain(_)));

    studio.remove("media/videos/kantha/plain.mp4");
    assert_eq!(studio.faults()[0], "media/videos/kantha/made.json video_made_damaged");
    assert!(studio.read().pack.unwrap().videos.is_empty());
}

#[test]
fn what_is_missing_comes_again_by_a_command_that_has_the_film() {
    let studio = Studio::with_kantha();
    studio.remove("media/videos/kantha/240p/00001.m4s");
    let sentence = |studio: &Studio| studio.read().faults[0].to_string();
    assert!(sentence(&studio).contains("`alap video make`"), "{}", sentence(&studio));
    studio.remove("videos/kantha.mp4");
    let command = "`alap video add FILE --name kantha --replace`";
    assert!(sentence(&studio).contains(command), "{}", sentence(&studio));
    assert!(studio.read().faults[0].sentence(Locale::Bn).contains(command));
}

#[test]
fn an_empty_segment_is_none() {
    let studio = Studio::with_kantha();
    studio.put("media/videos/kantha/240p/00002.m4s", "");
    assert_eq!(studio.faults(), ["media/videos/kantha/made.json video_made_missing"]);
    assert_eq!(only(studio.read()).0.sizes.len(), 1);
}

#[test]
fn the_beginning_of_a_quality_has_to_be_one() {
    let studio = Studio::with_kantha();
    studio.put("media/videos/kantha/144p/init.mp4", "<html>404</html>");
    studio.put("media/videos/kantha/240p/init.mp4", [INIT, &[0; 5_000]].concat());
    let sentences: Vec<_> = studio.read().faults.iter().map(ToString::to_string).collect();
    assert_eq!(sentences.len(), 2);
    assert!(
        sentences[0].contains("“144p/init.mp4” of the video “kantha” is not what was made"),
        "{sentences:?}"
    );
}

#[test]
fn no_link_brings_another_file_into_a_sheet() {
    let studio = Studio::with_kantha();
    studio.put("secret", b"\0\0\0\x10ftyp a secret");
    let init = "media/videos/kantha/144p/init.mp4";
    studio.remove(init);
    std::os::unix::fs::symlink(studio.0.path().join("secret"), studio.0.path().join(init)).unwrap();
    assert_eq!(studio.faults(), ["media/videos/kantha/made.json video_made_broken"]);
}
