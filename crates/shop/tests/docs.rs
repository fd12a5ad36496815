//! What the documents show a seller is read as it stands there.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::fs;

use alap_shop::{Reading, Severity, read_folder};

const FORMS: &str = include_str!("../../../docs/forms.md");
const PRICE_TALK: &str = include_str!("../../../docs/price-talk.md");
const VIDEOS: &str = include_str!("../../../docs/videos.md");
const SHOP: &str = r#"id = "tanti"
name = { bn = "তাঁতি", en = "Tanti" }
languages = ["bn", "en"]
currency = "BDT"
page_origins = ["https://tanti.example"]
bot = { name = { en = "Rupa" } }
hours = { time_zone = "Asia/Dhaka", sunday = "10:00-20:00" }
"#;

/// The examples in TOML, in their order.
fn examples(document: &str) -> Vec<&str> {
    blocks(document, "toml")
}

fn blocks<'a>(document: &'a str, kind: &str) -> Vec<&'a str> {
    let begin = format!("```{kind}\n");
    document.split(begin.as_str()).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

fn read(files: &[(&str, &str)]) -> Reading {
    let dir = tempfile::tempdir().unwrap();
    for within in ["media", "forms", "videos"] {
        fs::create_dir(dir.path().join(within)).unwrap();
    }
    let usual = [
        ("shop.toml", SHOP),
        ("catalogue.csv", "sku,title_en,price\nNK-023,Fatua,980\n"),
        ("faq.md", "## a\nen? A question?\nen: Yes.\n"),
        ("media/voile.jpg", "a picture"),
        ("media/silk.jpg", "a picture"),
        ("media/bangla-qr.png", "a picture"),
    ];
    for (name, text) in usual.iter().chain(files) {
        fs::write(dir.path().join(name), text).unwrap();
    }
    let reading = read_folder(dir.path());
    // The pictures are none, which is a warning.
    let errors: Vec<_> = reading
        .faults
        .iter()
        .filter(|fault| fault.severity == Severity::Error)
        .map(ToString::to_string)
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    reading
}

#[test]
fn the_forms_that_sellers_are_shown_are_read() {
    let [whole, kinds, jumps, computed] = examples(FORMS)[..] else { panic!("other examples than these") };
    let head = "kind = \"pre_order\"\ntitle = { bn = \"ফরম\", en = \"Form\" }\n[[section]]\n";
    let fabric = kinds.split("[[section.question]]").find(|one| one.contains("id = \"fabric\"")).unwrap();
    let branching = format!(
        "{head}[[section.question]]\nid = \"branding\"\nlabel = {{ bn = \"লোগো?\", en = \"A logo?\" }}\nkind = \"choice\"\n\
         choices = [{{ id = \"no\", label = {{ bn = \"না\", en = \"No\" }} }}]\n{jumps}\n\
         [[section.question]]\nid = \"words\"\nlabel = {{ bn = \"কথা\", en = \"Words\" }}\nkind = \"short\"\n\
         [[section.question]]\nid = \"packing\"\nlabel = {{ bn = \"মোড়ক\", en = \"Packing\" }}\nkind = \"short\"\n"
    );
    let reading = read(&[
        ("forms/whole.toml", whole),
        ("forms/kinds.toml", &format!("{head}{kinds}")),
        ("forms/branching.toml", &branching),
        ("forms/computed.toml", &format!("{whole}\n[[section.question]]{fabric}\n{computed}")),
    ]);
    assert_eq!(reading.desk.forms.len(), 4);
}

#[test]
fn payment_and_price_rules_that_sellers_are_shown_are_read() {
    let [payment, offers, rules] = examples(PRICE_TALK)[..] else { panic!("other examples than these") };
    let reading = read(&[("shop.toml", &format!("{SHOP}{payment}{offers}")), ("price-rules.toml", rules)]);
    assert!(reading.desk.proposals);
    assert_eq!(reading.desk.payment.wallets.len(), 1);
    assert_eq!((reading.price_rules.products.len(), reading.price_rules.usual.is_some()), (1, true));
}

#[test]
fn videos_that_sellers_are_shown_are_read() {
    let [about, base, count] = examples(VIDEOS)[..] else { panic!("other examples than these") };
    let text = |begin: &str| blocks(VIDEOS, "text").into_iter().find(|text| text.starts_with(begin)).unwrap();
    let product = about.split_once("[[shown]]").unwrap();
    let about = format!("{}link = \"https://youtu.be/dQw4w9WgXcQ\"\n[[shown]]{}", product.0, product.1);
    let reading = read(&[
        ("shop.toml", &format!("{SHOP}{base}{}", count.replace("[video]\n", ""))),
        ("catalogue.csv", "sku,title_en,price\nNK-001,Saree,980\nNK-014,Kantha,980\nNK-023,Fatua,980\n"),
        ("media/kantha.jpg", "a picture"),
        ("videos/kantha.toml", &about),
        ("videos/kantha.bn.vtt", text("WEBVTT")),
        ("videos/kantha.chapters.txt", text("# kantha")),
        ("faq.md", blocks(VIDEOS, "markdown")[0]),
    ]);
    let sheet = &reading.videos[0].sheet;
    assert_eq!(
        (sheet.captions.len(), sheet.chapters.len(), sheet.shown.len(), sheet.counted),
        (1, 3, 1, true)
    );
    let noted: Vec<_> = reading.faults.iter().map(|fault| fault.problem.key()).collect();
    assert_eq!(noted, ["no_picture_size"]);
}
