//! Opens the built page in Chromium and prints what it measures: `alap-bench FOLDER`.

mod serve;

use std::{fs, path::Path};

use alap_tests::{
    browser::{Browser, Screen},
    wait,
};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// How many times slower the processor is made.
const RATES: [u32; 2] = [1, 4];
/// In so many pages just loaded the index is built.
const LOADS: usize = 5;

#[tokio::main]
async fn main() -> Result<()> {
    let folder =
        std::env::args_os().nth(1).context("usage: alap-bench FOLDER (`cargo xtask bench faq-wasm`)")?;
    let folder = Path::new(&folder);
    ensure!(folder.join("alap_bench_bg.wasm").is_file(), "no page in {}", folder.display());
    let address = serve::start(folder.to_owned())?;
    let browser = Browser::start("bench", Screen::Phone).await?;
    let mut slowed = serde_json::Map::new();
    for rate in RATES {
        slowed.insert(format!("{rate}x"), measure(&browser, &address, rate).await?);
    }
    let size = |name: &str| fs::metadata(folder.join(name)).map(|file| file.len()).ok();
    let all = json!({
        "entries": alap_bench::ENTRIES,
        "texts_each": alap_bench::TEXTS,
        "wasm_bytes": { "raw": size("alap_bench_bg.wasm"), "brotli": size("alap_bench_bg.wasm.br") },
        "slowed": slowed,
    });
    println!("{}", serde_json::to_string_pretty(&rounded(all))?);
    Ok(())
}

async fn measure(browser: &Browser, address: &str, rate: u32) -> Result<Value> {
    let (mut builds, mut yardsticks, mut learnt) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..LOADS {
        browser.goto(address).await?;
        wait::until_true("the page's wasm", async || browser.run("return !!globalThis.alapBench", &[]).await)
            .await?;
        slow_down(browser, rate).await?;
        builds.push(number(browser, "build").await?);
        learnt.push(number(browser, "learn").await?);
        yardsticks.push(number(browser, "yardstick").await?);
    }
    let (build, yardstick) = (median(&builds), median(&yardsticks));
    let questions = call(browser, "questions").await?;
    let keystrokes = call(browser, "keystrokes").await?;
    let small_talk = call(browser, "smallTalk").await?;
    let index_bytes = call(browser, "indexBytes").await?;
    let of_yardstick = |us: &Value| json!(us.as_f64().unwrap_or_default() / 1e3 / yardstick);
    Ok(json!({
        "build_ms": { "median": build, "each": builds },
        "learn_ms": median(&learnt),
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

async fn slow_down(browser: &Browser, rate: u32) -> Result<()> {
    browser.driver().cdp().send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
    Ok(())
}

async fn call(browser: &Browser, what: &str) -> Result<Value> {
    browser.run("return globalThis.alapBench[arguments[0]]()", &[json!(what)]).await
}

async fn number(browser: &Browser, what: &str) -> Result<f64> {
    call(browser, what).await?.as_f64().with_context(|| format!("{what} measured nothing"))
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

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
