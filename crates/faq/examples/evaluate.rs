//! Measures the engine on a set of questions: `evaluate --faq FAQ.jsonl --queries QUERIES.jsonl` prints one JSON line.

#[path = "shared/refusal.rs"]
mod refusal;
#[path = "shared/set.rs"]
mod set;

use std::{error::Error, path::Path, time::Instant};

use alap_faq::{Verdict, Weights};

use refusal::accuracy_when_90_percent_are_refused;
use set::Set;

fn main() -> Result<(), Box<dyn Error>> {
    let set = Set::read(Path::new(&argument("--faq")?), Path::new(&argument("--queries")?))?;

    let started = Instant::now();
    let index = set.index(Weights::default());
    let build_ms = started.elapsed().as_secs_f64() * 1e3;

    let mut micros = Vec::with_capacity(set.queries.len());
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    for query in &set.queries {
        let started = Instant::now();
        let verdict = index.judge(&query.query);
        micros.push(started.elapsed().as_secs_f64() * 1e6);
        match query.gold_faq_id {
            None => outside.push(verdict.confidence),
            Some(_) => inside.push(Asked::new(&verdict, |entry| set.is_right(query, entry))),
        }
    }
    micros.sort_by(f64::total_cmp);
    outside.sort_by(f32::total_cmp);

    let share = |part: f64| part / inside.len().max(1) as f64;
    let at_most =
        |rank: usize| share(inside.iter().filter(|a| a.place.is_some_and(|p| p < rank)).count() as f64);
    let firsts: Vec<(bool, f32)> = inside.iter().map(|a| (a.place == Some(0), a.confidence)).collect();
    println!(
        "{}",
        serde_json::json!({
            "n": set.queries.len(),
            "accuracy_at_1": rounded(at_most(1)),
            "recall_at_3": rounded(at_most(3)),
            "mrr": rounded(share(inside.iter().filter_map(|a| a.place).map(|p| 1.0 / (p + 1) as f64).sum())),
            "auroc_out_of_scope": auroc(&inside, &outside).map(rounded),
            "accuracy_at_90_percent_out_of_scope_recall": accuracy_when_90_percent_are_refused(&firsts, &outside).map(rounded),
            "build_ms": rounded(build_ms),
            "query_us_median": rounded(quantile(&micros, 0.5)),
            "query_us_p99": rounded(quantile(&micros, 0.99)),
            "index_bytes": index.bytes(),
        })
    );
    Ok(())
}

/// A question that has an answer: where the right entry came, and how sure the engine was of its first.
struct Asked {
    place: Option<usize>,
    confidence: f32,
}

impl Asked {
    fn new(verdict: &Verdict, is_right: impl Fn(usize) -> bool) -> Self {
        Self { place: verdict.ranked.iter().position(|r| is_right(r.entry)), confidence: verdict.confidence }
    }
}

/// The chance that a question with an answer gets more confidence than one without; ties count half.
fn auroc(inside: &[Asked], outside: &[f32]) -> Option<f64> {
    if inside.is_empty() || outside.is_empty() {
        return None;
    }
    let wins: f64 = inside
        .iter()
        .map(|asked| {
            let below = outside.partition_point(|&c| c < asked.confidence);
            let ties = outside.partition_point(|&c| c <= asked.confidence) - below;
            below as f64 + ties as f64 / 2.0
        })
        .sum();
    Some(wins / (inside.len() * outside.len()) as f64)
}

fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = (sorted.len().saturating_sub(1) as f64 * share).round() as usize;
    sorted.get(at).copied().unwrap_or(0.0)
}

fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

fn argument(name: &str) -> Result<String, String> {
    std::env::args()
        .skip_while(|argument| argument != name)
        .nth(1)
        .ok_or_else(|| format!("usage: evaluate --faq FAQ.jsonl --queries QUERIES.jsonl ({name} is missing)"))
}
