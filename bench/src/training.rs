//! What the recommender's page fetches: products, histories, and a model as a server would serve it.

use std::{collections::HashMap, fs, path::Path};

use alap_bench::{NOW, Packer, Product, Shoppers};
use alap_suggest::{
    Kind,
    build::{Options, Trained, Training},
    log::{Log, LogEvent},
};
use anyhow::Result;
use serde_json::{Value, json};

/// So many steps has each history; each beginning of it is asked with once.
pub(crate) const HISTORY: usize = 200;
/// So many histories.
const HISTORIES: usize = 5;
/// Enough of them that the model fills what it may have.
const EVENTS: usize = 400_000;

/// Writes the three files and tells of the model.
pub(crate) fn write(folder: &Path) -> Result<Value> {
    let products = Product::all();
    let mut packer = Packer::default();
    products.iter().for_each(|product| product.pack(&mut packer));
    fs::write(folder.join("products.bin"), packer.finish())?;

    let ids: Vec<&str> = products.iter().map(|product| product.sku.as_str()).collect();
    // Made sessions have nothing to tune for, and the time of a query does not depend on it.
    let options = Options { tune: false, ..Options::default() };
    let trained = Training::from_log(&log(&ids), &options).model(&options);
    let most = Trained::budget(ids.len());
    let served = trained.served(&ids, most);
    fs::write(folder.join("model.bin"), &served)?;
    fs::write(folder.join("histories.bin"), histories(&ids, &trained))?;
    Ok(json!({
        "events": EVENTS,
        "pairs_above_the_floor": trained.pairs(),
        "bytes": { "raw": served.len(), "brotli_most": most },
    }))
}

fn log(ids: &[&str]) -> Log {
    let mut log = Log { products: ids.iter().map(|id| (*id).to_owned()).collect(), ..Log::default() };
    let from = (NOW / 1_000) as u32 - 40 * 24 * 60 * 60;
    for (session, visit) in (0..).zip(Shoppers::new(0x2545_F491_4F6C_DD1D)) {
        if log.events.len() >= EVENTS {
            break;
        }
        for (step, product) in (0..).zip(visit) {
            let at = from + session * 20 + step * 20;
            log.events.push(LogEvent { session, product: product as u32, at, kind: Kind::View });
        }
    }
    log
}

/// Each history with the number of its events; with an event the neighbours that would come with the product's page.
fn histories(ids: &[&str], trained: &Trained) -> Vec<u8> {
    let near: HashMap<&str, String> = trained.near_texts().collect();
    let mut shoppers = Shoppers::new(0x9E6C_63D0_876A_68EE);
    let mut packer = Packer::default();
    for _ in 0..HISTORIES {
        packer.number(HISTORY as i64);
        for step in shoppers.history(HISTORY) {
            let sku = ids[step.product];
            packer.number(step.kind.into()).text(sku).number(step.at).number(step.dwell.into());
            packer.text(near.get(sku).map_or("", String::as_str));
        }
    }
    packer.finish()
}
