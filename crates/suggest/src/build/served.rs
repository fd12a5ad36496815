//! What a device reads: pruned, rounded, small.
//!
//! | bytes | what |
//! |---|---|
//! | 4, 1 | `ALSG`, version |
//! | 4 | hash of the SKUs in their order, little-endian |
//! | 3 | weight of the second step and its fading, in hundredths; reach |
//! | 48 | going back, by steps and times: 16 × −ln, 255 for never |
//! | 1, … | what was looked at most of late: count, places |
//! | 4, 4, n | priors: lowest and step as 32-bit floats, then steps; 0 for a product that nothing is known of |
//! | 1, 4, 4 | lifts: bits of each, lowest and step |
//! | … | neighbours of each product, from the most looked at on: how many |
//! | … | their ranks in that order, ascending: the first, then the gaps less one |
//! | … | their lifts in the same order, so many bits each, the low ones first |
//!
//! Numbers without a size are LEB128. Ranks instead of places make the numbers small: neighbours are looked at often.

use super::{Trained, trained::Neighbour};
use crate::{
    hash::hash,
    model::{MAGIC, Parts, VERSION, by_step},
};

/// Bits of a lift where there is room for only a few neighbours of each product.
const COARSE: u8 = 4;
/// Bits of a lift where there is room for many: their order is then finer than the coarse steps.
const FINE: u8 = 6;
/// Bits of a lift where there is room for everything.
const EXACT: u8 = 8;
/// Neighbours of a product from which on they are many.
const MANY: usize = 24;
/// Steps of a prior; one more stands for "unknown".
const PRIOR_STEPS: f32 = 254.0;

impl Trained {
    /// What a device reads for the products with these SKUs, in this order: the worthiest pairs that fit into `most` bytes
    /// after brotli.
    pub fn served(&self, ids: &[&str], most: usize) -> Vec<u8> {
        let all = self.written(ids, f32::MIN, EXACT);
        if packed(&all) <= most {
            return all;
        }
        let mut worths: Vec<f32> =
            self.lists.iter().flat_map(|list| &list.kept).map(|one| one.worth).collect();
        worths.sort_by(|a, b| b.total_cmp(a));
        let (pairs, coarse) = self.fitting(ids, most, &worths, COARSE);
        if pairs < MANY * ids.len().max(1) {
            return coarse;
        }
        self.fitting(ids, most, &worths, FINE).1
    }

    /// As many of the worthiest pairs as fit, and what is then served.
    fn fitting(&self, ids: &[&str], most: usize, worths: &[f32], bits: u8) -> (usize, Vec<u8>) {
        let kept = |count: usize| self.written(ids, worths.get(count).copied().unwrap_or(f32::MIN), bits);
        let all = kept(worths.len());
        if packed(&all) <= most {
            return (worths.len(), all);
        }
        // The most that are known to fit, and the fewest that are too many.
        let (mut fit, mut over, mut best) = (0, worths.len(), None);
        while over - fit > (worths.len() / 10_000).max(1) {
            let middle = usize::midpoint(fit, over);
            let bytes = kept(middle);
            if packed(&bytes) <= most {
                fit = middle;
                best = Some(bytes);
            } else {
                over = middle;
            }
        }
        (fit, best.unwrap_or_else(|| kept(0)))
    }

    /// With the pairs worth more than that.
    fn written(&self, ids: &[&str], above: f32, bits: u8) -> Vec<u8> {
        let parts = self.parts(ids, |one: &Neighbour| one.worth > above);
        let mut bytes = MAGIC.to_vec();
        bytes.push(VERSION);
        bytes.extend(hash(ids.iter().copied()).to_le_bytes());
        bytes.extend([hundredths(parts.fading.second), hundredths(parts.fading.fade), parts.fading.reach]);
        bytes.extend(parts.returning.iter().flatten().map(|share| match share.ln() * -16.0 {
            step if step < 254.5 => step.round().max(0.0) as u8,
            _ => u8::MAX,
        }));
        bytes.push(parts.recent.len().min(u8::MAX.into()) as u8);
        parts.recent.iter().take(u8::MAX.into()).for_each(|place| number(&mut bytes, *place));
        let steps = priors(&mut bytes, &parts);
        lists(&mut bytes, &parts, &by_step(&steps), bits);
        bytes
    }
}

