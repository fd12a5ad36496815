//! `cargo xtask bench video`: from the tap to the first picture on a slow line, in Chromium.

use anyhow::{Context, Result, bail};

use crate::pages::{self, Effort};
use crate::{debian, place, run, rust_setup, server, videos};

/// Measures each way so many times on each line.
pub(super) fn run(runs: usize) -> Result<()> {
    debian::for_tests()?;
    rust_setup::crates()?;
    pages::build(Effort::Small)?;
    let packages = [&["build", "--package", "alap-bench", "--bins"][..], &server::PACKAGES[..]].concat();
    run::quietly(
        "the servers, and what opens the page (2 to 4 min the first time)",
        &mut run::cargo(&packages)?,
    )?;
    videos::make(true)?;
    let program = server::binary("alap-bench");
    let program = program.to_str().context("the path of this folder is not UTF-8")?;
    let mut bench = run::command(program, &["video", &runs.to_string()])?;
    bench
        .env("ALAP_BIN", place::absolute(server::binary("alap"))?)
        .env("ALAP_DEMO_BIN", place::absolute(server::binary("alap-demo"))?)
        .env("ALAP_PAGES", place::absolute(pages::folder(Effort::Small))?)
        .env("ALAP_DEMO_SHOP", place::absolute(place::DEMO_SHOP)?);
    let status = bench.status().context("cannot start alap-bench")?;
    if status.success() { Ok(()) } else { bail!("measuring failed ({status})") }
}
