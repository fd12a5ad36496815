//! The medians, as people read them.

use std::fmt::Write as _;

use super::{Taken, line::Line, way::Way};

/// A row for each way; the first is what the others are held against.
pub(crate) fn of(line: &Line, taken: &[Vec<Taken>]) -> String {
    let runs = taken.first().map_or(0, Vec::len);
    let mut table = format!(
        "{} ({} kbit/s down, {} up): from the tap to the first picture, median of {runs}\n\n",
        line.name, line.down, line.up
    );
    // Writing into a text cannot fail.
    let _ = writeln!(
        table,
        "{:<28} {:>9} {:>7} {:>17} {:>6} {:>7} {:>6} {:>9}",
        "", "ms", "times", "from … to", "lines", "before", "files", "bytes"
    );
    let player = taken.first().map_or(f64::NAN, |taken| median(taken, |one| one.first_frame_ms));
    for (way, taken) in Way::ALL.iter().zip(taken) {
        let ms = median(taken, |one| one.first_frame_ms);
        let least = taken.iter().map(|one| one.first_frame_ms).fold(f64::INFINITY, f64::min);
        let most = taken.iter().map(|one| one.first_frame_ms).fold(0.0, f64::max);
        let _ = writeln!(
            table,
            "{:<28} {ms:>9.0} {:>7.2} {:>17} {:>6.0} {:>7.0} {:>6.0} {:>9.0}",
            way.name(),
            ms / player,
            format!("{least:.0} … {most:.0}"),
            median(taken, |one| f64::from(one.lines)),
            median(taken, |one| f64::from(one.before)),
            median(taken, |one| one.came.len() as f64),
            median(taken, |one| one.bytes() as f64),
        );
    }
    let _ = writeln!(table, "\nThe last tap on {}, what came until the first picture:", Way::Player.name());
    for (file, asked, there, bytes) in
        taken.first().and_then(|taken| taken.last()).iter().flat_map(|one| &one.came)
    {
        let _ = writeln!(table, "  {file:<40} {:>17} {bytes:>9}", format!("{asked:.0} … {there:.0}"));
    }
    table
}

fn median(taken: &[Taken], figure: impl Fn(&Taken) -> f64) -> f64 {
    let mut sorted: Vec<f64> = taken.iter().map(figure).collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::video::line::LINES;

    #[test]
    fn each_way_stands_there_with_its_median_and_how_much_longer_it_takes() {
        let one = |ms| {
            let segment = ("144p/00000.m4s".to_owned(), 20.0, 180.0, 20_000);
            Taken { first_frame_ms: ms, lines: 144, before: 0, came: vec![segment] }
        };
        let slower = [900.0, 100.0, 1_000.0].map(one).to_vec();
        let taken = [[300.0, 200.0, 2_000.0].map(one).to_vec(), slower.clone(), slower.clone(), slower];
        let table = of(&LINES[0], &taken);
        let row = |name: &str| table.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
        assert!(row("the panel's player").contains("300    1.00        200 … 2000"), "{table}");
        assert!(row("<video>, plain.mp4").contains("900    3.00        100 … 1000"), "{table}");
        assert!(
            table
                .trim_end()
                .ends_with("144p/00000.m4s                                    20 … 180     20000"),
            "{table}"
        );
    }
}
