//! Sorting, in one place: each kind of sort of the standard library weighs two kilobytes in a page.

/// Puts numbers in the order of their keys, equal ones in their own.
pub(crate) fn in_order(numbers: impl Iterator<Item = usize>, key: impl Fn(usize) -> u64) -> Vec<usize> {
    let mut keyed: Vec<(u64, u32)> = numbers.map(|number| (key(number), number as u32)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, number)| number as usize).collect()
}

/// A key that puts the highest first.
pub(crate) fn highest_first(score: f32) -> u64 {
    // As `f32::total_cmp` orders them, the other way round.
    let bits = score.to_bits() as i32;
    let ascending = bits ^ (((bits >> 31) as u32) >> 1) as i32;
    u64::from(u32::MAX - (ascending as u32 ^ 0x8000_0000))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn keys_order_scores_from_the_highest(a: f32, b: f32) {
            prop_assert_eq!(highest_first(a).cmp(&highest_first(b)), b.total_cmp(&a));
        }

        #[test]
        fn equal_keys_leave_the_numbers_in_order(scores in prop::collection::vec(0_u8..4, 0..40)) {
            let order = in_order(0..scores.len(), |number| highest_first(scores[number].into()));
            let mut expected: Vec<usize> = (0..scores.len()).collect();
            expected.sort_by_key(|number| std::cmp::Reverse(scores[*number]));
            prop_assert_eq!(order, expected);
        }
    }
}
