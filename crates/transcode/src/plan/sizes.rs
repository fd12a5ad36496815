//! How large each quality is, and what it may take.

/// The qualities, by the shorter side, with what the picture of each may take at most in kilobits a second.
const QUALITIES: [(u16, u32); 4] = [(144, 85), (240, 200), (480, 650), (720, 1_500)];

/// A quality as large as the source itself is worth its bytes if it is larger than the next lower one by this, in percent.
const WORTH: u32 = 125;

/// The qualities of a source: shorter side, width and height, all even; none larger than the source.
///
/// What messengers hand on often has 360 or 464 lines: it gets a quality of its own size on top, else half of what can be seen
/// would be lost.
pub(super) fn ladder(width: u32, height: u32) -> Vec<(u16, u16, u16)> {
    let shorter = width.min(height);
    let mut all: Vec<u16> =
        QUALITIES.iter().map(|(lines, _)| *lines).filter(|lines| u32::from(*lines) <= shorter).collect();
    let [.., (most, _)] = QUALITIES;
    let own = even(shorter.min(u32::from(most)));
    if all.last().is_none_or(|highest| u32::from(own) * 100 >= u32::from(*highest) * WORTH) {
        all.push(own);
    }
    all.into_iter()
        .map(|lines| {
            let longer = |side: u32| {
                even((u64::from(side) * u64::from(lines)).div_ceil(u64::from(shorter.max(1))) as u32)
            };
            if width <= height { (lines, lines, longer(height)) } else { (lines, longer(width), lines) }
        })
        .collect()
}

/// The nearest even number, at least 2; a side of a picture that is read is far below the most.
fn even(side: u32) -> u16 {
    u16::try_from(side / 2 * 2).unwrap_or(u16::MAX - 1).max(2)
}

/// What the picture of this quality may take, in kilobits a second: on the lines between the qualities.
pub(super) fn kbps(lines: u16) -> u32 {
    let lines = u32::from(lines);
    let pairs = QUALITIES.iter().zip(QUALITIES.iter().skip(1));
    for ((low, low_kbps), (high, high_kbps)) in pairs {
        let (low, high) = (u32::from(*low), u32::from(*high));
        if lines <= low {
            return *low_kbps;
        }
        if lines <= high {
            return low_kbps + (high_kbps - low_kbps) * (lines - low) / (high - low);
        }
    }
    QUALITIES[QUALITIES.len() - 1].1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_quality_is_larger_than_the_source() {
        let lines = |width, height| ladder(width, height).iter().map(|rung| rung.0).collect::<Vec<_>>();
        assert_eq!(lines(3_840, 2_160), [144, 240, 480, 720]);
        assert_eq!(lines(1_280, 720), [144, 240, 480, 720]);
        assert_eq!(lines(854, 480), [144, 240, 480]);
        assert_eq!(lines(1_024, 576), [144, 240, 480], "a fifth more is not worth a quality");
        assert_eq!(lines(640, 360), [144, 240, 360], "what messengers hand on keeps its size");
        assert_eq!(lines(161, 121), [120], "smaller than the lowest: one, at its own size");
        assert_eq!(lines(1, 1), [2]);
    }

    #[test]
    fn sizes_keep_their_shape_and_are_even() {
        assert_eq!(
            ladder(1_920, 1_080),
            [(144, 256, 144), (240, 426, 240), (480, 854, 480), (720, 1_280, 720)]
        );
        assert_eq!(ladder(1_080, 1_920)[3], (720, 720, 1_280), "upright: its width is the shorter side");
        assert_eq!(ladder(1_080, 1_080)[0], (144, 144, 144));
        for (width, height) in [(333, 777), (8_192, 3), (1_001, 1_003)] {
            for (lines, width, height) in ladder(width, height) {
                assert_eq!((lines % 2, width % 2, height % 2), (0, 0, 0));
                assert_eq!(lines, width.min(height));
            }
        }
    }

    #[test]
    fn what_a_quality_takes_rises_with_its_size() {
        assert_eq!([100, 144, 240, 360, 480, 720].map(kbps), [85, 85, 200, 425, 650, 1_500]);
    }
}
