//! Bangla letters that can be written in more than one way.

pub(super) const NUKTA: char = '\u{9BC}';
const HASANTA: char = '\u{9CD}';

/// Adds a letter: vowel signs composed, letters with a dot taken apart (as NFC has it), a sign typed twice once, Assamese letters as their
/// Bangla kin.
pub(super) fn push(out: &mut Vec<char>, c: char) {
    match c {
        '\0'..='\u{7F}' => out.push(c),
        '\u{9DC}' => out.extend(['\u{9A1}', NUKTA]),
        '\u{9DD}' => out.extend(['\u{9A2}', NUKTA]),
        '\u{9DF}' => out.extend(['\u{9AF}', NUKTA]),
        'ৰ' => out.push('র'),
        'ৱ' => out.push('ব'),
        NUKTA => add_nukta(out),
        _ => match (out.last().copied(), c) {
            (Some('\u{9C7}'), '\u{9BE}') => {
                out.pop();
                push(out, '\u{9CB}');
            }
            (Some('\u{9C7}'), '\u{9D7}') => {
                out.pop();
                push(out, '\u{9CC}');
            }
            (Some('অ'), '\u{9BE}') => replace_last(out, 'আ'),
            (Some(last), _) if last == c && is_sign(c) => {}
            _ => out.push(c),
        },
    }
}

/// The dot belongs right behind its letter, before a hasanta; on ব it makes র; anywhere else it means nothing.
fn add_nukta(out: &mut Vec<char>) {
    let hasanta = out.last() == Some(&HASANTA);
    if hasanta {
        out.pop();
    }
    match out.last() {
        Some('ড' | 'ঢ' | 'য') => out.push(NUKTA),
        Some('ব') => replace_last(out, 'র'),
        _ => {}
    }
    if hasanta {
        out.push(HASANTA);
    }
}

fn replace_last(out: &mut Vec<char>, c: char) {
    out.pop();
    out.push(c);
}

fn is_sign(c: char) -> bool {
    matches!(c, '\u{981}'..='\u{983}' | '\u{9BE}'..='\u{9CD}' | '\u{9D7}')
}
