//! Whatever a file holds, it is read or named: files cut and damaged anywhere, and rows of any cells.

use std::fs;

use alap_shop::{FeedFormat, read_feed, read_folder};
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

const SHOP: &str = r#"id = "tanti"
name = { bn = "তাঁতি", en = "Tanti" }
languages = ["bn", "en"]
currency = "BDT"
page_origins = ["https://tanti.example"]
bot = { name = { en = "Rupa" } }
hours = { time_zone = "Asia/Dhaka", sunday = "10:00-20:00" }
payment = { advance_percent = 10, nagad = { number = "01712345678", takes = "payment" } }
offers = { proposals = true }
"#;
const RULES: &str = r#"consolation_coupon = "ABAR5"
[usual]
floor_percent = 80
accept_percent = 90
[[product]]
sku = "TB-1"
floor = "৳৮"
accept = 9.5
"#;
const VIDEO: &str = r#"title = { bn = "কাঁথা", en = "Kantha" }
products = ["TB-1"]
hello = true
link = "https://youtu.be/dQw4w9WgXcQ"
[[shown]]
product = "TB-1"
from = "0:02"
until = "০:০৫"
"#;
/// Files of a shop that are TOML, by name.
const TOML: [(&str, &str); 4] = [
    ("shop.toml", SHOP),
    ("price-rules.toml", RULES),
    ("videos/kantha.toml", VIDEO),
    ("forms/every-kind.toml", include_str!("fixtures/forms/every-kind.toml")),
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
    fn a_damaged_folder_is_read_or_named(
        file in 0..TOML.len(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        swap in any::<(prop::sample::Index, prop::sample::Index)>(),
        end in any::<prop::sample::Index>(),
    ) {
        let dir = tempfile::tempdir().unwrap();
        for within in ["forms", "videos"] {
            fs::create_dir(dir.path().join(within)).unwrap();
        }
        fs::write(dir.path().join("catalogue.csv"), "sku,title_en,price\nTB-1,Saree,10\n").unwrap();
        fs::write(dir.path().join("faq.md"), "## a\nen? A question?\nen: Yes.\n").unwrap();
        for (place, (name, text)) in TOML.iter().enumerate() {
            let mut lines: Vec<&str> = text.lines().collect();
            if place == file {
                // Lines in another place are a form that nobody meant.
                let (one, other) = (swap.0.index(lines.len()), swap.1.index(lines.len()));
                lines.swap(one, other);
            }
            let mut bytes = lines.join("\n").into_bytes();
            if place == file {
                for (place, byte) in &damage {
                    let place = place.index(bytes.len());
                    bytes[place] = *byte;
                }
                bytes.truncate(bytes.len() - end.index(bytes.len()) / 4);
            }
            fs::write(dir.path().join(name), bytes).unwrap();
        }
        let reading = read_folder(dir.path());
        prop_assert_eq!(reading.is_sound(), reading.pack.is_some() && reading.count(alap_shop::Severity::Error) == 0);
        prop_assert!(reading.pack.is_some() || !reading.faults.is_empty());
        for fault in reading.faults.iter().chain(&reading.notices) {
            for locale in alap_protocol::locale::Locale::ALL {
                let sentence = fault.sentence(locale);
                let is_whole = !sentence.contains("%{") && !sentence.is_empty();
                prop_assert!(is_whole, "{}", sentence);
            }
        }
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
