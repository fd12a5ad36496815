//! Small work on files.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    ops::ControlFlow,
    path::Path,
};

use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};

use crate::problem::{TranscodeError, at};

/// SHA-256 of a file in hexadecimal.
pub(crate) fn hash(
    file: &Path,
    bytes: u64,
    tell: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<String, TranscodeError> {
    let mut open = File::open(file).map_err(at(file))?;
    let (mut hash, mut read) = (Sha256::new(), 0_u64);
    let mut buffer = vec![0; 4 * 1024 * 1024];
    loop {
        match open.read(&mut buffer).map_err(at(file))? {
            0 => break,
            count => {
                hash.update(&buffer[..count]);
                read += count as u64;
            }
        }
        if tell(read as f32 / bytes.max(1) as f32).is_break() {
            return Err(TranscodeError::Stopped);
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Whole or not at all.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<(), TranscodeError> {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let new = file.with_file_name(name);
    fs::write(&new, bytes).and_then(|()| fs::rename(&new, file)).map_err(at(file))
}

/// As JSON, whole or not at all.
pub(crate) fn write_json(file: &Path, value: &impl Serialize) -> Result<(), TranscodeError> {
    let mut text =
        serde_json::to_vec_pretty(value).map_err(|error| TranscodeError::of(file, error.into()))?;
    text.push(b'\n');
    write(file, &text)
}

/// From JSON; nothing where it is not there or is something else.
pub(crate) fn read_json<T: DeserializeOwned>(file: &Path, most: u64) -> Option<T> {
    let mut text = Vec::new();
    File::open(file).ok()?.take(most).read_to_end(&mut text).ok()?;
    serde_json::from_slice(&text).ok()
}

/// Takes away a folder or a file, if it is there.
pub(crate) fn clear(path: &Path) -> Result<(), TranscodeError> {
    let done = match fs::symlink_metadata(path) {
        Ok(about) if about.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match done {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(path)(error)),
        _ => Ok(()),
    }
}
