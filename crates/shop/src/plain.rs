//! Marked-up descriptions into plain text: tags go, entities become their characters, white space is tidied.

use quick_xml::escape::resolve_html5_entity;

/// Tags that begin a line of their own.
const BLOCKS: [&str; 20] = [
    "address",
    "article",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "p",
    "section",
    "table",
    "tr",
];
/// Tags whose content is not for people.
const UNSEEN: [&str; 4] = ["script", "style", "template", "noscript"];
/// The longest name of an entity, with room to spare.
const ENTITY_BYTES: usize = 40;

/// The text that a browser would show of this markup, a line a block.
pub(crate) fn plain(markup: &str) -> String {
    let mut text = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = if rest.starts_with('<') { skip_tag(rest, &mut text) } else { entity(rest, &mut text) };
    }
    text.push_str(rest);
    tidy(&text)
}

/// The same on one line: for titles, names and values.
pub(crate) fn plain_line(markup: &str) -> String {
    plain(markup).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Steps over a tag, a comment or an unseen element. A `<` that begins none of these is a character.
fn skip_tag<'a>(rest: &'a str, text: &mut String) -> &'a str {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return comment.find("-->").map_or("", |end| &comment[end + 3..]);
    }
    let after = &rest[1..];
    let inner = after.strip_prefix('/').unwrap_or(after);
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?') {
        text.push('<');
        return after;
    }
    let name_end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let name = inner[..name_end].to_ascii_lowercase();
    if BLOCKS.contains(&name.as_str()) {
        text.push('\n');
    }
    let Some(end) = tag_end(rest) else {
        return "";
    };
    let after_tag = &rest[end..];
    if !after.starts_with('/') && UNSEEN.contains(&name.as_str()) {
        return closing(after_tag, &name);
    }
    after_tag
}

/// Past the `>` that ends a tag; one in a quoted value does not.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    // A quote that never closes: the next `>` it is.
    tag.find('>').map(|at| at + 1)
}

/// What comes after the tag that closes an unseen element.
fn closing<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut from = 0;
    while let Some(at) = rest[from..].find("</") {
        let start = from + at + 2;
        let is_it = rest.get(start..start + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
        if is_it {
            return rest[start..].find('>').map_or("", |end| &rest[start + end + 1..]);
        }
        from = start;
    }
    ""
}

/// Decodes one entity. An `&` that begins none is a character.
fn entity<'a>(rest: &'a str, text: &mut String) -> &'a str {
    let end = rest.bytes().take(ENTITY_BYTES).position(|byte| byte == b';');
    if let Some(end) = end {
        let name = &rest[1..end];
        let decoded = match name.strip_prefix('#') {
            Some(number) => character(number).map(String::from),
            None => resolve_html5_entity(name).map(str::to_owned),
        };
        if let Some(decoded) = decoded {
            text.push_str(&decoded);
            return &rest[end + 1..];
        }
    }
    text.push('&');
    &rest[1..]
}

fn character(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
}

/// One space between words, one line end between lines, no control characters.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let words = line.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_text_remains() {
        for (markup, text) in [
            ("<p>Soft &amp; light.</p><p>Hand\u{a0}worked</p>", "Soft & light.\nHand worked"),
            ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
            ("a<script>if (a < b) alert('</p>')</script>b", "ab"),
            ("<STYLE>p{}</STYLE>x", "x"),
            ("<a title=\"a > b\" href='x'>link</a>", "link"),
            ("x <!-- <b>no</b> --> y", "x y"),
            ("5 < 6 & 7 > 6 <3", "5 < 6 & 7 > 6 <3"),
            ("&#2453;&#x995;&nbsp;&copy; &unknown; &#0;", "কক © &unknown; &#0;"),
            ("&lt;img onerror&gt;", "<img onerror>"),
            ("<img src=x onerror=alert(1)>", ""),
            ("open <b", "open"),
        ] {
            assert_eq!(plain(markup), text, "{markup}");
        }
    }

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(plain_line("Men&#8217;s <br/> shirt\r\n"), "Men’s shirt");
    }

    proptest! {
        #[test]
        fn any_markup_is_read(markup in "[<>&;#/!a-c\"' প\n-]{0,60}") {
            plain(&markup);
        }
    }
}
