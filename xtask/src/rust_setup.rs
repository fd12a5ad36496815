//! What must be there of Rust itself.

use std::path::Path;

use anyhow::{Result, bail};

use crate::place;
use crate::run;

/// The target that the pages are built for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target where it is missing.
pub(crate) fn wasm_target() -> Result<()> {
    if in_sysroot(&format!("lib/rustlib/{WASM}/lib")) {
        return Ok(());
    }
    rustup("target", WASM, "about 20 s")
}

/// The standard library's source, for building it smaller. `false` where it cannot be had.
pub(crate) fn rust_source() -> bool {
    in_sysroot("lib/rustlib/src/rust/library/Cargo.lock")
        || rustup("component", "rust-src", "about 10 s").is_ok()
}

/// Adds a part of the toolchain whose program is missing.
pub(crate) fn component(name: &str, program: &str) -> Result<()> {
    let there = run::output(&mut run::command(program, &["--version"])?).is_some();
    if there { Ok(()) } else { rustup("component", name, "about 10 s") }
}

/// Downloads the crates that a build here needs, so that what follows works without a network. Does nothing when
/// they are there.
pub(crate) fn crates() -> Result<()> {
    let host = host()?;
    run::quietly(
        "crates that the lock file names (download, some 30 s the first time)",
        &mut run::cargo(&["fetch", "--target", WASM, "--target", &host])?,
    )
}

fn host() -> Result<String> {
    let version = run::output(&mut run::command("rustc", &["-vV"])?).unwrap_or_default();
    match version.lines().find_map(|line| line.strip_prefix("host: ")) {
        Some(host) => Ok(host.to_owned()),
        None => bail!("rustc does not run: install Rust first"),
    }
}

fn in_sysroot(path: &str) -> bool {
    let sysroot =
        run::command("rustc", &["--print", "sysroot"]).ok().and_then(|mut command| run::output(&mut command));
    sysroot.is_some_and(|sysroot| Path::new(&sysroot).join(path).exists())
}

fn rustup(kind: &str, name: &str, takes: &str) -> Result<()> {
    if place::find_program("rustup").is_none() {
        bail!(
            "the {kind} {name} is missing, and there is no rustup to add it: install it the way Rust was installed"
        );
    }
    run::quietly(
        &format!("rustup {kind} add {name} ({takes})"),
        &mut run::command("rustup", &[kind, "add", name])?,
    )
}
