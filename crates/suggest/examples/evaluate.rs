//! Trains on the sessions of a data set that are marked `train` or `valid`, predicts the next item after every prefix of each
//! `test` session with the model as a device reads it, and prints one line of JSON.
//!
//! ```sh
//! cargo run --release -p alap-suggest --example evaluate -- --events EVENTS.tsv.gz [--items ITEMS.tsv.gz]
//!     [--model-bytes-max N] [--floor K] [--no-tuning] [--exact]
//! ```
//!
//! `--floor K` leaves out pairs that stand in fewer than K sessions: 1 here, so that methods compare; 5 where shoppers are meant.
//! `--exact` measures the model before it is pruned and rounded.

#![expect(
    clippy::unwrap_used,
    reason = "a measuring program may stop where its files are not as they should be"
)]

mod sessions;

use std::{io::Read, time::Instant};

use alap_suggest::{
    Model,
    build::{Options, Training, measure},
};
use serde_json::json;
use sessions::{DataSet, stop};

#[derive(Default)]
struct Arguments {
    events: String,
    items: Option<String>,
    most: Option<usize>,
    floor: u32,
    tune: bool,
    exact: bool,
}

fn main() {
    let arguments = arguments();
    let mut set = DataSet::read(&arguments.events);
    if let Some(items) = &arguments.items {
        set.name_items(items);
    }
    let options = Options { floor: arguments.floor, days: None, tune: arguments.tune };
    let began = Instant::now();
    let training = Training::from_log(&set.train, &options);
    let trained = training.model(&options);
    let ids: Vec<&str> = set.train.products.iter().map(String::as_str).collect();
    let bytes = trained.served(&ids, arguments.most.unwrap_or(usize::MAX));
    let build_s = began.elapsed().as_secs_f64();
    let build_peak_mb = peak_mb();
    let read = Model::read(&bytes, ids.iter().copied()).unwrap();
    let model = if arguments.exact { trained.model(&ids) } else { read };

    let found = measure::measure(&model, &set.test);
    let (median, p99) = times(&model, &set.test);
    let line = json!({
        "predictions": found.predictions,
        "hr_at_5": round(found.hr_at_5),
        "mrr_at_5": round(found.mrr_at_5),
        "hr_at_20": round(found.hr_at_20),
        "mrr_at_20": round(found.mrr_at_20),
        "hr_at_5_new_items": round(found.hr_at_5_new),
        "mrr_at_20_new_items": round(found.mrr_at_20_new),
        "coverage_at_20": round(found.coverage_at_20),
        "model_bytes_brotli": packed(&bytes),
        "build_s": round(build_s),
        "build_peak_mb": round(build_peak_mb),
        "query_us_median": round(median),
        "query_us_p99": round(p99),
        "products": ids.len(),
        "pairs": trained.pairs(),
        "floor": options.floor,
        "parameters": training.parameters(),
    });
    println!("{line}");
}

fn arguments() -> Arguments {
    let mut arguments = Arguments { floor: 1, tune: true, ..Arguments::default() };
    let mut given = std::env::args().skip(1);
    while let Some(name) = given.next() {
        let mut value = || given.next().unwrap_or_else(|| stop(&format!("{name} needs a value")));
        match name.as_str() {
            "--events" => arguments.events = value(),
            "--items" => arguments.items = Some(value()),
            "--model-bytes-max" => arguments.most = Some(value().parse().unwrap()),
            "--floor" => arguments.floor = value().parse().unwrap(),
            "--no-tuning" => arguments.tune = false,
            "--exact" => arguments.exact = true,
            _ => stop(&format!("unknown option {name}")),
        }
    }
    if arguments.events.is_empty() {
        stop("--events FILE is needed");
    }
    arguments
}

/// Microseconds of a query, over every prefix of the first sessions: median and 99th percentile.
fn times(model: &Model, sessions: &[Vec<u32>]) -> (f64, f64) {
    let mut times = Vec::new();
    for session in sessions.iter().take(3_000) {
        for at in 1..session.len() {
            let began = Instant::now();
            let looked = measure::looked(&session[..at]);
            std::hint::black_box(model.rank(&looked, true, 20));
            times.push(began.elapsed().as_secs_f64() * 1e6);
        }
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or_default();
    (at(0.5), at(0.99))
}

fn packed(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let mut reader = brotli::CompressorReader::new(bytes, 4096, 11, 22);
    reader.read_to_end(&mut packed).unwrap();
    packed.len()
}

/// The most memory that this process has held; 0 where the system does not tell.
fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse::<f64>().ok());
    kib.unwrap_or_default() / 1024.0
}

fn round(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}
