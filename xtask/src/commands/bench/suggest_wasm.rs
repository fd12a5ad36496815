//! `cargo xtask bench suggest-wasm`: how fast the recommender is in Chromium.

use anyhow::Result;

use super::wasm_page;

pub(super) fn run() -> Result<()> {
    wasm_page::measure("suggest", &[])
}
