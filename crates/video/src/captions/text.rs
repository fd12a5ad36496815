//! The words of a cue: most tags go, what stays is closed again, everything else is text.

use super::CUE_CHARS;

/// The most tags within each other, and the most characters of a speaker's name.
const DEEP: usize = 8;
const NAME_CHARS: usize = 60;

/// Words that can be written into a file as they are.
pub(super) struct Clean {
    pub(super) markup: String,
    /// Characters that a shopper would have seen, of all there were.
    pub(super) chars: usize,
}

/// Cleans the words of a cue, and cuts them behind [`CUE_CHARS`] characters.
pub(super) fn clean(words: &str) -> Clean {
    let mut writer = Writer::default();
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        rest = match c {
            '<' => {
                let inner = rest.get(1..).unwrap_or_default();
                // One that never ends is none.
                let tag = inner.split_once('>');
                match tag {
                    Some((tag, _)) => writer.tag(tag),
                    None => writer.text('<'),
                }
                tag.map_or(inner, |(_, behind)| behind)
            }
            '&' => {
                let (c, behind) = entity(rest);
                writer.text(c);
                behind
            }
            c => {
                writer.text(c);
                rest.get(c.len_utf8()..).unwrap_or_default()
            }
        };
    }
    writer.close_to(0);
    // An empty line would end the cue.
    let lines = writer.markup.split('\n').map(str::trim).filter(|line| !line.is_empty());
    Clean { markup: lines.collect::<Vec<_>>().join("\n"), chars: writer.seen }
}

/// What is to be read of words that were cleaned, on one line.
pub(super) fn plain(markup: &str) -> String {
    let mut plain = String::new();
    let mut rest = markup;
    while let Some(at) = rest.find(['<', '&']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(tag) = rest.strip_prefix('<') {
            rest = tag.split_once('>').map_or("", |(_, behind)| behind);
        } else {
            let (c, behind) = entity(rest);
            plain.push(c);
            rest = behind;
        }
    }
    plain.push_str(rest);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The character that an entity at the beginning stands for, else the `&` itself; and what is behind it.
fn entity(rest: &str) -> (char, &str) {
    let literal = ('&', rest.get(1..).unwrap_or_default());
    let Some((name, behind)) = literal.1.split_once(';') else { return literal };
    let c = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "lrm" => Some('\u{200e}'),
        "rlm" => Some('\u{200f}'),
        name => name.strip_prefix('#').and_then(numbered),
    };
    c.map_or(literal, |c| (c, behind))
}

fn numbered(number: &str) -> Option<char> {
    let number = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => number.parse().ok(),
    };
    // One that ends a line would end the cue.
    number.and_then(char::from_u32).map(|c| if c.is_control() { ' ' } else { c })
}

#[derive(Default)]
struct Writer {
    markup: String,
    /// The tags that are open.
    open: Vec<&'static str>,
    /// Characters so far that are no white space at the beginning.
    seen: usize,
}

impl Writer {
    fn text(&mut self, c: char) {
        let c = if c != '\n' && c.is_control() { ' ' } else { c };
        if self.seen == 0 && c.is_whitespace() {
            return;
        }
        self.seen += 1;
        if self.seen <= CUE_CHARS {
            push(&mut self.markup, c);
        }
    }

    fn tag(&mut self, tag: &str) {
        if self.seen >= CUE_CHARS {
            return;
        }
        if let Some(name) = tag.strip_prefix('/') {
            if let Some(at) = self.open.iter().rposition(|open| *open == name.trim()) {
                self.close_to(at);
            }
            return;
        }
        let name_end = tag.find(|c: char| c == '.' || c.is_whitespace()).unwrap_or(tag.len());
        let (name, rest) = tag.split_at(name_end);
        let Some(kept) = ["b", "i", "u", "v"].into_iter().find(|kept| *kept == name) else { return };
        let speaker = if kept == "v" { speaker(rest) } else { String::new() };
        if self.open.len() == DEEP || (kept == "v" && speaker.is_empty()) {
            return;
        }
        self.markup.push('<');
        self.markup.push_str(kept);
        self.markup.push_str(&speaker);
        self.markup.push('>');
        self.open.push(kept);
    }

    /// Closes all but so many of the tags.
    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            if let Some(tag) = self.open.pop() {
                self.markup.push_str("</");
                self.markup.push_str(tag);
                self.markup.push('>');
            }
        }
    }
}

/// Who speaks, with a space before it; nothing if nobody is named. Classes may stand before the name.
fn speaker(rest: &str) -> String {
    let name = rest.split_once(char::is_whitespace).map_or("", |(_, name)| name);
    let mut plain = String::new();
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let (c, behind) =
            if c == '&' { entity(rest) } else { (c, rest.get(c.len_utf8()..).unwrap_or_default()) };
        plain.push(if c.is_control() { ' ' } else { c });
        rest = behind;
    }
    let name: String =
        plain.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(NAME_CHARS).collect();
    let mut written = String::new();
    for c in name.trim().chars() {
        push(&mut written, c);
    }
    if written.is_empty() { written } else { format!(" {written}") }
}

fn push(text: &mut String, c: char) {
    match c {
        '&' => text.push_str("&amp;"),
        '<' => text.push_str("&lt;"),
        '>' => text.push_str("&gt;"),
        c => text.push(c),
    }
}
