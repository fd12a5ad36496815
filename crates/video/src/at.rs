//! What belongs to a moment of a video.

use alap_protocol::{
    id::ProductId,
    video::{Chapter, Shown},
};

/// The place of the chapter that this second lies in.
pub fn chapter(chapters: &[Chapter], second: u32) -> Option<usize> {
    chapters.iter().rposition(|chapter| chapter.at <= second)
}

/// The products that can be seen at this second, each once.
pub fn products(shown: &[Shown], second: u32) -> Vec<ProductId> {
    let mut seen: Vec<ProductId> = Vec::new();
    for Shown { product, from, until } in shown {
        if (*from..*until).contains(&second) && !seen.contains(product) {
            seen.push(product.clone());
        }
    }
    seen
}

/// The product that a question about this second is about: what can be seen, else what the video is about.
pub fn product(shown: &[Shown], about: &[ProductId], second: u32) -> Option<ProductId> {
    products(shown, second).into_iter().next().or_else(|| about.first().cloned())
}

#[cfg(test)]
mod tests {
    use alap_protocol::locale::Localized;

    use super::*;

    fn id(name: &str) -> ProductId {
        ProductId::parse(name).unwrap()
    }

    #[test]
    fn a_chapter_lasts_until_the_next() {
        let chapters: Vec<_> =
            [0, 10, 25].iter().map(|at| Chapter { at: *at, title: Localized::default() }).collect();
        for (second, place) in [(0, 0), (9, 0), (10, 1), (24, 1), (9_000, 2)] {
            assert_eq!(chapter(&chapters, second), Some(place));
        }
        assert_eq!(chapter(&chapters[1..], 3), None);
    }

    #[test]
    fn the_product_of_a_moment_is_what_can_be_seen_there() {
        let shown = [
            Shown { product: id("A"), from: 5, until: 10 },
            Shown { product: id("B"), from: 8, until: 12 },
            Shown { product: id("A"), from: 9, until: 10 },
        ];
        assert_eq!(products(&shown, 9), [id("A"), id("B")]);
        assert_eq!(products(&shown, 12), []);
        assert_eq!(product(&shown, &[id("C")], 11), Some(id("B")));
        assert_eq!(product(&shown, &[id("C")], 0), Some(id("C")));
        assert_eq!(product(&shown, &[], 0), None);
    }
}
