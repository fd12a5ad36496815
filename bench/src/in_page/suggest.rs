//! The recommender.

use alap_suggest::{CatalogueBuilder, Event, History, Item, Kind, Near, Recommender, Wish};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{NOW, Product, Unpacker};

/// As many as stand in a row of the widget.
const COUNT: usize = 8;
const PER_CATEGORY: usize = 3;
const NEW_DAYS: i32 = 14;

/// The products and histories, and the recommender once it is made.
#[wasm_bindgen]
pub struct SuggestBench {
    products: Vec<Product>,
    histories: Vec<Vec<Event>>,
    builder: CatalogueBuilder,
    recommender: Option<Recommender>,
    history: History,
    viewing: usize,
}

#[wasm_bindgen]
impl SuggestBench {
    /// Reads the products and the histories.
    #[wasm_bindgen(constructor)]
    pub fn new(products: &[u8], histories: &[u8]) -> Self {
        Self {
            products: all_of(products, Product::unpack),
            histories: all_of(histories, |histories| histories.list(event)),
            builder: CatalogueBuilder::default(),
            recommender: None,
            history: History::default(),
            viewing: 0,
        }
    }

    /// How many products.
    pub fn products(&self) -> usize {
        self.products.len()
    }

    /// Takes in a product.
    pub fn add(&mut self, at: usize) {
        let Some(product) = self.products.get(at) else { return };
        let attributes = product.attributes.iter();
        self.builder.add(&Item {
            id: &product.sku,
            titles: product.titles.iter().map(String::as_str).collect(),
            category: product.category.iter().map(String::as_str).collect(),
            attributes: attributes.map(|(name, value)| (name.as_str(), value.as_str())).collect(),
            price: product.price,
            was: product.was,
            added: product.added,
            available: product.available,
            clearance: product.clearance,
        });
    }

    /// Makes the recommender of those taken in, without a model.
    pub fn finish(&mut self) {
        let catalogue = std::mem::take(&mut self.builder).finish();
        self.recommender = Some(Recommender::new(catalogue));
    }

    /// Takes the model; says whether it was taken.
    pub fn take_model(&mut self, bytes: &[u8]) -> bool {
        self.recommender.as_mut().is_some_and(|recommender| recommender.take_model(bytes).is_ok())
    }

    /// How many queries there are: one for each beginning of each history.
    pub fn queries(&self) -> usize {
        self.histories.iter().map(Vec::len).sum()
    }

    /// Lays out a query: a history that ends early, and a product on the page. `near` leaves the neighbours in that came with
    /// the pages.
    pub fn lay_out(&mut self, at: usize, near: bool) {
        let mut rest = at;
        for events in &self.histories {
            if rest < events.len() {
                let mut events = events[..=rest].to_vec();
                if !near {
                    events.iter_mut().for_each(|event| event.near = Near::default());
                }
                self.history = History::new(events, NOW);
                break;
            }
            rest -= events.len();
        }
        // Another product each time, as the two numbers have no divisor in common.
        self.viewing = at * 761 % self.products.len().max(1);
    }

    /// Suggests for what was laid out; says how many.
    pub fn query(&self) -> usize {
        let wish = Wish {
            now: NOW,
            count: COUNT,
            per_category: PER_CATEGORY,
            new_days: NEW_DAYS,
            viewing: self.products.get(self.viewing).map(|product| product.sku.as_str()),
            without: &[],
        };
        let recommender = self.recommender.as_ref();
        recommender.map_or(0, |recommender| recommender.for_you(&self.history, &wish).len())
    }
}

fn all_of<T>(bytes: &[u8], mut one: impl FnMut(&mut Unpacker<'_>) -> T) -> Vec<T> {
    let mut unpacker = Unpacker::new(bytes);
    let mut all = Vec::new();
    while !unpacker.is_empty() {
        all.push(one(&mut unpacker));
    }
    all
}

fn event(unpacker: &mut Unpacker<'_>) -> Event {
    Event {
        kind: match unpacker.number() {
            1 => Kind::Cart,
            2 => Kind::Purchase,
            _ => Kind::View,
        },
        product: unpacker.text(),
        at: unpacker.number(),
        dwell: unpacker.number() as u32,
        near: Near::read(&unpacker.text()),
    }
}
