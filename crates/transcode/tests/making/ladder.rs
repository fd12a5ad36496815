//! What comes out of an ordinary film can be played.

use std::{fs, path::Path};

use alap_transcode::{Standing, made, standing};
use alap_video::made::Made;
use tempfile::TempDir;

use crate::{
    films::{asked, joined, run, usual},
    making, unwatched,
};

/// The lengths in a playlist, in milliseconds.
fn lengths(list: &str) -> Vec<u32> {
    list.lines()
        .filter_map(|line| line.strip_prefix("#EXTINF:")?.strip_suffix(','))
        .map(|seconds| seconds.replace('.', "").parse().unwrap())
        .collect()
}

/// One film is enough: making it takes longer than looking at it.
#[test]
fn an_ordinary_film_can_be_played_everywhere() {
    let folder = TempDir::new().unwrap();
    let outcome = making(folder.path(), &usual(folder.path())).unwrap();
    assert_eq!(outcome.notices, []);
    let (made, place) = (&outcome.made, folder.path().join("videos/kantha"));
    every_quality_has_the_same_segments_and_each_begins_with_a_key_frame(made, &place);
    the_codecs_are_those_that_were_written(made, &place);
    other_players_find_every_quality_by_the_master_playlist(made, &place);
    sound_and_picture_begin_together_in_every_quality(made, &place);
    the_plain_file_has_its_index_first_and_all_of_the_film(made, &place);
    pictures_are_small_and_as_many_as_are_told(made, &place);
}

fn every_quality_has_the_same_segments_and_each_begins_with_a_key_frame(made: &Made, place: &Path) {
    let lines: Vec<u16> = made.rungs.iter().map(|rung| rung.size.lines).collect();
    assert_eq!((lines, made.width, made.height), (vec![144, 240, 480], 640, 480));
    assert_eq!(made.segments, [2_000, 2_000, 1_300]);
    assert_eq!(made.milliseconds, 5_300);

    for rung in &made.rungs {
        let own = place.join(format!("{}p", rung.size.lines));
        assert_eq!(lengths(&fs::read_to_string(own.join("list.m3u8")).unwrap()), made.segments);
        let files = own.read_dir().unwrap().map(|entry| entry.unwrap());
        let media = files.filter(|entry| entry.file_name() != "list.m3u8");
        assert_eq!(rung.size.bytes, media.map(|entry| entry.metadata().unwrap().len()).sum::<u64>());
        let init = fs::metadata(own.join("init.mp4")).unwrap().len();
        assert!(init < 4 * 1_024);
        assert!(u64::from(rung.size.bandwidth) >= (rung.size.bytes - init) * 8_000 / made.milliseconds);

        let whole = joined(&own);
        let frames = asked(&whole, "packet=flags");
        assert_eq!(frames.len(), 159, "30 frames a second");
        for (place, flags) in frames.iter().enumerate() {
            assert_eq!(flags.starts_with('K'), place % 60 == 0, "{place} {flags}");
        }
    }
}

fn the_codecs_are_those_that_were_written(made: &Made, place: &Path) {
    for rung in &made.rungs {
        let own = place.join(format!("{}p", rung.size.lines));
        let told = asked(&joined(&own), "stream=profile,level,width,height");
        let told = &told[0];
        let fields: Vec<&str> = told.split(',').collect();
        // As H.264 numbers its profiles.
        let profile = if told.contains("Baseline") { "42" } else { "4d" };
        let level: u8 = fields[fields.len() - 1].parse().unwrap();
        let (name, sound) = rung.codecs.split_once(',').unwrap();
        assert!(name.starts_with(&format!("avc1.{profile}")), "{name} {told}");
        assert!(name.ends_with(&format!("{level:02x}")), "{name} {told}");
        assert_eq!(sound, "mp4a.40.2");
        assert!(told.contains(&format!("{},{}", rung.width, rung.height)), "{told}");
    }
}

fn other_players_find_every_quality_by_the_master_playlist(made: &Made, place: &Path) {
    let master = place.join("master.m3u8");
    let told = run(
        "ffprobe",
        place,
        &["-v", "error", "-show_entries", "stream=height:format=duration", "-of", "csv=p=0", "master.m3u8"],
    );
    for rung in &made.rungs {
        assert!(told.lines().any(|line| line == rung.height.to_string()), "{told}");
    }
    let text = fs::read_to_string(master).unwrap();
    assert_eq!(text.matches("#EXT-X-STREAM-INF:BANDWIDTH=").count(), 3);
    assert!(text.contains("\n144p/list.m3u8\n") && text.contains("CODECS=\"avc1.42"), "{text}");
    // Every frame can be decoded, from the first to the last.
    run("ffmpeg", place, &["-v", "error", "-xerror", "-i", "480p/list.m3u8", "-f", "null", "-"]);
}

