//! The table for people.

use std::fmt::Write as _;

use serde_json::Value;

use super::faq::{AT_90, Row, mean};
use super::faq_figures::Figures;

/// One line a set, `✓` where the target is reached, the means at the end.
pub(super) fn table(rows: &[Row]) -> String {
    let mut table = format!(
        "{:<21}│ {:>7} {:>6} {:>6} │ {:>7} {:>6} {:>6} │ {:>5} {:>5} {:>5} │ {:>8} {:>7} {:>7} {:>6}\n",
        "set",
        "right 1",
        "target",
        "engine",
        "@90",
        "target",
        "peer",
        "AUROC",
        "R@3",
        "MRR",
        "build ms",
        "µs",
        "µs p99",
        "KiB"
    );
    for row in rows {
        let number = |name: &str| row.measured[name].as_f64();
        let figures = row.figures;
        let _ = writeln!(
            table,
            "{:<21}│ {} │ {} │ {:>5} {:>5} {:>5} │ {:>8.1} {:>7.1} {:>7.1} {:>6.0}",
            row.name,
            compared(number("accuracy_at_1"), figures.map(|f| (f.target_at_1, f.engine_at_1))),
            compared(number(AT_90), figures.map(|f| (f.target_at_90, f.peer_at_90))),
            share(number("auroc_out_of_scope")),
            share(number("recall_at_3")),
            share(number("mrr")),
            number("build_ms").unwrap_or_default(),
            number("query_us_median").unwrap_or_default(),
            number("query_us_p99").unwrap_or_default(),
            number("index_bytes").unwrap_or_default() / 1024.0,
        );
    }
    let _ = writeln!(
        table,
        "{:<21}│ {} │ {} │ {:>5} {:>5} {:>5} │",
        format!("mean of {}", rows.len()),
        compared(mean(rows, "accuracy_at_1"), means(rows, |f| (f.target_at_1, f.engine_at_1))),
        compared(mean(rows, AT_90), means(rows, |f| (f.target_at_90, f.peer_at_90))),
        share(mean(rows, "auroc_out_of_scope")),
        share(mean(rows, "recall_at_3")),
        share(mean(rows, "mrr")),
    );
    let reached = |of: fn(&Figures) -> f64, measure: &str| {
        let hit = |row: &&Row| row.figures.is_some_and(|f| reaches(&row.measured[measure], of(f)));
        rows.iter().filter(hit).count()
    };
    let known = rows.iter().filter(|row| row.figures.is_some()).count();
    let _ = writeln!(
        table,
        "\ntargets reached: {} of {known} right first, {} of {known} at 90 % refused. Targets, engines and peers were measured on\n\
         the unseen halves of the same sets; times are of this machine, now.",
        reached(|f| f.target_at_1, "accuracy_at_1"),
        reached(|f| f.target_at_90, AT_90),
    );
    table
}

/// The mean of target and best other, where every set has them: else it would be of other sets than ours.
fn means(rows: &[Row], of: fn(&Figures) -> (f64, f64)) -> Option<(f64, f64)> {
    let all: Vec<(f64, f64)> = rows.iter().map(|row| row.figures.map(of)).collect::<Option<_>>()?;
    let mean = |part: fn(&(f64, f64)) -> f64| all.iter().map(part).sum::<f64>() / all.len().max(1) as f64;
    Some((mean(|pair| pair.0), mean(|pair| pair.1)))
}

/// The measured share with its mark, the target, the best other.
fn compared(measured: Option<f64>, others: Option<(f64, f64)>) -> String {
    let mark = match (measured, others) {
        (Some(measured), Some((target, _))) if measured >= target => '✓',
        _ => ' ',
    };
    let (target, other) = others.unzip();
    format!("{:>5} {mark} {:>6} {:>6}", share(measured), share(target), share(other))
}

fn reaches(measured: &Value, target: f64) -> bool {
    measured.as_f64().is_some_and(|measured| measured >= target)
}

/// `.907`, as a share is written; `–` where there is none.
fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "–".into(), |share| format!("{share:.3}").trim_start_matches('0').to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Row, table};
    use crate::commands::bench::faq_figures;

    fn row(name: &str, right: f64) -> Row {
        let measured = json!({ "accuracy_at_1": right, "index_bytes": 2048 });
        Row { name: name.into(), measured, figures: faq_figures::of(name) }
    }

    #[test]
    fn a_reached_target_has_its_mark_and_a_set_without_figures_is_shown_all_the_same() {
        let table = table(&[row("bdshop-x", 0.91), row("bitext-en", 0.80), row("mine", 0.5)]);
        let line = |name: &str| table.lines().find(|line| line.starts_with(name)).unwrap();
        assert!(line("bdshop-x").contains(".910 ✓   .860   .786"), "{table}");
        assert!(line("bitext-en").contains(".800     .850   .780"), "{table}");
        assert!(line("mine").contains(".500        –      –"), "{table}");
        assert!(line("mean of 3").contains(".737"), "{table}");
        assert!(table.contains("1 of 2 right first"), "{table}");
    }
}
