//! Questions that are asked alike, in whatever script, put together.

use crate::{Weights, analysis::words, features, hashing::HashedMap, index::rarity, lexicon::Lexicon};

/// So many texts are compared with each other; those behind them stand alone.
const MOST_TEXTS: usize = 500;
/// Groups whose texts are less alike than this on the average stay apart. Measured on sixty questions at a time of three of the
/// development sets (shop talk in three ways of writing, Bangla, English): of those in a group with a question 86 to 90 % ask
/// the same, and of those that ask the same 64 to 82 % are with it. One question too few in a group takes another tap, one too
/// many is learnt wrongly: so it lies rather high.
const ALIKE: f32 = 0.3;
/// What every shop's questions have in common is common, however few of them are at hand: rarity counts at least so many.
const AS_IF: usize = 10;
/// Among a handful of questions "do you", "ki" and "ache" are as rare as what the questions are about: they count less.
const SMALL_WORD: f32 = 0.4;

/// Puts together which of the texts ask the same, by their places. Every place stands in one group; the largest group comes
/// first, and in each group the text that is most like the others. The same texts always give the same groups.
///
/// ```
/// let texts = ["warranty ache?", "office kothay", "ওয়ারেন্টি আছে কি", "do you give warranty"];
/// assert_eq!(alap_faq::group(&texts), [vec![0, 3, 2], vec![1]]);
/// ```
pub fn group(texts: &[&str]) -> Vec<Vec<usize>> {
    let compared = texts.get(..MOST_TEXTS).unwrap_or(texts);
    let likenesses = likenesses(&evidence(compared));
    let mut groups = join(&likenesses);
    for group in &mut groups {
        most_typical_first(group, &likenesses);
    }
    groups.extend((compared.len()..texts.len()).map(|alone| vec![alone]));
    // Groups of a size keep the order of their first texts.
    groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.iter().min().copied()));
    groups
}

/// By text: its evidence as a vector of length one, its pieces numbered.
fn evidence(texts: &[&str]) -> Vec<Vec<(usize, f32)>> {
    let lexicon = Lexicon::get();
    let mut numbers = HashedMap::<usize>::default();
    let mut seen_in: Vec<u32> = Vec::new();
    let mut rows: Vec<Vec<(usize, f32)>> = Vec::with_capacity(texts.len());
    for text in texts {
        let words = words(text);
        let default = Weights::default();
        // As a question against the index: the fewer the words, the more their meaning says.
        let concept = default.concept * (1.0 + default.brevity / words.len().max(1) as f32);
        let weights = Weights { concept, small_word: default.small_word * SMALL_WORD, ..default };
        let found = features::of_text(&words, lexicon, &weights).into_iter().map(|feature| {
            let number = *numbers.entry(feature.hash).or_insert(seen_in.len());
            match seen_in.get_mut(number) {
                Some(seen) => *seen += 1,
                None => seen_in.push(1),
            }
            (number, feature.weight)
        });
        rows.push(found.collect());
    }
    let all = texts.len().max(AS_IF);
    let rarity =
        |number: usize| seen_in.get(number).map_or(0.0, |&seen| rarity(seen, all, Weights::default().rarity));
    for row in &mut rows {
        row.iter_mut().for_each(|(number, strength)| *strength *= rarity(*number));
        let square: f32 = row.iter().map(|(_, strength)| strength * strength).sum();
        let scale = if square > 0.0 { square.sqrt().recip() } else { 0.0 };
        row.iter_mut().for_each(|(_, strength)| *strength *= scale);
    }
    rows
}

/// How much each text is like each other one: the cosine.
fn likenesses(rows: &[Vec<(usize, f32)>]) -> Vec<Vec<f32>> {
    let mut by_feature: Vec<Vec<(usize, f32)>> = Vec::new();
    for (text, row) in rows.iter().enumerate() {
        for &(number, strength) in row {
            if by_feature.len() <= number {
                by_feature.resize_with(number + 1, Vec::new);
            }
            if let Some(texts) = by_feature.get_mut(number) {
                texts.push((text, strength));
            }
        }
    }
    let against_all = |row: &Vec<(usize, f32)>| {
        let mut likeness = vec![0.0; rows.len()];
        for &(number, strength) in row {
            for &(other, its) in by_feature.get(number).into_iter().flatten() {
                if let Some(place) = likeness.get_mut(other) {
                    *place += strength * its;
                }
            }
        }
        likeness
    };
    let mut all: Vec<Vec<f32>> = rows.iter().map(against_all).collect();
    // To the last bit the same from both sides: whoever is like the other decides nothing by a rounding.
    for a in 1..all.len() {
        let (before, rest) = all.split_at_mut(a);
        for (row, likeness) in before.iter().zip(rest.iter_mut().flatten()) {
            *likeness = row.get(a).copied().unwrap_or_default();
        }
    }
    all
}

