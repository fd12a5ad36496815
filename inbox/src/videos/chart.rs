//! From the counts of a video's parts to what is drawn of them.

use alap_protocol::{
    limits::VIDEO_SECONDS,
    video::{PART_SECONDS, PartCounts},
};

/// Some parts of a video, side by side, as one bar of each series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) asked: u32,
    pub(crate) replayed: u32,
    pub(crate) skipped: u32,
}

/// The whole of a video in at most so many columns, each of the same length, and where it ends, in seconds. A video whose
/// length nobody knows ends with its last count.
pub(crate) fn columns(parts: &[PartCounts], seconds: u32, most: u32) -> (Vec<Column>, u32) {
    let counted = parts.iter().map(|part| u32::from(part.part) + 1).max().unwrap_or(0);
    let all = counted.max(seconds.div_ceil(PART_SECONDS)).min(VIDEO_SECONDS / PART_SECONDS);
    let together = all.div_ceil(most.max(1)).max(1);
    let mut columns = vec![Column::default(); all.div_ceil(together) as usize];
    for part in parts {
        if let Some(column) = columns.get_mut((u32::from(part.part) / together) as usize) {
            column.asked = column.asked.saturating_add(part.asked);
            column.replayed = column.replayed.saturating_add(part.replayed);
            column.skipped = column.skipped.saturating_add(part.skipped);
        }
    }
    (columns, all * PART_SECONDS)
}

/// The heights of a series, from 0 to `height`: the highest bar reaches it, and what is not nothing can be seen.
pub(crate) fn heights(counts: &[u32], height: f64) -> Vec<f64> {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let least = height / 10.0;
    counts
        .iter()
        .map(|&count| if count == 0 { 0.0 } else { (height * f64::from(count) / f64::from(most)).max(least) })
        .collect()
}

/// The parts that tell most, at most so many: those asked about, then those watched again, then those jumped over.
pub(crate) fn telling(parts: &[PartCounts], most: usize) -> Vec<PartCounts> {
    let mut telling: Vec<_> =
        parts.iter().copied().filter(|it| it.asked > 0 || it.replayed > 0 || it.skipped > 0).collect();
    telling.sort_by_key(|it| (std::cmp::Reverse((it.asked, it.replayed, it.skipped)), it.part));
    telling.truncate(most);
    telling
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(part: u16, asked: u32, replayed: u32, skipped: u32) -> PartCounts {
        PartCounts { part, asked, replayed, skipped }
    }

    fn asked(columns: &[Column]) -> Vec<u32> {
        columns.iter().map(|column| column.asked).collect()
    }

    #[test]
    fn a_short_video_has_a_column_for_each_part() {
        let (columns, end) = columns(&[part(1, 3, 7, 0), part(3, 1, 0, 2)], 17, 60);
        assert_eq!((asked(&columns), end), (vec![0, 3, 0, 1], 20));
        assert_eq!(columns[1], Column { asked: 3, replayed: 7, skipped: 0 });
    }

    #[test]
    fn a_long_video_has_as_many_columns_as_fit_and_loses_no_count() {
        let parts: Vec<_> = (0..2_160).map(|it| part(it, 1, 0, 0)).collect();
        let (columns, end) = columns(&parts, 3 * 60 * 60, 60);
        assert_eq!((columns.len(), end), (60, 10_800));
        assert!(columns.iter().all(|column| column.asked == 36));
    }

    #[test]
    fn a_video_of_unknown_length_ends_with_its_last_count() {
        let (bars, end) = columns(&[part(2, 1, 0, 0)], 0, 60);
        assert_eq!((asked(&bars), end), (vec![0, 0, 1], 15));
        assert_eq!(columns(&[], 0, 60), (vec![], 0));
        let (bars, _) = columns(&[part(u16::MAX, 1, 0, 0)], 0, 60);
        assert!(bars.len() <= 60, "past what any video has");
    }

    #[test]
    fn the_highest_bar_fills_its_row_and_a_single_count_can_be_seen() {
        assert_eq!(heights(&[0, 100, 50, 1], 20.0), [0.0, 20.0, 10.0, 2.0]);
        assert_eq!(heights(&[0, 0], 20.0), [0.0, 0.0]);
    }

    #[test]
    fn what_was_asked_about_tells_more_than_what_was_watched_again() {
        let parts =
            [part(0, 0, 9, 0), part(1, 1, 0, 0), part(2, 0, 0, 0), part(3, 1, 2, 0), part(4, 0, 0, 5)];
        let places: Vec<_> = telling(&parts, 3).iter().map(|it| it.part).collect();
        assert_eq!(places, [3, 1, 0]);
    }
}
