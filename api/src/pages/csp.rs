//! What a page may load and who may show it. Inline scripts and styles go by their hash, so that no other one runs.

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

/// The hashes of what stands inside a page, as a policy names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Inline {
    /// Reads a page that we built ourselves: plain tags, no comments around them.
    pub fn of(html: &str) -> Self {
        let scripts =
            blocks(html, "script").filter(|(tag, _)| !has_source(tag)).map(|(_, text)| hash(text)).collect();
        let styles = blocks(html, "style").map(|(_, text)| hash(text)).collect();
        Self { scripts, styles }
    }
}

/// The widget's page: shown by the shop's own pages only.
pub(crate) fn widget(inline: &Inline, ours: &[String], page_origins: &[String]) -> String {
    let shops = page_origins.iter().filter(|origin| is_origin(origin)).map(|origin| format!(" {origin}"));
    policy(inline, ours, &format!("'self'{}", shops.collect::<String>()))
}

/// The inbox: shown by nobody else.
pub(crate) fn inbox(inline: &Inline, ours: &[String]) -> String {
    policy(inline, ours, "'none'")
}

fn policy(inline: &Inline, ours: &[String], ancestors: &str) -> String {
    let sockets: String = ours
        .iter()
        .filter_map(|origin| origin.strip_prefix("http"))
        // A policy knows no IPv6 address; 'self' covers it.
        .filter(|rest| !rest.contains('['))
        .map(|rest| format!(" ws{rest}"))
        .collect();
    let scripts = inline.scripts.join("");
    let styles = inline.styles.join("");
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         img-src 'self' https: data: blob:; media-src 'self' https: blob:; font-src 'self'; manifest-src 'self'; \
         connect-src 'self'{sockets}; frame-ancestors {ancestors}; base-uri 'none'; form-action 'none'"
    )
}

/// Nothing gets into the header that could end a directive.
fn is_origin(origin: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '/');
    origin.starts_with("http") && origin.chars().all(plain)
}

fn hash(text: &str) -> String {
    format!(" 'sha256-{}'", Base64::encode_string(&Sha256::digest(text)))
}

/// Each element of this name: its opening tag, and what stands in it.
fn blocks<'h>(html: &'h str, name: &'static str) -> impl Iterator<Item = (&'h str, &'h str)> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let at = find(rest, &format!("<{name}"))?;
            let tag = rest.get(at + 1 + name.len()..)?;
            if !tag.starts_with(|c: char| c == '>' || c.is_ascii_whitespace()) {
                rest = tag;
                continue;
            }
            let (attributes, inside) = tag.split_once('>')?;
            let end = find(inside, &format!("</{name}"))?;
            let (text, after) = inside.split_at_checked(end)?;
            rest = after;
            return Some((attributes, text));
        }
    })
}

fn find(text: &str, what: &str) -> Option<usize> {
    text.as_bytes().windows(what.len()).position(|window| window.eq_ignore_ascii_case(what.as_bytes()))
}

fn has_source(attributes: &str) -> bool {
    attributes.split_ascii_whitespace().any(|attribute| attribute.starts_with("src="))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_inside_a_page_goes_by_its_hash() {
        let html = "<style>a{}</style><script type=module src=/x.js></script><SCRIPT>\nlet a = 1 < 2;\n</SCRIPT><styled>b</styled>";
        let inline = Inline::of(html);
        assert_eq!(inline.styles, [hash("a{}")]);
        assert_eq!(inline.scripts, [hash("\nlet a = 1 < 2;\n")]);
    }

    #[test]
    fn the_hash_is_the_one_that_browsers_make() {
        assert_eq!(hash("alert(1)"), " 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    }

    #[test]
    fn only_the_shops_pages_may_show_the_widget() {
        let origins = ["https://nokshi.example".to_owned(), "https://x.example; script-src *".to_owned()];
        let policy = widget(&Inline::default(), &["https://chat.example".to_owned()], &origins);
        assert!(policy.contains("frame-ancestors 'self' https://nokshi.example;"), "{policy}");
        assert!(policy.contains("connect-src 'self' wss://chat.example;"), "{policy}");
        assert!(!policy.contains("script-src *"), "{policy}");
        assert!(inbox(&Inline::default(), &[]).contains("frame-ancestors 'none'"));
    }
}
