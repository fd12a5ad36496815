//! Parts the shipped widget in two: what the first view needs, and the talk that comes with the first word.
//!
//! Trunk knows nothing of this. So its own wasm of the widget is thrown away, and made anew from what the compiler left:
//! the splitter cuts it at the seam in `src/later.rs`, and `wasm-bindgen` writes the glue of the first part.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::place;
use crate::run;

/// What Trunk makes of the package `alap-widget`, before the hash.
const STEM: &str = "alap-widget-";

/// Replaces the widget in a folder that Trunk has built.
pub(crate) fn widget(dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    let name = name_in(&html).context("the widget's page names no wasm")?;
    let hash = name.trim_start_matches(STEM).to_owned();
    let (seam, talk) = (format!("seam-{hash}.js"), format!("talk-{hash}.wasm"));

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
        // The second part links against what the first one exports.
        "--keep-lld-exports",
        "--out-name",
        name,
        "--out-dir",
        path(dist)?,
        path(&main)?,
    ];
    run::quietly("the glue of its first part", &mut run::command("wasm-bindgen", &arguments)?)?;

    // Files that may be kept for a year carry the hash in their names.
    let loader = fs::read_to_string(parts.join("__wasm_split.js"))?;
    fs::write(dist.join(&seam), loader.replace("./split_talk.wasm", &format!("./{talk}")))?;
    fs::copy(parts.join("split_talk.wasm"), dist.join(&talk)).context("the splitter found no seam")?;
    let script = dist.join(format!("{name}.js"));
    let glue = fs::read_to_string(&script)?;
    fs::write(&script, glue.replacen("\"./__wasm_split.js\"", &format!("\"./{seam}\""), 1))?;
    fs::write(&page, with_seam(&html, name, &seam))?;
    Ok(())
}

/// The widget's name with its hash: what stands between the last slash and `_bg.wasm`.
fn name_in(html: &str) -> Option<&str> {
    let before = &html[..html.find("_bg.wasm")?];
    before.rfind('/').map(|slash| &before[slash + 1..]).filter(|name| name.starts_with(STEM))
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
    use super::{name_in, with_seam};

    const HTML: &str = r#"<link rel="modulepreload" href="/widget/alap-widget-0a1b.js"><link rel="preload" href="/widget/alap-widget-0a1b_bg.wasm">"#;

    #[test]
    fn the_page_tells_the_name_of_its_wasm() {
        assert_eq!(name_in(HTML), Some("alap-widget-0a1b"));
        assert_eq!(name_in("<p>/inbox/alap-inbox-0a1b_bg.wasm</p>"), None);
        assert_eq!(name_in(""), None);
    }

    #[test]
    fn the_seam_is_fetched_early() {
        let html = with_seam(HTML, "alap-widget-0a1b", "seam-0a1b.js");
        assert!(html.contains(
            r#"href="/widget/alap-widget-0a1b.js"><link rel="modulepreload" href="/widget/seam-0a1b.js">"#
        ));
    }
}
