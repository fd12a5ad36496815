//! What a line carries, from how long segments took to come.

/// So many of the last segments count.
const LAST: usize = 5;
/// Smaller ones tell more of the way's length than of its width, in bytes.
const LEAST_BYTES: u32 = 10_000;
/// What came in less was on the device, in milliseconds.
const LEAST_MILLISECONDS: f64 = 4.0;

/// The last segments that came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured(Vec<u32>);

impl Measured {
    /// A segment came: its size in bytes, and how long it took from its first byte to its last, in milliseconds.
    pub fn note(&mut self, bytes: u32, milliseconds: f64) {
        if bytes < LEAST_BYTES || !(LEAST_MILLISECONDS..600_000.0).contains(&milliseconds) {
            return;
        }
        if self.0.len() == LAST {
            self.0.remove(0);
        }
        // Bits in a millisecond are kilobits in a second.
        self.0.push((f64::from(bytes) * 8.0 / milliseconds) as u32);
    }

    /// Kilobits a second: the middle of the last ones, the lower of two.
    pub fn kbps(&self) -> Option<u32> {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        sorted.get(sorted.len().saturating_sub(1) / 2).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_fast_segment_does_not_make_a_fast_line() {
        let mut measured = Measured::default();
        assert_eq!(measured.kbps(), None);
        for milliseconds in [400.0, 20.0, 500.0, 400.0] {
            measured.note(50_000, milliseconds);
        }
        assert_eq!(measured.kbps(), Some(1_000));
    }

    #[test]
    fn what_was_on_the_device_and_what_is_tiny_does_not_count() {
        let mut measured = Measured::default();
        measured.note(50_000, 0.0);
        measured.note(900, 100.0);
        measured.note(50_000, f64::NAN);
        assert_eq!(measured.kbps(), None);
    }

    #[test]
    fn a_line_that_gets_worse_is_noticed() {
        let mut measured = Measured::default();
        for milliseconds in [40.0, 40.0, 40.0, 2_000.0, 2_000.0, 2_000.0] {
            measured.note(50_000, milliseconds);
        }
        assert_eq!(measured.kbps(), Some(200));
    }
}
