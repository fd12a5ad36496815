//! `cargo xtask bench intake-wasm`: how fast a form answers a step in Chromium.

use anyhow::Result;

use super::wasm_page;

pub(super) fn run() -> Result<()> {
    wasm_page::measure("intake", &[])
}
