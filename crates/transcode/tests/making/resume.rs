//! A run that was stopped is gone on with.

use std::{
    collections::BTreeMap,
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
    time::SystemTime,
};

use alap_transcode::{Job, Outcome, Progress, Stage, Tools, TranscodeError, made, make};
use tempfile::TempDir;

use crate::{
    films::{film, usual},
    making,
};

/// Stops when this stage begins.
fn stopped_at(folder: &Path, file: &Path, stage: Stage) -> Result<Outcome, TranscodeError> {
    let videos = folder.join("videos");
    let mut watch = |progress: &Progress| match progress.stage == stage {
        true => ControlFlow::Break(()),
        false => ControlFlow::Continue(()),
    };
    make(&Tools::default(), &Job { source: file, videos: &videos, id: "kantha" }, &mut watch)
}

/// When each segment below this folder was written.
fn written(folder: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let mut all = BTreeMap::new();
    for lines in ["144p", "240p", "480p"] {
        let Ok(entries) = folder.join(lines).read_dir() else { continue };
        for entry in entries.map(|entry| entry.unwrap()) {
            let name = Path::new(lines).join(entry.file_name());
            if name.extension().is_some_and(|end| end == "m4s") {
                all.insert(name, entry.metadata().unwrap().modified().unwrap());
            }
        }
    }
    all
}

#[test]
fn finished_qualities_are_not_made_again() {
    let folder = TempDir::new().unwrap();
    let file = usual(folder.path());
    let stopped = stopped_at(folder.path(), &file, Stage::Quality(480));
    assert!(matches!(stopped, Err(TranscodeError::Stopped)), "{stopped:?}");
    let videos = folder.path().join("videos");
    assert_eq!(made(&videos, "kantha"), None, "half of a video is none");
    let before = written(&videos.join(".kantha.part/made"));
    assert_eq!(before.len(), 6, "two qualities of three segments");

    making(folder.path(), &file).unwrap();
    let after = written(&videos.join("kantha"));
    assert_eq!(after.len(), 9);
    for (name, time) in before {
        assert_eq!(after[&name], time, "{}", name.display());
    }
    assert!(!videos.join(".kantha.part").exists());
}

#[test]
fn a_quality_that_lost_a_segment_is_made_again() {
    let folder = TempDir::new().unwrap();
    let file = usual(folder.path());
    stopped_at(folder.path(), &file, Stage::Plain).unwrap_err();
    let segment = folder.path().join("videos/.kantha.part/made/240p/00001.m4s");
    // As a power cut leaves it.
    fs::write(&segment, b"").unwrap();
    making(folder.path(), &file).unwrap();
    assert!(fs::metadata(folder.path().join("videos/kantha/240p/00001.m4s")).unwrap().len() > 0);
}

#[test]
fn another_file_begins_anew() {
    let folder = TempDir::new().unwrap();
    stopped_at(folder.path(), &usual(folder.path()), Stage::Plain).unwrap_err();
    let other = film(folder.path(), "other.mp4", "testsrc=s=320x240:r=30:d=2", None, &[]);
    let outcome = making(folder.path(), &other).unwrap();
    assert_eq!(outcome.made.milliseconds, 2_000);
    let names: Vec<_> = folder.path().join("videos/kantha").read_dir().unwrap().collect();
    assert!(!names.iter().any(|entry| entry.as_ref().unwrap().file_name() == "480p"), "{names:?}");
}

#[test]
fn what_was_made_before_stays_until_the_new_is_finished() {
    let folder = TempDir::new().unwrap();
    let videos = folder.path().join("videos");
    let first = making(folder.path(), &usual(folder.path())).unwrap().made;
    let other = film(folder.path(), "other.mp4", "testsrc=s=320x240:r=30:d=2", None, &[]);
    stopped_at(folder.path(), &other, Stage::Pictures).unwrap_err();
    assert_eq!(made(&videos, "kantha"), Some(first));
    let second = making(folder.path(), &other).unwrap().made;
    assert_eq!(made(&videos, "kantha"), Some(second));
}

#[test]
fn what_was_set_aside_when_the_power_went_is_put_back() {
    let folder = TempDir::new().unwrap();
    let file = usual(folder.path());
    let videos = folder.path().join("videos");
    let first = making(folder.path(), &file).unwrap().made;
    // Between the two renames of the change.
    fs::create_dir(videos.join(".kantha.part")).unwrap();
    fs::rename(videos.join("kantha"), videos.join(".kantha.part/old")).unwrap();
    assert_eq!(made(&videos, "kantha"), None);
    stopped_at(folder.path(), &file, Stage::Quality(144)).unwrap_err();
    assert_eq!(made(&videos, "kantha"), Some(first));
}

#[test]
fn progress_comes_to_its_end_and_never_goes_back() {
    let folder = TempDir::new().unwrap();
    let file = usual(folder.path());
    let videos = folder.path().join("videos");
    let mut seen = Vec::new();
    let mut watch = |progress: &Progress| {
        seen.push(*progress);
        ControlFlow::Continue(())
    };
    make(&Tools::default(), &Job { source: &file, videos: &videos, id: "kantha" }, &mut watch).unwrap();
    assert!(seen.iter().zip(&seen[1..]).all(|(one, next)| one.whole <= next.whole));
    assert!(seen.last().unwrap().whole > 0.99);
    let stages = [Stage::Reading, Stage::Quality(144), Stage::Quality(480), Stage::Plain, Stage::Pictures];
    for stage in stages {
        assert!(seen.iter().any(|progress| progress.stage == stage), "{stage}");
    }
}
