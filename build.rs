//! The splitter of the shipped page finds its way by the linker's relocations; nothing else needs them. The styles of the
//! parts that come later come with them: without comments and indents.

use std::{env, fs, path::Path};

/// What each part brings along.
const STYLES: [(&str, &[&str]); 4] = [
    ("talk.css", &["style/thread.css", "style/moment.css", "style/answer.css"]),
    ("suggestions.css", &["style/suggestions.css", "style/privacy.css"]),
    ("video.css", &["style/video.css", "style/video-controls.css"]),
    (
        "requests.css",
        &[
            "style/request-form.css",
            "style/request-fields.css",
            "style/request-choices.css",
            "style/request-pictures.css",
            "style/request-deal.css",
            "style/request-summary.css",
        ],
    ),
];

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    // The words are read when the page is compiled; Cargo does not see that by itself.
    println!("cargo::rerun-if-changed=src/talk/words");
    println!("cargo::rerun-if-changed=src/suggestions/words");
    println!("cargo::rerun-if-changed=src/requests/words");
    println!("cargo::rerun-if-changed=src/video/words");
    let out = env::var_os("OUT_DIR").ok_or(std::io::ErrorKind::NotFound)?;
    for (name, files) in STYLES {
        let mut styles = String::new();
        for file in files {
            println!("cargo::rerun-if-changed={file}");
            styles.push_str(&packed(&fs::read_to_string(file)?));
        }
        fs::write(Path::new(&out).join(name), styles)?;
    }
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    Ok(())
}

/// A style sheet without comments, indents and line ends. Good for sheets whose texts hold none of these.
fn packed(css: &str) -> String {
    let mut bare = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.lines().map(str::trim).collect::<String>().replace(": ", ":").replace(" {", "{")
}
