//! `alap video`, as a person starts it, with the real ffmpeg.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

/// `alap video …` on this shop.
fn alap(shop: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alap"));
    command.arg("video").args(arguments).args(["--shop", shop.to_str().unwrap()]);
    command
}

fn words(output: Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn refused(output: Output) -> String {
    assert!(!output.status.success(), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn said(shop: &Path, arguments: &[&str]) -> String {
    words(alap(shop, arguments).output().unwrap())
}

/// A shop with one saree, and beside it a film of it.
struct Place {
    folder: TempDir,
    shop: PathBuf,
    film: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let shop = folder.path().join("shop");
        fs::create_dir(&shop).unwrap();
        fs::write(
            shop.join("shop.toml"),
            "id = \"nokshi\"\nname = { bn = \"নকশি\", en = \"Nokshi\" }\nlanguages = [\"bn\", \"en\"]\n\
             currency = \"BDT\"\npage_origins = [\"https://nokshi.example\"]\n[bot]\n\
             name = { bn = \"মিতা\", en = \"Mita\" }\n[theme]\ncolor = \"#0f766e\"\n[hours]\n\
             time_zone = \"Asia/Dhaka\"\nsaturday = \"10:00-20:00\"\n",
        )
        .unwrap();
        fs::write(
            shop.join("faq.md"),
            "## delivery\nbn? ডেলিভারি কত?\nbn: ৬০ টাকা।\nen? Delivery?\nen: 60 taka.\n",
        )
        .unwrap();
        let catalogue = "sku,title_bn,title_en,price\nNK-1,জামদানি,Jamdani saree,1200\n";
        fs::write(shop.join("catalogue.csv"), catalogue).unwrap();
        let film = folder.path().join("Kantha Saree.mp4");
        draw(&film, "testsrc2=s=320x240:r=30:d=4.5");
        Self { folder, shop, film }
    }

    fn film(&self) -> &str {
        self.film.to_str().unwrap()
    }

    fn write(&self, name: &str, text: &str) -> String {
        let file = self.folder.path().join(name);
        fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.shop.join(name)).unwrap()
    }

    fn has(&self, name: &str) -> bool {
        self.shop.join(name).exists()
    }
}

/// Draws a film with a tone.
fn draw(file: &Path, pictures: &str) {
    let done = Command::new("ffmpeg")
        .args([
            "-v",
            "error",
            "-y",
            "-nostdin",
            "-f",
            "lavfi",
            "-i",
            pictures,
            "-f",
            "lavfi",
            "-i",
            "sine=d=60",
        ])
        .args(["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest"])
        .arg(file)
        .output();
    assert!(done.is_ok(), "these tests need ffmpeg on this machine (`apt install ffmpeg`): {done:?}");
    let done = done.unwrap();
    assert!(done.status.success(), "{done:?}");
}

const BN: &str = "WEBVTT\n\n00:00.500 --> 00:02.000\nএই আমাদের জামদানি\n";
const EN: &str = "WEBVTT\n\n00:00.500 --> 00:02.000\nThis is our jamdani\n";

#[test]
fn a_video_is_added_with_all_that_belongs_to_it() {
    let place = Place::new();
    let (bn, en) = (place.write("talk.bn.vtt", BN), place.write("talk.vtt", EN));
    let chapters = place.write("chapters.txt", "0:00 শুরু | Beginning\n0:03 আঁচল | The end piece\n");
    let arguments =
        ["add", place.film(), "--product", "NK-1", "--captions", &bn, &en, "--chapters", &chapters];
    let told = said(&place.shop, &arguments);
    assert!(told.contains("kantha-saree: 0:04, 144p ") && told.contains("240p "), "{told}");

    let about: toml::Table = toml::from_str(&place.read("videos/kantha-saree.toml")).unwrap();
    assert_eq!(about["title"]["bn"].as_str(), Some("জামদানি"), "from the product");
    assert_eq!(about["products"][0].as_str(), Some("NK-1"));
    assert!(!about.contains_key("file") && !about.contains_key("link"));
    assert_eq!(place.read("videos/kantha-saree.bn.vtt"), BN);
    assert_eq!(place.read("videos/kantha-saree.en.vtt"), EN);
    assert!(place.has("videos/kantha-saree.chapters.txt"));
    assert!(place.has("media/videos/kantha-saree/144p/00002.m4s"));

    let reading = alap_shop::read_folder(&place.shop);
    assert!(reading.is_sound(), "{:?}", reading.faults);
    let pack = reading.pack.unwrap();
    assert_eq!((pack.videos.len(), pack.videos[0].seconds, pack.videos[0].sizes.len()), (1, 5, 2));
    assert!(pack.videos[0].poster.is_some() && pack.videos[0].stills.is_some());

    let listed = said(&place.shop, &["list"]);
    let line = listed.lines().find(|line| line.starts_with("kantha-saree")).unwrap();
    assert!(line.contains("made") && line.contains("144p 0.") && line.ends_with("bn en"), "{listed}");
}

#[test]
fn a_video_that_is_there_is_not_written_over_by_accident() {
    let place = Place::new();
    said(&place.shop, &["add", place.film(), "--product", "NK-1", "--name", "one", "--title-en", "First"]);
    let again = ["add", place.film(), "--product", "NK-1", "--name", "one"];
    let why = refused(alap(&place.shop, &again).output().unwrap());
    assert!(why.contains("one.toml is there already") && why.contains("--replace"), "{why}");
    assert!(place.read("videos/one.toml").contains("First"));
    let told = said(&place.shop, &[again.as_slice(), &["--replace"]].concat());
    assert!(told.contains("one: nothing has changed"), "{told}");
    assert!(place.read("videos/one.toml").contains("First"), "what nobody said anew stays");
}

#[test]
fn another_film_takes_the_place_of_one_and_nothing_that_the_seller_wrote_is_lost() {
    let place = Place::new();
    let (bn, en) = (place.write("bn.vtt", BN), place.write("en.vtt", EN));
    let add = ["add", place.film(), "--product", "NK-1", "--name", "one", "--captions", &bn, &en];
    said(&place.shop, &add);
    let about = format!("# mine\n{}published = \"2026-01-31\"\n", place.read("videos/one.toml"));
    fs::write(place.shop.join("videos/one.toml"), &about).unwrap();
    draw(&place.film, "testsrc=s=160x120:d=3");
    let told = said(
        &place.shop,
        &["add", place.film(), "--name", "one", "--replace", "--title-en", "New", "--captions", &bn],
    );
    assert!(told.contains("one: 0:03, 120p"), "{told}");
    assert!(
        told.contains("one.en.vtt is of the film before") && !told.contains("one.bn.vtt is of"),
        "{told}"
    );
    let changed = about.replace("Jamdani saree", "New");
    assert_eq!(place.read("videos/one.toml"), changed);
    let nothing = ["add", place.film(), "--name", "two", "--replace"];
    assert!(refused(alap(&place.shop, &nothing).output().unwrap()).contains("--product SKU"));
}

#[test]
fn the_sellers_own_film_is_never_taken_away() {
    let place = Place::new();
    let own = place.shop.join("media/videos/one.mp4");
    fs::create_dir_all(own.parent().unwrap()).unwrap();
    fs::copy(&place.film, &own).unwrap();
    let add = ["add", own.to_str().unwrap(), "--product", "NK-1", "--replace"];
    said(&place.shop, &add);
    assert!(own.is_file() && place.has("media/videos/one/made.json"));
    assert!(place.read("videos/one.toml").contains("file = \"media/videos/one.mp4\""));
    assert!(said(&place.shop, &["make"]).contains("one: nothing has changed"));
    draw(&place.film, "testsrc=s=160x120:d=3");
    let other = ["add", place.film(), "--name", "one", "--replace"];
    let why = refused(alap(&place.shop, &other).env("PATH", "").output().unwrap());
    assert!(why.contains("one.mp4 is a film of your own"), "{why}");
    let told = said(&place.shop, &["remove", "one"]);
    assert!(own.is_file() && told.contains("one.mp4 is your own file and stays"), "{told}");
    assert!(!place.has("videos/one.toml") && !place.has("media/videos/one"));
}

#[test]
fn a_description_that_cannot_be_read_is_told_from_a_film_that_waits() {
    let place = Place::new();
    fs::create_dir(place.shop.join("videos")).unwrap();
    fs::write(place.shop.join("videos/one.toml"), "title = ").unwrap();
    fs::write(place.shop.join("videos/two.toml"), "title = { en = \"Two\" }\n").unwrap();
    fs::copy(&place.film, place.shop.join("videos/two.MOV")).unwrap();
    let listed = said(&place.shop, &["list"]);
    let line = |name: &str| listed.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    assert!(line("one").contains("broken: run alap check"), "{listed}");
    assert!(line("two").contains("not made"), "{listed}");
}

#[test]
fn what_cannot_work_is_said_before_the_long_work() {
    let place = Place::new();
    let refuse = |arguments: &[&str]| {
        let why = refused(alap(&place.shop, &[&["add"], arguments].concat()).output().unwrap());
        assert!(!place.has("media/videos") && !place.has("videos"), "{why}");
        why
    };
    let film = place.film();
    assert!(refuse(&[film, "--product", "NK-9"]).contains("NK-9: there is no such product"));
    assert!(refuse(&[film, "--product", "NK-1", "--name", "Two words"]).contains("such as two-words"));
    assert!(refuse(&[film, "--product", "NK-1", "--captions", "/nowhere.vtt"]).contains("/nowhere.vtt"));
    assert!(
        refuse(&["https://example.org/x", "--product", "NK-1"]).contains("example.org is none of YouTube")
    );
    let text = place.write("x.mp4", "hello");
    assert!(refuse(&[&text, "--product", "NK-1"]).contains("x.mp4: this is not a video"));
    let elsewhere = alap(place.folder.path(), &["list"]).output().unwrap();
    assert!(refused(elsewhere).contains("there is no shop.toml"));
}

#[test]
fn wrong_captions_are_named_with_their_line() {
    let place = Place::new();
    let broken = place.write("bn.vtt", "WEBVTT\n\n00:02.000 --> 00:01.000\nউল্টো\n");
    let output =
        alap(&place.shop, &["add", place.film(), "--product", "NK-1", "--captions", &broken]).output();
    let output = output.unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("videos/kantha-saree.bn.vtt:3: "), "{told}");
}

