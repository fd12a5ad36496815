//! What is wrong with a file is said exactly.

use std::{fs, path::Path, process::Command};

use alap_transcode::{Job, Notice, Tools, TranscodeError, make};
use tempfile::TempDir;

use crate::{
    films::{film, run, usual},
    making, unwatched,
};

/// What is said of a file with this content.
fn said_of(name: &str, content: &[u8]) -> TranscodeError {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(name);
    fs::write(&file, content).unwrap();
    let error = making(folder.path(), &file).unwrap_err();
    assert!(!folder.path().join("videos").exists(), "nothing is left behind");
    error
}

#[test]
fn what_is_not_a_video_is_said_as_what_it_is() {
    assert!(matches!(said_of("x.mp4", b"Dear customer,\nthis is no film.\n"), TranscodeError::NotVideo));
    assert!(matches!(said_of("x.mp4", b""), TranscodeError::Empty));
    assert!(matches!(said_of("x.mp4", &[0; 5_000]), TranscodeError::NotVideo));
    let folder = TempDir::new().unwrap();
    let picture = film(folder.path(), "x.png", "testsrc2=s=64x64", None, &["-c:v", "png", "-frames:v", "1"]);
    assert!(matches!(said_of("x.mp4", &fs::read(picture).unwrap()), TranscodeError::OnlyPicture));
    assert!(matches!(making(folder.path(), folder.path()), Err(TranscodeError::NotFile)));
    assert!(matches!(making(folder.path(), Path::new("/nowhere/x.mp4")), Err(TranscodeError::NoFile)));
}

#[test]
fn only_sound_is_said_as_such() {
    let folder = TempDir::new().unwrap();
    for name in ["x.mp4", "x.mp3", "x.wav"] {
        let arguments = ["-v", "error", "-f", "lavfi", "-i", "sine=d=2", name];
        run("ffmpeg", folder.path(), &arguments);
        let error = making(folder.path(), &folder.path().join(name)).unwrap_err();
        assert!(matches!(error, TranscodeError::OnlySound), "{name}: {error}");
    }
}

#[test]
fn a_list_that_names_other_files_is_not_followed() {
    let folder = TempDir::new().unwrap();
    let secret = usual(folder.path());
    let secret = secret.display();
    for list in [
        format!("#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5.0,\nfile://{secret}\n#EXT-X-ENDLIST\n"),
        format!("ffconcat version 1.0\nfile {secret}\n"),
        format!("<?xml version=\"1.0\"?><MPD><Period><BaseURL>file://{secret}</BaseURL></Period></MPD>"),
    ] {
        assert!(matches!(said_of("x.mp4", list.as_bytes()), TranscodeError::NotVideo), "{list}");
    }
}

#[test]
fn a_name_that_looks_like_an_option_or_an_address_is_only_a_name() {
    let folder = TempDir::new().unwrap();
    let film = film(folder.path(), "x.mp4", "testsrc2=s=64x64:d=1", None, &[]);
    for name in ["-y.mp4", "http:কাঁথা %03d \"x\" $(y);z.mp4"] {
        let file = folder.path().join(name);
        fs::copy(&film, &file).unwrap();
        making(folder.path(), &file).unwrap();
    }
}

#[test]
fn a_file_without_its_index_was_cut_off() {
    let folder = TempDir::new().unwrap();
    // ffmpeg writes the index last, as cameras do.
    let whole = fs::read(usual(folder.path())).unwrap();
    let error = said_of("x.mp4", &whole[..whole.len() / 2]);
    assert!(matches!(error, TranscodeError::NoIndex), "{error}");
    assert!(error.to_string().contains("copy it again"));
}

