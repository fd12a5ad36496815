//! Films, drawn by ffmpeg.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Runs a program of ffmpeg in a folder; what it wrote.
pub(crate) fn run(program: &str, folder: &Path, arguments: &[&str]) -> String {
    let done = Command::new(program).args(arguments).current_dir(folder).output();
    assert!(done.is_ok(), "these tests need {program} on this machine (`apt install ffmpeg`): {done:?}");
    let done = done.unwrap();
    assert!(done.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// A film with these pictures and, if it has one, this sound.
pub(crate) fn film(folder: &Path, name: &str, pictures: &str, sound: Option<&str>, more: &[&str]) -> PathBuf {
    let mut arguments = vec!["-v", "error", "-y", "-nostdin", "-f", "lavfi", "-i", pictures];
    if let Some(sound) = sound {
        arguments.extend(["-f", "lavfi", "-i", sound, "-c:a", "aac"]);
    }
    if !more.contains(&"-c:v") {
        arguments.extend(["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]);
    }
    arguments.extend_from_slice(more);
    arguments.push(name);
    run("ffmpeg", folder, &arguments);
    folder.join(name)
}

/// Five seconds and a bit, 640×480, with a tone.
pub(crate) fn usual(folder: &Path) -> PathBuf {
    film(folder, "usual.mp4", "testsrc2=s=640x480:r=30:d=5.3", Some("sine=f=440:d=5.3"), &[])
}

/// Of the first stream of pictures, these entries, one a line.
pub(crate) fn asked(file: &Path, entries: &str) -> Vec<String> {
    let file = file.to_str().unwrap();
    let told = run(
        "ffprobe",
        Path::new("."),
        &["-v", "error", "-select_streams", "v:0", "-show_entries", entries, "-of", "csv=p=0", file],
    );
    told.lines().map(|line| line.trim_end_matches(',').to_owned()).collect()
}

/// The whole of a quality as one file, as a player puts it together.
pub(crate) fn joined(rung: &Path) -> PathBuf {
    let mut names: Vec<PathBuf> = rung.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|name| name.extension().is_some_and(|end| end == "m4s"));
    names.sort();
    names.insert(0, rung.join("init.mp4"));
    let all: Vec<u8> = names.iter().flat_map(|name| std::fs::read(name).unwrap()).collect();
    let file = rung.join("../joined.mp4");
    std::fs::write(&file, all).unwrap();
    file
}
