//! Learns the two curves of `src/confidence.rs`: `calibrate FOLDER` prints their constants, from the folder's sets, and how well a curve does on
//! sets that it was not learnt from.

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
use fit::{Example, fit};
use refusal::accuracy_when_90_percent_are_refused;

/// Taken off the offset: a wrong answer costs more than being asked back.
const CAUTION: f64 = 0.23;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: calibrate FOLDER")?;
    let sets = folder::sets(Path::new(&folder))?;
    let unlearnt = Weights { learnt: 0.0, ..Weights::default() };
    for (name, weights) in [("LEARNT", Weights::default()), ("UNLEARNT", unlearnt)] {
        let asked: Vec<Vec<Asked>> = sets.iter().map(|(_, set)| ask(set, weights)).collect();
        let curve: Vec<String> = calibrated(&asked).iter().map(|c| format!("{c:.3}")).collect();
        println!("const {name}: Curve = [{}];", curve.join(", "));
        let names: Vec<&str> = sets.iter().map(|(name, _)| name.as_str()).collect();
        println!(
            "// unseen: {:.3} answered rightly when nine in ten without an answer are refused",
            unseen(&names, &asked)
        );
    }
    Ok(())
}

/// The curve that tells questions with an answer from those without, stretched so that it says how likely the answer is right.
fn calibrated(sets: &[Vec<Asked>]) -> Vec<f64> {
    let curve = fit(&told_apart(sets));
    let heights: Vec<Vec<(Vec<f64>, bool)>> = sets
        .iter()
        .map(|set| {
            set.iter()
                .filter(|a| !a.signs.is_empty())
                .map(|a| (vec![height(a, &curve)], a.is_right == Some(true)))
                .collect()
        })
        .collect();
    let examples: Vec<Example<'_>> = heights
        .iter()
        .flat_map(|set| {
            let weight = 1.0 / set.len().max(1) as f64;
            set.iter().map(move |(signs, holds)| Example { signs, holds: *holds, weight })
        })
        .collect();
    let (stretch, offset) = match fit(&examples).as_slice() {
        [stretch, offset] => (*stretch, *offset),
        _ => (1.0, 0.0),
    };
    let mut curve: Vec<f64> = curve.into_iter().map(|c| c * stretch).collect();
    if let Some(last) = curve.last_mut() {
        *last += offset - CAUTION;
    }
    curve
}

/// The mean over the sets, each measured with a curve that neither it nor its kin, told by the beginning of the name, had a part in.
fn unseen(names: &[&str], sets: &[Vec<Asked>]) -> f64 {
    let kin = |name: &str| name.split('-').next().unwrap_or_default().to_owned();
    let of_set = |(name, set): (&&str, &Vec<Asked>)| {
        let others = names.iter().zip(sets).filter(|(other, _)| kin(other) != kin(name));
        let others: Vec<Example<'_>> =
            others.flat_map(|(_, set)| told_apart(std::slice::from_ref(set))).collect();
        let curve = fit(&others);
        let sure = |a: &Asked| if a.signs.is_empty() { f32::MIN } else { height(a, &curve) as f32 };
        let inside: Vec<(bool, f32)> = set.iter().filter_map(|a| Some((a.is_right?, sure(a)))).collect();
        let mut outside: Vec<f32> = set.iter().filter(|a| a.is_right.is_none()).map(sure).collect();
        outside.sort_by(f32::total_cmp);
        accuracy_when_90_percent_are_refused(&inside, &outside).unwrap_or_default()
    };
    names.iter().zip(sets).map(of_set).sum::<f64>() / sets.len().max(1) as f64
}

fn height(asked: &Asked, curve: &[f64]) -> f64 {
    asked.signs.iter().chain(&[1.0]).zip(curve).map(|(x, c)| x * c).sum()
}
