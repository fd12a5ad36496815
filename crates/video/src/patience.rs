//! What a player does while it waits: when it says so, when it takes less, when it offers another way.

/// So long a short pause goes without a word.
const SILENT: u32 = 600;
/// After so long without a picture that goes on, it takes the lowest quality.
const LOWER: u32 = 2_500;
/// After so long it says that this takes long.
const SLOW: u32 = 8_000;
/// The longest pause between two tries.
const LONGEST_PAUSE: u32 = 15_000;

/// A wait, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// For how long, in milliseconds.
    pub milliseconds: u32,
    /// It has played before.
    pub begun: bool,
    /// A lower quality could be taken.
    pub lower: bool,
    /// The browser has said that the line became worse than what plays needs.
    pub worse: bool,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing yet.
    Bear,
    /// Say that it loads.
    Say,
    /// Take the lowest quality only.
    Lower,
    /// Say that it takes long, and offer other ways.
    Offer,
}

/// What to do now.
pub fn step(wait: Wait) -> Step {
    match wait {
        Wait { milliseconds: LOWER.., begun: true, lower: true, .. }
        | Wait { milliseconds: SILENT.., begun: true, lower: true, worse: true } => Step::Lower,
        Wait { milliseconds: SLOW.., .. } => Step::Offer,
        Wait { milliseconds: SILENT.., .. } => Step::Say,
        _ => Step::Bear,
    }
}

/// Milliseconds before the next try, when so many have failed.
pub fn pause(tries: u32) -> u32 {
    2_000_u32.saturating_mul(1 << tries.min(8)).min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(milliseconds: u32, begun: bool, lower: bool) -> Step {
        step(Wait { milliseconds, begun, lower, worse: false })
    }

    #[test]
    fn a_line_known_to_be_worse_is_not_waited_for() {
        let wait = Wait { milliseconds: 700, begun: true, lower: true, worse: true };
        assert_eq!(step(wait), Step::Lower);
        assert_eq!(step(Wait { begun: false, ..wait }), Step::Say);
    }

    #[test]
    fn a_stall_takes_less_where_there_is_less() {
        assert_eq!(after(100, true, true), Step::Bear);
        assert_eq!(after(1_000, true, true), Step::Say);
        assert_eq!(after(2_500, true, true), Step::Lower);
        assert_eq!(after(2_500, true, false), Step::Say);
        assert_eq!(after(9_000, true, false), Step::Offer);
    }

    #[test]
    fn a_slow_beginning_is_said_and_other_ways_are_offered() {
        assert_eq!(after(3_000, false, true), Step::Say);
        assert_eq!(after(8_000, false, true), Step::Offer);
    }

    #[test]
    fn tries_grow_rarer_but_never_rare() {
        assert_eq!([0, 1, 2, 3, 4, 40].map(pause), [2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
    }
}
