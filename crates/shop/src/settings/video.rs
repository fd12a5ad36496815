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
    let base = section.text("base", faults).and_then(|(text, line)| {
        let base = base(text);
        if base.is_none() {
            faults.add(line, VideoProblem::BadBase { text: text.to_owned() });
        }
        base
    });
    VideoSettings { base, counted: section.switch("count", faults).unwrap_or_default() }
}

/// The address of a folder. Without `https:`, pages of shops that have it show no video from there.
fn base(text: &str) -> Option<String> {
    if !text.get(..8)?.contains("://") {
        return None;
    }
    let mut url = Url::parse(text).ok()?;
    let is_secure = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url));
    let is_plain = url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    if !is_secure || !is_plain {
        return None;
    }
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Some(url.into())
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

    #[test]
    fn a_base_is_the_address_of_a_folder() {
        for (text, whole) in [
            ("https://cdn.example", "https://cdn.example/"),
            ("https://cdn.example/nokshi", "https://cdn.example/nokshi/"),
            ("https://cdn.example/nokshi/", "https://cdn.example/nokshi/"),
            ("http://127.0.0.1:9000/x", "http://127.0.0.1:9000/x/"),
            ("http://localhost/x", "http://localhost/x/"),
        ] {
            assert_eq!(base(text).as_deref(), Some(whole), "{text}");
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
            assert_eq!(base(text), None, "{text}");
        }
    }
}
