//! How much is still answered when most of what has no answer is refused.

/// With the threshold at which nine in ten questions without an answer are refused: the share of the others answered, and rightly.
/// `inside` says of each question that has an answer whether the first entry is right, and how sure the engine is of it; `outside`, how
/// sure it is where there is no answer, sorted.
pub(crate) fn accuracy_when_90_percent_are_refused(inside: &[(bool, f32)], outside: &[f32]) -> Option<f64> {
    let refused = (outside.len() * 9).div_ceil(10);
    let threshold = *outside.get(refused.checked_sub(1)?)?;
    let right = inside.iter().filter(|(is_right, confidence)| *is_right && *confidence > threshold).count();
    Some(right as f64 / inside.len().max(1) as f64)
}
