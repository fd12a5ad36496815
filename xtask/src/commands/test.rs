//! `cargo xtask test`: every test there is.

use std::thread;

use anyhow::{Result, anyhow, bail};

use super::check::WASM_PACKAGES;
use crate::pages::{self, Effort};
use crate::rust_setup::{self, WASM};
use crate::{debian, place, run, server, tools, videos};

/// Every package with something to test on this machine. Named together in each call, so that Cargo builds their crates
/// once. What the widget does is tested in its crates and in the browser.
pub(super) const NATIVE: [&str; 3] = ["--workspace", "--exclude", "alap-widget"];

/// The packages of the browser tests alone, and the servers that they start.
const BROWSER: [&str; 6] = ["--package", "alap-tests", "--package", "alap-api", "--package", "alap-demo"];

/// What is asked for.
#[derive(Default)]
pub(super) struct Options {
    /// Only the browser tests, on the small pages.
    pub(super) shipped: bool,
    /// Only tests with this in their names.
    pub(super) filter: Option<String>,
}

pub(super) fn run(options: &Options) -> Result<()> {
    let filter = options.filter.as_deref();
    debian::for_tests()?;
    tools::for_browser_tests()?;
    let effort = if options.shipped { Effort::Small } else { Effort::Quick };
    build(effort)?;
    // `for_tests` has brought it.
    videos::make(true)?;
    if options.shipped {
        return summarise(&[("browser tests on the shipped pages", tests(&BROWSER[..2], effort, filter))]);
    }
    let mut parts = vec![("unit, integration and browser tests", tests(&NATIVE, effort, filter))];
    if filter.is_none() {
        parts.push(("examples in the documentation", doc_tests()));
        parts.push(("what runs in a browser compiles for it", wasm_checks()));
    }
    summarise(&parts)
}

/// Builds pages, servers and tests, side by side.
fn build(effort: Effort) -> Result<()> {
    rust_setup::wasm_target()?;
    rust_setup::crates()?;
    let packages: &[&str] = if effort == Effort::Small { &BROWSER } else { &NATIVE };
    let arguments: Vec<&str> =
        ["build", "--all-targets"].into_iter().chain(packages.iter().copied()).collect();
    let mut cargo = run::cargo(&arguments)?;
    thread::scope(|scope| {
        let native =
            scope.spawn(move || run::quietly("servers and tests (4 to 8 min the first time)", &mut cargo));
        let pages = pages::build(effort);
        native.join().map_err(|_| anyhow!("building the tests broke off"))??;
        pages
    })
}

/// Everything in one call: `.config/nextest.toml` says how many browsers may be open at once.
fn tests(packages: &[&str], effort: Effort, filter: Option<&str>) -> Result<()> {
    let nextest = run::output(&mut run::cargo(&["nextest", "--version"])?).is_some();
    let command: &[&str] = if nextest {
        &["nextest", "run", "--no-fail-fast"]
    } else {
        &["test", "--all-targets", "--no-fail-fast"]
    };
    let arguments: Vec<&str> = command.iter().chain(packages).copied().chain(filter).collect();
    let mut cargo = run::cargo(&arguments)?;
    cargo
        .env("ALAP_BIN", place::absolute(server::binary("alap"))?)
        .env("ALAP_DEMO_BIN", place::absolute(server::binary("alap-demo"))?)
        .env("ALAP_PAGES", place::absolute(pages::folder(effort))?)
        .env("ALAP_DEMO_SHOP", place::absolute(place::DEMO_SHOP)?);
    if !nextest {
        cargo.env("RUST_TEST_THREADS", "2");
    }
    run::show("unit, integration and browser tests", &mut cargo)
}

fn doc_tests() -> Result<()> {
    let arguments: Vec<&str> = ["test", "--doc", "--no-fail-fast"].into_iter().chain(NATIVE).collect();
    run::show("examples in the documentation", &mut run::cargo(&arguments)?)
}

/// One call a package: together they would lend each other features that a lone one lacks.
fn wasm_checks() -> Result<()> {
    let mut failed = Vec::new();
    for package in WASM_PACKAGES {
        let mut cargo = run::cargo(&["check", "--quiet", "--target", WASM, "--package", package])?;
        if let Err(error) = run::quietly(&format!("{package} for wasm"), &mut cargo) {
            eprintln!("{error:#}");
            failed.push(package);
        }
    }
    if failed.is_empty() { Ok(()) } else { bail!("does not compile for wasm: {}", failed.join(", ")) }
}

fn summarise(parts: &[(&str, Result<()>)]) -> Result<()> {
    println!("\nSummary");
    let mut failed = 0;
    for (name, result) in parts {
        match result {
            Ok(()) => println!("  ok      {name}"),
            Err(error) => {
                failed += 1;
                println!("  FAILED  {name}: {error:#}");
            }
        }
    }
    if failed == 0 { Ok(()) } else { bail!("{failed} of {} parts failed", parts.len()) }
}
