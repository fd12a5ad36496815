//! `cargo xtask size`: what a shopper's phone has to fetch, file by file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::compress;
use crate::pages::{self, Effort};

/// What is asked for.
#[derive(Default)]
pub(super) struct Options {
    pub(super) check: bool,
    /// For people; programs get JSON.
    pub(super) table: bool,
}

pub(super) fn run(options: Options) -> Result<()> {
    pages::build(Effort::Small)?;
    let files = weigh(&pages::folder(Effort::Small))?;
    let sums = [
        ("launcher", sum(&files, is_launcher)),
        ("open", sum(&files, is_open)),
        ("talk", sum(&files, is_talk)),
        ("suggestions", sum(&files, is_suggestions)),
        ("requests", sum(&files, is_requests)),
        ("video", sum(&files, is_video)),
        ("hls", sum(&files, is_hls)),
        ("shared", sum(&files, is_shared)),
    ];
    if options.table {
        print_table(&files, &sums);
    } else {
        print_json(&files, &sums)?;
    }
    if options.check { check(&sums) } else { Ok(()) }
}

/// All that a page load fetches.
fn is_launcher(name: &str) -> bool {
    name == "public/embed.js"
}

/// All that opening the panel fetches.
fn is_open(name: &str) -> bool {
    name.starts_with("widget/")
        && !is_talk(name)
        && !is_suggestions(name)
        && !is_requests(name)
        && !is_video(name)
        && !is_hls(name)
        && !is_shared(name)
}

/// What comes after that, when the shopper first means to write.
fn is_talk(name: &str) -> bool {
    name.starts_with("widget/talk-")
}

/// What comes once the first view stands.
fn is_suggestions(name: &str) -> bool {
    name.starts_with("widget/suggestions-")
}

/// What comes with the first form.
fn is_requests(name: &str) -> bool {
    name.starts_with("widget/requests-")
}

/// What comes with the first poster: the player.
fn is_video(name: &str) -> bool {
    name.starts_with("widget/video-")
}

/// What comes with a video only where the browser plays no HLS by itself.
fn is_hls(name: &str) -> bool {
    name.starts_with("widget/hls-")
}

/// What the later parts share: it comes with the first of them.
fn is_shared(name: &str) -> bool {
    name.starts_with("widget/shared-")
}

/// Bytes as they are, as gzip -9 and as brotli -q 11.
#[derive(Clone, Copy, Default)]
struct Bytes {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

struct File {
    name: String,
    bytes: Bytes,
}

fn weigh(folder: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for path in compress::files(folder)? {
        if path.extension().is_some_and(|ext| ext == "br" || ext == "gz") {
            continue;
        }
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        let raw = fs::metadata(&path)?.len();
        // A file that packing would make larger has no sibling and is sent as it is.
        let packed =
            |suffix: &str| fs::metadata(format!("{}{suffix}", path.display())).map_or(raw, |it| it.len());
        files.push(File { name, bytes: Bytes { raw, gzip: packed(".gz"), brotli: packed(".br") } });
    }
    Ok(files)
}

fn sum(files: &[File], belongs: fn(&str) -> bool) -> Bytes {
    files.iter().filter(|file| belongs(&file.name)).fold(Bytes::default(), |sum, File { bytes, .. }| Bytes {
        raw: sum.raw + bytes.raw,
        gzip: sum.gzip + bytes.gzip,
        brotli: sum.brotli + bytes.brotli,
    })
}

fn to_json(bytes: Bytes) -> Value {
    json!({ "raw": bytes.raw, "gzip": bytes.gzip, "brotli": bytes.brotli })
}

fn print_json(files: &[File], sums: &[(&str, Bytes)]) -> Result<()> {
    let files: serde_json::Map<_, _> =
        files.iter().map(|file| (file.name.clone(), to_json(file.bytes))).collect();
    let mut all = serde_json::Map::from_iter([("files".to_owned(), files.into())]);
    all.extend(sums.iter().map(|(name, bytes)| ((*name).to_owned(), to_json(*bytes))));
    println!("{}", serde_json::to_string_pretty(&all)?);
    Ok(())
}

fn print_table(files: &[File], sums: &[(&str, Bytes)]) {
    println!("{:<56} {:>10} {:>10} {:>10}", "", "raw", "gzip -9", "brotli -11");
    let rows = files.iter().map(|file| (file.name.as_str(), file.bytes)).chain(sums.iter().copied());
    for (name, bytes) in rows {
        println!("{name:<56} {:>10} {:>10} {:>10}", bytes.raw, bytes.gzip, bytes.brotli);
    }
}

fn check(sums: &[(&str, Bytes)]) -> Result<()> {
    let budgets: toml::Table = fs::read_to_string("budgets.toml")?.parse()?;
    let mut over = Vec::new();
    for (name, bytes) in sums {
        let budget = budget(&budgets, name)?;
        eprintln!("{name}: {} of {budget} bytes brotli", bytes.brotli);
        if bytes.brotli == 0 {
            bail!("{name}: nothing was weighed");
        }
        if bytes.brotli > budget {
            over.push(format!("{name} is {} bytes over its budget", bytes.brotli - budget));
        }
    }
    if over.is_empty() { Ok(()) } else { bail!("{}", over.join("; ")) }
}

fn budget(budgets: &toml::Table, name: &str) -> Result<u64> {
    let bytes = budgets.get(name).and_then(toml::Value::as_integer);
    bytes.and_then(|bytes| bytes.try_into().ok()).with_context(|| format!("budgets.toml has no line {name}"))
}

#[cfg(test)]
mod tests {
    use super::{Bytes, File, budget, is_launcher, is_open, is_shared, is_suggestions, is_talk, sum};

    fn file(name: &str, brotli: u64) -> File {
        File { name: name.into(), bytes: Bytes { raw: 10 * brotli, gzip: 2 * brotli, brotli } }
    }

    #[test]
    fn the_launcher_is_the_snippets_one_file_and_open_is_the_widget_page_without_what_comes_later() {
        let files = [
            file("inbox/a.wasm", 9),
            file("public/embed.js", 5),
            file("public/icon.svg", 3),
            file("widget/a.js", 1),
            file("widget/a_bg.wasm", 2),
            file("widget/talk-1f.wasm", 7),
            file("widget/suggestions-1f.wasm", 20),
            file("widget/shared-1-1f.wasm", 100),
        ];
        assert_eq!(sum(&files, is_launcher).brotli, 5);
        assert_eq!(sum(&files, is_open).brotli, 3);
        assert_eq!(sum(&files, is_open).raw, 30);
        assert_eq!(sum(&files, is_talk).brotli, 7);
        assert_eq!(sum(&files, is_suggestions).brotli, 20);
        assert_eq!(sum(&files, is_shared).brotli, 100);
    }

    #[test]
    fn each_sum_has_a_budget_in_the_file_that_ci_holds() {
        let budgets: toml::Table = include_str!("../../../budgets.toml").parse().unwrap();
        assert!(budget(&budgets, "launcher").unwrap() <= 6 * 1024);
        assert!(budget(&budgets, "open").unwrap() <= 120 * 1024);
        assert!(budget(&budgets, "nothing").is_err());
    }
}
