//! How long a model of a large shop takes to build, and how much memory.
//!
//! ```sh
//! cargo run --release -p alap-suggest --example scale -- [--products 50000] [--events 10000000] [--write FILE]
//! ```
//!
//! The sessions are made: a few products are looked at much and most hardly ever (Zipf), and who looks at one mostly goes on to
//! its own kin. With `--write` the same log is written as a file for `alap model build` instead.

#![expect(
    clippy::unwrap_used,
    reason = "a measuring program may stop where something is not as it should be"
)]

use std::{
    fs::File,
    io::{BufWriter, Write},
    time::Instant,
};

use alap_suggest::{
    Kind, Model,
    build::{Options, Trained, Training},
    log::{Log, LogEvent},
};

fn main() {
    let (mut products, mut events, mut file) = (50_000_u32, 10_000_000_usize, None);
    let mut given = std::env::args().skip(1);
    while let Some(name) = given.next() {
        let value = given.next().unwrap();
        match name.as_str() {
            "--products" => products = value.parse().unwrap(),
            "--events" => events = value.parse().unwrap(),
            "--write" => file = Some(value),
            _ => {
                eprintln!("scale: unknown option {name}");
                std::process::exit(2);
            }
        }
    }
    let log = made(products, events, 1_700_000_000);
    if let Some(file) = file {
        return write(&log, &file);
    }
    println!(
        "{products} products, {} events, {} sessions made: {:.0} MB",
        log.events.len(),
        log.sessions(),
        peak()
    );

    let options = Options::default();
    let began = Instant::now();
    let training = Training::from_log(&log, &options);
    let counted = began.elapsed();
    let trained = training.model(&options);
    let ids: Vec<&str> = log.products.iter().map(String::as_str).collect();
    let modelled = began.elapsed();
    let served = trained.served(&ids, Trained::budget(ids.len()));
    let all = began.elapsed();
    println!(
        "tuned and counted {:.1} s, pairs above the floor {:.1} s, pruned for devices {:.1} s: {:.1} s in all",
        counted.as_secs_f64(),
        (modelled - counted).as_secs_f64(),
        (all - modelled).as_secs_f64(),
        all.as_secs_f64()
    );
    println!("{} pairs; served {} bytes before brotli; peak {:.0} MB", trained.pairs(), served.len(), peak());
    Model::read(&served, ids.iter().copied()).unwrap();

    let (counts, file) = (training.to_bytes(), trained.to_bytes());
    println!("model.counts {} MB, model.alap {} MB", counts.len() >> 20, file.len() >> 20);
    let mut training = Training::from_bytes(&counts).unwrap();
    let newer = made(products, events / 20, 1_800_000_000);
    let began = Instant::now();
    training.add(&newer, &options);
    println!("a twentieth more, on top of the kept counts: {:.1} s", began.elapsed().as_secs_f64());
}

fn made(products: u32, events: usize, from: u32) -> Log {
    let mut state = 0x9E37_79B9_u32;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        f64::from(state) / f64::from(u32::MAX)
    };
    let mut log = Log { products: (0..products).map(|i| format!("SKU-{i:06}")).collect(), ..Log::default() };
    let mut session = 0;
    while log.events.len() < events {
        let mut product = (f64::from(products).powf(random()) - 1.0) as u32;
        let length = 2 + (random() * random() * 16.0) as u32;
        let start = from + session / 2;
        for step in 0..length {
            log.events.push(LogEvent { session, product, at: start + 20 * step, kind: Kind::View });
            let kin = product / 40 * 40;
            let near = kin + (random() * random() * 40.0) as u32;
            let far = (f64::from(products).powf(random()) - 1.0) as u32;
            product = if random() < 0.8 { near } else { far }.min(products - 1);
        }
        session += 1;
    }
    log
}

fn write(log: &Log, file: &str) {
    let mut file = BufWriter::new(File::create(file).unwrap());
    writeln!(file, "session\tsku\ttime").unwrap();
    for event in &log.events {
        let sku = &log.products[event.product as usize];
        writeln!(file, "{}\t{sku}\t{}", event.session, event.at).unwrap();
    }
}

/// The most memory that this process has held, in MB.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse::<f64>().ok()).unwrap_or_default()
        / 1024.0
}
