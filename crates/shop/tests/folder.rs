//! The whole folder: files that are missing, too large or not what they seem; what files say of each other.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{fs, path::Path};

use alap_protocol::{hours::parse_date, locale::Locale, pack::PACK_FORMAT};
use alap_shop::{ReadOptions, Reading, Severity, read_folder, read_folder_with};
use tempfile::TempDir;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/tanti");

/// The fixture with files put into it, or taken out of it.
fn shop(files: &[(&str, Option<&[u8]>)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    copy(Path::new(FIXTURE), dir.path());
    for (name, bytes) in files {
        let path = dir.path().join(name);
        match bytes {
            Some(bytes) => fs::write(path, bytes).unwrap(),
            None => fs::remove_file(path).unwrap(),
        }
    }
    dir
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn faults(reading: &Reading) -> Vec<(String, u32, &'static str)> {
    let fault = |fault: &alap_shop::Fault| {
        (fault.file.display().to_string(), fault.line.unwrap_or(0), fault.problem.key())
    };
    reading.faults.iter().map(fault).collect()
}

#[track_caller]
fn check(files: &[(&str, Option<&[u8]>)], expected: &[(&str, u32, &str)]) {
    let dir = shop(files);
    let reading = read_folder(dir.path());
    let expected: Vec<_> =
        expected.iter().map(|(file, line, key)| ((*file).to_owned(), *line, *key)).collect();
    assert_eq!(faults(&reading), expected);
}

#[test]
fn a_good_folder_is_a_pack() {
    let reading = read_folder(Path::new(FIXTURE));
    assert_eq!(reading.faults, []);
    assert!(reading.is_sound());
    let pack = reading.pack.unwrap();
    assert_eq!((pack.format, pack.faq.len(), pack.products.len()), (PACK_FORMAT, 2, 4));
    let files: Vec<_> =
        reading.catalogue.iter().map(|file| (file.file.to_str().unwrap(), file.rows)).collect();
    assert_eq!(files, [("catalogue.csv", 3), ("products-old-shop.json", 1)]);
    assert_eq!(pack.shop.bot.avatar.as_deref(), Some("/media/tanti/bot.svg"));
}

#[test]
fn pictures_have_an_address_and_a_size_and_are_listed() {
    let reading = read_folder(Path::new(FIXTURE));
    let media: Vec<_> = reading.media.iter().map(|path| path.to_str().unwrap()).collect();
    assert_eq!(media, ["media/bot.svg", "media/gamcha.png", "media/new/লাল শাড়ি.svg"]);
    let images: Vec<_> =
        reading.pack.unwrap().products.into_iter().map(|product| product.image.unwrap()).collect();
    let saree =
        "/media/tanti/new/%E0%A6%B2%E0%A6%BE%E0%A6%B2%20%E0%A6%B6%E0%A6%BE%E0%A6%A1%E0%A6%BC%E0%A6%BF.svg";
    assert_eq!((images[0].src.as_str(), images[0].width, images[0].height), (saree, Some(400), Some(500)));
    assert_eq!((images[1].src.as_str(), images[1].width), ("/media/tanti/gamcha.png", Some(640)));
    assert_eq!((images[2].src.as_str(), images[2].width), ("https://pictures.example/shawl.jpg", None));
}

#[test]
fn links_begin_at_the_shops_own_address() {
    let urls =
        |reading: Reading| -> Vec<_> { reading.pack.unwrap().products.into_iter().map(|p| p.url).collect() };
    let with = urls(read_folder(Path::new(FIXTURE)));
    assert_eq!(with[0].as_deref(), Some("https://tanti.example/p/saree"));
    let toml = fs::read_to_string(Path::new(FIXTURE).join("shop.toml")).unwrap();
    let toml = toml.replace("url = \"https://tanti.example\"\n", "");
    let dir = shop(&[("shop.toml", Some(toml.as_bytes()))]);
    assert_eq!(urls(read_folder(dir.path()))[0].as_deref(), Some("/p/saree"));
}

#[test]
fn only_another_currency_is_written_at_a_price() {
    let products = read_folder(Path::new(FIXTURE)).pack.unwrap().products;
    let currencies: Vec<_> = products.iter().map(|product| product.price.currency.as_deref()).collect();
    assert_eq!(currencies, [None, None, Some("USD"), None]);
}

#[test]
fn the_version_follows_the_content_and_nothing_else() {
    let version = |dir: &Path| read_folder(dir).pack.unwrap().version;
    let first = version(Path::new(FIXTURE));
    assert_eq!(first.len(), 32);
    assert!(first.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_eq!(version(shop(&[]).path()), first);
    assert_ne!(version(shop(&[("products-old-shop.json", None)]).path()), first);
}

#[test]
fn today_decides_about_sales() {
    let csv = b"ID,Type,SKU,Name,Sale price,Regular price,Date sale price ends\n1,simple,W,Wool,80,100,2026-11-30\n";
    let dir = shop(&[("catalogue-2.csv", Some(csv))]);
    let price = |today: Option<&str>| {
        let reading = read_folder_with(dir.path(), &ReadOptions { today: today.and_then(parse_date) });
        reading.pack.unwrap().products[0].price.amount
    };
    assert_eq!(price(Some("2026-11-30")), 8_000);
    assert_eq!(price(Some("2026-12-01")), 10_000);
    assert_eq!(price(None), 8_000);
}

#[test]
fn files_that_are_not_there_are_named() {
    check(&[("shop.toml", None)], &[("shop.toml", 0, "no_file")]);
    check(&[("faq.md", None)], &[("faq.md", 0, "no_entries")]);
    check(
        &[("catalogue.csv", None), ("products-old-shop.json", None)],
        &[("catalogue.csv", 0, "no_products"), ("faq.md", 8, "unknown_product")],
    );
    let reading = read_folder(Path::new(FIXTURE).join("nowhere").as_path());
    assert_eq!(reading.faults[0].problem.key(), "no_folder");
    assert!(reading.pack.is_none() && !reading.is_sound());
}

#[test]
fn pictures_that_are_not_there_are_named_where_they_are_named() {
    let row = |image: &str| format!("sku,title_en,price,image\nSAREE,A,5,\nX,B,5,{image}\n");
    for (image, key) in [
        ("media/gamca.png", "no_picture"),
        ("media/", "no_picture"),
        ("media", "no_picture"),
        ("media/new", "no_picture"),
        ("/nowhere.png", ""),
        ("shop.toml", "not_in_media"),
        ("media/../shop.toml", "outside_folder"),
        ("media/note.txt", "not_a_picture"),
        ("media/broken.png", "no_picture_size"),
        ("gamcha.png", ""),
        ("media/gamcha.png?v=2", ""),
        ("media/new/%E0%A6%B2%E0%A6%BE%E0%A6%B2%20%E0%A6%B6%E0%A6%BE%E0%A6%A1%E0%A6%BC%E0%A6%BF.svg", ""),
    ] {
        let expected: &[_] = if key.is_empty() { &[] } else { &[("catalogue.csv", 3, key)] };
        check(
            &[
                ("catalogue.csv", Some(row(image).as_bytes())),
                ("media/note.txt", Some(b"x")),
                ("media/broken.png", Some(b"x")),
            ],
            expected,
        );
    }
}

#[test]
fn a_slip_in_a_pictures_name_is_guessed() {
    let dir = shop(&[("catalogue.csv", Some(b"sku,title_en,price,image\nSAREE,A,5,media/gamca.png\n"))]);
    let sentence = read_folder(dir.path()).faults[0].sentence(Locale::En);
    assert!(sentence.ends_with("Did you mean “media/gamcha.png”?"), "{sentence}");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused() {
    let dir = shop(&[("catalogue.csv", Some(b"sku,title_en,price,image\nSAREE,A,5,media/link.svg\n"))]);
    let outside = tempfile::NamedTempFile::with_suffix(".svg").unwrap();
    std::os::unix::fs::symlink(outside.path(), dir.path().join("media/link.svg")).unwrap();
    let reading = read_folder(dir.path());
    assert_eq!(faults(&reading), [("catalogue.csv".into(), 2, "not_in_media")]);
    assert!(!reading.media.iter().any(|path| path.ends_with("link.svg")));
}

#[test]
fn a_sku_is_used_once_over_all_files() {
    let dir = shop(&[("catalogue-2.csv", Some(b"sku,title_en,price\nNEW,A,5\nSAREE,A,5\n"))]);
    let reading = read_folder(dir.path());
    // Files are read in the order of their names: `catalogue-2.csv` comes first.
    assert_eq!(faults(&reading), [("catalogue.csv".into(), 2, "duplicate_sku")]);
    assert!(reading.faults[0].sentence(Locale::Bn).contains("catalogue-2.csv ফাইলের ৩ নম্বর লাইনে"));
    assert!(reading.faults[0].sentence(Locale::En).contains("in catalogue-2.csv, line 3"));
}

#[test]
fn bytes_that_are_no_text_are_named() {
    check(
        &[("faq.md", Some(b"\xff\xfe#\0#\0")), ("catalogue-2.csv", Some(b"\x89PNG\r\n\x1a\n\0\0"))],
        &[("catalogue-2.csv", 0, "not_text"), ("faq.md", 0, "utf16")],
    );
}

#[test]
fn a_file_over_its_cap_is_refused() {
    check(&[("shop.toml", Some(&vec![b'#'; 1024 * 1024 + 1]))], &[("shop.toml", 0, "too_large")]);
}

#[test]
fn a_folder_where_a_file_should_be_is_named() {
    let dir = shop(&[("shop.toml", None)]);
    fs::create_dir(dir.path().join("shop.toml")).unwrap();
    assert_eq!(faults(&read_folder(dir.path())), [("shop.toml".into(), 0, "unreadable")]);
}

#[test]
fn warnings_do_not_stop_the_shop() {
    let dir = shop(&[("catalogue-2.csv", Some(b"sku,title_en,price,supplier\nNEW,A,5,B\n"))]);
    let reading = read_folder(dir.path());
    assert_eq!((reading.count(Severity::Warning), reading.count(Severity::Error)), (1, 0));
    assert!(reading.is_sound());
}
