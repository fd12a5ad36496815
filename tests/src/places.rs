//! Where the built parts lie. `cargo xtask test` says so; by hand the usual places are taken.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Result, ensure};

/// The support server's program.
pub fn alap() -> Result<PathBuf> {
    built("ALAP_BIN", "target/debug/alap")
}

/// The program of the demo shop's own pages.
pub fn storefront() -> Result<PathBuf> {
    built("ALAP_DEMO_BIN", "target/debug/alap-demo")
}

/// The folder with the built pages.
pub fn pages() -> Result<PathBuf> {
    let pages = built("ALAP_PAGES", "target/pages")?;
    for page in ["widget/index.html", "inbox/index.html", "public/embed.js"] {
        ensure!(pages.join(page).is_file(), "{page} is not in {}: run `cargo xtask test`", pages.display());
    }
    Ok(pages)
}

/// The demo shop's folder.
pub fn demo_shop() -> Result<PathBuf> {
    built("ALAP_DEMO_SHOP", "demo/shop")
}

/// The accessibility engine's script.
pub fn axe() -> Result<PathBuf> {
    built("ALAP_AXE", ".tools/npm/node_modules/axe-core/axe.min.js")
}

/// Where pictures are kept.
pub fn screenshots() -> PathBuf {
    root().join("target/screenshots")
}

fn built(variable: &str, usual: &str) -> Result<PathBuf> {
    let path = env::var_os(variable).map_or_else(|| root().join(usual), PathBuf::from);
    ensure!(path.exists(), "{} is not there: run `cargo xtask test`", path.display());
    Ok(path)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
