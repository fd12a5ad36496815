//! Mobile numbers of Bangladesh, however people write them.

/// `+8801712345678`, of a number written in any of the usual ways: Bangla digits, spaces, dashes, dots, brackets, with `+880`,
/// `880` or `0` in front. Nothing for all else.
pub fn mobile(text: &str) -> Option<String> {
    let mut digits = String::new();
    for c in alap_text::digits::fold(text.trim()).chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' | '＋' if digits.is_empty() => digits.push('+'),
            ' ' | '-' | '.' | '(' | ')' | '\u{a0}' | '\u{2010}'..='\u{2014}' => {}
            // Left by spreadsheets and chat apps when a number is copied.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {}
            _ => return None,
        }
        if digits.len() > "+8801712345678".len() {
            return None;
        }
    }
    let rest = ["+880", "880", "0"].iter().find_map(|head| digits.strip_prefix(head))?;
    let is_mobile =
        rest.len() == 10 && rest.starts_with('1') && rest[1..].starts_with(|c| ('3'..='9').contains(&c));
    is_mobile.then(|| ["+880", rest].concat())
}
