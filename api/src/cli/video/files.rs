//! Files that are written whole or not at all.

use std::{
    fs::{self, File},
    io,
    path::Path,
};

/// Copies a file over another. The copy is as readable as any new file, however private the first one is.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut source = File::open(from)?;
    whole(to, |new| io::copy(&mut source, &mut File::create(new)?).map(drop))
}

/// Writes a file over another.
pub(super) fn write(to: &Path, text: &str) -> io::Result<()> {
    whole(to, |new| fs::write(new, text))
}

/// Half a file is of no use.
fn whole(to: &Path, put: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    let new = to.with_file_name(format!(".{name}.new"));
    put(&new).and_then(|()| fs::rename(&new, to)).inspect_err(|_| {
        let _ = fs::remove_file(&new);
    })
}

/// Are both the same file, by whatever names?
pub(super) fn same(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).ok().zip(fs::canonicalize(other).ok()).is_some_and(|(one, other)| one == other)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_copy_can_be_served_however_private_the_file_is() {
        let folder = tempfile::tempdir().unwrap();
        let (own, to, usual) =
            (folder.path().join("own.vtt"), folder.path().join("bn.vtt"), folder.path().join("usual"));
        fs::write(&own, "WEBVTT").unwrap();
        fs::set_permissions(&own, fs::Permissions::from_mode(0o600)).unwrap();
        fs::write(&usual, "").unwrap();
        copy(&own, &to).unwrap();
        let mode = |file: &Path| fs::metadata(file).unwrap().permissions().mode();
        assert_eq!((fs::read(&to).unwrap().as_slice(), mode(&to)), (&b"WEBVTT"[..], mode(&usual)));
        assert!(copy(&folder.path().join("none"), &to).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "no half file is left");
    }
}