/// Joins the two groups that are most alike on the average, as long as any two are alike enough.
fn join(likenesses: &[Vec<f32>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = (0..likenesses.len()).map(|text| vec![text]).collect();
    // Between groups: the sum of the likenesses of their texts. A group that went into another keeps its place, empty.
    let mut sums = likenesses.to_vec();
    let average = |sums: &[Vec<f32>], groups: &[Vec<usize>], a: usize, b: usize| {
        let pairs = groups.get(a).map_or(0, Vec::len) * groups.get(b).map_or(0, Vec::len);
        let sum = sums.get(a).and_then(|row| row.get(b)).copied().unwrap_or_default();
        if pairs == 0 { 0.0 } else { sum / pairs as f32 }
    };
    // Of each group the one behind it that it is most like.
    let best_behind = |sums: &[Vec<f32>], groups: &[Vec<usize>], a: usize| {
        let all = (a + 1..groups.len()).map(|b| (average(sums, groups, a, b), b));
        all.fold((0.0, a), |best, next| if next.0 > best.0 { next } else { best })
    };
    let mut best: Vec<(f32, usize)> = (0..groups.len()).map(|a| best_behind(&sums, &groups, a)).collect();
    loop {
        let most_alike = best.iter().enumerate().fold((ALIKE, None), |most, (a, &(likeness, b))| {
            if likeness > most.0 { (likeness, Some((a, b))) } else { most }
        });
        let (_, Some((into, from))) = most_alike else { break };
        let moved = groups.get_mut(from).map(std::mem::take).unwrap_or_default();
        if let Some(group) = groups.get_mut(into) {
            group.extend(moved);
        }
        let added = sums.get(from).cloned().unwrap_or_default();
        if let Some(row) = sums.get_mut(into) {
            row.iter_mut().zip(&added).for_each(|(sum, more)| *sum += more);
        }
        for (row, more) in sums.iter_mut().zip(added) {
            if let Some(sum) = row.get_mut(into) {
                *sum += more;
            }
        }
        // Only what had to do with one of the two can have changed.
        for a in 0..groups.len() {
            let to = best.get(a).map_or(a, |best| best.1);
            let is_stale = a == into || a == from || to == into || to == from;
            let found = if is_stale {
                best_behind(&sums, &groups, a)
            } else {
                let now = if a < into { average(&sums, &groups, a, into) } else { 0.0 };
                best.get(a).copied().filter(|best| best.0 >= now).unwrap_or((now, into))
            };
            if let Some(place) = best.get_mut(a) {
                *place = found;
            }
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn most_typical_first(group: &mut [usize], likenesses: &[Vec<f32>]) {
    group.sort_unstable();
    let typical = |text: usize| {
        let row = likenesses.get(text);
        group.iter().filter(|&&other| other != text).filter_map(|&other| row?.get(other)).sum::<f32>()
    };
    let mut ranked: Vec<(f32, usize)> = group.iter().map(|&text| (typical(text), text)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    group.iter_mut().zip(ranked).for_each(|(place, (_, text))| *place = text);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn three_ways_of_writing_come_together_and_another_question_stays_apart() {
        let texts = [
            "ei saree ki jamdani?",
            "warranty ache?",
            "ওয়ারেন্টি আছে কি",
            "do you give gift wrap",
            "do you give warranty",
            "",
            "উপহারের মোড়কে দেওয়া যাবে? gift wrap",
        ];
        let groups = group(&texts);
        assert_eq!(groups.len(), 4, "{groups:?}");
        let mut largest = groups[0].clone();
        largest.sort_unstable();
        assert_eq!(largest, [1, 2, 4]);
        let mut second = groups[1].clone();
        second.sort_unstable();
        assert_eq!(second, [3, 6]);
        assert_eq!(groups[2..], [vec![0], vec![5]], "those alone keep their order");
    }

    #[test]
    fn the_most_typical_text_stands_first() {
        let texts = [
            "installment e kena jabe bikash diye naki card lagbe",
            "installment e kena jabe",
            "installment ache",
        ];
        assert_eq!(group(&texts), [vec![1, 0, 2]]);
    }

    #[test]
    fn what_is_common_to_many_questions_does_not_join_them() {
        let texts = [
            "do you have parking",
            "do you have a catalogue",
            "do you have insurance",
            "warranty ache?",
            "do you give warranty",
            "parking ache?",
            "insurance ache",
        ];
        assert_eq!(group(&texts), [vec![0, 5], vec![2, 6], vec![3, 4], vec![1]]);
    }

    #[test]
    fn more_than_five_hundred_are_all_there() {
        let texts: Vec<String> = (0..520).map(|number| format!("kichu {}", number % 7)).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut places: Vec<usize> = group(&texts).into_iter().flatten().collect();
        places.sort_unstable();
        assert_eq!(places, (0..520).collect::<Vec<_>>());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn every_text_stands_in_one_group_and_always_in_the_same(texts in prop::collection::vec(any::<String>(), 0..20)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let groups = group(&texts);
            prop_assert_eq!(&groups, &group(&texts));
            prop_assert!(groups.is_sorted_by_key(|group| std::cmp::Reverse(group.len())));
            let mut places: Vec<usize> = groups.into_iter().flatten().collect();
            places.sort_unstable();
            prop_assert_eq!(places, (0..texts.len()).collect::<Vec<_>>());
        }
    }
}