#[test]
fn a_file_that_ends_before_it_says_was_cut_off() {
    let folder = TempDir::new().unwrap();
    let file = film(folder.path(), "x.mp4", "testsrc2=s=320x240:d=10", None, &["-movflags", "+faststart"]);
    let whole = fs::read(&file).unwrap();
    let error = said_of("x.mp4", &whole[..whole.len() / 2]);
    assert!(matches!(error, TranscodeError::EndsEarly { says: 10_000, ends: 2_000..8_000 }), "{error:?}");
    let file = film(folder.path(), "x.mkv", "testsrc2=s=320x240:d=10", Some("sine=d=10"), &[]);
    let whole = fs::read(&file).unwrap();
    let error = said_of("x.mkv", &whole[..whole.len() / 2]);
    assert!(matches!(error, TranscodeError::EndsEarly { .. }), "{error:?}");
}

#[test]
fn pictures_that_cannot_be_read_are_no_film() {
    let folder = TempDir::new().unwrap();
    let file = film(folder.path(), "x.mp4", "testsrc2=s=320x240:d=4", None, &[]);
    let mut bytes = fs::read(&file).unwrap();
    let place = |name: &[u8; 4]| bytes.windows(4).position(|window| window == name).unwrap();
    let (from, until) = (place(b"mdat") + 4, place(b"moov") - 4);
    bytes[from..until].fill(0xaa);
    let error = said_of("x.mp4", &bytes);
    assert!(matches!(error, TranscodeError::NoFrames { .. }), "{error:?}");
}

#[test]
fn a_damaged_place_is_told_and_the_rest_is_made() {
    let folder = TempDir::new().unwrap();
    let file = film(folder.path(), "x.mp4", "testsrc2=s=320x240:d=6", None, &["-g", "15"]);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 3_000].fill(0xaa);
    fs::write(&file, bytes).unwrap();
    let outcome = making(folder.path(), &file).unwrap();
    assert!(matches!(outcome.notices.as_slice(), [Notice::Damaged { .. }]), "{:?}", outcome.notices);
    assert_eq!(outcome.made.milliseconds, 6_000);
}

#[test]
fn a_machine_without_ffmpeg_is_told_what_to_install() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("x.mp4");
    fs::write(&file, b"x").unwrap();
    let videos = folder.path().join("videos");
    let job = Job { source: &file, videos: &videos, id: "kantha" };
    let tools = Tools { ffmpeg: folder.path().join("ffmpeg"), ffprobe: folder.path().join("ffprobe") };
    let error = make(&tools, &job, &mut unwatched).unwrap_err();
    assert!(matches!(error, TranscodeError::NoFfmpeg { .. }), "{error:?}");
    assert!(error.to_string().contains("apt install ffmpeg"));
    // One of the two is not enough.
    let tools = Tools { ffprobe: folder.path().join("ffprobe"), ..Tools::default() };
    let error = make(&tools, &job, &mut unwatched).unwrap_err();
    assert!(matches!(error, TranscodeError::NoFfmpeg { .. }), "{error:?}");
}

#[test]
fn a_place_where_nothing_can_be_written_is_named() {
    let folder = TempDir::new().unwrap();
    let file = film(folder.path(), "x.mp4", "testsrc2=s=64x64:d=1", None, &[]);
    // A file where the folder should be; whoever runs this test may write everywhere else.
    fs::write(folder.path().join("videos"), b"").unwrap();
    let error = making(folder.path(), &file).unwrap_err();
    assert!(error.to_string().contains("videos"), "{error}");
}

#[test]
fn two_runs_at_once_do_not_write_over_each_other() {
    let folder = TempDir::new().unwrap();
    let file = film(folder.path(), "x.mp4", "testsrc2=s=64x64:d=1", None, &[]);
    let part = folder.path().join("videos/.kantha.part");
    fs::create_dir_all(&part).unwrap();
    let lock = fs::File::create(part.join("lock")).unwrap();
    lock.lock().unwrap();
    assert!(matches!(making(folder.path(), &file), Err(TranscodeError::Busy)));
    drop(lock);
    making(folder.path(), &file).unwrap();
}

#[test]
fn the_tests_have_an_ffmpeg() {
    // Without one the others fail as well; this one says why.
    let there = |tool: &str| Command::new(tool).arg("-version").output().is_ok();
    assert!(there("ffmpeg") && there("ffprobe"), "install ffmpeg to run these tests: `apt install ffmpeg`");
}
