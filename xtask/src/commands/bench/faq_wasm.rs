//! `cargo xtask bench faq-wasm`: how fast the FAQ engine is in Chromium, built as the shipped pages are.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::compress;
use crate::debian;
use crate::pages;
use crate::place;
use crate::run;
use crate::rust_setup::{self, WASM};
use crate::tools;

/// The page's own files.
const PAGE: &str = "bench/page";

/// The wasm as Cargo names it.
const NAME: &str = "alap_bench";

pub(super) fn run() -> Result<()> {
    debian::for_tests()?;
    rust_setup::wasm_target()?;
    tools::for_pages()?;
    tools::for_small_pages()?;
    let folder = place::absolute(place::target().join("bench-page"))?;
    build_page(&folder)?;
    let mut cargo = run::cargo(&["build", "--package", "alap-bench", "--bin", "alap-bench"])?;
    run::quietly("the program that opens it (about 1 min the first time)", &mut cargo)?;

    let program = place::absolute(place::target().join("debug/alap-bench"))?;
    let status =
        run::command(text(&program)?, &[text(&folder)?])?.status().context("cannot start alap-bench")?;
    if status.success() { Ok(()) } else { bail!("measuring failed ({status})") }
}

fn build_page(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    pages::copy_folder(Path::new(PAGE), folder)?;
    fs::copy(Path::new(place::DEMO_SHOP).join("faq.md"), folder.join("faq.md"))?;
    let arguments =
        ["build", "--package", "alap-bench", "--lib", "--target", WASM, "--profile", "wasm-release"];
    let mut cargo = run::cargo(&arguments)?;
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
