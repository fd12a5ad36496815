//! JSON of the two shops' interfaces, item by item: one that cannot be read is named, the others are read.

use std::fmt;

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::{
    Problem,
    fault::Faults,
    feed::{FeedFormat, shelf::Shelf, shopify_json, woocommerce_json},
    lines::{LineCounter, line_of},
};

pub(crate) fn read(text: &str, shelf: &mut Shelf, faults: &mut Faults) -> FeedFormat {
    let mut items = Items { text, lines: LineCounter::new(text), shelf, faults, format: FeedFormat::Unknown };
    let mut json = serde_json::Deserializer::from_str(text);
    let end = json.deserialize_any(&mut items).and_then(|()| json.end());
    let format = items.format;
    if let Err(error) = end {
        faults.add(line_of_error(text, &error), Problem::Json {});
    } else if format == FeedFormat::Unknown {
        faults.add(1, Problem::UnknownFormat {});
    }
    format
}

/// The parser counts `\n` only, as this does for files that have them.
fn line_of_error(text: &str, error: &serde_json::Error) -> u32 {
    u32::try_from(error.line()).unwrap_or(u32::MAX).clamp(1, line_of(text, text.len()))
}

/// Steps through the file and hands each item on.
struct Items<'a, 's> {
    text: &'a str,
    lines: LineCounter<'a>,
    shelf: &'s mut Shelf,
    faults: &'s mut Faults,
    format: FeedFormat,
}

impl Items<'_, '_> {
    fn item(&mut self, raw: &RawValue) {
        let offset = (raw.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let line = self.lines.line_at(offset);
        self.shelf.rows += 1;
        let is_read = match self.format {
            FeedFormat::ShopifyJson => {
                parse(raw).map(|item| shopify_json::add(item, line, self.shelf, self.faults)).is_some()
            }
            _ => parse(raw).map(|item| woocommerce_json::add(item, line, self.shelf, self.faults)).is_some(),
        };
        if !is_read {
            self.faults.add(line, Problem::JsonItem {});
        }
    }
}

fn parse<T: DeserializeOwned>(raw: &RawValue) -> Option<T> {
    serde_json::from_str(raw.get()).ok()
}

impl<'de> Visitor<'de> for &mut Items<'de, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of products, or an object with products")
    }

    /// WooCommerce: the list itself; Shopify: the list under `products`.
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        if self.format == FeedFormat::Unknown {
            self.format = FeedFormat::WooCommerceJson;
        }
        while let Some(raw) = list.next_element::<&RawValue>()? {
            self.item(raw);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(key) = object.next_key::<String>()? {
            if key == "products" && self.format == FeedFormat::Unknown {
                self.format = FeedFormat::ShopifyJson;
                object.next_value_seed(&mut *self)?;
            } else {
                object.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for &mut Items<'de, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, list: D) -> Result<(), D::Error> {
        list.deserialize_seq(self)
    }
}

/// A text that some versions write as a number, or as null.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(untagged)]
pub(crate) enum Loose {
    Text(String),
    Number(serde_json::Number),
    #[default]
    Nothing,
}

impl Loose {
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Nothing => String::new(),
        }
    }
}
