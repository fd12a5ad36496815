//! Where things lie. Every path is relative to the project's root, which is made the current folder at the start.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The tools of this project alone. Git ignores it.
pub(crate) const TOOLS: &str = ".tools";

/// What the demo shop's server keeps between two runs.
pub(crate) const DEMO_DATA: &str = ".data/demo";

/// The demo shop's folder.
pub(crate) const DEMO_SHOP: &str = "demo/shop";

/// Makes the project's root the current folder, so that a task works from any folder below it.
pub(crate) fn enter_project_root() -> Result<()> {
    // Cargo sets it while running; what was compiled in would be wrong after the clone was moved.
    let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&manifest).parent().context("xtask has no parent folder")?;
    env::set_current_dir(root).with_context(|| format!("cannot enter {}", root.display()))
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from)
}

/// An absolute form of a path, for a child that runs elsewhere or outlives this folder.
pub(crate) fn absolute(path: impl AsRef<Path>) -> Result<PathBuf> {
    let path = path.as_ref();
    std::path::absolute(path).with_context(|| format!("no absolute path for {}", path.display()))
}

/// `PATH` with the project's own tools first.
pub(crate) fn search_path() -> Result<OsString> {
    let mut folders =
        vec![absolute(format!("{TOOLS}/bin"))?, absolute(format!("{TOOLS}/npm/node_modules/.bin"))?];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    Ok(env::join_paths(folders)?)
}

/// The program of that name, if it lies on [`search_path`].
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&search_path().ok()?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}
