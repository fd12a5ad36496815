//! `alap model`, as a person starts it.

use std::{fs, path::Path, process::Output};

use tempfile::TempDir;

use crate::{
    command_line::{alap, path},
    model::{events, write_catalogue},
    world::write_shop,
};

fn shop() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write_shop(folder.path());
    write_catalogue(folder.path());
    folder
}

/// Builds from these events, with more arguments.
fn build(folder: &Path, events: &str, more: &[&str]) -> Output {
    let file = folder.join("events.csv");
    fs::write(&file, events).unwrap();
    let mut arguments = vec!["model", "build", "--events", path(&file)];
    arguments.extend(more);
    alap(&arguments, "")
}

fn words(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn refused(output: &Output) -> String {
    assert!(!output.status.success(), "{output:?}");
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What the product's pages would carry.
fn all_near(model: &Path) -> String {
    words(&alap(&["model", "near", "--model", path(model), "--all"], ""))
}

#[test]
fn a_log_becomes_a_model_in_the_shop_folder() {
    let shop = shop();
    let said = words(&build(shop.path(), &format!("{}x,,1\n", events()), &["--shop", path(shop.path())]));
    assert!(said.contains("61 rows, 60 events of 30 sessions with 4 products"), "{said}");
    assert!(said.contains("line 62: this row names no product"), "{said}");
    assert!(
        said.contains("model.alap") && said.contains("model.counts") && said.contains("never served"),
        "{said}"
    );
    let checked = words(&alap(&["check", path(shop.path())], ""));
    assert!(!checked.contains("model.alap"), "{checked}");

    let model = shop.path().join("model.alap");
    let shown = words(&alap(&["model", "show", path(&model)], ""));
    assert!(shown.contains("4 products"), "{shown}");
    let near = words(&alap(&["model", "near", "--model", path(&model), "--sku", "NK-3"], ""));
    assert!(near.starts_with("NK-2:"), "{near}");
    let all = all_near(&model);
    assert!(all.starts_with("sku,near\n") && all.lines().count() == 5, "{all}");
    assert!(all.lines().any(|line| line == format!("NK-3,{}", near.trim())), "{all}");
    assert!(
        refused(&alap(&["model", "near", "--model", path(&model), "--sku", "?"], ""))
            .contains("knows nothing")
    );
}

#[test]
fn a_pair_of_fewer_sessions_than_the_floor_is_never_told() {
    let shop = shop();
    let model = shop.path().join("m.alap");
    let rare: String = (0..4).map(|s| format!("r{s},SECRET,1790000000\nr{s},NK-1,1790000001\n")).collect();
    let events = events() + &rare;
    words(&build(shop.path(), &events, &["--out", path(&model)]));
    assert!(!all_near(&model).contains("SECRET"));
    words(&build(shop.path(), &events, &["--out", path(&model), "--floor", "4"]));
    assert!(all_near(&model).contains("SECRET"));
    let alone = refused(&build(shop.path(), &events, &["--out", path(&model), "--floor", "1"]));
    assert!(alone.contains("--floor"), "{alone}");
    let nothing =
        refused(&build(shop.path(), &format!("session,sku,time\n{rare}"), &["--out", path(&model)]));
    assert!(nothing.contains("no two products came together in 5 different sessions"), "{nothing}");
}

#[test]
fn new_events_are_built_onto_the_counts_of_the_old() {
    let shop = shop();
    let (whole, parts) = (shop.path().join("whole.alap"), shop.path().join("parts.alap"));
    words(&build(shop.path(), &events(), &["--out", path(&whole)]));
    let text = events();
    let lines: Vec<&str> = text.lines().collect();
    let (old, new) = (lines[..31].join("\n"), format!("{}\n{}", lines[0], lines[31..].join("\n")));
    words(&build(shop.path(), &old, &["--out", path(&parts), "--floor", "2"]));
    let counts = parts.with_extension("counts");
    words(&build(shop.path(), &new, &["--out", path(&parts), "--onto", path(&counts)]));
    assert_eq!(all_near(&parts), all_near(&whole));
    fs::write(&counts, "not counts").unwrap();
    assert!(refused(&build(shop.path(), &new, &["--onto", path(&counts)])).contains("counts"));
}

#[test]
fn orders_that_name_variants_lead_to_the_product() {
    let shop = shop();
    let catalogue = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n\
        saree,Saree,Size,S,SAREE-S,900\nsaree,,,M,SAREE-M,900\nshawl,Shawl,Title,Default Title,SHAWL-1,500\n";
    fs::write(shop.path().join("catalogue.csv"), catalogue).unwrap();
    let order = |number: usize| {
        let saree = ["SAREE-S", "SAREE-M"][number % 2];
        let at = "2026-11-20 10:00:00 +0600";
        format!("#{number},r@x.example,paid,{at},{saree}\n#{number},r@x.example,,,SHAWL-1\n")
    };
    let orders: String = (0..8).map(order).collect();
    let orders = format!("Name,Email,Financial Status,Created at,Lineitem sku\n{orders}");
    words(&build(shop.path(), &orders, &["--shop", path(shop.path())]));
    let all = all_near(&shop.path().join("model.alap"));
    assert!(all.contains("saree,shawl:") && all.contains("shawl,saree:"), "{all}");
    for file in ["model.alap", "model.counts"] {
        let bytes = fs::read(shop.path().join(file)).unwrap();
        assert!(!bytes.windows(9).any(|nine| nine == b"x.example"), "{file}");
    }
}

#[test]
fn what_cannot_be_learnt_from_is_said_in_a_sentence() {
    let shop = shop();
    assert!(refused(&build(shop.path(), "price,colour\n1,red\n", &[])).contains("session,sku,time"));
    let foreign =
        refused(&build(shop.path(), &events().replace("NK-", "X-"), &["--shop", path(shop.path())]));
    assert!(foreign.contains("none of the products"), "{foreign}");
    assert!(refused(&alap(&["model", "build", "--events", "/nowhere"], "")).contains("/nowhere"));
    fs::write(shop.path().join("model.alap"), "not a model").unwrap();
    let shown = refused(&alap(&["model", "show", path(&shop.path().join("model.alap"))], ""));
    assert!(shown.contains("damaged") || shown.contains("version"), "{shown}");
    let checked = words(&alap(&["check", path(shop.path()), "--language", "bn"], ""));
    assert!(checked.contains("model.alap: লক্ষ করুন: "), "{checked}");
}
