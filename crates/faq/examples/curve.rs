//! Draws what the bot answers and what it hands over, by the threshold, and prints it as a Markdown table: `curve FOLDER FILE.svg`, where
//! the folder has a folder for each set with `faq.k5.jsonl` and `queries.jsonl`. Each set counts alike.

#[path = "shared/drawing.rs"]
mod drawing;
#[path = "shared/folder.rs"]
mod folder;
#[path = "shared/set.rs"]
mod set;

use std::{error::Error, fs, path::Path};

use alap_faq::Weights;

use drawing::{Curve, Shares};
use set::Set;

/// The threshold goes from 0 to 1 in so many steps.
const STEPS: usize = 200;
/// Those that are told in words.
const TOLD: [usize; 10] = [20, 40, 50, 60, 80, 100, 120, 140, 160, 180];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("usage: curve FOLDER FILE.svg".into());
    };
    let sets = folder::sets(Path::new(&folder))?;
    let asked: Vec<Vec<Asked>> = sets.iter().map(|(_, set)| ask(set)).collect();
    let at = |step: usize| {
        let threshold = step as f32 / STEPS as f32;
        let of_sets: Vec<Shares> = asked.iter().map(|asked| shares(asked, threshold)).collect();
        (threshold, Shares::mean(&of_sets))
    };
    let curve = Curve { points: (0..=STEPS).map(at).collect(), sets: sets.len() };
    fs::write(&file, curve.to_svg()).map_err(|error| format!("{file}: {error}"))?;
    println!(
        "| answer from | answered rightly | answered wrongly | answered without cause |\n|---|---|---|---|"
    );
    for step in TOLD {
        let (threshold, shares) = at(step);
        let Shares { rightly, wrongly, without_cause } = shares;
        println!("| {threshold} | {rightly:.3} | {wrongly:.3} | {without_cause:.3} |");
    }
    Ok(())
}

/// What came of a question: how sure the engine was, and whether it was right; `None` where nothing could be.
struct Asked {
    confidence: f32,
    is_right: Option<bool>,
}

fn ask(set: &Set) -> Vec<Asked> {
    let index = set.index(Weights::default());
    let asked = set.queries.iter().map(|query| {
        let verdict = index.judge(&query.query);
        let is_right = verdict.ranked.first().is_some_and(|best| set.is_right(query, best.entry));
        Asked { confidence: verdict.confidence, is_right: query.gold_faq_id.as_ref().map(|_| is_right) }
    });
    asked.collect()
}

fn shares(asked: &[Asked], threshold: f32) -> Shares {
    let share = |of: fn(&Asked) -> bool, which: fn(&Asked) -> bool| {
        let answered = asked.iter().filter(|a| of(a) && which(a) && a.confidence >= threshold).count();
        answered as f32 / asked.iter().filter(|a| of(a)).count().max(1) as f32
    };
    let has_answer = |a: &Asked| a.is_right.is_some();
    Shares {
        rightly: share(has_answer, |a| a.is_right == Some(true)),
        wrongly: share(has_answer, |a| a.is_right == Some(false)),
        without_cause: share(|a| a.is_right.is_none(), |_| true),
    }
}
