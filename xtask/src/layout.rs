//! Who may depend on whom, as `ARCHITECTURE.md` says it, held against what Cargo says.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::commands::WASM_PACKAGES;
use crate::run;

/// What each package of ours may import of ours. A package that is not here has no place in the house yet.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("alap-protocol", &[]),
    ("alap-text", &[]),
    ("alap-faq", &["alap-text"]),
    ("alap-bot", &["alap-faq", "alap-protocol", "alap-text"]),
    ("alap-suggest", &["alap-text"]),
    ("alap-shelf", &["alap-suggest"]),
    ("alap-thread", &["alap-protocol"]),
    ("alap-intake", &["alap-protocol", "alap-text"]),
    ("alap-deal", &["alap-protocol", "alap-text"]),
    ("alap-video", &["alap-protocol", "alap-text"]),
    ("alap-transcode", &["alap-protocol", "alap-video"]),
    ("alap-shop", &["alap-deal", "alap-intake", "alap-protocol", "alap-text", "alap-video"]),
    ("alap-store", &["alap-deal", "alap-protocol"]),
    ("alap-ui", &["alap-deal", "alap-protocol", "alap-text", "alap-thread"]),
    (
        "alap-widget",
        &[
            "alap-bot",
            "alap-deal",
            "alap-faq",
            "alap-intake",
            "alap-protocol",
            "alap-shelf",
            "alap-suggest",
            "alap-text",
            "alap-thread",
            "alap-ui",
            "alap-video",
        ],
    ),
    ("alap-inbox", &["alap-deal", "alap-intake", "alap-protocol", "alap-text", "alap-thread", "alap-ui"]),
    (
        "alap-api",
        &[
            "alap-deal",
            "alap-faq",
            "alap-intake",
            "alap-protocol",
            "alap-shop",
            "alap-store",
            "alap-suggest",
            "alap-text",
            "alap-transcode",
            "alap-video",
        ],
    ),
    ("alap-demo", &["alap-protocol", "alap-shop", "alap-text"]),
    ("alap-tests", &["alap-protocol"]),
    ("alap-bench", &["alap-faq", "alap-intake", "alap-protocol", "alap-suggest", "alap-tests"]),
    ("xtask", &[]),
];

/// Crates that only some packages may name, with the reason that a broken rule is told with.
const ONLY: &[(&str, &[&str], &str)] = &[
    ("sqlx", &["alap-store"], "only the store knows SQL"),
    ("axum", &["alap-api", "alap-demo"], "only the servers know HTTP"),
    ("tower-http", &["alap-api", "alap-demo"], "only the servers know HTTP"),
    ("leptos", &["alap-ui", "alap-widget", "alap-inbox"], "only the pages are drawn"),
    ("thirtyfour", &["alap-tests"], "only the tests drive a browser"),
];

/// Crates without clock, randomness, network or browser: what they decide, they decide the same everywhere.
const PURE: &[&str] = &[
    "alap-protocol",
    "alap-text",
    "alap-faq",
    "alap-bot",
    "alap-intake",
    "alap-deal",
    "alap-suggest",
    "alap-shelf",
    "alap-thread",
    "alap-video",
];

/// What would bring one of those in, also by way of another crate.
const IMPURE: &[&str] = &[
    "axum",
    "chrono",
    "fastrand",
    "getrandom",
    "gloo",
    "hyper",
    "js-sys",
    "leptos",
    "rand",
    "reqwest",
    "sqlx",
    "tokio",
    "wasm-bindgen",
    "web-sys",
];

/// Too heavy for a page: half a megabyte each once used. Leptos names the first two and uses neither there.
const TOO_HEAVY_FOR_A_PAGE: &[&str] = &["regex", "url", "icu"];

