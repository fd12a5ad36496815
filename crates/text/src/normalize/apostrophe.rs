//! "don't" and "dont" are one word.

/// Takes the apostrophes out of words; those around words stay.
pub(super) fn join(text: &mut Vec<char>) {
    if !text.iter().any(|&c| is_apostrophe(c)) {
        return;
    }
    let inside: Vec<bool> = (0..text.len()).map(|at| is_inside(text, at)).collect();
    let mut inside = inside.into_iter();
    text.retain(|_| inside.next() != Some(true));
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ')
}

/// An apostrophe between two letters. Looks past its neighbours of the same kind, so that "a''b" is done at once.
fn is_inside(text: &[char], at: usize) -> bool {
    let letter = |c: Option<&char>| c.is_some_and(|c| c.is_alphabetic());
    text.get(at).is_some_and(|&c| is_apostrophe(c))
        && letter(text.iter().take(at).rev().find(|c| !is_apostrophe(**c)))
        && letter(text.iter().skip(at).find(|c| !is_apostrophe(**c)))
}
