//! Where a webhook goes: an address as a seller typed it, read, resolved, and every resolved address looked at.

use std::{net::SocketAddr, time::Duration};

use url::{Host, Url};

use super::address::is_public;

/// Bytes of an address.
const MOST_BYTES: usize = 2_048;
/// Addresses of a name that are tried.
const MOST_ADDRESSES: usize = 4;
/// How long a name may take to resolve.
const RESOLVED_WITHIN: Duration = Duration::from_secs(5);

/// How far webhooks may reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// The open internet, over TLS.
    #[default]
    Public,
    /// This machine and its house, too, and without TLS.
    Private,
}

/// Why nothing is sent there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TargetFault {
    /// No web address, or with a user name or a fragment in it.
    #[error("this is no web address that a webhook could go to")]
    Address,
    /// Not over TLS.
    #[error("a webhook goes to an https address")]
    Plain,
    /// Leads into this machine or its house.
    #[error("this address is not on the open internet")]
    Private,
    /// The name has no address.
    #[error("the name could not be resolved")]
    Unresolved,
}

/// An address that was read, not yet resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    url: Url,
}

impl Target {
    /// Reads an address. A number in it is looked at here, a name when it is resolved.
    pub fn parse(text: &str, reach: Reach) -> Result<Self, TargetFault> {
        if text.len() > MOST_BYTES {
            return Err(TargetFault::Address);
        }
        let url = Url::parse(text).map_err(|_| TargetFault::Address)?;
        let has_user = !url.username().is_empty() || url.password().is_some();
        if !matches!(url.scheme(), "https" | "http") || has_user || url.fragment().is_some() {
            return Err(TargetFault::Address);
        }
        let near = match url.host().ok_or(TargetFault::Address)? {
            Host::Ipv4(ip) => !is_public(ip.into()),
            Host::Ipv6(ip) => !is_public(ip.into()),
            Host::Domain(name) => name.is_empty(),
        };
        match reach {
            Reach::Public if near => Err(TargetFault::Private),
            Reach::Public if url.scheme() != "https" => Err(TargetFault::Plain),
            Reach::Public | Reach::Private => Ok(Self { url }),
        }
    }

    /// The address as it is kept.
    pub fn as_str(&self) -> &str {
        self.url.as_str()
    }

    /// Goes over TLS?
    pub fn is_secure(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// The name or number that its certificate must be for.
    pub fn host(&self) -> String {
        let host = self.url.host_str().unwrap_or_default();
        host.trim_start_matches('[').trim_end_matches(']').to_owned()
    }

    /// What stands in the request's `Host`.
    pub fn authority(&self) -> String {
        let host = self.url.host_str().unwrap_or_default();
        self.url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// What stands in the request's first line.
    pub fn path(&self) -> String {
        let path = self.url.path();
        self.url.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"))
    }

    /// The addresses to connect to: these and no others, so that a name cannot change its mind in between.
    pub async fn resolve(&self, reach: Reach) -> Result<Vec<SocketAddr>, TargetFault> {
        let port = self.url.port_or_known_default().ok_or(TargetFault::Address)?;
        let host = self.host();
        let looked_up = tokio::net::lookup_host((host.as_str(), port));
        let found = tokio::time::timeout(RESOLVED_WITHIN, looked_up).await;
        let found: Vec<SocketAddr> = match found {
            Ok(Ok(found)) => found.collect(),
            Ok(Err(_)) | Err(_) => return Err(TargetFault::Unresolved),
        };
        checked(found, reach)
    }
}

/// One address among them that is near, and none is taken: the name plays a game.
fn checked(mut found: Vec<SocketAddr>, reach: Reach) -> Result<Vec<SocketAddr>, TargetFault> {
    if found.is_empty() {
        return Err(TargetFault::Unresolved);
    }
    if reach == Reach::Public && !found.iter().all(|address| is_public(address.ip())) {
        return Err(TargetFault::Private);
    }
    found.truncate(MOST_ADDRESSES);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_web_address_out_there_is_taken() {
        for (text, expected) in [
            ("https://crm.example/hook?shop=1", Ok(())),
            ("https://crm.example:8443/hook", Ok(())),
            ("http://crm.example/hook", Err(TargetFault::Plain)),
            ("ftp://crm.example/", Err(TargetFault::Address)),
            ("file:///etc/passwd", Err(TargetFault::Address)),
            ("javascript:alert(1)", Err(TargetFault::Address)),
            ("crm.example/hook", Err(TargetFault::Address)),
            ("", Err(TargetFault::Address)),
            ("https://rima:secret@crm.example/", Err(TargetFault::Address)),
            ("https://rima@crm.example/", Err(TargetFault::Address)),
            ("https://crm.example/#x", Err(TargetFault::Address)),
            ("https://127.0.0.1/", Err(TargetFault::Private)),
            ("https://0x7f.1/", Err(TargetFault::Private)),
            ("https://2130706433/", Err(TargetFault::Private)),
            ("https://0/", Err(TargetFault::Private)),
            ("https://[::1]/", Err(TargetFault::Private)),
            ("https://[::ffff:10.0.0.1]/", Err(TargetFault::Private)),
            ("https://[64:ff9b::7f00:1]/", Err(TargetFault::Private)),
            ("https://169.254.169.254/latest/meta-data", Err(TargetFault::Private)),
        ] {
            assert_eq!(Target::parse(text, Reach::Public).map(|_| ()), expected, "{text}");
        }
        assert!(Target::parse("http://127.0.0.1:9000/", Reach::Private).is_ok());
        assert!(Target::parse(&format!("https://a.example/{}", "x".repeat(3_000)), Reach::Public).is_err());
    }

    #[tokio::test]
    async fn a_name_that_leads_home_is_refused_when_it_is_resolved() {
        let target = Target::parse("https://localhost:1/", Reach::Public).unwrap();
        assert_eq!(target.resolve(Reach::Public).await, Err(TargetFault::Private));
        assert!(target.resolve(Reach::Private).await.is_ok());
    }

    #[test]
    fn one_near_address_among_far_ones_spoils_them_all() {
        let of = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect::<Vec<_>>();
        assert!(checked(of(&["1.1.1.1:443"]), Reach::Public).is_ok());
        let mixed = of(&["1.1.1.1:443", "[::ffff:10.0.0.1]:443"]);
        assert_eq!(checked(mixed, Reach::Public), Err(TargetFault::Private));
        assert_eq!(checked(Vec::new(), Reach::Private), Err(TargetFault::Unresolved));
    }

    #[test]
    fn the_request_says_where_it_goes() {
        let target = Target::parse("https://[2606:4700::1]:8443/a b?c=d", Reach::Public).unwrap();
        assert_eq!(target.authority(), "[2606:4700::1]:8443");
        assert_eq!((target.host().as_str(), target.path().as_str()), ("2606:4700::1", "/a%20b?c=d"));
    }
}