#[test]
fn every_package_imports_only_what_lies_below_it() {
    for (name, imports) in our_imports() {
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(package, _)| *package == name) else {
            panic!("{name} is not in the table of who may import whom: give it its place");
        };
        for import in imports {
            assert!(allowed.contains(&import.as_str()), "{name} must not import {import}");
        }
    }
}

#[test]
fn every_package_of_the_table_is_there() {
    let there: BTreeSet<String> = our_imports().into_iter().map(|(name, _)| name).collect();
    for (name, _) in MAY_IMPORT {
        assert!(there.contains(*name), "{name} is gone: take it out of the table");
    }
}

#[test]
fn the_pages_never_import_each_other_and_nothing_below_them_imports_the_pages() {
    for (name, imports) in our_imports() {
        for page in ["alap-widget", "alap-inbox"] {
            assert!(!imports.contains(page), "{name} imports the page {page}");
        }
        if name == "alap-api" || name == "alap-store" {
            assert!(!imports.contains("alap-ui"), "{name} imports what is drawn in a browser");
        }
    }
}

#[test]
fn each_narrow_crate_has_its_one_place() {
    for package in packages() {
        let name = text(&package, "name");
        for (narrow, places, reason) in ONLY {
            let named = dependencies(&package).any(|dependency| text(dependency, "name") == *narrow);
            assert!(!named || places.contains(&name.as_str()), "{name} names {narrow}: {reason}");
        }
    }
}

#[test]
fn pure_crates_reach_no_clock_no_chance_no_network_and_no_browser() {
    for package in PURE {
        let reached = reached(package);
        assert!(reached.contains(*package), "cargo tree knows {package}");
        for impure in IMPURE {
            assert!(!reached.contains(*impure), "{package} reaches {impure}");
        }
    }
}

#[test]
fn nothing_that_a_page_carries_names_a_crate_too_heavy_for_it() {
    for package in packages().iter().filter(|package| WASM_PACKAGES.contains(&text(package, "name").as_str()))
    {
        for dependency in dependencies(package).filter(|dependency| dependency["kind"].is_null()) {
            let name = text(dependency, "name");
            assert!(!TOO_HEAVY_FOR_A_PAGE.contains(&name.as_str()), "{} names {name}", text(package, "name"));
        }
    }
}

#[test]
fn what_runs_in_a_browser_is_checked_for_it() {
    for package in PURE {
        assert!(WASM_PACKAGES.contains(package), "{package} is not compiled for wasm by the tests");
    }
}

/// Each package with the packages of ours that it names, whatever for.
fn our_imports() -> Vec<(String, BTreeSet<String>)> {
    let packages = packages();
    let ours: BTreeSet<String> = packages.iter().map(|package| text(package, "name")).collect();
    packages
        .iter()
        .map(|package| {
            let imports = dependencies(package).map(|dependency| text(dependency, "name"));
            let own = text(package, "name");
            // A package names itself to turn its own features on for its tests.
            (own.clone(), imports.filter(|name| *name != own && ours.contains(name)).collect())
        })
        .collect()
}

fn packages() -> Vec<Value> {
    let json = cargo(&["metadata", "--format-version", "1", "--no-deps"]);
    let metadata: Value = serde_json::from_str(&json).expect("cargo metadata prints JSON");
    let packages = metadata["packages"].as_array().expect("the metadata lists the packages").clone();
    assert!(!packages.is_empty());
    packages
}

fn dependencies(package: &Value) -> impl Iterator<Item = &Value> {
    package["dependencies"].as_array().expect("each package lists its dependencies").iter()
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().expect("a name").to_owned()
}

/// Every crate that ends up in a package when it is built for a browser.
fn reached(package: &str) -> BTreeSet<String> {
    let target = crate::rust_setup::WASM;
    let tree = cargo(&[
        "tree",
        "--package",
        package,
        "--target",
        target,
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
    ]);
    tree.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

fn cargo(arguments: &[&str]) -> String {
    run::output(&mut run::cargo(arguments).expect("a path")).expect("cargo answers")
}
