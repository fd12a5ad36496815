//! Parts the shipped widget: what the first view needs, the talk that comes with the first word, the suggestions that come
//! once the first view stands, the requests that come with the first form, the videos, and what these share.
//!
//! Trunk knows nothing of this. So its own wasm of the widget is thrown away, and made anew from what the compiler left:
//! the splitter cuts it at the seams in `src/later.rs`, and `wasm-bindgen` writes the glue of the first part.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::place;
use crate::run;

/// What Trunk makes of the package `alap-widget`, before the hash.
const STEM: &str = "alap-widget-";

/// The parts that the seams are for.
const PARTS: [&str; 4] = ["talk", "suggestions", "requests", "video"];

/// Replaces the widget in a folder that Trunk has built.
pub(crate) fn widget(dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    let name = name_in(&html).context("the widget's page names no wasm")?;
    let hash = name.trim_start_matches(STEM).to_owned();
    let seam = format!("seam-{hash}.js");

    let parts = place::target().join("split");
    if parts.exists() {
        fs::remove_dir_all(&parts)?;
    }
    let compiled = place::target().join("wasm32-unknown-unknown/wasm-release/alap-widget.wasm");
    let (compiled, folder) = (path(&compiled)?, path(&parts)?);
    let arguments = [compiled, folder, "--target", "web", "--out-name", name];
    run::quietly("splitting the widget", &mut run::command("wasm-split-cli", &arguments)?)?;

    let main = parts.join(format!("{name}.wasm"));
    let arguments = [
        "--target",
        "web",
        "--no-typescript",
        // The other parts link against what the first one exports.
        "--keep-lld-exports",
        "--out-name",
        name,
        "--out-dir",
        path(dist)?,
        path(&main)?,
    ];
    run::quietly("the glue of its first part", &mut run::command("wasm-bindgen", &arguments)?)?;

    // Files that may be kept for a year carry the hash in their names.
    let mut loader = fs::read_to_string(parts.join("__wasm_split.js"))?;
    let mut found = Vec::new();
    for file in fs::read_dir(&parts)? {
        let file = file?.file_name();
        let file = file.to_str().context("a part with a strange name")?;
        if let Some(part) = part_of(file) {
            let served = format!("{part}-{hash}.wasm");
            fs::copy(parts.join(file), dist.join(&served))?;
            loader = loader.replace(&format!("./{file}"), &format!("./{served}"));
            found.push(part);
        }
    }
    for part in PARTS {
        ensure!(found.iter().any(|it| it == part), "the splitter found no seam for the part {part}");
    }
    fs::write(dist.join(&seam), loader)?;
    let script = dist.join(format!("{name}.js"));
    let glue = fs::read_to_string(&script)?;
    // The glue fetches the loader once for each seam; what it gives the wasm keeps the name that the wasm knows.
    fs::write(&script, glue.replace("from \"./__wasm_split.js\"", &format!("from \"./{seam}\"")))?;
    fs::write(&page, with_seam(&html, name, &seam))?;
    Ok(())
}

/// The widget's name with its hash: what stands between the last slash and `_bg.wasm`.
fn name_in(html: &str) -> Option<&str> {
    let before = &html[..html.find("_bg.wasm")?];
    before.rfind('/').map(|slash| &before[slash + 1..]).filter(|name| name.starts_with(STEM))
}

/// How a file of the splitter's is served, before the hash: a part by its name, what parts share as `shared-…`. `None` for
/// any other file.
fn part_of(file: &str) -> Option<String> {
    let name = file.strip_suffix(".wasm")?;
    let chunk = || Some(format!("shared-{}", name.strip_prefix("chunk_")?));
    name.strip_prefix("split_").map(str::to_owned).or_else(chunk)
}

/// Lets the browser fetch the seam's script together with the glue that imports it.
fn with_seam(html: &str, name: &str, seam: &str) -> String {
    let glue = format!("<link rel=\"modulepreload\" href=\"/widget/{name}.js\">");
    html.replacen(&glue, &format!("{glue}<link rel=\"modulepreload\" href=\"/widget/{seam}\">"), 1)
}

fn path(path: &Path) -> Result<&str> {
    path.to_str().context("the path of this folder is not UTF-8")
}

#[cfg(test)]
mod tests {
    use super::{name_in, part_of, with_seam};

    const HTML: &str = r#"<link rel="modulepreload" href="/widget/alap-widget-0a1b.js"><link rel="preload" href="/widget/alap-widget-0a1b_bg.wasm">"#;

    #[test]
    fn the_page_tells_the_name_of_its_wasm() {
        assert_eq!(name_in(HTML), Some("alap-widget-0a1b"));
        assert_eq!(name_in("<p>/inbox/alap-inbox-0a1b_bg.wasm</p>"), None);
        assert_eq!(name_in(""), None);
    }

    #[test]
    fn every_part_is_served_under_its_name() {
        assert_eq!(part_of("split_talk.wasm").as_deref(), Some("talk"));
        assert_eq!(part_of("chunk_1.wasm").as_deref(), Some("shared-1"));
        assert_eq!(part_of("alap-widget-0a1b.wasm"), None);
        assert_eq!(part_of("__wasm_split.js"), None);
    }

    #[test]
    fn the_seam_is_fetched_early() {
        let html = with_seam(HTML, "alap-widget-0a1b", "seam-0a1b.js");
        assert!(html.contains(
            r#"href="/widget/alap-widget-0a1b.js"><link rel="modulepreload" href="/widget/seam-0a1b.js">"#
        ));
    }
}