#[test]
fn a_link_is_written_down_and_nothing_is_loaded() {
    let place = Place::new();
    let told = said(&place.shop, &["add", "https://youtu.be/dQw4w9WgXcQ", "--product", "NK-1"]);
    assert!(told.contains("only when somebody taps"), "{told}");
    assert!(place.read("videos/nk-1.toml").contains("link = \"https://youtu.be/dQw4w9WgXcQ\""));
    said(&place.shop, &["add", "https://vimeo.com/76979871", "--product", "NK-1"]);
    let listed = said(&place.shop, &["list"]);
    assert!(listed.contains("nk-1    ") && listed.contains("link: YouTube"), "{listed}");
    assert!(listed.contains("nk-1-2") && listed.contains("link: Vimeo"), "{listed}");
}

#[test]
fn a_bangla_file_name_becomes_the_products() {
    let place = Place::new();
    let film = place.folder.path().join("কাঁথা ২.mp4");
    fs::copy(&place.film, &film).unwrap();
    said(&place.shop, &["add", film.to_str().unwrap(), "--product", "NK-1", "--hello"]);
    assert!(place.read("videos/nk-1.toml").contains("hello = true"));
}

#[test]
fn without_ffmpeg_a_plain_file_is_shown_as_it_is() {
    let place = Place::new();
    let add = |file: &str, name: &str| {
        let arguments = ["add", file, "--product", "NK-1", "--name", name];
        alap(&place.shop, &arguments).env("PATH", "").output().unwrap()
    };
    let told = words(add(place.film(), "plain"));
    assert!(told.contains("ffmpeg") && told.contains("apt install ffmpeg"), "{told}");
    assert!(place.read("videos/plain.toml").contains("file = \"media/videos/plain.mp4\""));
    assert_eq!(fs::read(place.shop.join("media/videos/plain.mp4")).unwrap(), fs::read(&place.film).unwrap());
    assert!(said(&place.shop, &["list"]).contains("plain"));
    let mov = place.write("x.mov", "");
    assert!(refused(add(&mov, "other")).contains("only .mp4 and .webm"));
    words(add(place.film(), "gone"));
    said(&place.shop, &["remove", "gone"]);
    assert!(!place.has("media/videos/gone.mp4"), "the copy was none of the seller's files");

    // Once it is there, the same file is made.
    let told = said(&place.shop, &["make"]);
    assert!(told.contains("plain: 0:04, 144p"), "{told}");
    assert!(place.has("media/videos/plain/made.json"));
}