fn priors(bytes: &mut Vec<u8>, parts: &Parts) -> Vec<u8> {
    let known = || parts.prior.iter().zip(&parts.known).filter(|(_, known)| **known).map(|(prior, _)| *prior);
    let scale = Scale::over(known(), PRIOR_STEPS - 1.0);
    // Step 0 is unknown: the lowest known one has step 1.
    bytes.extend((scale.lowest - scale.step).to_le_bytes());
    bytes.extend(scale.step.to_le_bytes());
    let step = |(prior, known): (&f32, &bool)| if *known { scale.of(*prior) + 1 } else { 0 };
    let steps: Vec<u8> = parts.prior.iter().zip(&parts.known).map(step).collect();
    bytes.extend(&steps);
    steps
}

fn lists(bytes: &mut Vec<u8>, parts: &Parts, order: &[usize], bits: u8) {
    let mut ranks = vec![0_u32; order.len()];
    for (rank, place) in order.iter().enumerate() {
        ranks[*place] = rank as u32;
    }
    let scale =
        Scale::over(parts.lists.iter().flatten().map(|(_, lift)| *lift), f32::from((1_u16 << bits) - 1));
    bytes.push(bits);
    bytes.extend(scale.lowest.to_le_bytes());
    bytes.extend(scale.step.to_le_bytes());
    for place in order {
        number(bytes, parts.lists[*place].len() as u32);
    }
    let mut steps = Vec::new();
    for place in order {
        let list = parts.lists[*place].iter();
        let mut list: Vec<(u32, u8)> =
            list.map(|(to, lift)| (ranks[*to as usize], scale.of(*lift))).collect();
        list.sort_unstable();
        let mut next = 0;
        for (rank, step) in list {
            number(bytes, rank - next);
            next = rank + 1;
            steps.push(step);
        }
    }
    pack(bytes, &steps, bits);
}

/// Puts numbers of so many bits behind each other, the low bits first.
fn pack(bytes: &mut Vec<u8>, steps: &[u8], bits: u8) {
    let (mut held, mut count) = (0_u32, 0);
    for step in steps {
        held |= u32::from(*step) << count;
        count += bits;
        while count >= 8 {
            bytes.push(held as u8);
            held >>= 8;
            count -= 8;
        }
    }
    if count > 0 {
        bytes.push(held as u8);
    }
}

/// Numbers rounded to steps of one size.
struct Scale {
    lowest: f32,
    step: f32,
    most: f32,
}

impl Scale {
    fn over(values: impl Iterator<Item = f32> + Clone, most: f32) -> Self {
        let lowest = values.clone().fold(f32::MAX, f32::min);
        let highest = values.fold(f32::MIN, f32::max);
        if lowest > highest {
            return Self { lowest: 0.0, step: 0.0, most };
        }
        Self { lowest, step: (highest - lowest) / most, most }
    }

    fn of(&self, value: f32) -> u8 {
        if self.step <= 0.0 {
            0
        } else {
            ((value - self.lowest) / self.step).round().clamp(0.0, self.most) as u8
        }
    }
}

fn hundredths(share: f32) -> u8 {
    (share * 100.0).round().clamp(0.0, 255.0) as u8
}

fn number(bytes: &mut Vec<u8>, mut rest: u32) {
    while rest >= 0x80 {
        bytes.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    bytes.push(rest as u8);
}

/// Bytes after brotli, as the server sends it.
pub(super) fn packed(bytes: &[u8]) -> usize {
    use std::io::Write;

    struct Count(usize);
    impl Write for Count {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut writer = brotli::CompressorWriter::new(Count(0), 4096, 11, 22);
    // Counting cannot fail.
    let _ = writer.write_all(bytes).and_then(|()| writer.flush());
    writer.into_inner().0
}
