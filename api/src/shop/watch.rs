//! Reads the folder again when it changes. Looks every two seconds: that works on every file system, also on those
//! that a phone or a cloud folder writes to.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use alap_shop::Fault;
use time::Date;
use tokio::sync::watch;

use super::{ServedShop, ShopError};
use crate::{clock, system::metrics};

/// How often a folder is looked at.
pub const EVERY: Duration = Duration::from_secs(2);
/// Where the files of the shop's own videos lie, a folder for each.
const MADE: &str = "media/videos";
/// Files that are looked at; a folder with more is no shop folder.
const FILES: usize = 50_000;

/// Keeps a shop up to date until nobody needs it any more.
pub async fn watch(shop: watch::Sender<Arc<ServedShop>>, every: Duration) {
    let folder = shop.borrow().folder.clone();
    let mut seen = look(folder.clone()).await;
    loop {
        tokio::time::sleep(every).await;
        if shop.is_closed() {
            return;
        }
        let now = look(folder.clone()).await;
        if now != seen {
            seen = now;
            let served = Arc::clone(&shop.borrow());
            shop.send_replace(Arc::new(reread(&served).await));
        }
    }
}

/// The new pack, or the last good one with what is wrong.
async fn reread(served: &ServedShop) -> ServedShop {
    let (folder, model) = (served.folder.clone(), served.model.clone());
    let read = tokio::task::spawn_blocking(move || ServedShop::read_after(folder, model.as_ref())).await;
    let (faults, renamed) = match read {
        Ok(Ok(new)) if new.pack.shop.id == served.pack.shop.id => {
            metrics::count_pack_load(true);
            tracing::info!(version = %new.pack.version, "the shop folder changed and was read again");
            log(&new.faults);
            return new;
        }
        Ok(Ok(_)) => (Vec::new(), true),
        Ok(Err(ShopError::Broken(faults))) => (faults, false),
        Ok(Err(error)) => {
            tracing::error!(%error, "the shop folder could not be read again");
            (Vec::new(), false)
        }
        Err(error) => {
            tracing::error!(%error, "reading the shop folder failed");
            (Vec::new(), false)
        }
    };
    metrics::count_pack_load(false);
    tracing::error!(version = %served.pack.version, renamed, "the shop folder has a mistake; the last good one is served");
    log(&faults);
    ServedShop { faults, current: false, renamed, ..served.clone() }
}

fn log(faults: &[Fault]) {
    for fault in faults {
        tracing::warn!("{fault}");
    }
}

/// The day, since sale prices begin and end with it, and name, time and length of every file.
type Look = (Date, Files);
type Files = Vec<(PathBuf, Option<SystemTime>, u64)>;

async fn look(folder: PathBuf) -> Look {
    tokio::task::spawn_blocking(move || {
        let mut files = Files::new();
        gather(&folder, 0, &mut files);
        files.sort();
        (clock::today(), files)
    })
    .await
    .unwrap_or((clock::today(), Files::new()))
}

fn gather(folder: &Path, depth: u32, files: &mut Files) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    // A quality of a video is a thousand files and more: its folder tells when one of them comes or goes.
    let is_made = folder.parent().is_some_and(|parent| parent.ends_with(MADE));
    for entry in entries.flatten() {
        let Ok(about) = entry.metadata() else { continue };
        // What is hidden is no part of a shop, such as a video that is still being made.
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if about.is_dir() && depth < 8 && !is_made {
            gather(&entry.path(), depth + 1, files);
        } else if files.len() < FILES {
            let length = if about.is_dir() { 0 } else { about.len() };
            files.push((entry.path(), about.modified().ok(), length));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_video_that_is_being_made_is_no_change_and_one_that_was_made_is_one() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        };
        let names = || {
            let mut files = Files::new();
            gather(folder.path(), 0, &mut files);
            files.sort();
            let names = files.iter().map(|(path, ..)| path.strip_prefix(folder.path()).unwrap());
            names.map(|name| name.to_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        write("shop.toml");
        write("media/films/kantha.mp4");
        write("media/videos/.kantha.part/144p/00000.m4s");
        write("media/videos/.kantha.part/made.json");
        assert_eq!(names(), ["media/films/kantha.mp4", "shop.toml"]);
        fs::rename(
            folder.path().join("media/videos/.kantha.part"),
            folder.path().join("media/videos/kantha"),
        )
        .unwrap();
        let made = ["media/videos/kantha/144p", "media/videos/kantha/made.json"];
        assert_eq!(names(), ["media/films/kantha.mp4", made[0], made[1], "shop.toml"]);
    }
}
