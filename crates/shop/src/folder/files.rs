//! Files of the folder, with the most bytes that are read of each.

use std::{
    fs::{self, File},
    io::{ErrorKind, Read},
    path::Path,
};

use crate::{Problem, decode::decode, fault::Faults};

/// The most bytes of `shop.toml` and of a file of questions.
pub(crate) const SETTINGS_BYTES: usize = 1024 * 1024;
pub(crate) const FAQ_BYTES: usize = 16 * 1024 * 1024;

/// The text of a file; `None`, without a fault, if there is no such file.
pub(crate) fn read_text(dir: &Path, name: &str, most: usize, faults: &mut Faults) -> Option<String> {
    let bytes = read_bytes(dir, name, most, faults)?;
    decode(&bytes, faults).map(|text| text.into_owned())
}

/// The bytes of a file, never more than `most`; `None`, without a fault, if there is no such file.
pub(crate) fn read_bytes(dir: &Path, name: &str, most: usize, faults: &mut Faults) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = File::open(dir.join(name)).and_then(|file| file.take(most as u64 + 1).read_to_end(&mut bytes));
    match read {
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        Err(_) => {
            faults.add(None, Problem::Unreadable {});
            return None;
        }
        Ok(_) if bytes.len() > most => {
            faults.add(None, Problem::TooLarge { megabytes: (most / 1024 / 1024) as u64 });
            return None;
        }
        Ok(_) => {}
    }
    Some(bytes)
}

/// The catalogue files, in the order of their names.
pub(crate) fn catalogue_names(dir: &Path) -> Vec<String> {
    let is_catalogue = |name: &str| {
        let name = name.to_lowercase();
        ["catalogue", "catalog", "products"].iter().any(|head| name.starts_with(head)) && !name.ends_with('~')
    };
    let mut names = names_of(dir);
    names.retain(|name| is_catalogue(name));
    names
}

/// The files in one of its folders whose names end so, in the order of their names; hidden ones are none.
pub(crate) fn names_in(dir: &Path, within: &str, end: &str) -> Vec<String> {
    let mut names = names_of(&dir.join(within));
    names.retain(|name| name.ends_with(end) && !name.starts_with('.'));
    names
}

fn names_of(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let files = entries.filter(|entry| entry.path().is_file());
    let mut names: Vec<_> = files.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}
