//! `cargo xtask bench faq-wasm`: how fast the FAQ engine is in Chromium.

use std::path::Path;

use anyhow::Result;

use super::wasm_page;
use crate::place;

pub(super) fn run() -> Result<()> {
    wasm_page::measure("faq", &[Path::new(place::DEMO_SHOP).join("faq.md")])
}