fn sound_and_picture_begin_together_in_every_quality(made: &Made, place: &Path) {
    for rung in &made.rungs {
        let own = place.join(format!("{}p", rung.size.lines));
        let first = fs::read(own.join("00000.m4s")).unwrap();
        let init = fs::read(own.join("init.mp4")).unwrap();
        assert!(!init.windows(4).any(|name| name == b"elst"), "players read edit lists differently");
        let starts: Vec<_> = first
            .windows(4)
            .enumerate()
            .filter(|(_, name)| name == b"tfdt")
            .map(|(place, _)| u64::from_be_bytes(first[place + 8..place + 16].try_into().unwrap()))
            .collect();
        assert_eq!(starts, [0, 0], "{}p", rung.size.lines);
    }
}

fn the_plain_file_has_its_index_first_and_all_of_the_film(made: &Made, place: &Path) {
    let file = place.join("plain.mp4");
    let bytes = fs::read(&file).unwrap();
    assert_eq!(bytes.len() as u64, made.plain_bytes);
    let place = |name: &[u8]| bytes.windows(4).position(|window| window == name).unwrap();
    assert!(place(b"moov") < place(b"mdat"));
    assert_eq!(asked(&file, "packet=flags").len(), 159);
    assert_eq!(asked(&file, "stream=width,height,start_time"), ["640,480,0.000000"]);
}

fn pictures_are_small_and_as_many_as_are_told(made: &Made, place: &Path) {
    let bytes = |name: &str| fs::metadata(place.join(name)).unwrap().len();
    assert!(bytes("poster.jpg") <= 40 * 1_024);
    assert!(!made.poster_webp || bytes("poster.webp") <= 30 * 1_024);
    assert!(!made.poster_avif || bytes("poster.avif") <= 20 * 1_024);
    let strip = made.strip.unwrap();
    assert_eq!((strip.width, strip.height, strip.columns, strip.count, strip.every), (120, 90, 3, 3, 2));
    assert_eq!(asked(&place.join("strip.webp"), "stream=width,height"), ["360,90"]);
    assert_eq!((made.stills, made.stills_every), (3, 2));
    assert_eq!(place.join("stills").read_dir().unwrap().count(), 3);
    assert_eq!(asked(&place.join("stills/00002.webp"), "stream=width,height"), ["480,360"]);
    assert_eq!(asked(&place.join("poster.jpg"), "stream=width,height"), ["640,480"]);
}

#[test]
fn nothing_is_told_of_where_and_with_what_it_was_filmed() {
    let folder = TempDir::new().unwrap();
    let tags = ["-metadata", "location=+23.8103+090.4125/", "-metadata", "title=Rahima's phone"];
    let file = crate::films::film(folder.path(), "phone.mov", "testsrc2=s=320x240:d=2", None, &tags);
    making(folder.path(), &file).unwrap();
    let mut folders = vec![folder.path().join("videos")];
    while let Some(each) = folders.pop() {
        for entry in each.read_dir().unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).unwrap();
            let tells = |word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
            assert!(!tells(b"23.8103") && !tells(b"Rahima"), "{}", path.display());
        }
    }
}

#[test]
fn what_is_made_is_current_until_the_file_changes() {
    let folder = TempDir::new().unwrap();
    let file = usual(folder.path());
    let videos = folder.path().join("videos");
    let now = || standing(&videos, "kantha", &file, &mut unwatched).unwrap();
    assert_eq!(now(), Standing::Missing);
    let made_now = making(folder.path(), &file).unwrap().made;
    assert_eq!(now(), Standing::Current(Box::new(made_now.clone())));
    assert_eq!(made(&videos, "kantha"), Some(made_now.clone()));
    assert_eq!(hidden_names(&videos), Vec::<String>::new(), "nothing is left of the work");

    // The same bytes, written again.
    fs::write(&file, fs::read(&file).unwrap()).unwrap();
    assert_eq!(now(), Standing::Current(Box::new(made_now)));

    fs::remove_file(videos.join("kantha/240p/00001.m4s")).unwrap();
    assert_eq!(now(), Standing::Changed, "a segment is missing");
}

fn hidden_names(videos: &Path) -> Vec<String> {
    let names = videos.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with('.')).collect()
}