#[test]
fn a_folder_of_videos_is_made_and_one_that_is_broken_stops_no_other() {
    let place = Place::new();
    let own = place.shop.join("videos");
    fs::create_dir(&own).unwrap();
    fs::copy(&place.film, own.join("nk-1.MP4")).unwrap();
    fs::write(own.join("broken.mp4"), "no film").unwrap();
    fs::copy(&place.film, own.join("Two Words.mp4")).unwrap();
    let output = alap(&place.shop, &["make"]).output().unwrap();
    let told = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(told.contains("nk-1: 0:04, 144p"), "{told}");
    let why = refused(output);
    assert!(why.contains("broken.mp4: this is not a video"), "{why}");
    assert!(why.contains("such as two-words.mp4"), "{why}");
    assert!(place.read("videos/nk-1.toml").contains("products = [\"NK-1\"]"), "it is named like the product");
    assert!(!place.has("videos/broken.toml"));

    fs::remove_file(own.join("broken.mp4")).unwrap();
    fs::remove_file(own.join("Two Words.mp4")).unwrap();
    assert!(said(&place.shop, &["make"]).contains("nk-1: nothing has changed"));
    draw(&own.join("nk-1.MP4"), "testsrc=s=160x120:d=3");
    assert!(said(&place.shop, &["make", "nk-1"]).contains("nk-1: 0:03, 120p"));
    let why = refused(alap(&place.shop, &["make", "nk-2"]).output().unwrap());
    assert!(why.contains("nk-2.mp4: there is no such file"), "{why}");
}

