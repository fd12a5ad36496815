//! `cargo xtask dev`: the demo, rebuilt whenever a source changes.
//!
//! Pages are served from disk and load themselves again once they are built. A changed server is started anew. A
//! changed shop folder is taken up by the server itself.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::Result;

use super::{Ports, demo};
use crate::hls;
use crate::pages::{self, Effort};
use crate::run;
use crate::server::{self, Demo};

/// How often the sources are looked at. A look costs a few milliseconds.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// What has to be done when something in these folders changes.
const WATCHED: [(Part, &[&str]); 3] = [
    (Part::Files, &["public"]),
    (
        Part::Pages,
        &[
            "index.html",
            "src",
            "style",
            "inbox",
            "crates/ui",
            "crates/thread",
            "crates/bot",
            "crates/faq",
            "crates/text",
            "crates/protocol",
            "crates/video",
        ],
    ),
    (
        Part::Servers,
        &[
            "api",
            "demo/src",
            "crates/store",
            "crates/shop",
            "crates/faq",
            "crates/text",
            "crates/protocol",
            "crates/transcode",
            "crates/video",
        ],
    ),
];

/// Added to each page's script.
const RELOAD: &str = include_str!("reload.js");

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    Files,
    Pages,
    Servers,
}

pub(super) fn run(ports: &Ports) -> Result<()> {
    let stop = server::stop_flag()?;
    demo::build()?;
    make_pages_reload()?;
    let mut running = Some(Demo::start(ports.support, ports.shop)?);
    if let Some(demo) = &running {
        demo::greet(ports, demo);
    }
    println!("  Watching the sources. Ctrl-C ends it.");
    let mut seen = WATCHED.map(|(_, folders)| newest(folders));
    while !server::pause(&stop, LOOK_EVERY) {
        let now = WATCHED.map(|(_, folders)| newest(folders));
        for (index, (part, _)) in WATCHED.iter().enumerate() {
            if now[index] == seen[index] {
                continue;
            }
            match rebuild(*part, ports, &mut running) {
                Ok(()) => println!("Built."),
                // A mistake in a source is what a person is here to mend: say it and go on watching.
                Err(error) => eprintln!("{error:#}"),
            }
        }
        seen = now;
        if let Some(Err(error)) = running.as_mut().map(Demo::check) {
            eprintln!("{error:#}\nIt starts again when its source changes.");
            running = None;
        }
    }
    Ok(())
}

fn rebuild(part: Part, ports: &Ports, running: &mut Option<Demo>) -> Result<()> {
    match part {
        Part::Files => pages::copy_public(Effort::Quick),
        Part::Pages => {
            pages::build(Effort::Quick)?;
            make_pages_reload()
        }
        Part::Servers => {
            let arguments: Vec<&str> = ["build"].into_iter().chain(server::PACKAGES).collect();
            run::quietly("the servers", &mut run::cargo(&arguments)?)?;
            // The old ones have to leave their ports first.
            *running = None;
            *running = Some(Demo::start(ports.support, ports.shop)?);
            Ok(())
        }
    }
}

/// Lets each page look for a newer build of itself.
fn make_pages_reload() -> Result<()> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis().to_string();
    for page in pages::NAMES {
        let folder = pages::folder(Effort::Quick).join(page);
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let is_script = path.extension().is_some_and(|extension| extension == "js");
            if is_script && !hls::is_it(&path) && !fs::read_to_string(&path)?.ends_with(RELOAD) {
                OpenOptions::new().append(true).open(&path)?.write_all(RELOAD.as_bytes())?;
            }
        }
        fs::write(folder.join("built.txt"), &now)?;
    }
    Ok(())
}

/// The time of the last change below some folders.
fn newest(paths: &[&str]) -> Option<SystemTime> {
    paths.iter().filter_map(|path| newest_below(Path::new(path))).max()
}

fn newest_below(path: &Path) -> Option<SystemTime> {
    let meta = fs::metadata(path).ok()?;
    let own = meta.modified().ok();
    if !meta.is_dir() {
        return own;
    }
    let below = fs::read_dir(path).ok()?.filter_map(|entry| newest_below(&entry.ok()?.path())).max();
    own.max(below)
}

#[cfg(test)]
mod tests {
    use super::{Part, WATCHED};

    #[test]
    fn each_watched_folder_is_there() {
        for (part, folders) in WATCHED {
            for folder in folders {
                let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
                assert!(path.exists(), "{part:?} watches {folder}, which is gone");
            }
        }
        assert_eq!(WATCHED[0].0, Part::Files);
    }
}
