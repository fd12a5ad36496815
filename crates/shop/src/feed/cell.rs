//! What is read alike in every format: ids, titles, prices, addresses, availability.

use alap_protocol::{
    hours::parse_date,
    id::ProductId,
    locale::{Locale, Localized},
    pack::{Availability, Image},
};
use alap_text::script::{self, Script};
use time::Date;

use crate::{
    Problem,
    address::{self, Address},
    fault::Faults,
    money::{self, Money, MoneyError},
    plain::{plain, plain_line},
};

/// The most characters of a title and of a description; longer ones are cut at a word's end.
const TITLE_CHARS: usize = 300;
const DESCRIPTION_CHARS: usize = 2_000;

/// A product's id.
pub(crate) fn id(text: &str, line: u32, faults: &mut Faults) -> Option<ProductId> {
    if text.is_empty() {
        faults.add(line, Problem::NoSku {});
        return None;
    }
    let id = ProductId::parse(text).ok();
    if id.is_none() {
        faults.add(line, Problem::BadSku { text: text.to_owned() });
    }
    id
}

/// A text whose language its letters tell.
pub(crate) fn by_letters(text: String) -> Localized {
    if text.is_empty() {
        return Localized::default();
    }
    Localized::one(if has_bangla(&text) { Locale::Bn } else { Locale::En }, text)
}

/// Is there a Bangla letter in it? Digits and the sign of the taka tell nothing.
pub(crate) fn has_bangla(text: &str) -> bool {
    matches!(script::of(text), Script::Bangla | Script::Mixed)
}

/// A title, on one line and not too long.
pub(crate) fn title(markup: &str, sku: &str, line: u32, faults: &mut Faults) -> String {
    let (text, was_cut) = cut(plain_line(markup), TITLE_CHARS);
    if was_cut {
        faults.add(line, Problem::LongTitle { sku: sku.to_owned(), most: TITLE_CHARS as u64 });
    }
    text
}

/// A description, as plain text and not too long.
pub(crate) fn description(markup: &str, sku: &str, line: u32, faults: &mut Faults) -> String {
    let (text, was_cut) = cut(plain(markup), DESCRIPTION_CHARS);
    if was_cut {
        faults.add(line, Problem::LongDescription { sku: sku.to_owned(), most: DESCRIPTION_CHARS as u64 });
    }
    text
}

/// At the end of a word, so that no letter is cut in two.
fn cut(text: String, most: usize) -> (String, bool) {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return (text, false);
    };
    let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    (format!("{}…", text[..end].trim_end()), true)
}

/// A price; nothing, with a fault, if it cannot be read. An empty cell is nothing without a fault.
pub(crate) fn price(
    text: &str,
    column: &str,
    line: u32,
    faults: &mut Faults,
) -> Result<Option<Money>, Refused> {
    if text.is_empty() {
        return Ok(None);
    }
    let (column, shown) = (column.to_owned(), text.to_owned());
    match money::parse(text) {
        Ok(money) => return Ok(Some(money)),
        Err(MoneyError::Negative) => faults.add(line, Problem::NegativePrice { column, text: shown }),
        Err(MoneyError::Unreadable) => faults.add(line, Problem::BadPrice { column, text: shown }),
    }
    Err(Refused)
}

/// It has been named by a fault already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refused;

/// A product's page.
pub(crate) fn page(text: &str, line: u32, faults: &mut Faults) -> Option<String> {
    Some(match checked(text, line, faults)? {
        Address::Web(url) | Address::Rooted(url) => url,
        Address::Relative(path) => format!("/{path}"),
    })
}

/// A product's picture. Paths stay as they are: the folder's reader looks for them.
pub(crate) fn image(text: &str, line: u32, faults: &mut Faults) -> Option<Image> {
    let src = match checked(text, line, faults)? {
        Address::Web(src) | Address::Rooted(src) | Address::Relative(src) => src,
    };
    Some(Image { src, width: None, height: None })
}

fn checked(text: &str, line: u32, faults: &mut Faults) -> Option<Address> {
    if text.is_empty() {
        return None;
    }
    address::read(text).map_err(|problem| faults.add(line, problem)).ok()
}

/// Can it be had? In any of the writings of the formats. An empty cell says yes.
pub(crate) fn availability(text: &str, line: u32, faults: &mut Faults) -> Availability {
    let folded: String = text.to_lowercase().chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    match folded.as_str() {
        "instock" | "available" | "limitedavailability" => Availability::InStock,
        "preorder" | "backorder" | "onbackorder" | "availablefororder" => Availability::Preorder,
        "outofstock" | "soldout" | "discontinued" => Availability::OutOfStock,
        _ => {
            if !text.is_empty() {
                faults.add(line, Problem::BadAvailability { text: text.to_owned() });
            }
            Availability::InStock
        }
    }
}

/// From the widest category to the narrowest.
pub(crate) fn category(text: &str) -> Vec<String> {
    let steps = text.split('>').map(plain_line).filter(|step| !step.is_empty());
    steps.collect()
}

/// The day at the head of a date and time.
pub(crate) fn day(text: &str) -> Option<Date> {
    parse_date(alap_text::digits::fold(text.trim()).get(..10)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_words() {
        let (text, was_cut) = cut("শাড়ি ".repeat(100), 12);
        assert_eq!((text.as_str(), was_cut), ("শাড়ি শাড়ি…", true));
        assert_eq!(cut("short".into(), 12), ("short".into(), false));
    }

    #[test]
    fn availability_is_read_in_every_writing() {
        let mut faults = Faults::of("x");
        let mut read = |text| availability(text, 1, &mut faults);
        for text in ["in_stock", "In stock", "in stock", "InStock", ""] {
            assert_eq!(read(text), Availability::InStock, "{text}");
        }
        for text in ["preorder", "pre-order", "backorder", "available for order"] {
            assert_eq!(read(text), Availability::Preorder, "{text}");
        }
        for text in ["out_of_stock", "out of stock", "Sold out"] {
            assert_eq!(read(text), Availability::OutOfStock, "{text}");
        }
        read("maybe");
        assert_eq!(faults.into_list().len(), 1);
    }

    #[test]
    fn letters_tell_the_language() {
        assert_eq!(by_letters("জামদানি saree".into()).bn.as_deref(), Some("জামদানি saree"));
        assert_eq!(by_letters("Saree".into()).en.as_deref(), Some("Saree"));
        assert!(by_letters(String::new()).is_empty());
    }
}
