//! The folder in which a video is made, hidden beside where it will lie: `media/videos/.kantha.part/`.
//!
//! | | |
//! |---|---|
//! | `lock` | held by who works in it |
//! | `work.json` | of which file and plan it is; another one begins anew |
//! | `made/` | what will be put in its place, when `made.json` is in it |
//! | `144p.json` | the quality is finished, and came out so |
//! | `144p.1234/` | a quality being made, by the process of this number |
//! | `old/` | what was there before, for the moment of the change |

use std::{
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
    process,
};

use serde::{Deserialize, Serialize};

use crate::{
    files::{clear, read_json, write_json},
    measure::{Measured, still_there},
    plan::Plan,
    problem::{TranscodeError, at},
};

/// Changes with how a quality is made, so that old work is not gone on with.
const RECIPE: u16 = 1;
/// What is read of a note.
const NOTE_BYTES: u64 = 1024 * 1024;

/// Of which file and plan the work is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Order {
    recipe: u16,
    source: String,
    plan: Plan,
}

impl Order {
    pub(crate) fn new(source: &str, plan: &Plan) -> Self {
        Self { recipe: RECIPE, source: source.to_owned(), plan: plan.clone() }
    }
}

/// The folder, held by this process.
#[derive(Debug)]
pub(crate) struct Work {
    root: PathBuf,
    place: PathBuf,
    _lock: File,
}

/// `144p.1234`: a quality that some process makes, or made.
fn is_of_a_run(name: &str) -> bool {
    let parts = name.split_once("p.");
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    parts.is_some_and(|(lines, process)| is_number(lines) && is_number(process))
}

/// Where a video of this name is made.
pub(crate) fn hidden(videos: &Path, id: &str) -> PathBuf {
    videos.join(format!(".{id}.part"))
}

impl Work {
    /// Takes it.
    pub(crate) fn open(videos: &Path, id: &str) -> Result<Self, TranscodeError> {
        let root = hidden(videos, id);
        fs::create_dir_all(&root).map_err(at(&root))?;
        let file = root.join("lock");
        let lock = File::options().create(true).append(true).open(&file).map_err(at(&file))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(TranscodeError::Busy),
            Err(TryLockError::Error(error)) => return Err(at(&file)(error)),
        }
        let work = Self { root, place: videos.join(id), _lock: lock };
        work.put_back()?;
        Ok(work)
    }

    /// Goes on with what is there if it is of the same file and plan, else begins anew.
    pub(crate) fn take_up(&self, order: &Order) -> Result<(), TranscodeError> {
        let note = self.root.join("work.json");
        let same = read_json(&note, NOTE_BYTES).is_some_and(|known: Order| known == *order);
        for entry in fs::read_dir(&self.root).map_err(at(&self.root))? {
            let path = entry.map_err(at(&self.root))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let kept = same && (name == "made" || name == "work.json" || name.ends_with("p.json"));
            if name != "lock" && !kept {
                let cleared = clear(&path);
                // An ffmpeg that outlived its `alap` may still write there. It is in nobody's way.
                if !is_of_a_run(&name) {
                    cleared?;
                }
            }
        }
        let made = self.made();
        fs::create_dir_all(&made).map_err(at(&made))?;
        write_json(&note, order)
    }

    /// What will be put in its place.
    pub(crate) fn made(&self) -> PathBuf {
        self.root.join("made")
    }

    /// For a file that is needed on the way only.
    pub(crate) fn aside(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// What the quality came out as, if it is finished.
    pub(crate) fn finished(&self, lines: u16) -> Option<Measured> {
        let folder = self.made().join(format!("{lines}p"));
        read_json(&self.note(lines), NOTE_BYTES).filter(|measured| still_there(&folder, measured))
    }

    /// An empty folder to make the quality in. An ffmpeg that outlived its `alap` writes into one of another name.
    pub(crate) fn begin(&self, lines: u16) -> Result<PathBuf, TranscodeError> {
        let folder = self.root.join(format!("{lines}p.{}", process::id()));
        clear(&folder)?;
        fs::create_dir(&folder).map_err(at(&folder))?;
        Ok(folder)
    }

    /// The quality is finished.
    pub(crate) fn finish(&self, lines: u16, from: &Path, measured: &Measured) -> Result<(), TranscodeError> {
        let to = self.made().join(format!("{lines}p"));
        clear(&to)?;
        fs::rename(from, &to).map_err(at(&to))?;
        write_json(&self.note(lines), measured)
    }

    /// Everything is finished: it takes the place of what was there.
    pub(crate) fn publish(self) -> Result<(), TranscodeError> {
        let (made, old) = (self.made(), self.root.join("old"));
        if self.place.exists() {
            fs::rename(&self.place, &old).map_err(at(&self.place))?;
        }
        if let Err(error) = fs::rename(&made, &self.place) {
            self.put_back()?;
            return Err(at(&self.place)(error));
        }
        self.clear_up();
        Ok(())
    }

    /// Takes everything away while nobody else may work here, and the lock last. The video stands: what cannot be taken away
    /// is so by the next run.
    fn clear_up(self) {
        let lock = self.root.join("lock");
        for entry in fs::read_dir(&self.root).into_iter().flatten().flatten() {
            if entry.path() != lock {
                let _ = clear(&entry.path());
            }
        }
        let _ = clear(&lock);
        let root = self.root.clone();
        drop(self);
        // Another run may have taken it up by now: then the folder is not empty, and stays.
        let _ = fs::remove_dir(&root);
    }

    /// Takes what was there before from where a run that was ended left it, between two renames.
    fn put_back(&self) -> Result<(), TranscodeError> {
        let old = self.root.join("old");
        match old.is_dir() && !self.place.exists() {
            true => fs::rename(&old, &self.place).map_err(at(&self.place)),
            false => Ok(()),
        }
    }

    fn note(&self, lines: u16) -> PathBuf {
        self.root.join(format!("{lines}p.json"))
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::atomic::{AtomicBool, Ordering},
        thread,
    };

    use tempfile::TempDir;

    use super::*;
    use crate::plan::Tone;

    #[test]
    fn the_folder_of_another_run_is_told_from_what_is_kept() {
        assert!(is_of_a_run("144p.1234"));
        for name in ["144p.json", "144p", "made", "old", "work.json", "p.1", "144p.", "x144p.1"] {
            assert!(!is_of_a_run(name), "{name}");
        }
    }

    #[test]
    fn an_ffmpeg_that_outlived_its_run_stops_no_other() {
        let videos = TempDir::new().unwrap();
        let foreign = hidden(videos.path(), "kantha").join("144p.1");
        let over = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                // Writes as fast as it can, whatever is taken away under it.
                for number in (0_u32..).take_while(|_| !over.load(Ordering::Relaxed)) {
                    let _ = fs::create_dir_all(&foreign);
                    let _ = fs::write(foreign.join(format!("{number:05}.m4s")), b"x");
                }
            });
            let plan = Plan {
                milliseconds: 1_000,
                frames: 30,
                segment: 2,
                rungs: vec![],
                tone: Tone::Rough,
                interlaced: false,
            };
            let order = Order::new("0a", &plan);
            let run =
                || -> Result<(), TranscodeError> { Work::open(videos.path(), "kantha")?.take_up(&order) };
            let done: Vec<_> = (0..200).map(|_| run()).collect();
            over.store(true, Ordering::Relaxed);
            assert!(done.iter().all(Result::is_ok), "{done:?}");
        });
    }
}
