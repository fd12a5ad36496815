//! A section of a TOML file: each value with its line, each mistake named.

mod lists;
mod numbers;

use alap_protocol::locale::Localized;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    Problem,
    fault::Faults,
    lines::{LineStarts, line_of},
    nearest::nearest,
};

pub(crate) use lists::Item;

/// A file as TOML; `None`, with its fault, if it is none.
pub(crate) fn parse<'a>(text: &'a str, faults: &mut Faults) -> Option<Spanned<DeTable<'a>>> {
    DeTable::parse(text)
        .map_err(|error| {
            let at = error.span().map_or(0, |span| span.start).min(text.len());
            let line = line_of(text, at);
            let written = text.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default();
            faults.add(line, Problem::Toml { text: written.to_owned() });
        })
        .ok()
}

/// A section and where it stands.
pub(crate) struct Section<'a> {
    lines: &'a LineStarts,
    table: &'a DeTable<'a>,
    /// Its name with a point behind it; nothing for the file itself.
    path: String,
    /// The line that it begins on; none for the file itself.
    pub(crate) line: Option<u32>,
}

impl<'a> Section<'a> {
    pub(crate) fn root(lines: &'a LineStarts, table: &'a DeTable<'a>) -> Self {
        Self { lines, table, path: String::new(), line: None }
    }

    /// Names the keys that are none of these.
    pub(crate) fn known(&self, known: &[&str], faults: &mut Faults) {
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let free = known.iter().copied().filter(|known| !self.table.contains_key(*known));
                let guess = nearest(name, free);
                let line = self.lines.line_at(key.span().start);
                faults.add(line, Problem::UnknownKey { key: self.path_of(name), guess });
            }
        }
    }

    /// A text with something in it.
    pub(crate) fn text(&self, key: &str, faults: &mut Faults) -> Option<(&'a str, u32)> {
        let (value, line) = self.value(key)?;
        let Some(text) = value.as_str() else {
            faults.add(line, Problem::WantsText { key: self.path_of(key) });
            return None;
        };
        if text.trim().is_empty() {
            faults.add(line, Problem::EmptyText { key: self.path_of(key) });
            return None;
        }
        Some((text.trim(), line))
    }

    pub(crate) fn needed_text(&self, key: &str, faults: &mut Faults) -> Option<(&'a str, u32)> {
        self.needs(key, faults)?;
        self.text(key, faults)
    }

    /// A text in Bangla, in English, or in both.
    pub(crate) fn localized(&self, key: &str, most: usize, faults: &mut Faults) -> Option<Localized> {
        let (value, line) = self.value(key)?;
        let Some(table) = value.as_table() else {
            faults.add(line, Problem::WantsLanguages { key: self.path_of(key) });
            return None;
        };
        let section = Section { lines: self.lines, table, path: self.path_of(key) + ".", line: Some(line) };
        section.known(&["bn", "en"], faults);
        let mut read = |tag: &str| {
            let (text, line) = section.text(tag, faults)?;
            if text.chars().count() > most {
                faults.add(line, Problem::LongText { key: section.path_of(tag), most: most as u64 });
                return None;
            }
            Some(text.to_owned())
        };
        let localized = Localized { bn: read("bn"), en: read("en") };
        if table.is_empty() {
            faults.add(line, Problem::EmptyText { key: self.path_of(key) });
        }
        Some(localized).filter(|localized| !localized.is_empty())
    }

    pub(crate) fn needed_localized(&self, key: &str, most: usize, faults: &mut Faults) -> Option<Localized> {
        self.needs(key, faults)?;
        self.localized(key, most, faults)
    }

    /// One of these words.
    pub(crate) fn word(&self, key: &str, words: &[&str], faults: &mut Faults) -> Option<&'a str> {
        let (text, line) = self.text(key, faults)?;
        if words.contains(&text) {
            return Some(text);
        }
        let (key, text) = (self.path_of(key), text.to_owned());
        let guess = nearest(&text, words.iter().copied());
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        faults.add(line, Problem::UnknownWord { key, text, words, guess });
        None
    }

    pub(crate) fn needed_word(&self, key: &str, words: &[&str], faults: &mut Faults) -> Option<&'a str> {
        self.needs(key, faults)?;
        self.word(key, words, faults)
    }

    /// Is it there at all?
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// `true` or `false`.
    pub(crate) fn switch(&self, key: &str, faults: &mut Faults) -> Option<bool> {
        let (value, line) = self.value(key)?;
        let switch = value.as_bool();
        if switch.is_none() {
            faults.add(line, Problem::WantsSwitch { key: self.path_of(key) });
        }
        switch
    }

    /// A section in this one.
    pub(crate) fn section(&self, key: &str, faults: &mut Faults) -> Option<Section<'a>> {
        let (value, line) = self.value(key)?;
        let Some(table) = value.as_table() else {
            faults.add(line, Problem::WantsSection { key: self.path_of(key) });
            return None;
        };
        Some(Section { lines: self.lines, table, path: self.path_of(key) + ".", line: Some(line) })
    }

    pub(crate) fn needed_section(&self, key: &str, faults: &mut Faults) -> Option<Section<'a>> {
        self.needs(key, faults)?;
        self.section(key, faults)
    }

    /// The line of a key; the section's if it has no such key.
    pub(crate) fn line_of(&self, key: &str) -> Option<u32> {
        self.value(key).map(|(_, line)| line).or(self.line)
    }

    /// Is it there, and a text?
    pub(crate) fn is_text(&self, key: &str) -> bool {
        self.value(key).is_some_and(|(value, _)| value.is_str())
    }

    /// The key with the sections that it is in.
    pub(crate) fn path_of(&self, key: &str) -> String {
        format!("{}{key}", self.path)
    }

    /// Names the key if it is not there.
    pub(crate) fn needs(&self, key: &str, faults: &mut Faults) -> Option<()> {
        if self.table.contains_key(key) {
            return Some(());
        }
        faults.add(self.line, Problem::MissingKey { key: self.path_of(key) });
        None
    }

    /// A value, with the line of its key.
    fn value(&self, key: &str) -> Option<(&'a DeValue<'a>, u32)> {
        let (name, value): (&Spanned<_>, &Spanned<_>) = self.table.get_key_value(key)?;
        Some((value.get_ref(), self.lines.line_at(name.span().start)))
    }
}
