//! Origins of pages: scheme, host and, where it is not the usual one, port.

use url::{Origin, Url};

/// Reads an origin and writes it as browsers do. A path, a query or a password is none.
pub(crate) fn parse(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    if rest.is_empty()
        || rest.contains(['/', '?', '#', '@', '\\', '*', '%'])
        || rest.contains(char::is_whitespace)
    {
        return None;
    }
    match Url::parse(text).ok()?.origin() {
        origin @ Origin::Tuple(..) => Some(origin.ascii_serialization()),
        Origin::Opaque(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_written_as_browsers_write_them() {
        for (text, origin) in [
            ("https://nokshi.example", "https://nokshi.example"),
            ("https://Nokshi.Example:443", "https://nokshi.example"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://localhost:5000", "http://localhost:5000"),
            ("https://দোকান.example", "https://xn--p5b7ah1gxc.example"),
        ] {
            assert_eq!(parse(text).as_deref(), Some(origin), "{text}");
        }
    }

    #[test]
    fn what_is_more_or_less_than_an_origin_is_none() {
        for text in [
            "",
            "nokshi.example",
            "https://",
            "https://a.example/",
            "https://a.example/shop",
            "https://u@a.example",
            "https://*.a.example",
            "https://a.example?x",
            "ftp://a.example",
            "null",
            "https://a.example:99999",
            "https:\\\\a.example",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
