//! The unit behind a number: people type `৪টা`, `38 inch`, `4 pcs`.

use alap_protocol::locale::Localized;

/// What stands behind a number of things or people, whatever the unit of the question.
const COUNTERS: [&str; 7] = ["টি", "টা", "খানা", "জন", "ta", "ti", "pcs"];
/// What stands for inches.
const INCH_MARKS: [&str; 3] = ["\"", "″", "”"];

/// The text without the question's own unit, or a word that counts, at its end. One of them at most is left out.
pub(super) fn bare<'a>(typed: &'a str, unit: &Localized) -> &'a str {
    let typed = typed.trim();
    let [bn, en] = [&unit.bn, &unit.en].map(|words| words.as_deref().unwrap_or_default().trim());
    // One inch, two inches; whichever of the two the seller wrote.
    let singular = en.strip_suffix('s').unwrap_or_default();
    let singular_of_es = en.strip_suffix("es").unwrap_or_default();
    let is_inch = bn == "ইঞ্চি" || en.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("inch"));
    let marks = if is_inch { &INCH_MARKS[..] } else { &[] };
    [bn, en, singular, singular_of_es]
        .into_iter()
        .chain(COUNTERS)
        .chain(marks.iter().copied())
        .find_map(|word| without(typed, word))
        .unwrap_or(typed)
}

/// The text before this word. Small and large Latin letters are the same. A word that begins like a number may be its end, and
/// stays.
fn without<'a>(typed: &'a str, word: &str) -> Option<&'a str> {
    if word.is_empty() || word.starts_with(|c: char| c.is_numeric() || matches!(c, '.' | ',')) {
        return None;
    }
    let (before, end) = typed.split_at_checked(typed.len().checked_sub(word.len())?)?;
    end.eq_ignore_ascii_case(word).then(|| before.trim_end())
}
