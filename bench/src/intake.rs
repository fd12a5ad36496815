//! The figures of forms.

use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use crate::opened::{Opened, each, wasm_bytes};

/// Longer than this no step may take, but for one in a hundred, with the processor slowed to a quarter.
const TARGET_US: f64 = 2_000.0;

pub(crate) async fn measure(folder: &Path) -> Result<Value> {
    let page = Opened::start(folder).await?;
    let slowed = page.at_each_rate(async |rate| slowed(&page, rate).await).await?;
    let slowest = slowed["4x"]["step_us"]["p99"].as_f64().unwrap_or(f64::NAN);
    Ok(json!({
        "form": page.call("counts").await?,
        "bytes": wasm_bytes(folder),
        "slowed": slowed,
        "targets": {
            "step_us_p99_at_4x": { "most": TARGET_US, "is": slowest, "held": slowest <= TARGET_US },
        },
    }))
}

async fn slowed(page: &Opened, rate: u32) -> Result<Value> {
    let load = async || {
        Ok(json!({ "first": page.call("first").await?, "yardstick": page.call("yardstick").await? }))
    };
    let loads = page.in_each_load(rate, load).await?;
    let ((first, firsts), (yardstick, _)) = (each(&loads, "/first")?, each(&loads, "/yardstick")?);
    let steps = page.call("steps").await?;
    let of_yardstick = |us: &Value| json!(us.as_f64().unwrap_or_default() / 1e3 / yardstick);
    Ok(json!({
        "first_us": { "median": first, "each": firsts },
        "check_all_us": page.call("checkAll").await?,
        "summary_us": page.call("summary").await?,
        "yardstick_ms": yardstick,
        "in_yardsticks": {
            "step_mean": of_yardstick(&steps["mean"]),
            "step_p99": of_yardstick(&steps["p99"]),
        },
        "step_us": steps,
    }))
}
