//! The figures of the FAQ engine.

use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use crate::opened::{Opened, each, wasm_bytes};

pub(crate) async fn measure(folder: &Path) -> Result<Value> {
    let page = Opened::start(folder).await?;
    Ok(json!({
        "entries": alap_bench::ENTRIES,
        "texts_each": alap_bench::TEXTS,
        "wasm_bytes": wasm_bytes(folder),
        "slowed": page.at_each_rate(async |rate| slowed(&page, rate).await).await?,
    }))
}

async fn slowed(page: &Opened, rate: u32) -> Result<Value> {
    let load = async || {
        let (build, learn) = (page.call("build").await?, page.call("learn").await?);
        Ok(json!({ "build": build, "learn": learn, "yardstick": page.call("yardstick").await? }))
    };
    let loads = page.in_each_load(rate, load).await?;
    let ((build, builds), (learn, _)) = (each(&loads, "/build")?, each(&loads, "/learn")?);
    let (yardstick, _) = each(&loads, "/yardstick")?;
    let questions = page.call("questions").await?;
    let keystrokes = page.call("keystrokes").await?;
    let small_talk = page.call("smallTalk").await?;
    let index_bytes = page.call("indexBytes").await?;
    let of_yardstick = |us: &Value| json!(us.as_f64().unwrap_or_default() / 1e3 / yardstick);
    Ok(json!({
        "build_ms": { "median": build, "each": builds },
        "learn_ms": learn,
        "question_us": questions,
        "small_talk_us": small_talk,
        "keystroke_us": keystrokes,
        "index_bytes": index_bytes,
        "yardstick_ms": yardstick,
        "in_yardsticks": {
            "build": build / yardstick,
            "question_mean": of_yardstick(&questions["all"]["mean"]),
            "question_p99": of_yardstick(&questions["all"]["p99"]),
            "keystroke_mean": of_yardstick(&keystrokes["mean"]),
            "keystroke_p99": of_yardstick(&keystrokes["p99"]),
        },
    }))
}
