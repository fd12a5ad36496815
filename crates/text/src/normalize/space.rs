//! White space, control characters and what cannot be seen.

/// Joiners, direction marks, soft hyphens, controls: they change the look, never the word.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || (c.is_control() && !c.is_whitespace())
}

/// Runs of white space become one space, none at the ends; apostrophes inside words go ("don't", "dont").
pub(super) fn tidy(text: Vec<char>) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, &c) in text.iter().enumerate() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !(is_apostrophe(c) && inside_a_word(&text, i)) {
            out.push(c);
        }
    }
    while out.ends_with(' ') {
        out.pop();
    }
    out
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ')
}

/// Looks past neighbouring apostrophes, so that "a''b" is tidy at once.
fn inside_a_word(text: &[char], at: usize) -> bool {
    let letter = |c: Option<&char>| c.is_some_and(|c| c.is_alphabetic());
    letter(text.iter().take(at).rev().find(|c| !is_apostrophe(**c)))
        && letter(text.iter().skip(at).find(|c| !is_apostrophe(**c)))
}
