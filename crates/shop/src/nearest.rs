//! "Did you mean …?"

/// How often a long list is searched for guesses in one reading.
pub(crate) const MOST_GUESSES: usize = 20;

/// The known name that is nearest to what was written, if it is near enough to be a slip.
pub(crate) fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let written = written.to_lowercase();
    if written.chars().count() > 100 {
        return None;
    }
    let allowed = (written.chars().count() / 3).clamp(1, 3);
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&written, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_guessed_and_another_word_is_not() {
        let known = ["price", "old_price", "title_bn"];
        assert_eq!(nearest("pirce", known).as_deref(), Some("price"));
        assert_eq!(nearest("Title_BN ", known).as_deref(), Some("title_bn"));
        assert_eq!(nearest("supplier", known), None);
        assert_eq!(nearest("", known), None);
    }
}
