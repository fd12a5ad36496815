//! hls.js, which plays a ladder of qualities where the browser alone does not. It lies beside the widget, which loads it
//! when it is needed and not before.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::tools;

/// How the names of its files begin, in the widget's folder.
const STEM: &str = "hls-";

/// Its build without what no ladder of ours has: other sounds, subtitles, protection.
const BUILD: &str = "dist/hls.light.min.js";

/// Its licence, which it is under and this project can be had under too.
const APACHE: &str = include_str!("../../LICENSE-APACHE");

/// Copies it into the pages, with its licence beside it. Its version is in the name: it never changes under it.
pub(crate) fn copy(pages: &Path) -> Result<()> {
    let (version, package) = tools::for_video()?;
    let read = |file: &str| {
        let path = package.join(file);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let widget = pages.join("widget");
    fs::write(widget.join(script(version)), with_banner(version, &read(BUILD)?))?;
    fs::write(widget.join(licence(version)), format!("{}\n\n{APACHE}", read("LICENSE")?.trim_end()))?;
    Ok(())
}

/// Is it this script?
pub(crate) fn is_it(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(STEM))
}

fn script(version: &str) -> String {
    format!("{STEM}{version}.js")
}

fn licence(version: &str) -> String {
    format!("{STEM}{version}-licence.txt")
}

/// The script says whose it is, and not where a map of its source would be: that is not shipped.
fn with_banner(version: &str, build: &str) -> String {
    let code = build.rsplit_once("//# sourceMappingURL=").map_or(build, |(code, _)| code).trim_end();
    let licence = licence(version);
    format!(
        "/*! hls.js {version}, (c) Dailymotion and contributors, Apache License 2.0: {licence} */\n{code}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widget_loads_the_version_that_lies_beside_it() {
        let library = include_str!("../../src/video/library.rs");
        let version = tools::HLS;
        assert!(
            library.contains(&format!("\"/widget/{}\"", script(version))),
            "{version} is not what it loads"
        );
    }

    #[test]
    fn the_script_says_whose_it_is_and_names_no_map() {
        let said = with_banner("1.0.0", "!function(){}();\n//# sourceMappingURL=hls.light.min.js.map\n");
        assert!(said.starts_with("/*! hls.js 1.0.0") && said.ends_with("!function(){}();\n"), "{said}");
        assert!(is_it(Path::new("widget/hls-1.0.0.js")) && !is_it(Path::new("widget/alap-hls.js")));
    }
}
