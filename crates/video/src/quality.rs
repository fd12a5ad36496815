//! Which qualities may play: as much as the line carries with room to spare, no more than the screen shows.

use alap_protocol::video::Size;

/// What a line of which nothing is known is taken to carry, in kilobits a second.
pub const UNKNOWN_KBPS: u32 = 1_200;

/// Of what the line carries, in percent: the rest is for the page, and for when it gets worse.
const SHARE: u64 = 60;

/// The highest quality for somebody who wants to save data.
const SAVING_LINES: u16 = 240;

/// What the browser says of the line ([Network Information API](https://wicg.github.io/netinfo/)).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The shopper wishes to save data.
    pub saves_data: bool,
    /// How the line behaves, whatever it is.
    pub kind: Option<LineKind>,
    /// What the browser thinks that it carries, in kilobits a second.
    pub believed_kbps: Option<u32>,
    /// What segments came in at, in kilobits a second. Counts more than what is believed.
    pub measured_kbps: Option<u32>,
}

/// How a line behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Text only.
    Slow2g,
    /// Small pictures.
    TwoG,
    /// Low quality video.
    ThreeG,
    /// Anything.
    FourG,
}

impl LineKind {
    /// From the browser's word: `slow-2g`, `2g`, `3g`, `4g`.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "slow-2g" => Some(Self::Slow2g),
            "2g" => Some(Self::TwoG),
            "3g" => Some(Self::ThreeG),
            "4g" => Some(Self::FourG),
            _ => None,
        }
    }

    /// What such a line carries at most, by the table of that specification.
    fn carries_kbps(self) -> Option<u32> {
        match self {
            Self::Slow2g => Some(50),
            Self::TwoG => Some(70),
            Self::ThreeG => Some(700),
            Self::FourG => None,
        }
    }
}

impl Line {
    /// What it carries, as far as anybody knows, in kilobits a second.
    pub fn carries_kbps(&self) -> u32 {
        let known = self.measured_kbps.or(self.believed_kbps);
        let most = self.kind.and_then(LineKind::carries_kbps);
        match (known, most) {
            (Some(measured), _) if self.measured_kbps.is_some() => measured,
            (Some(known), Some(most)) => known.min(most),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => UNKNOWN_KBPS,
        }
    }
}

/// The place of the highest quality that may play by itself; the lowest one always may. `shown` is how many pixels the
/// shorter side of the picture has on the screen.
pub fn highest(sizes: &[Size], line: &Line, shown: u32) -> usize {
    let carried = u64::from(line.carries_kbps()) * 1_000 * SHARE / 100;
    let lines = if line.saves_data { SAVING_LINES } else { u16::MAX };
    // The first that fills the screen is enough; a larger one would only be made smaller again.
    let enough = sizes.iter().position(|size| u32::from(size.lines) >= shown).unwrap_or(usize::MAX);
    sizes
        .iter()
        .enumerate()
        .rposition(|(place, size)| {
            place <= enough && size.lines <= lines && u64::from(size.bandwidth) <= carried
        })
        .unwrap_or(0)
}

/// What somebody would pay in megabytes, as people say it: tenths below ten, whole ones above, never 0.
pub fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_add(50_000) / 100_000;
    match tenths {
        0 => "0.1".to_owned(),
        1..=99 => format!("{}.{}", tenths / 10, tenths % 10),
        _ => (bytes.saturating_add(500_000) / 1_000_000).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ladder() -> Vec<Size> {
        [(144, 130), (240, 280), (480, 850), (720, 1_900)]
            .map(|(lines, kbps)| Size { lines, bandwidth: kbps * 1_000, bytes: u64::from(kbps) * 5_000 })
            .to_vec()
    }

    fn line(kind: Option<LineKind>, believed_kbps: Option<u32>) -> Line {
        Line { kind, believed_kbps, ..Line::default() }
    }

    #[test]
    fn the_line_says_how_high_it_may_go() {
        let lines = |line: &Line| ladder()[highest(&ladder(), line, 2_000)].lines;
        assert_eq!(lines(&line(Some(LineKind::Slow2g), Some(1_500))), 144);
        assert_eq!(lines(&line(Some(LineKind::TwoG), None)), 144);
        assert_eq!(lines(&line(Some(LineKind::ThreeG), None)), 240);
        assert_eq!(lines(&line(Some(LineKind::FourG), Some(1_600))), 480);
        assert_eq!(lines(&line(Some(LineKind::FourG), Some(10_000))), 720);
        assert_eq!(lines(&Line::default()), 240);
    }

    #[test]
    fn what_was_measured_counts_more_than_what_is_believed() {
        let measured = Line { measured_kbps: Some(300), ..line(Some(LineKind::FourG), Some(10_000)) };
        assert_eq!(measured.carries_kbps(), 300);
        let better = Line { measured_kbps: Some(5_000), ..line(Some(LineKind::TwoG), None) };
        assert_eq!(better.carries_kbps(), 5_000);
    }

    #[test]
    fn who_saves_data_gets_no_more_than_240_lines() {
        let saving = Line { saves_data: true, ..line(Some(LineKind::FourG), Some(10_000)) };
        assert_eq!(ladder()[highest(&ladder(), &saving, 2_000)].lines, 240);
    }

    #[test]
    fn a_small_picture_needs_no_large_quality() {
        let fast = line(Some(LineKind::FourG), Some(10_000));
        assert_eq!(ladder()[highest(&ladder(), &fast, 400)].lines, 480);
        assert_eq!(ladder()[highest(&ladder(), &fast, 144)].lines, 144);
    }

    #[test]
    fn megabytes_are_written_as_people_say_them() {
        for (bytes, written) in [
            (0, "0.1"),
            (120_000, "0.1"),
            (949_999, "0.9"),
            (1_250_000, "1.3"),
            (9_960_000, "10"),
            (61_400_000, "61"),
        ] {
            assert_eq!(megabytes(bytes), written, "{bytes}");
        }
    }

    proptest! {
        #[test]
        fn there_is_always_one_and_a_better_line_never_gets_less(
            believed in proptest::option::of(0_u32..20_000),
            more in 0_u32..20_000,
            shown in 0_u32..3_000,
            saves_data: bool,
            rungs in 0_usize..5,
        ) {
            let sizes = &ladder()[..rungs.min(4)];
            let slow = Line { saves_data, believed_kbps: believed, ..Line::default() };
            let fast = Line { believed_kbps: believed.map(|kbps| kbps + more), ..slow };
            let (low, high) = (highest(sizes, &slow, shown), highest(sizes, &fast, shown));
            prop_assert!(low <= high && (high < sizes.len() || sizes.is_empty()));
        }
    }
}
