//! The splitter of the shipped page finds its way by the linker's relocations; nothing else needs them.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // The words are read when the page is compiled; Cargo does not see that by itself.
    println!("cargo::rerun-if-changed=src/talk/words");
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
