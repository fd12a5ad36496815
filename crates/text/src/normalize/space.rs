//! White space, control characters and what cannot be seen.

/// Joiners, direction marks, soft hyphens, controls: they change the look, never the word.
pub(super) fn is_invisible(c: char) -> bool {
    if matches!(c, ' '..='~' | '\u{980}'..='\u{9FF}') {
        return false;
    }
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || (c.is_control() && !c.is_whitespace())
}

/// Runs of white space become one space, none at the ends.
pub(super) fn tidy(text: &[char]) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    for &c in text {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    while out.ends_with(' ') {
        out.pop();
    }
    out
}
