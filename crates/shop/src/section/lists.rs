//! Lists in a section: of texts, of sections, of both.

use super::Section;
use crate::{Problem, fault::Faults};

/// One of a list.
pub(crate) enum Item<'a> {
    Text(&'a str),
    Section(Section<'a>),
}

impl<'a> Section<'a> {
    /// A list of texts with something in it, each with its line.
    pub(crate) fn needed_texts(&self, key: &str, faults: &mut Faults) -> Option<Vec<(&'a str, u32)>> {
        self.needs(key, faults)?;
        let (value, line) = self.value(key)?;
        if value.as_array().is_some_and(|list| list.is_empty()) {
            faults.add(line, Problem::EmptyText { key: self.path_of(key) });
        }
        self.texts(key, faults)
    }

    /// A list of texts, each with its line.
    pub(crate) fn texts(&self, key: &str, faults: &mut Faults) -> Option<Vec<(&'a str, u32)>> {
        let (value, line) = self.value(key)?;
        let Some(list) = value.as_array() else {
            faults.add(line, Problem::WantsList { key: self.path_of(key) });
            return None;
        };
        let mut texts = Vec::new();
        for item in list.iter() {
            let line = self.lines.line_at(item.span().start);
            match item.get_ref().as_str() {
                Some(text) => texts.push((text.trim(), line)),
                None => faults.add(line, Problem::WantsText { key: self.path_of(key) }),
            }
        }
        Some(texts)
    }

    /// The sections of a list: `[[…]]`.
    pub(crate) fn sections(&self, key: &str, faults: &mut Faults) -> Vec<Section<'a>> {
        let mut sections = Vec::new();
        for (item, line) in self.items(key, faults) {
            match item {
                Item::Section(section) => sections.push(section),
                Item::Text(_) => faults.add(line, Problem::WantsSection { key: self.path_of(key) }),
            }
        }
        sections
    }

    /// A list of texts and sections, each with its line.
    pub(crate) fn items(&self, key: &str, faults: &mut Faults) -> Vec<(Item<'a>, u32)> {
        let Some((value, line)) = self.value(key) else {
            return Vec::new();
        };
        let Some(list) = value.as_array() else {
            faults.add(line, Problem::WantsList { key: self.path_of(key) });
            return Vec::new();
        };
        let mut items = Vec::new();
        for item in list.iter() {
            let line = self.lines.line_at(item.span().start);
            let (text, table) = (item.get_ref().as_str(), item.get_ref().as_table());
            if let Some(table) = table {
                let path = self.path_of(key) + ".";
                items.push((
                    Item::Section(Section { lines: self.lines, table, path, line: Some(line) }),
                    line,
                ));
            } else if let Some(text) = text {
                items.push((Item::Text(text.trim()), line));
            } else {
                faults.add(line, Problem::WantsSection { key: self.path_of(key) });
            }
        }
        items
    }
}
