//! Just enough of a web address to recognise a video by.

/// The longest address that is looked at, in bytes.
const MOST_BYTES: usize = 2_048;

/// The parts of an address, as they are written.
pub(super) struct Address<'a> {
    /// In small letters, without `www.` and the names of sites for phones.
    pub(super) host: String,
    /// The steps of the path, without empty ones.
    pub(super) path: Vec<&'a str>,
    query: &'a str,
}

impl<'a> Address<'a> {
    /// With or without `https://`; without a port, a user, or anything that cannot stand in an address.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let text = text.trim();
        if text.len() > MOST_BYTES
            || text.contains('\\')
            || text.chars().any(|c| c.is_control() || c.is_whitespace())
        {
            return None;
        }
        let rest = match text.split_once("://") {
            Some((scheme, rest))
                if scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http") =>
            {
                rest
            }
            // The colon may be one of a query.
            Some((before, _)) if !before.contains(['/', '?', '#']) => return None,
            _ => text.strip_prefix("//").unwrap_or(text),
        };
        let (rest, _) = rest.split_once('#').unwrap_or((rest, ""));
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let is_host = host.contains('.')
            && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
        if !is_host {
            return None;
        }
        let host = host.to_ascii_lowercase();
        let plain =
            ["www.", "m.", "mobile.", "web.", "music."].iter().find_map(|head| host.strip_prefix(head));
        Some(Self {
            host: plain.unwrap_or(&host).to_owned(),
            path: path.split('/').filter(|step| !step.is_empty()).collect(),
            query,
        })
    }

    /// What stands behind this name in the query.
    pub(super) fn value(&self, name: &str) -> Option<&'a str> {
        self.query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(one, _)| *one == name)
            .map(|(_, value)| value)
    }
}

/// As a value in a query.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}
