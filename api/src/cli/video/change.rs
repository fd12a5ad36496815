//! What is changed in a video's own file when it is replaced: the keys that were given, and nothing else that the seller wrote.

use std::{fs, ops::Range, path::Path};

use alap_protocol::locale::Localized;
use serde::Deserialize;
use toml::{Spanned, Value};

use super::{
    about::{From, list, quoted, title},
    files,
};
use crate::cli::Failure;

/// What was given.
#[derive(Debug)]
pub(super) struct Change<'a> {
    pub(super) bn: Option<&'a str>,
    pub(super) en: Option<&'a str>,
    /// None where nobody said any.
    pub(super) products: &'a [String],
    /// It is the hello now; otherwise what stands there stays.
    pub(super) hello: bool,
    pub(super) from: From<'a>,
}

/// Where the values are that may change.
#[derive(Debug, Deserialize)]
struct Places {
    title: Option<Spanned<Value>>,
    products: Option<Spanned<Value>>,
    hello: Option<Spanned<Value>>,
    file: Option<Spanned<Value>>,
    link: Option<Spanned<Value>>,
}

/// What comes in the place of a part of the text.
type Edit = (Range<usize>, String);

impl Change<'_> {
    /// Writes it, whole or not at all.
    pub(super) fn write(&self, file: &Path) -> Result<(), Failure> {
        let failed = |error: std::io::Error| Failure::new(format!("{}: {error}", file.display()));
        let text = fs::read_to_string(file).map_err(failed)?;
        let changed = self.text(&text).ok_or_else(|| {
            Failure::new(format!(
                "{}: this cannot be read as TOML, or its keys are written in an unusual way; correct it (`alap check` names \
                 the line) or take it away, and run the same command again",
                file.display()
            ))
        })?;
        if changed == text { Ok(()) } else { files::write(file, &changed).map_err(failed) }
    }

    /// The text with these changes; none where it is not understood.
    fn text(&self, text: &str) -> Option<String> {
        let places: Places = toml::from_str(text).ok()?;
        let mut wanted: toml::Table = toml::from_str(text).ok()?;
        let (file, link) = match self.from {
            From::Made => (None, None),
            From::File(path) => (Some(quoted(path)), None),
            From::Link(address) => (None, Some(quoted(address))),
        };
        let mut edits: Vec<Edit> = Vec::new();
        let mut put = |key: &str, place: Option<Spanned<Value>>, value: Option<String>| {
            match (&value, place) {
                (Some(value), Some(place)) => edits.push((place.span(), value.clone())),
                // Above every table.
                (Some(value), None) => edits.push((0..0, format!("{key} = {value}\n"))),
                (None, Some(place)) => edits.push((line_of(text, &place.span()), String::new())),
                (None, None) => {}
            }
            match value {
                Some(value) => {
                    let table: toml::Table = toml::from_str(&format!("value = {value}")).ok()?;
                    wanted.extend(table.into_iter().next().map(|(_, value)| (key.to_owned(), value)));
                }
                None => drop(wanted.remove(key)),
            }
            Some(())
        };
        if let Some(value) = self.title(places.title.as_ref()) {
            put("title", places.title, Some(value))?;
        }
        if !self.products.is_empty() {
            put("products", places.products, Some(list(self.products)))?;
        }
        if self.hello {
            put("hello", places.hello, Some("true".to_owned()))?;
        }
        put("file", places.file, file)?;
        put("link", places.link, link)?;
        edits.sort_by_key(|(place, _)| place.start);
        let mut changed = text.to_owned();
        for (place, value) in edits.into_iter().rev() {
            changed.get(place.clone())?;
            changed.replace_range(place, &value);
        }
        // Whatever way it was written in: it says what it should now, or it is left alone.
        let read: toml::Table = toml::from_str(&changed).ok()?;
        (read == wanted).then_some(changed)
    }

    /// The title with what was given of it; none where nothing was.
    fn title(&self, before: Option<&Spanned<Value>>) -> Option<String> {
        self.bn.or(self.en)?;
        let old = |tag: &str| before?.as_ref().get(tag)?.as_str().map(str::to_owned);
        let of = |given: Option<&str>, tag: &str| given.map(str::to_owned).or_else(|| old(tag));
        Some(title(&Localized { bn: of(self.bn, "bn"), en: of(self.en, "en") }))
    }
}

/// The lines that a value stands on, with the end of the last.
fn line_of(text: &str, value: &Range<usize>) -> Range<usize> {
    let before = text.get(..value.start).unwrap_or_default();
    let after = text.get(value.end..).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    start..after.find('\n').map_or(text.len(), |end| value.end + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# mine\ntitle = { bn = \"কাঁথা\", en = \"Kantha\" } # good\nproducts = [\n  \"A\", # first\n]\n\
                        file = \"media/old.mp4\" # for now\nposter = \"media/p.jpg\"\n\n[[shown]]\nproduct = \"A\"\n\
                        from = \"0:01\"\n";

    fn change(from: From<'_>) -> Change<'_> {
        Change { bn: None, en: None, products: &[], hello: false, from }
    }

    #[test]
    fn what_was_not_given_stays_as_the_seller_wrote_it() {
        let made = change(From::Made).text(TEXT).unwrap();
        assert_eq!(made, TEXT.replace("file = \"media/old.mp4\" # for now\n", ""));
        let link = change(From::Link("https://youtu.be/x")).text(TEXT).unwrap();
        assert!(
            link.starts_with("link = \"https://youtu.be/x\"\n# mine\n") && !link.contains("old.mp4"),
            "{link}"
        );
        assert_eq!(change(From::File("media/old.mp4")).text(TEXT).unwrap(), TEXT);
    }

    #[test]
    fn what_was_given_is_changed_in_its_place() {
        let products = ["B".to_owned()];
        let given =
            Change { en: Some("New"), products: &products, hello: true, ..change(From::File("media/n.mp4")) };
        let text = given.text(TEXT).unwrap();
        assert!(
            text.contains("title = { bn = \"কাঁথা\", en = \"New\" } # good\nproducts = [\"B\"]\n"),
            "{text}"
        );
        assert!(
            text.contains("file = \"media/n.mp4\" # for now\n") && text.contains("hello = true\n"),
            "{text}"
        );
        assert!(text.ends_with("[[shown]]\nproduct = \"A\"\nfrom = \"0:01\"\n"));
    }

    #[test]
    fn what_is_not_understood_is_left_alone() {
        assert_eq!(change(From::Made).text("title = "), None);
        let table = "[title]\nbn = \"x\"\n";
        let given = Change { bn: Some("y"), ..change(From::Made) };
        assert!(given.text(table).is_none_or(|text| {
            toml::from_str::<toml::Table>(&text).unwrap()["title"]["bn"].as_str() == Some("y")
        }));
    }
}
