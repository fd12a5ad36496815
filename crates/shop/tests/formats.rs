//! Each format of a catalogue file, from a file as an invented shop would have it.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use alap_protocol::{
    hours::parse_date,
    locale::Locale,
    pack::{Availability, Product},
};
use alap_shop::{FeedFormat, FeedReading, ReadOptions, read_feed_with};

/// Reads a file of `fixtures/feeds` on a day.
fn read(name: &str, today: &str) -> FeedReading {
    let path = format!("{}/tests/fixtures/feeds/{name}", env!("CARGO_MANIFEST_DIR"));
    read_feed_with(name, &std::fs::read(path).unwrap(), &ReadOptions { today: parse_date(today) })
}

/// One product on one line: id, title, price, old price, can it be had, attributes.
fn shown(product: &Product) -> String {
    let (locale, title) = product.title.get_with(Locale::Bn);
    let attributes: Vec<_> = product.attributes.iter().map(|a| format!("{}={}", a.name, a.value)).collect();
    let was = product.price.was.map(|was| format!(" was {was}")).unwrap_or_default();
    let currency = product.price.currency.as_deref().unwrap_or("-");
    let availability = match product.availability {
        Availability::InStock => "yes",
        Availability::Preorder => "on order",
        Availability::OutOfStock => "no",
    };
    let (id, tag, amount) = (&product.id, locale.tag(), product.price.amount);
    format!("{id} [{tag} {title}] {amount}{was} {currency}; {availability}; {}", attributes.join("; "))
}

#[track_caller]
fn check(
    reading: &FeedReading,
    format: FeedFormat,
    rows: usize,
    products: &[(u32, &str)],
    faults: &[(u32, &str)],
) {
    assert_eq!(reading.format, format);
    assert_eq!(reading.rows, rows);
    let read: Vec<_> = reading.lines.iter().copied().zip(reading.products.iter().map(shown)).collect();
    let read: Vec<_> = read.iter().map(|(line, shown)| (*line, shown.as_str())).collect();
    assert_eq!(read, products);
    let named: Vec<_> = reading.faults.iter().map(|f| (f.line.unwrap_or(0), f.problem.key())).collect();
    assert_eq!(named, faults);
}

#[test]
fn our_own_csv() {
    let reading = read("own.csv", "2026-11-21");
    check(
        &reading,
        FeedFormat::OwnCsv,
        17,
        &[
            (5, "TB-2 [bn তাঁতের শাড়ি] 125000 was 150000 BDT; yes; Size=12 হাত; Colour=red, white"),
            (8, "TB-3 [bn গামছা] 12000 BDT; on order; "),
            (15, "TB-8 [bn Shawl] 90000 -; yes; "),
            (16, "TB-9 [bn Shawl] 90000 -; yes; "),
            (17, "TB-10 [bn Shawl] 90000 -; yes; "),
            (18, "TB-11 [bn Shawl] 90000 -; yes; "),
            (19, "TB-12 [bn Shawl] 90000 -; yes; "),
            (21, "TB-14 [bn Shawl] 0 -; yes; "),
            (22, "TB-15 [bn 5 < 6 bold & more] 1250 USD; no; "),
        ],
        &[
            (2, "bad_row"),
            (8, "old_price_not_higher"),
            (9, "duplicate_sku"),
            (10, "no_sku"),
            (11, "no_title"),
            (12, "bad_price"),
            (13, "negative_price"),
            (14, "no_price"),
            (15, "bad_availability"),
            (16, "unsafe_address"),
            (17, "outside_folder"),
            (18, "bad_attribute"),
            (19, "bad_date"),
            (20, "bad_sku"),
            (21, "zero_price"),
        ],
    );
    let saree = &reading.products[0];
    assert_eq!(saree.description.en.as_deref(), Some("Soft cotton,\nwoven by hand."));
    assert_eq!(saree.category, ["Clothes", "Sarees"]);
    assert_eq!(saree.url.as_deref(), Some("/p/tb-2"));
    assert_eq!(saree.image.as_ref().unwrap().src, "media/tb-2.svg");
    assert_eq!(saree.added.as_deref(), Some("2026-10-02"));
    assert_eq!(reading.products[3].url, None, "an address that could run is not kept");
}

