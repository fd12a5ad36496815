//! Measures the engine on a set of questions: `evaluate --faq FAQ.jsonl --queries QUERIES.jsonl` prints one JSON line.

use std::{error::Error, fs, time::Instant};

use alap_faq::{Entry, Index, Verdict};
use serde::Deserialize;

#[derive(Deserialize)]
struct FaqLine {
    id: String,
    question: String,
    #[serde(default)]
    answer: String,
    #[serde(default)]
    variants: Vec<String>,
}

impl FaqLine {
    fn entry(&self) -> Entry<'_> {
        let texts = std::iter::once(&self.question).chain(&self.variants);
        Entry { id: &self.id, texts: texts.map(String::as_str).collect(), answers: vec![&self.answer] }
    }
}

#[derive(Deserialize)]
struct QueryLine {
    query: String,
    gold_faq_id: Option<String>,
    #[serde(default)]
    also_ok: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let faq: Vec<FaqLine> = lines(&argument("--faq")?)?;
    let queries: Vec<QueryLine> = lines(&argument("--queries")?)?;

    let started = Instant::now();
    let entries: Vec<Entry<'_>> = faq.iter().map(FaqLine::entry).collect();
    let mut index = Index::build(entries.iter().cloned());
    index.learn(entries);
    let build_ms = started.elapsed().as_secs_f64() * 1e3;

    let mut micros = Vec::with_capacity(queries.len());
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    for query in &queries {
        let started = Instant::now();
        let verdict = index.judge(&query.query);
        micros.push(started.elapsed().as_secs_f64() * 1e6);
        match &query.gold_faq_id {
            None => outside.push(verdict.confidence),
            Some(gold) => inside.push(Asked::new(&verdict, |entry| {
                faq.get(entry).is_some_and(|line| line.id == *gold || query.also_ok.contains(&line.id))
            })),
        }
    }
    micros.sort_by(f64::total_cmp);
    outside.sort_by(f32::total_cmp);

    let share = |part: f64| part / inside.len().max(1) as f64;
    let at_most =
        |rank: usize| share(inside.iter().filter(|a| a.place.is_some_and(|p| p < rank)).count() as f64);
    println!(
        "{}",
        serde_json::json!({
            "n": queries.len(),
            "accuracy_at_1": rounded(at_most(1)),
            "recall_at_3": rounded(at_most(3)),
            "mrr": rounded(share(inside.iter().filter_map(|a| a.place).map(|p| 1.0 / (p + 1) as f64).sum())),
            "auroc_out_of_scope": auroc(&inside, &outside).map(rounded),
            "accuracy_at_90_percent_out_of_scope_recall": accuracy_when_90_percent_are_refused(&inside, &outside).map(rounded),
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

/// With the threshold at which nine in ten questions without an answer are refused: the share of the others answered, and rightly.
fn accuracy_when_90_percent_are_refused(inside: &[Asked], outside: &[f32]) -> Option<f64> {
    let refused = (outside.len() * 9).div_ceil(10);
    let threshold = *outside.get(refused.checked_sub(1)?)?;
    let right = inside.iter().filter(|a| a.place == Some(0) && a.confidence > threshold).count();
    Some(right as f64 / inside.len().max(1) as f64)
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

fn lines<T: for<'a> Deserialize<'a>>(path: &str) -> Result<Vec<T>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let read = |(at, line)| {
        serde_json::from_str(line).map_err(|error| format!("{path}, line {}: {error}", at + 1).into())
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}
