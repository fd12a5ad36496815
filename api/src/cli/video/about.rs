//! A video's own file, `videos/ID.toml`, as these commands write and read it.

use std::{fmt::Write as _, fs, path::Path};

use alap_protocol::locale::{Locale, Localized};
use serde::Deserialize;

use super::files;
use crate::cli::Failure;

/// What is read of one.
const BYTES: u64 = 1024 * 1024;

/// What is written.
#[derive(Debug)]
pub(super) struct About<'a> {
    pub(super) title: &'a Localized,
    pub(super) products: &'a [String],
    pub(super) hello: bool,
    pub(super) from: From<'a>,
}

/// Where its pictures come from.
#[derive(Clone, Copy, Debug)]
pub(super) enum From<'a> {
    /// What was made.
    Made,
    /// This file of the folder.
    File(&'a str),
    /// This page.
    Link(&'a str),
}

/// What these commands need of one that is there; `alap check` says what is wrong with it.
#[derive(Debug, Deserialize)]
pub(super) struct Known {
    pub(super) file: Option<String>,
}

/// Reads it, if it can be read.
pub(super) fn read(file: &Path) -> Option<Known> {
    let small = fs::metadata(file).ok()?.len() <= BYTES;
    toml::from_str(&small.then(|| fs::read_to_string(file).ok())??).ok()
}

impl About<'_> {
    /// Writes it, whole or not at all.
    pub(super) fn write(&self, file: &Path) -> Result<(), Failure> {
        let failed = |error: std::io::Error| Failure::new(format!("{}: {error}", file.display()));
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        files::write(file, &self.text()).map_err(failed)
    }

    fn text(&self) -> String {
        let mut text = format!("title = {}\n", title(self.title));
        // Writing into a string cannot fail.
        let _ = writeln!(text, "products = {}", list(self.products));
        if self.hello {
            text.push_str("hello = true\n");
        }
        let _ = match self.from {
            From::Made => Ok(()),
            From::File(path) => writeln!(text, "file = {}", quoted(path)),
            From::Link(address) => writeln!(text, "link = {}", quoted(address)),
        };
        text
    }
}

/// A title in its languages, as TOML.
pub(super) fn title(title: &Localized) -> String {
    let titles: Vec<String> = [Locale::Bn, Locale::En]
        .into_iter()
        .filter_map(|locale| Some(format!("{} = {}", locale.tag(), quoted(title.exact(locale)?))))
        .collect();
    format!("{{ {} }}", titles.join(", "))
}

/// Codes of products, as TOML.
pub(super) fn list(products: &[String]) -> String {
    let products: Vec<String> = products.iter().map(|sku| quoted(sku)).collect();
    format!("[{}]", products.join(", "))
}

/// As a string of TOML.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_it_was_meant() {
        let title =
            Localized { bn: Some("“কাঁথা” \\ \"এক\"".into()), en: Some("A\nB".into()) };
        let products = ["জামদানি-01".to_owned()];
        let from = From::File("media/videos/x.mp4");
        let text = About { title: &title, products: &products, hello: true, from }.text();
        let read: toml::Table = toml::from_str(&text).unwrap();
        assert_eq!(read["title"]["bn"].as_str(), title.bn.as_deref());
        assert_eq!(read["title"]["en"].as_str(), title.en.as_deref());
        assert_eq!(read["products"][0].as_str(), Some("জামদানি-01"));
        assert_eq!(read["hello"].as_bool(), Some(true));
        assert_eq!(read["file"].as_str(), Some("media/videos/x.mp4"));
    }
}