#[test]
fn google_merchant_rss() {
    let reading = read("google-rss.xml", "2026-11-21");
    check(
        &reading,
        FeedFormat::GoogleXml,
        6,
        &[
            (6, "TB-20 [en Block-print kurti] 120000 was 145000 BDT; yes; Size=M, L; Colour=Indigo"),
            (32, "TB-21 [bn নকশি কাঁথা] 9500 USD; on order; "),
            (45, "TB-23 [en Runner] 70000 BDT; yes; "),
        ],
        &[(40, "bad_price"), (45, "unsafe_address"), (51, "duplicate_sku")],
    );
    let kurti = &reading.products[0];
    assert_eq!(kurti.description.en.as_deref(), Some("Soft & light.\nTwo pockets…"));
    assert_eq!(kurti.url.as_deref(), Some("https://tanti.example/p/tb-20?size=m&ref=feed"));
    assert_eq!(kurti.image.as_ref().unwrap().src, "https://pictures.example/tb-20.jpg");
    assert_eq!(kurti.category, ["Clothes", "Kurti"]);
    assert!(reading.products[1].category.is_empty(), "a number is no category to show");
}

#[test]
fn a_sale_of_google_merchant_ends_on_its_last_day() {
    let price = |today| read("google-rss.xml", today).products[0].price.clone();
    assert_eq!((price("2026-11-30").amount, price("2026-11-30").was), (120_000, Some(145_000)));
    assert_eq!((price("2026-12-01").amount, price("2026-12-01").was), (145_000, None));
}

#[test]
fn google_merchant_atom_that_breaks_off() {
    let reading = read("google-atom.xml", "2026-11-21");
    check(
        &reading,
        FeedFormat::GoogleXml,
        1,
        &[(4, "TB-30 [en Quilted \"Winter\" coat] 320000 BDT; yes; Size=S, M")],
        &[(15, "xml")],
    );
    assert_eq!(reading.products[0].url.as_deref(), Some("https://tanti.example/p/tb-30?a=1&b=2"));
}

#[test]
fn google_merchant_tsv() {
    let reading = read("google.tsv", "2026-11-21");
    check(
        &reading,
        FeedFormat::GoogleTsv,
        4,
        &[
            (2, "TB-40 [bn মসলিন ওড়না] 85000 BDT; yes; "),
            (3, "TB-41 [en Panjabi] 210000 BDT; on order; Size=S, M"),
        ],
        &[(6, "bad_row")],
    );
    assert_eq!(reading.products[0].category, ["Clothes", "Scarves"]);
}

#[test]
fn woocommerce_csv() {
    let reading = read("woocommerce.csv", "2026-11-21");
    check(
        &reading,
        FeedFormat::WooCommerceCsv,
        10,
        &[
            (2, "TB-50 [en Bengal clay mug & saucer] 38000 was 45000 -; yes; Material=Clay"),
            (3, "TB-51 [bn ফতুয়া] 70000 -; on order; Size=S, M, L; Colour=White, Sky"),
            (9, "TB-54 [en Elsewhere] 9900 -; yes; "),
            (10, "109 [en No code of its own] 12000 -; yes; "),
        ],
        &[(6, "lost_variant"), (7, "not_for_sale"), (8, "not_published"), (11, "no_price")],
    );
    let mug = &reading.products[0];
    assert_eq!(mug.description.en.as_deref(), Some("Hand-thrown.\n300 ml"));
    assert_eq!(mug.image.as_ref().unwrap().src, "https://pictures.example/mug.jpg");
    assert_eq!(mug.category, ["Home", "Kitchen"]);
    assert_eq!(reading.products[2].url.as_deref(), Some("https://other.example/x"));
    assert_eq!(read("woocommerce.csv", "2026-12-01").products[0].price.amount, 45_000);
}

#[test]
fn shopify_csv() {
    let reading = read("shopify.csv", "2026-11-21");
    check(
        &reading,
        FeedFormat::ShopifyCsv,
        10,
        &[
            (
                2,
                "reed-basket [en Reed basket] 4000 was 5500 -; yes; Size=Small, Large; Colour=Natural, Black",
            ),
            (7, "jute-mat [bn পাটের মাদুর] 125000 -; yes; "),
            (8, "gone-mat [en Gone] 1200 -; no; "),
        ],
        &[(9, "not_published"), (11, "no_sku"), (12, "no_price")],
    );
    let basket = &reading.products[0];
    assert_eq!(basket.description.en.as_deref(), Some("Woven in Sylhet.\nHolds 5 kg."));
    assert_eq!(basket.url.as_deref(), Some("/products/reed-basket"));
    assert_eq!(basket.image.as_ref().unwrap().src, "https://pictures.example/reed.jpg");
    assert_eq!(reading.products[1].image.as_ref().unwrap().src, "https://cdn.example/mat.jpg");
}

