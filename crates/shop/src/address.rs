//! Addresses that a seller writes: of pages and of pictures. Only `http:`, `https:` and paths get through.

use url::Url;

use crate::Problem;

/// A checked address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Address {
    /// `http:` or `https:`.
    Web(String),
    /// A path that begins with `/`: on the shop's own site.
    Rooted(String),
    /// A path that begins elsewhere: in the shop folder, or on the shop's own site.
    Relative(String),
}

/// Reads an address.
pub(crate) fn read(text: &str) -> Result<Address, Problem> {
    let text = text.trim();
    let unsafe_address = || Problem::UnsafeAddress { text: text.to_owned() };
    let bad_address = || Problem::BadAddress { text: text.to_owned() };
    if text.is_empty() || text.chars().count() > alap_protocol::limits::PAGE_CHARS {
        return Err(bad_address());
    }
    if text.contains('\\') || text.chars().any(char::is_control) {
        return Err(unsafe_address());
    }
    if let Some(rest) = text.strip_prefix("//") {
        return web(&format!("https://{rest}")).ok_or_else(bad_address);
    }
    if let Some(scheme) = scheme(text) {
        let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        return if is_web { web(text).ok_or_else(bad_address) } else { Err(unsafe_address()) };
    }
    let decoded = percent_encoding::percent_decode_str(text).decode_utf8_lossy();
    let path = decoded.split(['?', '#']).next().unwrap_or_default();
    if path.split(['/', '\\']).any(|segment| segment == "..") {
        return Err(Problem::OutsideFolder { text: text.to_owned() });
    }
    if decoded.chars().any(char::is_control) {
        return Err(unsafe_address());
    }
    Ok(match text.strip_prefix("./") {
        Some(rest) => Address::Relative(rest.to_owned()),
        None if text.starts_with('/') => Address::Rooted(text.to_owned()),
        None => Address::Relative(text.to_owned()),
    })
}

/// What stands before the first colon, if it has the form of a scheme.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then_some(scheme)
}

/// A whole address with a host and without a password in it, as browsers write it.
fn web(text: &str) -> Option<Address> {
    // `https:/x` would be mended by the parser: the seller should mend it.
    if !text.get(..8)?.contains("://") {
        return None;
    }
    let url = Url::parse(text).ok()?;
    let plain = url.host_str().is_some_and(|host| !host.is_empty())
        && url.username().is_empty()
        && url.password().is_none();
    plain.then(|| Address::Web(url.into()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn web_addresses_and_paths_are_read() {
        for (text, address) in [
            ("https://a.example/x y", Address::Web("https://a.example/x%20y".into())),
            ("HTTP://a.example", Address::Web("http://a.example/".into())),
            ("//cdn.example/a.jpg", Address::Web("https://cdn.example/a.jpg".into())),
            ("/p/nk-001?ref=a:b", Address::Rooted("/p/nk-001?ref=a:b".into())),
            ("./media/a.svg", Address::Relative("media/a.svg".into())),
            ("media/শাড়ি.svg", Address::Relative("media/শাড়ি.svg".into())),
        ] {
            assert_eq!(read(text), Ok(address), "{text}");
        }
    }

    #[test]
    fn what_could_run_is_refused() {
        for text in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "\\\\host\\x",
            "/\\host/x",
            "/a%00b",
        ] {
            assert!(matches!(read(text), Err(Problem::UnsafeAddress { .. })), "{text}");
        }
    }

    #[test]
    fn what_leads_out_is_refused() {
        for text in ["../shop.toml", "media/../../x", "/p/..", "media/%2e%2e/x", "a/..%2f"] {
            assert!(matches!(read(text), Err(Problem::OutsideFolder { .. })), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_named() {
        for text in ["", "https://", "https:/a.example", "https://u:p@a.example/", "http:a"] {
            assert!(matches!(read(text), Err(Problem::BadAddress { .. })), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_read_address_never_names_another_scheme(text in any::<String>()) {
            if let Ok(Address::Web(url)) = read(&text) {
                prop_assert!(url.starts_with("https://") || url.starts_with("http://"));
            }
        }
    }
}
