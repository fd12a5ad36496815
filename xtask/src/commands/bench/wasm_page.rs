//! The page that measures one engine in Chromium, built as the shipped pages are.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::compress;
use crate::debian;
use crate::pages;
use crate::place;
use crate::run;
use crate::rust_setup::{self, WASM};
use crate::tools;

/// The pages' own files.
const PAGE: &str = "bench/page";

/// The wasm as Cargo names it.
const NAME: &str = "alap_bench";

/// Builds the page of an engine, with these files beside its own, and runs what opens it and prints the figures. `engine` is
/// the feature of `alap-bench`, the page's script, and the first word that the program expects.
pub(super) fn measure(engine: &str, beside: &[PathBuf]) -> Result<()> {
    debian::for_tests()?;
    rust_setup::wasm_target()?;
    tools::for_pages()?;
    tools::for_small_pages()?;
    let folder = place::absolute(place::target().join("bench-page").join(engine))?;
    build(engine, &folder, beside)?;
    let mut cargo = run::cargo(&["build", "--package", "alap-bench", "--bin", "alap-bench"])?;
    run::quietly("the program that opens it (about 1 min the first time)", &mut cargo)?;

    let program = place::absolute(place::target().join("debug/alap-bench"))?;
    let status = run::command(text(&program)?, &[engine, text(&folder)?])?
        .status()
        .context("cannot start alap-bench")?;
    if status.success() { Ok(()) } else { bail!("measuring failed ({status})") }
}

fn build(engine: &str, folder: &Path, beside: &[PathBuf]) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let script = format!("{engine}.js");
    for (name, copy) in [("index.html", "index.html"), ("timing.js", "timing.js"), (&script, "bench.js")] {
        fs::copy(Path::new(PAGE).join(name), folder.join(copy))?;
    }
    for file in beside {
        let name = file.file_name().context("a file beside the page has no name")?;
        fs::copy(file, folder.join(name))?;
    }
    let package =
        ["build", "--package", "alap-bench", "--lib", "--no-default-features", "--features", engine];
    let form = ["--target", WASM, "--profile", "wasm-release"];
    let mut cargo = run::cargo(&[&package[..], &form[..]].concat())?;
    pages::smallest(&mut cargo)?;
    run::quietly("the page's wasm (1 to 2 min the first time)", &mut cargo)?;

    let wasm = place::target().join(WASM).join("wasm-release").join(format!("{NAME}.wasm"));
    let arguments = ["--target", "web", "--no-typescript", "--out-dir", text(folder)?, text(&wasm)?];
    run::quietly("its glue", &mut run::command("wasm-bindgen", &arguments)?)?;
    compress::shrink(folder)
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().context("the path of this folder is not UTF-8")
}