/// A folder with programs that come before those of the system.
#[cfg(unix)]
fn program(place: &Place, name: &str, script: &str) -> std::ffi::OsString {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = place.folder.path().join("bin");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    let system = std::env::var_os("PATH").unwrap();
    let all = [folder].into_iter().chain(std::env::split_paths(&system));
    std::env::join_paths(all).unwrap()
}

/// Calls the system's own ffmpeg.
#[cfg(unix)]
const REAL: &str = "PATH=\"${PATH#*:}\" exec ffmpeg \"$@\"";

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_is_gone_on_with() {
    let place = Place::new();
    // The second quality waits until the run is killed, however fast or slow this machine is; then nothing comes of it.
    let hold = place.write("hold", "");
    let wait = format!("while [ -e '{hold}' ]; do sleep 0.05; done; exit 1");
    let script = format!("case \"$PWD\" in */240p.*) if [ -e '{hold}' ]; then {wait}; fi;; esac\n{REAL}");
    let path = program(&place, "ffmpeg", &script);
    let arguments = ["add", place.film(), "--product", "NK-1", "--name", "one"];
    let mut child = alap(&place.shop, &arguments)
        .env("PATH", path)
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let second = lines.map(|line| line.unwrap()).find(|line| line.contains("240p"));
    child.kill().unwrap();
    child.wait().unwrap();
    fs::remove_file(hold).unwrap();
    assert!(second.is_some());
    assert!(!place.has("media/videos/one") && !place.has("videos/one.toml"));
    let first = place.shop.join("media/videos/.one.part/made/144p/00000.m4s");
    let before = fs::metadata(&first).unwrap().modified().unwrap();
    said(&place.shop, &arguments);
    let after = fs::metadata(place.shop.join("media/videos/one/144p/00000.m4s")).unwrap().modified().unwrap();
    assert_eq!(before, after, "the finished quality is not made again");
    assert!(!place.has("media/videos/.one.part"));
}

#[cfg(unix)]
#[test]
fn an_ffmpeg_without_h264_is_as_none() {
    let place = Place::new();
    let script = format!("case \"$*\" in *-encoders*) echo ' A..... aac AAC'; exit 0;; esac\n{REAL}");
    let path = program(&place, "ffmpeg", &script);
    let add = |path: &std::ffi::OsStr| {
        let arguments = ["add", place.film(), "--product", "NK-1", "--name", "plain"];
        words(alap(&place.shop, &arguments).env("PATH", path).output().unwrap())
    };
    let told = add(&path);
    assert!(told.contains("cannot write H.264"), "{told}");
    assert!(place.read("videos/plain.toml").contains("file = \"media/videos/plain.mp4\""));
    fs::create_dir_all(place.shop.join("videos")).unwrap();
    fs::copy(&place.film, place.shop.join("videos/nk-1.mp4")).unwrap();
    words(alap(&place.shop, &["make", "nk-1"]).env("PATH", &path).output().unwrap());
    assert!(place.read("videos/nk-1.toml").contains("file = \"media/videos/nk-1.mp4\""));
}

#[test]
fn a_video_is_removed_with_everything_that_was_made_of_it() {
    let place = Place::new();
    let bn = place.write("bn.vtt", BN);
    said(&place.shop, &["add", place.film(), "--product", "NK-1", "--name", "one", "--captions", &bn]);
    said(&place.shop, &["remove", "one"]);
    for name in ["videos/one.toml", "videos/one.bn.vtt", "media/videos/one"] {
        assert!(!place.has(name), "{name}");
    }
    for name in ["one", "../media", ".", ""] {
        let why = refused(alap(&place.shop, &["remove", name]).output().unwrap());
        assert!(why.contains("there is no video"), "{why}");
    }
    assert!(place.has("shop.toml"));
    assert!(said(&place.shop, &["list"]).contains("there are no videos yet"));
}
