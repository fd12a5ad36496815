//! Google Merchant XML: the `<item>`s of RSS 2.0 or the `<entry>`s of Atom.

use std::collections::HashMap;

use quick_xml::{
    Reader,
    escape::resolve_html5_entity,
    events::{BytesStart, Event},
};

use crate::{
    Problem,
    fault::Faults,
    feed::{
        FeedFormat,
        family::Families,
        google::{self, Fields},
        shelf::Shelf,
    },
    lines::LineCounter,
};

/// The fields that are read.
const FIELDS: [&str; 17] = [
    "id",
    "item_group_id",
    "title",
    "description",
    "link",
    "image_link",
    "price",
    "sale_price",
    "sale_price_effective_date",
    "availability",
    "product_type",
    "google_product_category",
    "size",
    "color",
    "material",
    "pattern",
    "brand",
];
/// Those of them that may stand several times in one item.
const REPEATED: [&str; 4] = ["size", "color", "material", "pattern"];

/// One item while it is read.
#[derive(Default)]
struct Item {
    line: u32,
    fields: HashMap<&'static str, String>,
    /// The field whose element is open, if it is one that is read.
    open: Option<&'static str>,
    /// How many elements are open inside the item.
    depth: usize,
    text: String,
}

impl Fields for Item {
    fn field(&self, name: &str) -> &str {
        self.fields.get(name).map(|text| text.trim()).unwrap_or_default()
    }
}

pub(crate) fn read(text: &str, shelf: &mut Shelf, faults: &mut Faults) -> FeedFormat {
    let mut reader = Reader::from_str(text);
    let mut lines = LineCounter::new(text);
    let mut families = Families::default();
    let mut item: Option<Item> = None;
    let mut is_feed = false;
    loop {
        let event = reader.read_event();
        let offset = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match event {
            Err(_) => {
                let offset = usize::try_from(reader.error_position()).unwrap_or(offset);
                faults.add(lines.line_at(offset), Problem::Xml {});
                is_feed = true;
                break;
            }
            Ok(Event::Eof) => {
                if item.is_some() {
                    faults.add(lines.line_at(offset.min(text.trim_end().len())), Problem::Xml {});
                }
                break;
            }
            Ok(Event::Start(tag)) => match &mut item {
                Some(item) => item.open(&tag),
                None if is_item(&tag) => {
                    is_feed = true;
                    item = Some(Item { line: lines.line_at(offset), ..Item::default() });
                }
                None => is_feed |= matches!(tag.local_name().as_ref(), "rss" | "feed"),
            },
            Ok(Event::Empty(tag)) => {
                if let Some(item) = &mut item {
                    item.open(&tag);
                    item.close();
                }
            }
            Ok(Event::End(_)) => {
                if let Some(whole) = item.take_if(|item| !item.close()) {
                    shelf.rows += 1;
                    google::add(&whole, whole.line, shelf.options, &mut families, faults);
                }
            }
            Ok(Event::Text(piece)) => push(&mut item, &piece.xml10_content()),
            Ok(Event::CData(piece)) => push(&mut item, &piece.xml10_content()),
            Ok(Event::GeneralRef(name)) => match name.resolve_char_ref() {
                Ok(Some(c)) => push(&mut item, c.encode_utf8(&mut [0; 4])),
                _ => match resolve_html5_entity(&name) {
                    Some(character) => push(&mut item, character),
                    None => push(&mut item, &format!("&{};", &*name)),
                },
            },
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
        }
    }
    families.shelve(shelf, faults);
    if !is_feed {
        faults.add(1, Problem::UnknownFormat {});
        return FeedFormat::Unknown;
    }
    FeedFormat::GoogleXml
}

fn is_item(tag: &BytesStart<'_>) -> bool {
    matches!(tag.local_name().as_ref(), "item" | "entry")
}

fn push(item: &mut Option<Item>, text: &str) {
    if let Some(item) = item.as_mut().filter(|item| item.open.is_some()) {
        item.text.push_str(text);
    }
}

impl Item {
    fn open(&mut self, tag: &BytesStart<'_>) {
        self.depth += 1;
        // Only what stands right in the item is a field: `<g:shipping>` has a `<g:price>` of its own.
        if self.depth > 1 {
            return;
        }
        self.text.clear();
        let name = tag.local_name();
        self.open = FIELDS.into_iter().find(|field| *field == name.as_ref());
        // Atom writes `<link href="…"/>`.
        if self.open == Some("link")
            && let Ok(Some(href)) = tag.try_get_attribute("href")
            && let Ok(href) = quick_xml::escape::unescape(&href.value)
        {
            self.text.push_str(&href);
        }
    }

    /// Closes the innermost element; false if it was the item itself.
    fn close(&mut self) -> bool {
        let Some(depth) = self.depth.checked_sub(1) else {
            return false;
        };
        self.depth = depth;
        if depth == 0
            && let Some(field) = self.open.take()
        {
            let known = self.fields.entry(field).or_default();
            if REPEATED.contains(&field) && !known.is_empty() {
                known.push(',');
                known.push_str(&self.text);
            } else if known.trim().is_empty() {
                known.clone_from(&self.text);
            }
        }
        true
    }
}
