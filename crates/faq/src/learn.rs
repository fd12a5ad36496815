//! A light classifier over the seller's own variants: each text is asked as if its entry had not seen it, and what pulled a wrong entry
//! ahead loses weight there.

use crate::Index;

/// Beyond this many texts times passes the phone has better things to do.
const MOST_WORK: usize = 1_500;

/// `sums` are, by entry, its features with their summed and their greatest weight.
pub(crate) fn learn(index: &mut Index, sums: &[Vec<(u32, f32, f32)>]) {
    let weights = index.weights;
    let texts = index.by_text.ends.len();
    let passes = (weights.passes as usize).min(MOST_WORK / texts.max(1));
    let mut scores = vec![0.0_f32; index.entries];
    for pass in 0..=passes {
        let mut typical = vec![0.0_f32; index.entries];
        let mut count = vec![0.0_f32; index.entries];
        for entry in 0..index.entries {
            let range = index.first_texts[entry] as usize..index.first_texts[entry + 1] as usize;
            if range.len() < 2 { continue; }
            let own = &sums[entry];
            for text in range {
                let (numbers, strengths) = index.by_text.row(text);
                let asked: Vec<(u32, f32)> = numbers.iter().copied().zip(strengths.iter().copied()).collect();
                scores.fill(0.0);
                let mut right = 0.0;
                let mut shared = Vec::with_capacity(asked.len());
                for &(number, strength) in &asked {
                    let (entries, known) = index.by_feature.row(number as usize);
                    for (&e, &k) in entries.iter().zip(known) {
                        scores[e as usize] += strength * k;
                        if e as usize == entry {
                            // What is left of it without this text.
                            let (_, sum, most) = own[own.binary_search_by_key(&number, |s| s.0).unwrap_or(0)];
                            let others = ((sum - most) / sum).max(0.0).powf(weights.tf);
                            shared.push(others);
                            right += strength * k * others;
                        }
                    }
                }
                scores[entry] = right;
                typical[entry] += right; count[entry] += 1.0;
                if pass == passes { continue; }
                let top = scores.iter().copied().fold(0.0, f32::max);
                let mut total = 0.0;
                for s in &mut scores { *s = ((*s - top) * weights.steep).exp(); total += *s; }
                for s in &mut scores { *s /= total; }
                let miss = 1.0 - scores[entry];
                if miss < 0.05 { continue; }
                for (&(number, strength), &others) in asked.iter().zip(&shared) {
                    let range = index.by_feature.range(number as usize);
                    for at in range {
                        let e = index.by_feature.numbers[at] as usize;
                        let p = scores[e];
                        if e == entry {
                            if others > 0.0 { index.by_feature.strengths[at] += weights.step * miss * strength; }
                        } else if p > 0.01 {
                            index.by_feature.strengths[at] -= weights.step * p * strength;
                        }
                    }
                }
            }
        }
        let total: f32 = typical.iter().sum(); let n: f32 = count.iter().sum();
        let mean = if n > 0.0 { total / n } else { 0.3 };
        index.typical = typical.iter().zip(&count).map(|(t, c)| (t + 2.0 * mean) / (c + 2.0)).collect();
    }
}
