//! Where a shop's videos lie.

use std::{
    collections::BTreeMap,
    fs,
    path::{Component, Path, PathBuf},
};

use alap_video::made::SOURCES;
use clap::Args;

use super::{about, names};
use crate::cli::Failure;

/// How the names of those video files end that browsers play as they are.
pub(super) const PLAYABLE: [&str; 2] = ["mp4", "webm"];

/// The shop folder.
#[derive(Clone, Debug, Args)]
pub(super) struct Folder {
    /// The shop folder
    #[arg(long = "shop", value_name = "DIR", default_value = ".")]
    dir: PathBuf,
}

impl Folder {
    /// It, if it is one.
    pub(super) fn checked(&self) -> Result<&Path, Failure> {
        if self.dir.join("shop.toml").is_file() {
            return Ok(&self.dir);
        }
        Err(Failure::new(format!(
            "{}: there is no shop.toml, so this is no shop folder; say where it is with --shop DIR",
            self.dir.display()
        )))
    }

    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Where the seller's own files are.
    pub(super) fn own(&self) -> PathBuf {
        self.dir.join("videos")
    }

    /// Where everything lies that was made.
    pub(super) fn made(&self) -> PathBuf {
        self.dir.join("media").join(alap_video::made::FOLDER)
    }

    /// What is said of a video.
    pub(super) fn about(&self, id: &str) -> PathBuf {
        self.own().join(format!("{id}.toml"))
    }

    /// A file beside it: `bn.vtt`, `chapters.txt`.
    pub(super) fn beside(&self, id: &str, end: &str) -> PathBuf {
        self.own().join(format!("{id}.{end}"))
    }

    /// A plain file, relative to the folder, as `file = …` names it.
    pub(super) fn plain(id: &str, end: &str) -> String {
        format!("media/{}/{id}.{end}", alap_video::made::FOLDER)
    }

    /// The names of all videos that somebody described, well or not.
    pub(super) fn described(&self) -> Vec<String> {
        let stems = self.files().into_iter().filter_map(|(stem, end, _)| (end == "toml").then_some(stem));
        stems.collect()
    }

    /// The seller's file of each video: one in `videos`, else the one that its description names. In the order of their names.
    pub(super) fn sources(&self) -> BTreeMap<String, PathBuf> {
        let mut all = BTreeMap::new();
        for id in self.described().into_iter().filter(|id| names::is_id(id)) {
            let file = about::read(&self.about(&id)).and_then(|about| about.file);
            let file = file.and_then(|file| self.in_media(&file));
            all.extend(file.map(|file| (id, file)));
        }
        for (stem, end, path) in self.files() {
            if SOURCES.contains(&end.to_ascii_lowercase().as_str()) {
                all.insert(stem, path);
            }
        }
        all
    }

    /// What `file = …` would call this file, if it lies in the folder's `media` and could be shown as it is.
    pub(super) fn name_in_media(&self, file: &Path) -> Option<String> {
        let media = fs::canonicalize(self.dir.join("media")).ok()?;
        let file = fs::canonicalize(file).ok()?;
        let end = file.extension()?.to_str()?.to_ascii_lowercase();
        let inside: Option<Vec<&str>> =
            file.strip_prefix(media).ok()?.iter().map(|part| part.to_str()).collect();
        PLAYABLE.contains(&end.as_str()).then_some(format!("media/{}", inside?.join("/")))
    }

    /// A file of the folder's `media`, if this names one.
    fn in_media(&self, text: &str) -> Option<PathBuf> {
        let path = Path::new(text);
        let mut parts = path.components();
        let begins = parts.next() == Some(Component::Normal("media".as_ref()));
        let plain = parts.all(|part| matches!(part, Component::Normal(_)));
        let path = self.dir.join(path);
        (begins && plain && path.is_file()).then_some(path)
    }

    /// The files in `videos`: name, end and path, in order.
    fn files(&self) -> Vec<(String, String, PathBuf)> {
        let entries = fs::read_dir(self.own()).into_iter().flatten().flatten();
        let mut all: Vec<_> = entries
            .filter_map(|entry| {
                let path = entry.path();
                let name = path.file_name()?.to_str()?.to_owned();
                let (stem, end) = name.rsplit_once('.')?;
                (path.is_file() && !stem.is_empty()).then(|| (stem.to_owned(), end.to_owned(), path.clone()))
            })
            .collect();
        all.sort();
        all
    }
}
