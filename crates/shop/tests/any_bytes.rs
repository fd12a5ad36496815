//! Whatever a file holds, it is read or named: files cut and damaged anywhere, and rows of any cells.

use alap_shop::{FeedFormat, read_feed};
use proptest::{prelude::*, sample::select};

const FEEDS: [&[u8]; 8] = [
    include_bytes!("fixtures/feeds/own.csv"),
    include_bytes!("fixtures/feeds/google-rss.xml"),
    include_bytes!("fixtures/feeds/google-atom.xml"),
    include_bytes!("fixtures/feeds/google.tsv"),
    include_bytes!("fixtures/feeds/woocommerce.csv"),
    include_bytes!("fixtures/feeds/shopify.csv"),
    include_bytes!("fixtures/feeds/woocommerce.json"),
    include_bytes!("fixtures/feeds/shopify.json"),
];

/// Cells that are good or bad in many ways, as they stand in a file.
fn cell() -> impl Strategy<Value = &'static str> {
    select(vec![
        "",
        "",
        "A-1",
        "A-2",
        "a/b",
        "শাড়ি",
        "Shawl",
        "12",
        "৳১২",
        "-5",
        "lots",
        "\"a,b\"",
        "\"a\nb\"",
        "media/x.png",
        "../x",
        "javascript:x",
        "Size: M",
        "Size",
        "in_stock",
        "2026-11-21",
        "<b>x</b>",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_damaged_file_never_stops_the_reader(
        feed in select(FEEDS.to_vec()),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        end in any::<prop::sample::Index>(),
    ) {
        let mut bytes = feed.to_vec();
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        bytes.truncate(end.index(bytes.len()) + 1);
        let reading = read_feed("catalogue", &bytes);
        prop_assert_eq!(reading.products.len(), reading.lines.len());
        prop_assert!(reading.format != FeedFormat::Unknown || !reading.faults.is_empty());
    }

    #[test]
    fn each_row_is_a_product_or_is_named(rows in prop::collection::vec(prop::collection::vec(cell(), 0..15), 0..8)) {
        let mut file = String::from("sku,title_bn,title_en,price,old_price,image,url,attributes,availability,added\n");
        let mut starts = Vec::new();
        for row in &rows {
            let line = file.matches('\n').count() + 1;
            if row.iter().any(|cell| !cell.is_empty()) {
                starts.push(u32::try_from(line).unwrap_or(0));
            }
            file.push_str(&row.join(","));
            file.push('\n');
        }
        let reading = read_feed("catalogue.csv", file.as_bytes());
        prop_assert_eq!(reading.rows, starts.len());
        for line in starts {
            let is_read = reading.lines.contains(&line);
            let is_named = reading.faults.iter().any(|fault| fault.line == Some(line));
            prop_assert!(is_read || is_named, "line {} of {}", line, file);
        }
    }
}
