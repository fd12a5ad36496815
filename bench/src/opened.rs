//! A page that is open in Chromium, with the processor slowed.

use std::{fs, path::Path};

use alap_tests::{
    browser::{Browser, Screen},
    wait,
};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::serve;

/// What is measured, without the glue around it.
pub(crate) const WASM: &str = "alap_bench_bg.wasm";

/// How many times slower the processor is made.
const RATES: [u32; 2] = [1, 4];
/// So many times the page is loaded anew.
const LOADS: usize = 5;

/// A page of one folder.
pub(crate) struct Opened {
    browser: Browser,
    address: String,
}

impl Opened {
    pub(crate) async fn start(folder: &Path) -> Result<Self> {
        let address = serve::start(folder.to_owned())?;
        Ok(Self { browser: Browser::start("bench", Screen::Phone).await?, address })
    }

    /// What `measure` finds at each rate.
    pub(crate) async fn at_each_rate(&self, measure: impl AsyncFn(u32) -> Result<Value>) -> Result<Value> {
        let mut slowed = Map::new();
        for rate in RATES {
            slowed.insert(format!("{rate}x"), measure(rate).await?);
        }
        Ok(slowed.into())
    }

    /// What `measure` finds in each of some pages just loaded; the last stays open.
    pub(crate) async fn in_each_load(
        &self,
        rate: u32,
        measure: impl AsyncFn() -> Result<Value>,
    ) -> Result<Vec<Value>> {
        let mut found = Vec::new();
        for _ in 0..LOADS {
            self.browser.goto(&self.address).await?;
            let is_there = async || self.browser.run("return !!globalThis.alapBench", &[]).await;
            wait::until_true("the page's wasm", is_there).await?;
            let slower = json!({ "rate": rate });
            self.browser.driver().cdp().send_raw("Emulation.setCPUThrottlingRate", slower).await?;
            found.push(measure().await?);
        }
        Ok(found)
    }

    /// What one of the page's measurements gives.
    pub(crate) async fn call(&self, what: &str) -> Result<Value> {
        self.browser.run("return globalThis.alapBench[arguments[0]]()", &[json!(what)]).await
    }
}

/// What the wasm weighs.
pub(crate) fn wasm_bytes(folder: &Path) -> Value {
    let size = |name: &str| fs::metadata(folder.join(name)).map(|file| file.len()).ok();
    json!({ "raw": size(WASM), "brotli": size(&format!("{WASM}.br")) })
}

/// A field of what was found in each load: the median, and each of them.
pub(crate) fn each(loads: &[Value], pointer: &str) -> Result<(f64, Vec<f64>)> {
    let number = |load: &Value| load.pointer(pointer).and_then(Value::as_f64);
    let each: Option<Vec<f64>> = loads.iter().map(number).collect();
    let each = each.with_context(|| format!("{pointer} measured nothing"))?;
    Ok((median(&each), each))
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
