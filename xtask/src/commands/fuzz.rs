//! `cargo xtask fuzz`: hostile input, made up by a program that looks for the paths not yet taken.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::place;
use crate::run;
use crate::tools;

/// What is asked for.
pub(super) struct Options {
    /// How long each target is looked at.
    pub(super) seconds: u32,
    /// With the address sanitizer. What is looked at has no `unsafe`, and without it four times as much is tried.
    pub(super) address: bool,
    /// Only this one.
    pub(super) target: Option<String>,
}

/// The targets' own workspace: nothing in it reaches what is shipped.
const FOLDER: &str = "fuzz";

/// Longer questions are cut by the pages and by the server; some more is tried here.
const LONGEST: &str = "-max_len=4096";

/// A FAQ of a few bytes says little: lengths grow soon.
const GROW: &str = "-len_control=10";

pub(super) fn run(options: &Options) -> Result<()> {
    let known = targets()?;
    let targets: Vec<&String> =
        known.iter().filter(|name| options.target.as_ref().is_none_or(|only| only == *name)).collect();
    if targets.is_empty() {
        bail!("fuzz knows {}", known.join(", "));
    }
    tools::for_fuzzing()?;
    let target_folder = place::absolute(place::target().join("fuzz"))?;
    let target_folder = target_folder.to_str().context("the path of this folder is not UTF-8")?;
    let sanitizer = if options.address { "address" } else { "none" };
    let arguments = ["fuzz", "build", "--target-dir", target_folder, "--sanitizer", sanitizer];
    run::quietly("the fuzz targets (1 to 2 min the first time)", command(&arguments)?.current_dir(FOLDER))?;
    let mut failed = Vec::new();
    for target in targets {
        let seconds = format!("-max_total_time={}", options.seconds);
        // What is found goes into the first folder; the second one is only read.
        let folders = [format!("corpus/{target}"), format!("seeds/{target}")];
        fs::create_dir_all(format!("{FOLDER}/{}", folders[0]))?;
        let cargo = ["fuzz", "run", "--target-dir", target_folder, "--sanitizer", sanitizer, target];
        let known = folders.iter().map(String::as_str).filter(|folder| exists(folder));
        let limits = ["--", &seconds, LONGEST, GROW, "-timeout=20", "-dict=words.dict"];
        let words = ["-verbosity=0", "-print_final_stats=1"];
        let arguments: Vec<&str> = cargo.into_iter().chain(known).chain(limits).chain(words).collect();
        if let Err(error) = run::show(&format!("fuzz {target}"), command(&arguments)?.current_dir(FOLDER)) {
            eprintln!("{error:#}");
            failed.push(target.as_str());
        }
    }
    if failed.is_empty() {
        Ok(())
    } else {
        bail!("broken: {} (inputs are in {FOLDER}/artifacts)", failed.join(", "))
    }
}

fn exists(folder: &str) -> bool {
    fs::exists(format!("{FOLDER}/{folder}")).unwrap_or(false)
}

/// Stable Rust, which otherwise takes no instrumenting flags.
fn command(arguments: &[&str]) -> Result<std::process::Command> {
    let mut cargo = run::cargo(arguments)?;
    cargo.env("RUSTC_BOOTSTRAP", "1");
    Ok(cargo)
}

/// Every file of the targets' folder is one.
fn targets() -> Result<Vec<String>> {
    let mut found = Vec::new();
    for file in fs::read_dir(format!("{FOLDER}/fuzz_targets"))? {
        found.extend(file?.path().file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    found.sort();
    Ok(found)
}
