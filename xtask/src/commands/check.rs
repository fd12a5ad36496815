//! `cargo xtask check`: what can be said of the code without running it.

use anyhow::{Result, bail};

use super::test;
use crate::run;
use crate::rust_setup::{self, WASM};
use crate::tools;

/// What runs in a browser, and what the pages take along into it.
pub(crate) const WASM_PACKAGES: [&str; 13] = [
    "alap-protocol",
    "alap-text",
    "alap-faq",
    "alap-bot",
    "alap-intake",
    "alap-deal",
    "alap-suggest",
    "alap-shelf",
    "alap-thread",
    "alap-video",
    "alap-ui",
    "alap-widget",
    "alap-inbox",
];

type Part = (&'static str, fn() -> Result<()>);

const PARTS: [Part; 4] = [("fmt", fmt), ("clippy", clippy), ("deny", deny), ("layout", layout)];

pub(super) fn run(only: Option<&str>) -> Result<()> {
    let parts: Vec<&Part> = PARTS.iter().filter(|(name, _)| only.is_none_or(|only| only == *name)).collect();
    if parts.is_empty() {
        bail!("check knows fmt, clippy, deny and layout");
    }
    let mut failed = Vec::new();
    for (name, part) in parts {
        if let Err(error) = part() {
            eprintln!("{error:#}");
            failed.push(*name);
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    bail!("not clean: {}", failed.join(", "))
}

fn fmt() -> Result<()> {
    rust_setup::component("rustfmt", "rustfmt")?;
    run::show("formatting", &mut run::cargo(&["fmt", "--all", "--", "--check"])?)
}

fn clippy() -> Result<()> {
    rust_setup::component("clippy", "cargo-clippy")?;
    rust_setup::wasm_target()?;
    let strict = ["--", "--deny", "warnings"];
    let native: Vec<&str> =
        ["clippy", "--all-targets"].into_iter().chain(test::NATIVE).chain(strict).collect();
    run::show("clippy, native", &mut run::cargo(&native)?)?;
    let packages = WASM_PACKAGES.iter().flat_map(|package| ["--package", package]);
    let wasm: Vec<&str> = ["clippy", "--target", WASM].into_iter().chain(packages).chain(strict).collect();
    run::show("clippy, wasm", &mut run::cargo(&wasm)?)
}

fn deny() -> Result<()> {
    tools::for_deny()?;
    let known = ["deny", "--all-features", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"];
    run::show("cargo deny: bans, licences, sources", &mut run::cargo(&known)?)?;
    let fetched = run::output(&mut run::cargo(&["deny", "fetch", "db"])?).is_some();
    if fetched {
        return run::show(
            "cargo deny: advisories",
            &mut run::cargo(&["deny", "check", "--disable-fetch", "advisories"])?,
        );
    }
    println!("── cargo deny: advisories NOT checked, their database cannot be fetched from here");
    Ok(())
}

fn layout() -> Result<()> {
    run::show("who depends on whom", &mut run::cargo(&["test", "--quiet", "--package", "xtask", "layout"])?)
}
