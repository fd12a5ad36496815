//! `cargo xtask bench faq`: each set through `crates/faq/examples/evaluate.rs`, beside what was to be reached.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use super::FaqOptions;
use super::faq_figures::{self, Figures};
use super::faq_table;
use crate::place;
use crate::run;

/// The measures whose mean over the sets says something.
const MEANS: [&str; 5] = ["accuracy_at_1", AT_90, "auroc_out_of_scope", "recall_at_3", "mrr"];

/// The name that `evaluate` gives the accuracy at 90 % out-of-scope recall.
pub(super) const AT_90: &str = "accuracy_at_90_percent_out_of_scope_recall";

/// A set with what came out, and what is known of it beforehand.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) measured: Value,
    pub(super) figures: Option<&'static Figures>,
}

pub(super) fn run(options: &FaqOptions) -> Result<()> {
    let sets = sets(&options.data)?;
    let mut cargo = run::cargo(&["build", "--release", "--package", "alap-faq", "--examples"])?;
    run::quietly("the measuring programs (about 1 min the first time)", &mut cargo)?;
    let rows: Vec<Row> = sets.iter().map(|set| evaluate(set)).collect::<Result<_>>()?;
    if options.json {
        println!("{}", serde_json::to_string_pretty(&to_json(&rows))?);
    } else {
        print!("{}", faq_table::table(&rows));
    }
    let data = text(&options.data)?;
    if let Some(file) = &options.curve {
        let said = example("curve", &[data, text(file)?])?;
        eprint!("{said}");
        eprintln!("the curve is in {}", file.display());
    }
    if options.ablations {
        let table = example("ablate", &[data])?;
        // Beside JSON, which is for a program, a table for people must not stand.
        if options.json { eprintln!("\n{table}") } else { println!("\n{table}") }
    }
    Ok(())
}

/// The folders of the sets, in the order of their names.
fn sets(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for place in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = place?.path();
        if path.join("faq.k5.jsonl").is_file() && path.join("queries.jsonl").is_file() {
            found.push(path);
        }
    }
    if found.is_empty() {
        bail!("{} has no set: a folder with faq.k5.jsonl and queries.jsonl", folder.display());
    }
    found.sort();
    Ok(found)
}

fn evaluate(set: &Path) -> Result<Row> {
    let (faq, queries) = (set.join("faq.k5.jsonl"), set.join("queries.jsonl"));
    let line = example("evaluate", &["--faq", text(&faq)?, "--queries", text(&queries)?])?;
    let measured = serde_json::from_str(&line).context("evaluate prints one JSON line")?;
    let name = set.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let figures = faq_figures::of(&name);
    Ok(Row { name, measured, figures })
}

/// What an example of `alap-faq` prints.
fn example(name: &str, arguments: &[&str]) -> Result<String> {
    let program = place::absolute(place::target().join("release/examples").join(name))?;
    let output =
        run::command(text(&program)?, arguments)?.output().with_context(|| format!("cannot start {name}"))?;
    if !output.status.success() {
        bail!("{name}: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn to_json(rows: &[Row]) -> Value {
    let sets: Map<String, Value> = rows
        .iter()
        .map(|row| {
            let set = json!({ "measured": row.measured, "compared": row.figures.map(Figures::to_json) });
            (row.name.clone(), set)
        })
        .collect();
    let means: Map<String, Value> =
        MEANS.iter().map(|name| ((*name).to_owned(), json!(mean(rows, name)))).collect();
    json!({ "sets": sets, "means": means })
}

/// The mean of a measure over the sets that have it.
pub(super) fn mean(rows: &[Row], measure: &str) -> Option<f64> {
    let all: Vec<f64> = rows.iter().filter_map(|row| row.measured[measure].as_f64()).collect();
    (!all.is_empty()).then(|| (all.iter().sum::<f64>() / all.len() as f64 * 1e4).round() / 1e4)
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().with_context(|| format!("the path {} is not UTF-8", path.display()))
}
