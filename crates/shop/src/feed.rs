//! Catalogue files of every format, told by their content.

pub(crate) mod cell;
mod family;
mod format;
mod google;
mod google_xml;
mod json;
mod own;
mod sale;
mod shelf;
mod shopify_csv;
mod shopify_json;
mod woocommerce_csv;
mod woocommerce_json;

use std::path::PathBuf;

use alap_protocol::{id::ProductId, pack::Product};

pub use format::FeedFormat;

use crate::{Fault, Problem, ReadOptions, decode::decode, fault::Faults, table::Table};
use shelf::Shelf;

pub(crate) use shelf::MOST_PRODUCTS;

/// The most bytes of one catalogue file.
pub(crate) const MOST_BYTES: usize = 64 * 1024 * 1024;

/// What one catalogue file holds.
#[derive(Clone, Debug)]
pub struct FeedReading {
    /// The format that it is in.
    pub format: FeedFormat,
    /// The products, in the order of the file. Pictures in the shop folder have the path that the file names.
    pub products: Vec<Product>,
    /// For each product, the line that it begins on.
    pub lines: Vec<u32>,
    /// The codes that variants have of their own, each with the product that it is a variant of.
    pub variants: Vec<(String, ProductId)>,
    /// The rows or items of the file; each is in a product or named by a fault.
    pub rows: usize,
    /// The mistakes, by line.
    pub faults: Vec<Fault>,
}

/// Reads one catalogue file. Sale prices hold whatever their dates.
pub fn read_feed(name: &str, bytes: &[u8]) -> FeedReading {
    read_feed_with(name, bytes, &ReadOptions::default())
}

/// Reads one catalogue file.
pub fn read_feed_with(name: &str, bytes: &[u8], options: &ReadOptions) -> FeedReading {
    let mut faults = Faults::of(PathBuf::from(name));
    let mut shelf = Shelf::new(*options);
    let format = fill(&mut shelf, bytes, &mut faults);
    let Shelf { products, lines, rows, variants, .. } = shelf;
    FeedReading { format, products, lines, variants, rows, faults: faults.into_list() }
}

fn fill(shelf: &mut Shelf, bytes: &[u8], faults: &mut Faults) -> FeedFormat {
    if bytes.len() > MOST_BYTES {
        faults.add(None, Problem::TooLarge { megabytes: (MOST_BYTES / 1024 / 1024) as u64 });
        return FeedFormat::Unknown;
    }
    let Some(text) = decode(bytes, faults) else {
        return FeedFormat::Unknown;
    };
    match text.trim_start().as_bytes().first() {
        None => {
            faults.add(None, Problem::EmptyFile {});
            FeedFormat::Unknown
        }
        Some(b'<') => google_xml::read(&text, shelf, faults),
        Some(b'[' | b'{') => json::read(&text, shelf, faults),
        Some(_) => read_table(&text, shelf, faults),
    }
}

fn read_table(text: &str, shelf: &mut Shelf, faults: &mut Faults) -> FeedFormat {
    let Some(mut table) = Table::open(text, faults) else {
        return FeedFormat::Unknown;
    };
    let format = FeedFormat::of_columns(table.columns());
    match format {
        FeedFormat::OwnCsv => own::read(&mut table, shelf, faults),
        FeedFormat::GoogleTsv => google::read_table(&mut table, shelf, faults),
        FeedFormat::WooCommerceCsv => woocommerce_csv::read(&mut table, shelf, faults),
        FeedFormat::ShopifyCsv => shopify_csv::read(&mut table, shelf, faults),
        _ => faults.add(table.columns().line, Problem::UnknownFormat {}),
    }
    shelf.rows = table.rows;
    format
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_empty_file_is_named() {
        for bytes in [b"".as_slice(), b" \n", b"\xef\xbb\xbf"] {
            let reading = read_feed("catalogue.csv", bytes);
            assert_eq!(reading.faults.len(), 1);
            assert_eq!(reading.faults[0].problem, Problem::EmptyFile {});
        }
    }

    #[test]
    fn a_file_of_no_known_format_is_named() {
        let reading = read_feed("catalogue.csv", b"colour,weight\nred,5\n");
        assert_eq!(reading.format, FeedFormat::Unknown);
        assert_eq!(
            (reading.faults[0].line, &reading.faults[0].problem),
            (Some(1), &Problem::UnknownFormat {})
        );
    }

    #[test]
    fn a_file_over_the_cap_is_refused_unread() {
        let reading = read_feed("catalogue.csv", &vec![b'a'; MOST_BYTES + 1]);
        assert_eq!(reading.faults[0].problem, Problem::TooLarge { megabytes: 64 });
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_named(bytes in any::<Vec<u8>>()) {
            read_feed("catalogue.csv", &bytes);
        }
    }
}
