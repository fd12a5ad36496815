//! Data sets of sessions: tables of `session_id, item_id, timestamp, type, split`.

use std::{
    collections::{HashMap, HashSet},
    fs::File,
    io::{BufRead, BufReader, Read},
};

use alap_suggest::{
    Kind,
    log::{Log, LogEvent},
};
use flate2::read::MultiGzDecoder;

/// Sessions to learn from, and sessions of places to predict.
pub(crate) struct DataSet {
    pub(crate) train: Log,
    pub(crate) test: Vec<Vec<u32>>,
}

impl DataSet {
    /// Columns `session_id, item_id, timestamp, type, split`.
    pub(crate) fn read(path: &str) -> Self {
        let mut products: Vec<String> = Vec::new();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut sessions: HashMap<String, u32> = HashMap::new();
        let mut train: Vec<LogEvent> = Vec::new();
        let mut test: Vec<Vec<(u32, u32)>> = Vec::new();
        let mut test_of: HashMap<u32, usize> = HashMap::new();
        for row in rows(path) {
            let [session, item, time, kind, split, ..] = row.split('\t').collect::<Vec<_>>()[..] else {
                continue;
            };
            let next = sessions.len() as u32;
            let session = *sessions.entry(session.to_owned()).or_insert(next);
            let next = numbers.len() as u32;
            let product = *numbers.entry(item.to_owned()).or_insert(next);
            if product == next {
                products.push(item.to_owned());
            }
            // Without a time, the order of the file counts.
            let at = time.parse::<f64>().unwrap_or_default() as u32;
            if split == "test" {
                let place = *test_of.entry(session).or_insert_with(|| {
                    test.push(Vec::new());
                    test.len() - 1
                });
                test[place].push((at, product));
            } else {
                let kind = if kind == "purchase" { Kind::Purchase } else { Kind::View };
                train.push(LogEvent { session, product, at, kind });
            }
        }
        train.sort_by_key(|event| (event.session, event.at));
        test.iter_mut().for_each(|session| session.sort_by_key(|(at, _)| *at));
        let test = test.into_iter().map(|session| session.into_iter().map(|(_, product)| product).collect());
        Self { train: Log { products, events: train, ..Log::default() }, test: test.collect() }
    }

    /// Items that nobody has looked at are of the catalogue too.
    pub(crate) fn name_items(&mut self, path: &str) {
        let known: HashSet<String> = self.train.products.iter().cloned().collect();
        for row in rows(path) {
            let id = row.split('\t').next().unwrap_or_default();
            if !id.is_empty() && !known.contains(id) {
                self.train.products.push(id.to_owned());
            }
        }
    }
}

/// The rows below the heading.
pub(crate) fn rows(path: &str) -> impl Iterator<Item = String> {
    let file = File::open(path).unwrap_or_else(|error| stop(&format!("{path}: {error}")));
    let file: Box<dyn Read> =
        if path.ends_with(".gz") { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    BufReader::new(file).lines().skip(1).map(|line| line.unwrap())
}

/// Ends the program.
pub(crate) fn stop(words: &str) -> ! {
    eprintln!("{words}");
    std::process::exit(2)
}
