//! Adds up the evidence of one entry's texts.

use crate::rows::Rows;

/// By piece of evidence: what came together of it so far. One tally serves all entries, one after the other.
#[derive(Default)]
pub(crate) struct Tally {
    sums: Vec<Sum>,
    /// The pieces that the entry at hand has.
    touched: Vec<u32>,
}

#[derive(Clone, Copy, Default)]
struct Sum {
    total: f32,
    most: f32,
}

impl Tally {
    /// There is a new piece of evidence.
    pub(crate) fn make_room(&mut self) {
        self.sums.push(Sum::default());
    }

    /// Counts a piece that was seen so often with this weight, which is above zero.
    pub(crate) fn count(&mut self, feature: u32, weight: f32, times: f32) {
        if let Some(sum) = self.sums.get_mut(feature as usize) {
            if sum.total == 0.0 {
                self.touched.push(feature);
            }
            sum.total += weight * times;
            if weight > sum.most {
                sum.most = weight;
            }
        }
    }

    /// The entry is complete: its pieces become a row. A piece seen in several texts grows by this power.
    pub(crate) fn finish(&mut self, growth: f32, rows: &mut Rows) {
        for feature in self.touched.drain(..) {
            let Some(sum) = self.sums.get_mut(feature as usize) else { continue };
            let times = sum.total / sum.most;
            // The square root is an instruction, a power a function.
            rows.add(feature, sum.most * if growth == 0.5 { times.sqrt() } else { times.powf(growth) });
            *sum = Sum::default();
        }
        rows.end_row();
    }
}
