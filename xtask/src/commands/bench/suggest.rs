//! `cargo xtask bench suggest`: each set through `crates/suggest/examples/evaluate.rs`, beside what was to be reached.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use super::SuggestOptions;
use super::suggest_figures::{self, Figures};
use super::suggest_table;
use crate::place;
use crate::run;

/// A set with what came out, and what is known of it beforehand.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) measured: Value,
    pub(super) figures: Option<&'static Figures>,
}

pub(super) fn run(options: &SuggestOptions) -> Result<()> {
    let sets = sets(&options.data)?;
    let arguments = ["build", "--release", "--package", "alap-suggest", "--example", "evaluate"];
    run::quietly("the measuring program (about 1 min the first time)", &mut run::cargo(&arguments)?)?;
    // Another crate has an example of this name, too: what is measured with is put where that one cannot replace it.
    let built = place::absolute(place::target().join("release/examples/evaluate"))?;
    let program = built.with_file_name("evaluate-suggest");
    fs::copy(&built, &program).with_context(|| format!("cannot copy {}", built.display()))?;
    let mut rows = Vec::new();
    for set in &sets {
        rows.push(evaluate(&program, set, options)?);
    }
    if options.json {
        println!("{}", serde_json::to_string_pretty(&to_json(&rows))?);
    } else {
        print!("{}", suggest_table::table(&rows));
    }
    Ok(())
}

/// The folders of the sets, in the order of their names.
fn sets(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for place in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = place?.path();
        if path.join("events.tsv.gz").is_file() {
            found.push(path);
        }
    }
    if found.is_empty() {
        bail!("{} has no set: a folder with events.tsv.gz", folder.display());
    }
    found.sort();
    Ok(found)
}

fn evaluate(program: &Path, set: &Path, options: &SuggestOptions) -> Result<Row> {
    let name = set.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut arguments = vec!["--events".to_owned(), text(&set.join("events.tsv.gz"))?];
    let items = set.join("items.tsv.gz");
    if items.is_file() {
        arguments.extend(["--items".to_owned(), text(&items)?]);
    }
    let floor = options.floor.map(|floor| ["--floor".to_owned(), floor.to_string()]);
    let most = options.most_bytes.map(|most| ["--model-bytes-max".to_owned(), most.to_string()]);
    arguments.extend(floor.into_iter().chain(most).flatten());
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = run::command(&text(program)?, &arguments)?.output().context("cannot start evaluate")?;
    if !output.status.success() {
        bail!("{name}: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let measured = serde_json::from_slice(&output.stdout).context("evaluate prints one JSON line")?;
    let figures = suggest_figures::of(&name);
    Ok(Row { name, measured, figures })
}

fn to_json(rows: &[Row]) -> Value {
    let set = |row: &Row| json!({ "measured": row.measured, "compared": row.figures.map(Figures::to_json) });
    let sets: Map<String, Value> = rows.iter().map(|row| (row.name.clone(), set(row))).collect();
    json!({ "sets": sets })
}

fn text(path: &Path) -> Result<String> {
    let text = path.to_str().with_context(|| format!("the path {} is not UTF-8", path.display()))?;
    Ok(text.to_owned())
}