#[test]
fn woocommerce_json() {
    let reading = read("woocommerce.json", "2026-11-21");
    check(
        &reading,
        FeedFormat::WooCommerceJson,
        5,
        &[
            (2, "TB-60 [en Men’s panjabi] 210000 was 250000 BDT; yes; Size=M, L"),
            (15, "202 [bn দেয়ালঘড়ি] 120000 JPY; no; "),
            (18, "TB-61 [en Three digits] 1235 KWD; on order; "),
        ],
        &[(16, "json_item"), (17, "json_item")],
    );
    assert_eq!(reading.products[0].category, ["Men & boys"]);
    assert_eq!(reading.products[0].url.as_deref(), Some("https://tanti.example/product/panjabi/"));
}

#[test]
fn shopify_json() {
    let reading = read("shopify.json", "2026-11-21");
    check(
        &reading,
        FeedFormat::ShopifyJson,
        4,
        &[
            (2, "kantha-throw [en Kantha throw] 320000 was 360000 -; yes; Size=Single, Double"),
            (9, "plain [en Plain] 1250 -; yes; "),
        ],
        &[(10, "no_price"), (11, "json_item")],
    );
    let throw = &reading.products[0];
    assert_eq!(throw.added.as_deref(), Some("2026-09-14"));
    assert_eq!(throw.image.as_ref().and_then(|image| image.width), Some(1_200));
}

#[test]
fn json_that_breaks_off_is_read_up_to_there() {
    let json = br#"[{"id": 1, "name": "A", "prices": {"price": "100"}},
        {"id": 2, "na"#;
    let reading = read_feed_with("catalogue.json", json, &ReadOptions::default());
    let faults: Vec<_> = reading.faults.iter().map(|fault| (fault.line, fault.problem.key())).collect();
    assert_eq!((reading.products.len(), faults), (1, vec![(Some(2), "json")]));
}

#[test]
fn deeply_nested_json_is_refused() {
    for json in ["[".repeat(100_000), "{\"products\":".repeat(100_000), format!("[{}]", "[".repeat(100_000))]
    {
        let reading = read_feed_with("catalogue.json", json.as_bytes(), &ReadOptions::default());
        assert!(!reading.faults.is_empty());
    }
}

#[test]
fn columns_with_a_slip_are_guessed() {
    let file = "sku,tittle_en,pirce,supplier\nA,B,5,C\n";
    let reading = read_feed_with("catalogue.csv", file.as_bytes(), &ReadOptions::default());
    let sentences: Vec<_> = reading.faults.iter().map(|fault| fault.sentence(Locale::En)).collect();
    assert_eq!(
        sentences,
        [
            "Nobody knows the column “tittle_en”, so it was left out. Did you mean “title_en”?",
            "Nobody knows the column “pirce”, so it was left out. Did you mean “price”?",
            "Nobody knows the column “supplier”, so it was left out.",
            "These columns are missing: price, title_bn / title_en. Add them to the first line; without them no row \
             can be read.",
        ]
    );
    assert_eq!(
        reading.faults[1].sentence(Locale::Bn),
        "“pirce” নামে কোনো কলাম জানা নেই, তাই বাদ দেওয়া হয়েছে। আপনি কি “price” লিখতে চেয়েছিলেন?"
    );
}

#[test]
fn a_spreadsheet_saved_in_an_old_encoding_is_read_with_a_warning() {
    let reading = read_feed_with(
        "catalogue.csv",
        b"sku;title_en;price\r\nA;Caf\xe9 mug;5\r\n",
        &ReadOptions::default(),
    );
    assert_eq!(reading.products[0].title.en.as_deref(), Some("Café mug"));
    assert_eq!(reading.faults[0].problem.key(), "windows_1252");
    assert_eq!(reading.faults[0].line, Some(2));
}

#[test]
fn mistakes_without_end_are_counted_and_not_kept() {
    let mut file = String::from("sku,title_en,price\n");
    for _ in 0..20_000 {
        file.push_str("A\n");
    }
    let reading = read_feed_with("catalogue.csv", file.as_bytes(), &ReadOptions::default());
    assert_eq!(reading.rows, 20_000);
    assert_eq!(reading.faults.len(), 5_001);
    assert_eq!(reading.faults[5_000].sentence(Locale::En).split(' ').nth(2), Some("15000"));
}
