//! The figures of the recommender.

use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::{
    opened::{Opened, each, wasm_bytes},
    training,
};

/// Longer than this no query may take, but for one in a hundred, with the processor slowed to a quarter.
const TARGET_US: f64 = 5_000.0;
/// Larger than this the wasm may not be, in brotli.
const TARGET_BYTES: u64 = 30 * 1_024;

pub(crate) async fn measure(folder: &Path) -> Result<Value> {
    let model = training::write(folder)?;
    let page = Opened::start(folder).await?;
    let bytes = wasm_bytes(folder);
    let slowed = page.at_each_rate(async |rate| slowed(&page, rate).await).await?;
    let p99 = |kind: &str| slowed["4x"]["query_us"][kind]["p99"].as_f64().unwrap_or(f64::NAN);
    let slowest = ["model", "near", "bare"].map(p99).into_iter().fold(0.0, f64::max);
    Ok(json!({
        "products": alap_bench::PRODUCTS,
        "history": training::HISTORY,
        "model": model,
        "bytes": bytes,
        "slowed": slowed,
        "targets": {
            "query_us_p99_at_4x": { "most": TARGET_US, "is": slowest, "held": slowest <= TARGET_US },
            "brotli": { "most": TARGET_BYTES, "held": bytes["brotli"].as_u64().is_some_and(|is| is <= TARGET_BYTES) },
        },
    }))
}

async fn slowed(page: &Opened, rate: u32) -> Result<Value> {
    let load = async || {
        let prepare = page.call("prepare").await?;
        let (first, model) = (page.call("firstQuery").await?, page.call("model").await?);
        let with_model = page.call("firstQuery").await?;
        let yardstick = page.call("yardstick").await?;
        Ok(json!({
            "prepare": prepare, "first": first, "model": model, "with_model": with_model, "yardstick": yardstick,
        }))
    };
    let loads = page.in_each_load(rate, load).await?;
    let ((prepare, prepares), (model, models)) = (each(&loads, "/prepare/all")?, each(&loads, "/model")?);
    let of_model = page.call("queries").await?;
    let unanswered = page.call("unanswered").await?;
    // Prepared anew, it has no model.
    page.call("prepare").await?;
    let (bare, near) = (page.call("queries").await?, page.call("queriesWithNear").await?);
    ensure!(unanswered == 0 && page.call("unanswered").await? == 0, "some queries find nothing");
    let (yardstick, _) = each(&loads, "/yardstick")?;
    let of_yardstick = |us: &Value| json!(us.as_f64().unwrap_or_default() / 1e3 / yardstick);
    Ok(json!({
        "prepare_ms": {
            "median": prepare,
            "each": prepares,
            "longest_add": each(&loads, "/prepare/add")?.0,
            "finish": each(&loads, "/prepare/finish")?.0,
        },
        "model_ms": { "median": model, "each": models },
        "first_query_us": { "model": each(&loads, "/with_model")?.0, "bare": each(&loads, "/first")?.0 },
        "query_us": { "model": of_model, "near": near, "bare": bare },
        "yardstick_ms": yardstick,
        "in_yardsticks": {
            "prepare": prepare / yardstick,
            "model": model / yardstick,
            "query_mean": of_yardstick(&of_model["mean"]),
            "query_p99": of_yardstick(&of_model["p99"]),
        },
    }))
}
