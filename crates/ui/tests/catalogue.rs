//! Every word that the pages show exists in both languages, and every key that they name is in the catalogue.

#![expect(clippy::unwrap_used, reason = "a file that cannot be read ends the test")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Where the catalogues of the pages are: shared, the inbox's, and what comes with a part of the panel. Every `.yml` below is
/// one.
const CATALOGUES: [&str; 2] = ["crates/ui/locales", "src"];
/// The sources that name their keys.
const SOURCES: [&str; 3] = ["crates/ui/src", "src", "inbox/src"];

/// Keys whose ends are put together while the page runs.
const COMPUTED: [&str; 3] = ["weekday.", "month.", "video.small"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All files below the folders that end so.
fn files(folders: &[&str], ending: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders: Vec<_> = folders.iter().map(|folder| root().join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                files.push(path);
            }
        }
    }
    files
}

/// Key → its languages and their words. Each key begins a line, its languages stand indented or in braces behind it.
fn catalogue() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut entries = BTreeMap::<String, BTreeMap<String, String>>::new();
    for path in files(&CATALOGUES, "yml") {
        let (text, file) = (fs::read_to_string(&path).unwrap(), path.display());
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with("_version") && !line.starts_with('#')) {
            if let Some((name, rest)) = line.split_once(':').filter(|_| !line.starts_with(' ')) {
                key = name.to_owned();
                assert!(entries.insert(key.clone(), BTreeMap::new()).is_none(), "{file}: {key} stands twice");
                for part in rest.trim().trim_matches(['{', '}']).split("\", ") {
                    add(&mut entries, &key, part);
                }
            } else {
                add(&mut entries, &key, line);
            }
        }
    }
    entries
}

fn add(entries: &mut BTreeMap<String, BTreeMap<String, String>>, key: &str, part: &str) {
    if let Some((language, words)) = part.split_once(':') {
        let words = words.trim().trim_matches('"').to_owned();
        entries.get_mut(key).unwrap().insert(language.trim().to_owned(), words);
    }
}

/// Every text literal of the sources that looks like a key: `word.word`, or is one.
fn named_keys() -> BTreeSet<String> {
    let catalogue = catalogue();
    let prefixes: BTreeSet<_> = catalogue.keys().filter_map(|key| Some(key.split_once('.')?.0)).collect();
    let is_word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let looks_like_key = |literal: &str| {
        literal.split_once('.').is_some_and(|(prefix, rest)| prefixes.contains(prefix) && is_word(rest))
    };
    let mut keys = BTreeSet::new();
    for path in files(&SOURCES, "rs") {
        let text = fs::read_to_string(&path).unwrap();
        // Also what stands between quotes inside a raw literal: the player's template names its words so.
        let literals = text.split('"');
        keys.extend(
            literals
                .filter(|literal| looks_like_key(literal) || catalogue.contains_key(*literal))
                .map(str::to_owned),
        );
    }
    keys
}

/// A number in Latin digits; the id of a transaction (`6H78`) has them in every language.
fn has_latin_number(words: &str) -> bool {
    let tokens = words.split(|c: char| !c.is_ascii_alphanumeric());
    tokens.into_iter().any(|token| !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit()))
}

fn placeholders(words: &str) -> BTreeSet<&str> {
    words.split("%{").skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect()
}

#[test]
fn every_sentence_exists_in_both_languages_with_the_same_blanks() {
    let catalogue = catalogue();
    assert!(catalogue.len() > 100, "the catalogue was not read");
    for (key, words) in &catalogue {
        let (bn, en) = (words.get("bn"), words.get("en"));
        let (Some(bn), Some(en)) = (bn, en) else { panic!("{key} lacks a language: {words:?}") };
        assert!(!bn.is_empty() && !en.is_empty(), "{key} is empty");
        assert_eq!(placeholders(bn), placeholders(en), "{key}");
        assert!(!has_latin_number(bn), "{key}: Bangla has its own digits");
    }
}

#[test]
fn every_key_that_the_pages_name_is_in_the_catalogue() {
    let catalogue = catalogue();
    let missing: Vec<_> = named_keys().into_iter().filter(|key| !catalogue.contains_key(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_sentence_is_left_that_nobody_says() {
    let named = named_keys();
    let unused: Vec<_> = catalogue()
        .into_keys()
        .filter(|key| !named.contains(key) && !COMPUTED.iter().any(|prefix| key.starts_with(prefix)))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}
