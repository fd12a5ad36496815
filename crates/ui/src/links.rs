//! Addresses inside a message. Only `http:` and `https:` become links; all else stays the text that it is.

/// A run of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run<'a> {
    /// Words.
    Text(&'a str),
    /// An address that may be followed.
    Link(&'a str),
}

/// Splits a message at its addresses. The runs, joined, are the message.
pub fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some((start, end)) = next_link(rest) {
        if start > 0 {
            runs.push(Run::Text(&rest[..start]));
        }
        runs.push(Run::Link(&rest[start..end]));
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        runs.push(Run::Text(rest));
    }
    runs
}

/// Marks that change the direction of what follows: a text that has them is not what it seems.
pub fn has_direction_marks(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

fn next_link(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let start = from + find_scheme(text.get(from..)?)?;
        let tail = &text[start..];
        let end = tail
            .find(|c: char| c.is_whitespace() || c.is_control() || "<>\"'`{}|\\^".contains(c) || is_hidden(c))
            .unwrap_or(tail.len());
        let link = tail[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '।', '*', '_']);
        let scheme = link.find("//").map_or(link.len(), |slashes| slashes + 2);
        let word_before = text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
        if link.len() > scheme + 2 && !word_before {
            return Some((start, start + link.len()));
        }
        from = start + scheme.max(1);
    }
}

fn find_scheme(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    ["https://", "http://"]
        .iter()
        .filter_map(|scheme| {
            bytes.windows(scheme.len()).position(|window| window.eq_ignore_ascii_case(scheme.as_bytes()))
        })
        .min()
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, links: &[&str]) {
        let found: Vec<_> = runs(text)
            .into_iter()
            .filter_map(|run| match run {
                Run::Link(link) => Some(link),
                Run::Text(_) => None,
            })
            .collect();
        assert_eq!(found, links, "{text}");
        let joined: String = runs(text)
            .iter()
            .map(|run| match run {
                Run::Text(part) | Run::Link(part) => *part,
            })
            .collect();
        assert_eq!(joined, text);
    }

    #[test]
    fn only_web_addresses_become_links() {
        check("দেখুন https://nokshi.example/p/1।", &["https://nokshi.example/p/1"]);
        check("HTTP://A.example, http://b.example", &["HTTP://A.example", "http://b.example"]);
        check("javascript:alert(1) data:text/html,x vbscript:x", &[]);
        check("xhttps://a.example", &[]);
        check("https://", &[]);
        check("<a href=https://a.example>", &["https://a.example"]);
        check("", &[]);
    }

    #[test]
    fn hidden_direction_marks_are_seen() {
        assert!(has_direction_marks("invoice\u{202e}gpj.exe"));
        assert!(!has_direction_marks("র\u{200d}্যাব"));
    }
}
