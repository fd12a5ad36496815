//! Films of every kind that sellers have.

use std::path::Path;

use alap_transcode::{Plan, Tone, Tools, TranscodeError, plan, probe};
use tempfile::TempDir;

use crate::{
    films::{asked, film, joined, run},
    making, unwatched,
};

fn planned(file: &Path) -> Result<Plan, TranscodeError> {
    let tools = Tools::default();
    Ok(plan(&probe(&tools, file, &mut unwatched)?, &tools.abilities()?))
}

#[test]
fn an_upright_film_stays_upright() {
    let folder = TempDir::new().unwrap();
    let file = film(folder.path(), "x.mp4", "testsrc2=s=270x480:r=25:d=2", Some("sine=d=2"), &[]);
    let made = making(folder.path(), &file).unwrap().made;
    let sizes: Vec<_> = made.rungs.iter().map(|rung| (rung.size.lines, rung.width, rung.height)).collect();
    assert_eq!(sizes, [(144, 144, 256), (240, 240, 426)]);
    let strip = made.strip.unwrap();
    assert!(strip.width < strip.height);
}

#[test]
fn a_film_that_a_phone_only_marked_as_turned_is_made_turned() {
    let folder = TempDir::new().unwrap();
    film(folder.path(), "lying.mp4", "testsrc2=s=320x240:d=2", None, &[]);
    run(
        "ffmpeg",
        folder.path(),
        &["-v", "error", "-i", "lying.mp4", "-c", "copy", "-metadata:s:v:0", "rotate=90", "turned.mp4"],
    );
    let made = making(folder.path(), &folder.path().join("turned.mp4")).unwrap().made;
    assert_eq!((made.width, made.height), (240, 320));
    let told = asked(&joined(&folder.path().join("videos/kantha/240p")), "stream=width,height");
    assert_eq!(told, ["240,320"]);
}

#[test]
fn a_film_without_sound_needs_no_sound_of_the_player() {
    let folder = TempDir::new().unwrap();
    let file = film(folder.path(), "x.mp4", "testsrc2=s=320x240:d=3", None, &[]);
    let made = making(folder.path(), &file).unwrap().made;
    for rung in &made.rungs {
        assert!(rung.codecs.starts_with("avc1.") && !rung.codecs.contains("mp4a"), "{}", rung.codecs);
    }
    assert_eq!(made.milliseconds, 3_000);
}

#[test]
fn a_film_of_a_good_camera_becomes_one_for_ordinary_screens() {
    let folder = TempDir::new().unwrap();
    let hdr = [
        "-c:v",
        "libx265",
        "-preset",
        "ultrafast",
        "-pix_fmt",
        "yuv420p10le",
        "-x265-params",
        "log-level=none:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc",
        "-color_primaries",
        "bt2020",
        "-color_trc",
        "smpte2084",
        "-colorspace",
        "bt2020nc",
        "-tag:v",
        "hvc1",
    ];
    let file = film(folder.path(), "x.mov", "testsrc2=s=3840x2160:r=60:d=0.2", Some("sine=d=0.2"), &hdr);
    let plan = planned(&file).unwrap();
    assert!(matches!(plan.tone, Tone::Mapped { pq: true, .. }), "{plan:?}");
    assert_eq!(plan.frames, 30);
    let made = making(folder.path(), &file).unwrap().made;
    let lines: Vec<u16> = made.rungs.iter().map(|rung| rung.size.lines).collect();
    assert_eq!(lines, [144, 240, 480, 720]);
    let told = asked(
        &joined(&folder.path().join("videos/kantha/720p")),
        "stream=width,pix_fmt,color_transfer,color_space,r_frame_rate",
    );
    assert_eq!(told, ["1280,yuv420p,bt709,bt709,30/1"]);
}

#[test]
fn a_film_without_a_length_is_measured() {
    let folder = TempDir::new().unwrap();
    // As a browser records it: nobody goes back to write how long it became.
    let stream = ["-c:v", "libvpx", "-deadline", "realtime", "-live", "1", "-f", "webm"];
    let file = film(folder.path(), "x.webm", "testsrc2=s=160x120:r=15:d=4", None, &stream);
    let source = probe(&Tools::default(), &file, &mut unwatched).unwrap();
    assert!(source.milliseconds.abs_diff(4_000) < 100, "{}", source.milliseconds);
    let made = making(folder.path(), &file).unwrap().made;
    assert_eq!(made.rungs.len(), 1, "smaller than the lowest quality: one, at its own size");
    assert_eq!((made.rungs[0].size.lines, made.rungs[0].width), (120, 160));
}

#[test]
fn a_black_beginning_is_not_the_poster() {
    let folder = TempDir::new().unwrap();
    let late = "testsrc2=s=320x240:r=10:d=10,drawbox=c=black:t=fill:enable='lt(t,3)'";
    let file = film(folder.path(), "x.mp4", late, None, &[]);
    making(folder.path(), &file).unwrap();
    let poster = folder.path().join("videos/kantha/poster.jpg");
    let arguments = [
        "-v",
        "error",
        "-i",
        poster.to_str().unwrap(),
        "-vf",
        "scale=1:1,format=gray,signalstats,metadata=print:file=-",
        "-f",
        "null",
        "-",
    ];
    let told = run("ffmpeg", folder.path(), &arguments);
    let mean = told.lines().find_map(|line| line.strip_prefix("lavfi.signalstats.YAVG=")).unwrap();
    assert!(mean.parse::<f64>().unwrap() > 40.0, "{told}");
}

#[test]
fn three_hours_are_planned_and_five_are_refused() {
    let folder = TempDir::new().unwrap();
    let hours = |name: &str, hours: u32| {
        let pictures = format!("color=c=red:s=64x64:r=1/60:d={}", hours * 3_600);
        film(folder.path(), name, &pictures, None, &[])
    };
    let plan = planned(&hours("three.mp4", 3)).unwrap();
    assert_eq!((plan.segment, plan.frames), (4, 5));
    assert!(plan.milliseconds.abs_diff(3 * 3_600_000) <= 60_000, "{}", plan.milliseconds);
    let refused = planned(&hours("five.mp4", 5)).unwrap_err();
    assert!(matches!(refused, TranscodeError::TooLong { .. }), "{refused}");
    assert!(refused.to_string().contains("at most 4:00:00"), "{refused}");
}
