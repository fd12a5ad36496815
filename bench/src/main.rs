//! Opens a built page in Chromium and prints what it measures: `alap-bench faq|intake|suggest FOLDER`, `alap-bench video
//! RUNS`.

mod faq;
mod intake;
mod opened;
mod serve;
mod suggest;
mod training;
mod video;

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

const USAGE: &str =
    "usage: alap-bench faq|intake|suggest FOLDER, alap-bench video RUNS (`cargo xtask bench faq-wasm`, …)";

#[tokio::main]
async fn main() -> Result<()> {
    let mut given = std::env::args_os().skip(1);
    let (what, folder) = given.next().zip(given.next()).context(USAGE)?;
    if what == "video" {
        let runs = folder.to_str().and_then(|runs| runs.parse().ok()).context(USAGE)?;
        return video::measure(runs).await;
    }
    let folder = Path::new(&folder);
    ensure!(folder.join(opened::WASM).is_file(), "no page in {}", folder.display());
    let all = match what.to_str() {
        Some("faq") => faq::measure(folder).await?,
        Some("intake") => intake::measure(folder).await?,
        Some("suggest") => suggest::measure(folder).await?,
        _ => bail!(USAGE),
    };
    println!("{}", serde_json::to_string_pretty(&rounded(all))?);
    Ok(())
}

/// Four digits behind the point: the clock gives no more.
fn rounded(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, rounded(value))).collect(),
        Value::Array(values) => values.into_iter().map(rounded).collect(),
        Value::Number(number) if number.is_f64() => {
            json!((number.as_f64().unwrap_or_default() * 1e4).round() / 1e4)
        }
        other => other,
    }
}
