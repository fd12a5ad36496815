//! From counted pairs to what a device multiplies.

use std::collections::HashMap;

use super::trained::{Neighbour, Trained};
use crate::{
    model::{Model, NEAR_STEP, Parts},
    near::near_text,
};

/// Neighbours that travel with a product's page.
const NEAR: usize = 20;

impl Trained {
    /// The neighbours that travel with a product's page, with their weights from 1 to 15.
    pub fn near(&self, sku: &str) -> Vec<(&str, u8)> {
        let number = self.skus.iter().position(|known| known == sku);
        number.map(|number| self.near_of(number).collect()).unwrap_or_default()
    }

    /// The content of each product's `<meta name="alap:near">`: SKU and text.
    pub fn near_texts(&self) -> impl Iterator<Item = (&str, String)> {
        self.skus.iter().enumerate().filter_map(|(number, sku)| {
            let text = near_text(self.near_of(number));
            (!text.is_empty()).then_some((sku.as_str(), text))
        })
    }

    /// The whole of it in memory, for products with these SKUs, in this order. Nothing is rounded.
    pub fn model(&self, ids: &[&str]) -> Model {
        Model::of(self.parts(ids, |_| true))
    }

    fn near_of(&self, number: usize) -> impl Iterator<Item = (&str, u8)> {
        let near = self.lifts(number, |_| true).into_iter().filter(|(_, lift)| *lift > 0.0).take(NEAR);
        near.map(|(to, lift)| {
            let steps = (lift / NEAR_STEP).round().clamp(1.0, 15.0) as u8;
            (self.skus[to as usize].as_str(), steps)
        })
    }

    /// Natural logarithms of how much more often a neighbour follows than a product that is not among those `wanted`. What
    /// is left out shares the weight that is left, as in Katz's backing off (IEEE ASSP 35/3, 1987).
    fn lifts(&self, number: usize, wanted: impl Fn(&Neighbour) -> bool) -> Vec<(u32, f32)> {
        let share = |number: u32| self.shares[number as usize];
        let list = &self.lists[number];
        let kept: Vec<&Neighbour> = list.kept.iter().filter(|one| wanted(one)).collect();
        let rest = list.all - kept.iter().map(|one| one.weight).sum::<f32>();
        let rest_share = 1.0 - kept.iter().map(|one| share(one.to)).sum::<f32>();
        let usual = (rest.max(0.0) / (self.smoothing * rest_share.max(0.01))).ln_1p();
        let lift = |one: &&Neighbour| {
            let often = (one.weight / (self.smoothing * share(one.to))).ln_1p();
            (one.to, often - usual)
        };
        kept.iter().map(lift).collect()
    }

    /// As [`Model`] has it, for products with these SKUs; `wanted` says which neighbours.
    pub(super) fn parts(&self, ids: &[&str], wanted: impl Fn(&Neighbour) -> bool) -> Parts {
        let places = self.places(ids);
        let prior = |share: f32| share.ln() * (1.0 - self.damping);
        let lowest = self.shares.iter().copied().map(prior).fold(0.0, f32::min) - 1.0;
        let mut parts = Parts {
            prior: vec![lowest; ids.len()],
            known: vec![false; ids.len()],
            lists: vec![Vec::new(); ids.len()],
            fading: self.fading,
            returning: self.returning,
            recent: self.recent.iter().filter_map(|number| places[*number as usize]).collect(),
        };
        for (number, place) in places.iter().enumerate() {
            let Some(place) = place.map(|place| place as usize) else { continue };
            parts.prior[place] = prior(self.shares[number]);
            parts.known[place] = true;
            let lifts = self.lifts(number, |one| wanted(one) && places[one.to as usize].is_some());
            let to = |(to, lift): (u32, f32)| Some((places[to as usize]?, lift));
            parts.lists[place] = lifts.into_iter().filter_map(to).collect();
        }
        parts
    }

    /// Where each number stands among the SKUs; of two with one SKU, the first counts.
    fn places(&self, ids: &[&str]) -> Vec<Option<u32>> {
        let mut by_id = HashMap::with_capacity(ids.len());
        for (place, id) in ids.iter().enumerate() {
            by_id.entry(*id).or_insert(place as u32);
        }
        self.skus.iter().map(|sku| by_id.get(sku.as_str()).copied()).collect()
    }
}
