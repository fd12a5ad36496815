//! Videos: `[video]`.

use url::{Host, Url};

use crate::{VideoProblem, fault::Faults, section::Section};

/// What `shop.toml` says of videos.
#[derive(Debug, Default)]
pub(crate) struct VideoSettings {
    /// Where the folder `media/videos` lies instead, with a slash at its end.
    pub(crate) base: Option<String>,
    /// Shoppers are asked whether the shop may count what is watched.
    pub(crate) counted: bool,
}

pub(crate) fn read(section: &Section<'_>, faults: &mut Faults) -> VideoSettings {
    section.known(&["base", "count"], faults);
    let base = section
        .text("base", faults)
        .and_then(|(text, line)| base(text).map_err(|problem| faults.add(line, problem)).ok());
    VideoSettings { base, counted: section.switch("count", faults).unwrap_or_default() }
}

/// The address of a folder. Without `https:`, pages of shops that have it show no video from there.
fn base(text: &str) -> Result<String, VideoProblem> {
    let bad = || VideoProblem::BadBase { text: text.to_owned() };
    let is_whole = text.get(..8).is_some_and(|begin| begin.contains("://"));
    let mut url = Url::parse(text).ok().filter(|_| is_whole).ok_or_else(bad)?;
    let is_secure = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url));
    let is_plain = url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    if !is_secure || !is_plain {
        return Err(bad());
    }
    // `https:` as a whole is allowed; one server without it has to be named.
    if url.scheme() == "http" && matches!(url.host(), Some(Host::Ipv6(_))) {
        return Err(VideoProblem::BaseBrackets { text: text.to_owned() });
    }
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Ok(url.into())
}

/// On this machine, for trying it out.
fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::base;
    use crate::VideoProblem;

    #[test]
    fn a_base_is_the_address_of_a_folder() {
        for (text, whole) in [
            ("https://cdn.example", "https://cdn.example/"),
            ("https://cdn.example/nokshi", "https://cdn.example/nokshi/"),
            ("https://cdn.example/nokshi/", "https://cdn.example/nokshi/"),
            ("http://127.0.0.1:9000/x", "http://127.0.0.1:9000/x/"),
            ("http://localhost/x", "http://localhost/x/"),
        ] {
            assert_eq!(base(text).unwrap(), whole, "{text}");
        }
        for text in [
            "",
            "cdn.example/x",
            "/videos/",
            "http://cdn.example/",
            "http://localhost.example/",
            "https://u:p@cdn.example/",
            "https://cdn.example/?a=b",
            "https://cdn.example/#a",
            "ftp://cdn.example/",
            "javascript:alert(1)//",
        ] {
            assert!(matches!(base(text), Err(VideoProblem::BadBase { .. })), "{text}");
        }
        let brackets = base("http://[::1]:9000/x").unwrap_err();
        assert!(matches!(brackets, VideoProblem::BaseBrackets { .. }), "{brackets:?}");
        assert!(base("https://[2001:db8::1]/x").is_ok());
    }
}
