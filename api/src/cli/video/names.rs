//! What a video is called in addresses and file names.

use std::path::Path;

use alap_video::made::NAME_CHARS as CHARS;
pub(super) use alap_video::made::is_name as is_id;

use super::folder::Folder;
use crate::cli::Failure;

/// The name that the seller gave.
pub(super) fn given(name: &str) -> Result<String, Failure> {
    if is_id(name) {
        return Ok(name.to_owned());
    }
    Err(Failure::new(format!(
        "--name {name}: only a–z, 0–9 and - may stand in it, at most {CHARS} of them{}",
        plain(name).map_or_else(String::new, |plain| format!(", such as {plain}"))
    )))
}

/// From the file's name; from the first product's code where that says nothing in plain letters. One that is taken gets a
/// number, unless it may be replaced.
pub(super) fn chosen(file: Option<&Path>, products: &[String], folder: &Folder, replaces: bool) -> String {
    let stem = file.and_then(Path::file_stem).map(|stem| stem.to_string_lossy());
    let from = |text: &str| plain(text).filter(|name| name.chars().any(|c| c.is_ascii_alphabetic()));
    let name = stem
        .as_deref()
        .and_then(from)
        .or_else(|| products.first().and_then(|sku| plain(sku)))
        .unwrap_or_else(|| "video".to_owned());
    let is_file = file.is_some();
    // The same file added twice is a mistake, told by the caller; the second link to the same product is none.
    if replaces || is_file || !folder.about(&name).exists() {
        return name;
    }
    let numbered = |number: u32| format!("{}-{number}", &name[..name.len().min(CHARS - 4)]);
    (2..1_000).map(numbered).find(|name| !folder.about(name).exists()).unwrap_or(name)
}

/// Small letters, digits and hyphens; nothing if none is left.
pub(super) fn plain(text: &str) -> Option<String> {
    let mut name = String::new();
    for c in text.chars() {
        match c.to_ascii_lowercase() {
            c @ ('a'..='z' | '0'..='9') => name.push(c),
            // Combining signs and letters of other scripts are left out, what separates words is kept once.
            c if c.is_ascii() && !name.is_empty() && !name.ends_with('-') => name.push('-'),
            _ => {}
        }
    }
    name.truncate(CHARS);
    let name = name.trim_end_matches('-');
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_plain() {
        for (text, name) in [
            ("Kantha Saree (final).v2", Some("kantha-saree-final-v2")),
            ("--x--", Some("x")),
            ("NK_001", Some("nk-001")),
            ("কাঁথা", None),
            ("কাঁথা 2", Some("2")),
            ("", None),
        ] {
            assert_eq!(plain(text).as_deref(), name, "{text}");
        }
        assert_eq!(plain(&"ab-".repeat(30)).unwrap().len(), 40);
    }
}
