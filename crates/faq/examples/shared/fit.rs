//! Logistic regression by Newton's method, each example with its weight.

/// What is known of a question, and whether its first entry was right.
pub(crate) struct Example<'a> {
    pub(crate) signs: &'a [f64],
    pub(crate) holds: bool,
    pub(crate) weight: f64,
}

/// Keeps the steps finite where a sign is constant.
const RIDGE: f64 = 1e-3;

/// The curve that makes the examples likeliest: a factor for each sign, then the offset. Examples without signs count for nothing.
pub(crate) fn fit(examples: &[Example<'_>]) -> Vec<f64> {
    let size = examples.iter().map(|e| e.signs.len()).max().unwrap_or(0) + 1;
    let mut curve = vec![0.0; size];
    for _ in 0..25 {
        let mut slope: Vec<f64> = curve.iter().map(|c| -RIDGE * c).collect();
        let mut bend = vec![vec![0.0; size]; size];
        bend.iter_mut().enumerate().for_each(|(at, row)| row[at] = RIDGE);
        for example in examples.iter().filter(|e| e.signs.len() + 1 == size) {
            let p = likelihood(example.signs, &curve);
            let error = example.weight * (f64::from(u8::from(example.holds)) - p);
            let certainty = example.weight * p * (1.0 - p);
            let x: Vec<f64> = example.signs.iter().copied().chain([1.0]).collect();
            for (i, a) in x.iter().enumerate() {
                slope[i] += error * a;
                x.iter().zip(&mut bend[i]).for_each(|(b, cell)| *cell += certainty * a * b);
            }
        }
        let step = solve(bend, slope);
        curve.iter_mut().zip(&step).for_each(|(c, s)| *c += s);
        if step.iter().all(|s| s.abs() < 1e-6) {
            break;
        }
    }
    curve
}

/// How likely the first entry is right.
pub(crate) fn likelihood(signs: &[f64], curve: &[f64]) -> f64 {
    let z: f64 = signs.iter().chain(&[1.0]).zip(curve).map(|(x, c)| x * c).sum();
    1.0 / (1.0 + (-z).exp())
}

/// Gauss's elimination; the matrix is symmetric and positive, so the diagonal serves.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for i in 0..size {
        let (above, below) = matrix.split_at_mut(i + 1);
        for (offset, row) in below.iter_mut().enumerate() {
            let factor = row[i] / above[i][i];
            row.iter_mut().zip(&above[i]).for_each(|(cell, pivot)| *cell -= factor * pivot);
            right[i + 1 + offset] -= factor * right[i];
        }
    }
    for i in (0..size).rev() {
        let known: f64 = (i + 1..size).map(|column| matrix[i][column] * right[column]).sum();
        right[i] = (right[i] - known) / matrix[i][i];
    }
    right
}
