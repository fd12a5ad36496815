//! Makes built pages as small as they can be, and lays a brotli and a gzip form beside each file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::hls;
use crate::run;

/// What the compiler may have used. Named, because `strip` takes the list of them out of the file.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Node's zlib is the reference encoder of both formats, and Node is there already for the other tools.
const COMPRESS: &str = include_str!("compress.mjs");

/// Optimises each wasm and script file of a folder in place, then writes the compressed siblings.
pub(crate) fn shrink(folder: &Path) -> Result<()> {
    for path in files(folder)? {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("wasm") => optimise(&path)?,
            // That one comes minified, and as a plain script.
            Some("js") if !hls::is_it(&path) => minify(&path)?,
            _ => {}
        }
    }
    let folder = folder.to_str().context("the path of this folder is not UTF-8")?;
    let arguments = ["--input-type=module", "--eval", COMPRESS, "--", folder];
    run::quietly("brotli and gzip", &mut run::command("node", &arguments)?)
}

/// All files below a folder, in the order of their paths.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            found.extend(files(&entry.path())?);
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn optimise(wasm: &Path) -> Result<()> {
    let path = wasm.to_str().context("the path of this folder is not UTF-8")?;
    // Taken apart and put together anew, the code packs some 1 % smaller than after one round.
    let mut arguments =
        vec!["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--strip-debug", "--strip-producers"];
    arguments.extend(WASM_FEATURES);
    arguments.extend([path, "-o", path]);
    run::quietly(&format!("wasm-opt -Oz {path} (some 10 s)"), &mut run::command("wasm-opt", &arguments)?)
}

/// Trunk has a minifier too, which does not know the syntax that `wasm-bindgen` writes.
fn minify(script: &Path) -> Result<()> {
    let path = script.to_str().context("the path of this folder is not UTF-8")?;
    let mut arguments = vec![path, "--compress", "passes=2", "--mangle", "--output", path];
    // What lies in `public` is loaded by pages that are not ours, as plain scripts.
    arguments.extend((!script.iter().any(|part| part == "public")).then_some("--module"));
    run::quietly(&format!("terser {path}"), &mut run::command("terser", &arguments)?)
}
