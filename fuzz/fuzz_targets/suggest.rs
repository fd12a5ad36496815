//! What the recommender and the builder of models read: event files, kept counts, trained and served models, what a page says.
#![no_main]

use alap_shelf::read_journal;
use alap_suggest::{
    Model, Near,
    build::{Options, Trained, Training, measure::looked},
    log::Log,
};
use libfuzzer_sys::fuzz_target;

const OPTIONS: Options = Options { floor: 1, days: None, tune: false };

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    match kind {
        b'l' => log(rest),
        b'm' => {
            if let Ok(trained) = Trained::from_bytes(rest) {
                told(&trained);
            }
        }
        b'c' => {
            if let Ok(training) = Training::from_bytes(rest) {
                told(&training.model(&OPTIONS));
            }
        }
        _ => said(&String::from_utf8_lossy(rest)),
    }
});

/// An event file, and behind a zero byte what is changed in the model that is served of it: place and byte in turn.
fn log(bytes: &[u8]) {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let (file, changes) = bytes.split_at(end);
    let Ok(log) = Log::read(file) else { return };
    let trained = Training::from_log(&log, &OPTIONS).model(&OPTIONS);
    let ids = told(&trained);
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut served = trained.served(&ids, 2_000);
    for change in changes.get(1..).unwrap_or_default().chunks_exact(2) {
        let place = usize::from(change[0]) * 3 % served.len();
        served[place] = change[1];
    }
    if let Ok(model) = Model::read(&served, ids.iter().copied()) {
        ranked(&model);
    }
}

/// What was trained can be written, read again, and served.
fn told(trained: &Trained) -> Vec<String> {
    assert_eq!(Trained::from_bytes(&trained.to_bytes()).as_ref(), Ok(trained));
    let mut ids: Vec<String> = trained.skus().map(str::to_owned).collect();
    ids.push("of no session".to_owned());
    let of: Vec<&str> = ids.iter().map(String::as_str).collect();
    let served = trained.served(&of, 2_000);
    ranked(&Model::read(&served, of.iter().copied()).expect("what is served can be read"));
    for (sku, text) in trained.near_texts() {
        assert!(!sku.is_empty() && text.is_ascii());
        Near::read(&text);
    }
    ids
}

fn ranked(model: &Model) {
    let places = model.len() as u32;
    let session = [0, places / 2, 0, places - 1];
    let ranked = model.rank(&looked(&session), true, 20);
    assert!(ranked.iter().all(|one| one.place < places));
    let mut seen: Vec<u32> = ranked.iter().map(|one| one.place).collect();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), ranked.len(), "no product is ranked twice");
}

/// What a shop's page says.
fn said(text: &str) {
    assert!(Near::read(text).0.iter().all(|(sku, weight)| !sku.is_empty() && (1..=15).contains(weight)));
    for event in read_journal(text) {
        assert!(!event.product.is_empty());
    }
}
