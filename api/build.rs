//! Compiles the server again when the pages that it carries were built again.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=ALAP_PAGES_DIR");
    if env::var_os("CARGO_FEATURE_EMBED_PAGES").is_some()
        && let Ok(pages) = env::var("ALAP_PAGES_DIR")
    {
        println!("cargo::rerun-if-changed={pages}");
    }
}
