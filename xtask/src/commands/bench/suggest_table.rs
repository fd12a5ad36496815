//! The table for people.

use std::fmt::Write as _;

use serde_json::Value;

use super::suggest::Row;
use super::suggest_figures::Figures;

/// One line a set, `✓` where the target is reached.
pub(super) fn table(rows: &[Row]) -> String {
    let others = format!("  {:>6} {:>6} {:>7}", "target", "neighb", "compact");
    let mut table = format!(
        "{:<16}│ {:>6}{others} {:>5} │ {:>6}{others} │ {:>5} {:>5} │ {:>5} {:>6} {:>5} │ {:>8} {:>7} {:>6} {:>6} {:>7}\n",
        "set",
        "HR@5",
        "pop",
        "MRR@20",
        "new@5",
        "best",
        "HR@20",
        "new@20",
        "cover",
        "model KB",
        "build s",
        "MB",
        "µs",
        "µs p99",
    );
    for row in rows {
        let number = |name: &str| row.measured[name].as_f64();
        let figures = row.figures;
        let _ = writeln!(
            table,
            "{:<16}│ {} {:>5} │ {} │ {:>5} {:>5} │ {:>5} {:>6} {:>5} │ {:>8.1} {:>7.1} {:>6.0} {:>6.1} {:>7.1}",
            row.name,
            beside(number("hr_at_5"), figures, 0),
            share(figures.map(|f| f.popularity)),
            beside(number("mrr_at_20"), figures, 1),
            share(number("hr_at_5_new_items")),
            share(figures.map(|f| f.best_new)),
            share(number("hr_at_20")),
            share(number("mrr_at_20_new_items")),
            share(number("coverage_at_20")),
            number("model_bytes_brotli").unwrap_or_default() / 1024.0,
            number("build_s").unwrap_or_default(),
            number("build_peak_mb").unwrap_or_default(),
            number("query_us_median").unwrap_or_default(),
            number("query_us_p99").unwrap_or_default(),
        );
    }
    let known = rows.iter().filter(|row| row.figures.is_some()).count();
    let _ = writeln!(
        table,
        "\ntargets reached: {} of {known} in HR@5, {} of {known} in MRR@20. neighb: the best neighbour method with all sessions on a server;\n\
         compact: a plain item-to-item list; pop: what is looked at most. new: the next item is not in the session yet, beside the\n\
         best of all others. Times are of this machine, now.",
        reached(rows, "hr_at_5", 0),
        reached(rows, "mrr_at_20", 1),
    );
    table
}

fn reached(rows: &[Row], measure: &str, place: usize) -> usize {
    rows.iter()
        .filter(|row| row.figures.is_some_and(|f| reaches(&row.measured[measure], f.target[place])))
        .count()
}

/// As exact as the targets are written: three places.
fn reaches(measured: &Value, target: f64) -> bool {
    measured.as_f64().is_some_and(|measured| (measured * 1e3).round() >= (target * 1e3).round())
}

/// The measured share with its mark, the target, the others.
fn beside(measured: Option<f64>, figures: Option<&Figures>, place: usize) -> String {
    let is_reached =
        figures.zip(measured).is_some_and(|(f, measured)| reaches(&measured.into(), f.target[place]));
    let other = |of: fn(&Figures) -> [f64; 2]| share(figures.map(|figures| of(figures)[place]));
    format!(
        "{:>6} {} {:>5} {:>6} {:>7}",
        share(measured),
        if is_reached { '✓' } else { ' ' },
        other(|f| f.target),
        other(|f| f.neighbours),
        other(|f| f.compact),
    )
}

/// `.407`, as a share is written; `–` where there is none.
fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "–".into(), |share| format!("{share:.3}").trim_start_matches('0').to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Row, table};
    use crate::commands::bench::suggest_figures;

    fn row(name: &str, hits: f64) -> Row {
        let measured = json!({ "hr_at_5": hits, "mrr_at_20": 0.28, "model_bytes_brotli": 2048 });
        Row { name: name.into(), measured, figures: suggest_figures::of(name) }
    }

    #[test]
    fn a_reached_target_has_its_mark_and_a_set_without_figures_is_shown_all_the_same() {
        let table = table(&[row("eshop2008", 0.41), row("onlineretail", 0.38), row("mine", 0.5)]);
        let line = |name: &str| table.lines().find(|line| line.starts_with(name)).unwrap();
        assert!(line("eshop2008").contains(".410 ✓  .400   .385    .373  .076"), "{table}");
        assert!(line("onlineretail").contains(".380    .385   .360    .367  .011"), "{table}");
        assert!(line("mine").contains(".500       –      –       –     –"), "{table}");
        assert!(table.contains("1 of 2 in HR@5, 2 of 2 in MRR@20"), "{table}");
    }
}
