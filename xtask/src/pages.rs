//! The two pages and the files served as they are, put together in one folder:
//! `widget/`, `inbox/` and `public/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::compress;
use crate::hls;
use crate::names;
use crate::place;
use crate::run;
use crate::rust_setup;
use crate::split;
use crate::tools;

/// How much trouble is taken over a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// Soon there, for this machine.
    Quick,
    /// Small, for a slow network.
    Small,
}

/// The two pages: their name, and the Trunk configuration that describes them.
const PAGES: [(&str, &str); 2] = [(NAMES[0], "Trunk.toml"), (NAMES[1], "inbox/Trunk.toml")];

/// The pages' names, which are also their folders and their addresses.
pub(crate) const NAMES: [&str; 2] = ["widget", "inbox"];

/// Where the pages of that effort lie.
pub(crate) fn folder(effort: Effort) -> PathBuf {
    place::target().join(match effort {
        Effort::Quick => "pages",
        Effort::Small => "pages-small",
    })
}

/// Installs what is missing and builds everything that a browser loads.
pub(crate) fn build(effort: Effort) -> Result<()> {
    rust_setup::wasm_target()?;
    tools::for_pages()?;
    if effort == Effort::Small {
        tools::for_small_pages()?;
    }
    for (page, config) in PAGES {
        build_page(page, config, effort)?;
    }
    copy_public(effort)?;
    hls::copy(&folder(effort))?;
    if effort == Effort::Small {
        compress::shrink(&folder(effort))?;
    }
    Ok(())
}

/// Builds one page. The tools must be there.
fn build_page(page: &str, config: &str, effort: Effort) -> Result<()> {
    let dist = place::absolute(folder(effort).join(page))?;
    let dist = dist.to_str().context("the path of this folder is not UTF-8")?;
    let mut arguments =
        vec!["build", "--config", config, "--dist", dist, "--skip-version-check", "--offline"];
    let takes = match effort {
        Effort::Quick => {
            arguments.extend(["--cargo-profile", "wasm-dev"]);
            "1 to 2 min the first time"
        }
        Effort::Small => {
            arguments.extend(["--cargo-profile", "wasm-release"]);
            if page == NAMES[0] {
                arguments.extend(["--features", "split"]);
            }
            "3 to 6 min"
        }
    };
    let mut trunk = run::command("trunk", &arguments)?;
    // A mistake in a source is told in full by the compiler; where Trunk noticed it helps nobody.
    trunk.env("RUST_BACKTRACE", "0");
    if effort == Effort::Small {
        smallest(&mut trunk)?;
    }
    run::quietly(&format!("the {page} page ({takes})"), &mut trunk)?;
    if effort == Effort::Small {
        let dist = Path::new(dist);
        if page == NAMES[0] {
            split::widget(dist)?;
        }
        names::shorten(dist)?;
    }
    Ok(())
}

/// What makes the code small: views whose types are erased, and the standard library built anew for size and without the
/// texts of panics, where its source is to be had.
pub(crate) fn smallest(cargo: &mut std::process::Command) -> Result<()> {
    let mut flags = "--cfg erase_components".to_owned();
    if rust_setup::rust_source() {
        flags.push_str(" -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none");
        cargo
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    } else {
        eprintln!(
            "  without rust-src the pages keep the packaged standard library and are some 30 KB larger"
        );
    }
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    Ok(())
}

/// Copies what is served as it is.
pub(crate) fn copy_public(effort: Effort) -> Result<()> {
    let to = folder(effort).join("public");
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    copy_folder(Path::new("public"), &to)
}

/// Copies a folder with all that is in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
