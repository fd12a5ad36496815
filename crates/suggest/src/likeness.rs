//! How like two products are: the cosine of their features, rare ones counting more (tf-idf).

use std::collections::BTreeMap;

use crate::{features::features, item::Item};

/// The features of all products, and the products of each feature.
#[derive(Clone, Debug, Default)]
pub(crate) struct Likeness {
    numbers: BTreeMap<u32, u32>,
    /// Products by feature: place and weight.
    postings: Vec<Vec<(u32, f32)>>,
    /// Features by product: number and weight.
    features: Vec<Vec<(u32, f32)>>,
}

impl Likeness {
    pub(crate) fn add(&mut self, item: &Item<'_>) {
        let place = self.features.len() as u32;
        let mut own = features(item);
        for (feature, weight) in &mut own {
            let next = self.numbers.len() as u32;
            *feature = *self.numbers.entry(*feature).or_insert(next);
            if *feature == next {
                self.postings.push(Vec::new());
            }
            self.postings[*feature as usize].push((place, *weight));
        }
        self.features.push(own);
    }

    /// Weighs rare features higher, and brings each product to length 1.
    pub(crate) fn finish(&mut self) {
        let products = self.features.len() as f32;
        let rarity = |holders: usize| (1.0 + products / holders as f32).ln();
        let lengths: Vec<f32> = self
            .features
            .iter_mut()
            .map(|own| {
                for (feature, weight) in own.iter_mut() {
                    *weight *= rarity(self.postings[*feature as usize].len());
                }
                let length = own.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(1e-6);
                own.iter_mut().for_each(|(_, weight)| *weight /= length);
                length
            })
            .collect();
        for holders in &mut self.postings {
            let rarity = rarity(holders.len());
            for (place, weight) in holders {
                *weight *= rarity / lengths[*place as usize];
            }
        }
        self.numbers = BTreeMap::new();
    }

    /// How like each product is to those of `places`, with their weights: the weighted mean, by place.
    pub(crate) fn to(&self, places: &[(usize, f32)]) -> Vec<f32> {
        let mut likeness = vec![0.0; self.features.len()];
        let all: f32 = places.iter().map(|(_, weight)| weight).sum::<f32>().max(1e-6);
        for (place, share) in places {
            for (feature, weight) in self.features.get(*place).into_iter().flatten() {
                for (like, held) in &self.postings[*feature as usize] {
                    likeness[*like as usize] += share / all * weight * held;
                }
            }
        }
        likeness
    }

    /// How like two products are, from 0 to 1.
    pub(crate) fn between(&self, a: usize, b: usize) -> f32 {
        let (Some(a), Some(b)) = (self.features.get(a), self.features.get(b)) else { return 0.0 };
        let held =
            |feature: u32| b.iter().find(|(one, _)| *one == feature).map_or(0.0, |(_, weight)| *weight);
        a.iter().map(|(feature, weight)| weight * held(*feature)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(items: &[(&str, &[&str], i64)]) -> Likeness {
        let mut likeness = Likeness::default();
        for (title, category, price) in items {
            let (titles, category) = (vec![*title], category.to_vec());
            likeness.add(&Item { titles, category, price: *price, ..Item::default() });
        }
        likeness.finish();
        likeness
    }

    #[test]
    fn what_shares_rare_features_is_most_alike() {
        let likeness = made(&[
            ("Red cotton saree", &["Women", "Sarees"], 200_000),
            ("লাল সুতি শাড়ি cotton saree", &["Women", "Sarees"], 210_000),
            ("Green silk saree", &["Women", "Sarees"], 900_000),
            ("Leather wallet", &["Men", "Bags"], 90_000),
        ]);
        let like = likeness.to(&[(0, 1.0)]);
        assert!(like[1] > like[2] && like[2] > like[3], "{like:?}");
        assert!((like[0] - 1.0).abs() < 1e-4);
        assert!((likeness.between(0, 1) - like[1]).abs() < 1e-5);
        assert_eq!(likeness.to(&[]), [0.0; 4]);
        assert_eq!(likeness.to(&[(99, 1.0)]), [0.0; 4]);
    }
}
