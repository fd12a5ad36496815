//! The words are read when the crate is compiled; Cargo does not see that by itself.

fn main() {
    println!("cargo::rerun-if-changed=locales");
}
