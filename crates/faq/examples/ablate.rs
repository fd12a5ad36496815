//! What each ingredient adds: `ablate FOLDER` prints a Markdown table of the means over the folder's sets, each ingredient left out in
//! turn and everything else kept.
//!
//! The confidence is fitted anew for each row, right first entries against questions without an answer, on the questions that it is then
//! measured on: a dozen numbers to some ten thousand questions, each set counting alike. So a row says what the evidence is worth, not
//! how well the shipped curve fits it; "everything" may differ a little from what the shipped curve reaches.

#[path = "shared/asked.rs"]
mod asked;
#[path = "shared/fit.rs"]
mod fit;
#[path = "shared/folder.rs"]
mod folder;
#[path = "shared/refusal.rs"]
mod refusal;
#[path = "shared/set.rs"]
mod set;

use std::{error::Error, path::Path};

use alap_faq::Weights;

use asked::{Asked, ask, told_apart};
use fit::{fit, likelihood};
use refusal::accuracy_when_90_percent_are_refused;
use set::Set;

/// The set whose figures are shown by themselves.
const SHOP_TALK: &str = "bdshop-x";

type LeaveOut = fn(&mut Weights);

const ROWS: &[(&str, LeaveOut)] = &[
    ("everything", |_| {}),
    ("without groups of letters", |w| (w.letters_2, w.letters_3, w.letters_4) = (0.0, 0.0, 0.0)),
    ("without pairs and gaps", |w| (w.pair, w.gap) = (0.0, 0.0)),
    ("without the lexicon", |w| w.concept = 0.0),
    ("without more meaning in short questions", |w| w.brevity = 0.0),
    ("without learning", |w| w.learnt = 0.0),
    ("without rarity", |w| w.rarity = 0.0),
    ("small and question words in full", |w| (w.small_word, w.question) = (1.0, 1.0)),
    ("unknown words not counted", |w| w.unknown = 0.0),
    ("whole words by their sound only", |w| {
        w.sound = 1.0;
        (w.letters_2, w.letters_3, w.letters_4) = (0.0, 0.0, 0.0);
        (w.gap, w.pair, w.concept) = (0.0, 0.0, 0.0);
    }),
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: ablate FOLDER")?;
    let sets = folder::sets(Path::new(&folder))?;
    println!(
        "| | right first | at 90 % refused | shop talk: right first | at 90 % refused |\n|---|---|---|---|---|"
    );
    for (name, leave_out) in ROWS {
        let mut weights = Weights::default();
        leave_out(&mut weights);
        let figures = figures(&sets, weights);
        let mean = |of: fn(&Figures) -> f64| figures.iter().map(of).sum::<f64>() / figures.len() as f64;
        let shop = sets.iter().position(|(name, _)| name == SHOP_TALK).and_then(|at| figures.get(at));
        println!(
            "| {name} | {} | {} | {} | {} |",
            shown(mean(|f| f.right_first)),
            shown(mean(|f| f.at_90)),
            shop.map_or("–".into(), |f| shown(f.right_first)),
            shop.map_or("–".into(), |f| shown(f.at_90)),
        );
    }
    Ok(())
}

struct Figures {
    right_first: f64,
    at_90: f64,
}

fn figures(sets: &[(String, Set)], weights: Weights) -> Vec<Figures> {
    let asked: Vec<Vec<Asked>> = sets.iter().map(|(_, set)| ask(set, weights)).collect();
    let curve = fit(&told_apart(&asked));
    asked.iter().map(|asked| measure(asked, &curve)).collect()
}

fn measure(asked: &[Asked], curve: &[f64]) -> Figures {
    let confidence = |a: &Asked| if a.signs.is_empty() { 0.0 } else { likelihood(&a.signs, curve) as f32 };
    let inside: Vec<(bool, f32)> =
        asked.iter().filter_map(|a| a.is_right.map(|is_right| (is_right, confidence(a)))).collect();
    let mut outside: Vec<f32> = asked.iter().filter(|a| a.is_right.is_none()).map(confidence).collect();
    outside.sort_by(f32::total_cmp);
    Figures {
        right_first: inside.iter().filter(|(is_right, _)| *is_right).count() as f64
            / inside.len().max(1) as f64,
        at_90: accuracy_when_90_percent_are_refused(&inside, &outside).unwrap_or(f64::NAN),
    }
}

/// `.907`, as a share is written.
fn shown(share: f64) -> String {
    format!("{share:.3}").trim_start_matches('0').to_owned()
}
