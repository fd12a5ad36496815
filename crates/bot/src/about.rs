//! A moment of a video that a question is about: which questions of the shop fit it, and which of several was meant.

use alap_protocol::{
    id::ProductId,
    pack::{EntryAction, FaqEntry, OwnMoment},
};

use crate::Reply;

/// An entry that points at a moment so many seconds away speaks of the same scene.
const NEAR_SECONDS: u32 = 15;

/// What a question is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The moment of a video.
    pub moment: OwnMoment,
    /// What can be seen there.
    pub product: Option<ProductId>,
}

impl About {
    /// Up to `limit` entries to ask with one tap: those that point near the moment, the nearest first, then those that name
    /// the product, in the seller's order.
    pub fn questions(&self, faq: &[FaqEntry], limit: usize) -> Vec<usize> {
        let mut near: Vec<_> = faq
            .iter()
            .enumerate()
            .filter_map(|(place, entry)| Some((self.seconds_to(entry)?, place)))
            .collect();
        near.sort_unstable();
        let near = near.into_iter().map(|(_, place)| place);
        let named = faq
            .iter()
            .enumerate()
            .filter(|(_, entry)| self.seconds_to(entry).is_none() && self.is_named(entry));
        near.chain(named.map(|(place, _)| place)).take(limit).collect()
    }

    /// Of several entries that a question may mean, the only one that fits what it is about is the one. Where several fit,
    /// they come first.
    pub fn narrow(&self, reply: Reply, faq: &[FaqEntry]) -> Reply {
        let Reply::Choose { mut entries, locale } = reply else { return reply };
        let fits = |place: &usize| {
            faq.get(*place).is_some_and(|entry| self.seconds_to(entry).is_some() || self.is_named(entry))
        };
        let mut fitting = entries.iter().filter(|place| fits(place));
        match (fitting.next(), fitting.next()) {
            (Some(&entry), None) => Reply::Answer { entry, locale },
            _ => {
                entries.sort_by_key(|place| !fits(place));
                Reply::Choose { entries, locale }
            }
        }
    }

    /// How far from the moment the entry points, if it points near it.
    fn seconds_to(&self, entry: &FaqEntry) -> Option<u32> {
        let points = entry.actions.iter().filter_map(|action| match action {
            EntryAction::OwnVideo(OwnMoment { video, at }) if *video == self.moment.video => Some(*at),
            _ => None,
        });
        points.map(|at| at.abs_diff(self.moment.at)).filter(|away| *away <= NEAR_SECONDS).min()
    }

    fn is_named(&self, entry: &FaqEntry) -> bool {
        self.product.as_ref().is_some_and(|product| entry.products.contains(product))
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        id::{EntryId, VideoId},
        locale::{Locale, Localized},
    };

    use super::*;

    fn entry(number: usize, points: &[(&str, u32)], products: &[&str]) -> FaqEntry {
        let point = |(video, at): &(&str, u32)| {
            EntryAction::OwnVideo(OwnMoment { video: VideoId::parse(*video).unwrap(), at: *at })
        };
        FaqEntry {
            id: EntryId::parse(format!("entry-{number}")).unwrap(),
            question: Localized::both("প্রশ্ন?", "Question?"),
            answer: Localized::both("উত্তর", "Answer"),
            variants: vec![],
            products: products.iter().map(|id| ProductId::parse(*id).unwrap()).collect(),
            chip: Localized::default(),
            actions: points.iter().map(point).collect(),
        }
    }

    /// The kantha's video at 0:42.
    fn about() -> About {
        let moment = OwnMoment { video: VideoId::parse("kantha").unwrap(), at: 42 };
        About { moment, product: Some(ProductId::parse("NK-1").unwrap()) }
    }

    fn faq() -> Vec<FaqEntry> {
        vec![
            entry(0, &[], &["NK-1"]),
            entry(1, &[("kantha", 57)], &[]),
            entry(2, &[("kantha", 58)], &[]),
            entry(3, &[("jamdani", 42)], &["NK-2"]),
            entry(4, &[("kantha", 300), ("kantha", 40)], &["NK-1"]),
            entry(5, &[], &["NK-2", "NK-1"]),
        ]
    }

    #[test]
    fn questions_that_point_near_the_moment_come_before_those_that_name_the_product() {
        assert_eq!(about().questions(&faq(), 9), [4, 1, 0, 5]);
        assert_eq!(about().questions(&faq(), 3), [4, 1, 0]);
        assert_eq!(About { product: None, ..about() }.questions(&faq(), 3), [4, 1]);
        assert!(about().questions(&[], 3).is_empty());
    }

    #[test]
    fn of_several_entries_the_only_one_that_fits_was_meant() {
        let narrowed = |entries: &[usize]| {
            about().narrow(Reply::Choose { entries: entries.to_vec(), locale: Locale::Bn }, &faq())
        };
        assert_eq!(narrowed(&[2, 3, 1]), Reply::Answer { entry: 1, locale: Locale::Bn });
        assert_eq!(narrowed(&[3, 5, 2, 0]), Reply::Choose { entries: vec![5, 0, 3, 2], locale: Locale::Bn });
        assert_eq!(narrowed(&[3, 2]), Reply::Choose { entries: vec![3, 2], locale: Locale::Bn });
        let sure = Reply::Answer { entry: 3, locale: Locale::En };
        assert_eq!(about().narrow(sure.clone(), &faq()), sure, "what is clear by its words stays so");
    }
}
