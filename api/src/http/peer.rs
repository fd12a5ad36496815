//! From where a request came. What a header claims is not believed, unless the host's own proxy wrote it.

use std::{
    collections::HashMap,
    convert::Infallible,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, request::Parts},
};

use crate::webhooks::address::is_public;

/// Who says from where a request came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Witness {
    /// The connection.
    #[default]
    Connection,
    /// The host's own proxy, which every request goes through: the last hop of its `X-Forwarded-For`.
    OwnProxy,
}

impl Witness {
    /// From where a request came. A proxy is believed only where it stands in the same house; what stands before its own hop was
    /// written by others.
    pub fn address(self, connection: SocketAddr, headers: &HeaderMap) -> SocketAddr {
        if self == Self::Connection || is_public(connection.ip()) {
            return connection;
        }
        let hops = headers.get_all("x-forwarded-for").iter().next_back();
        let last = hops.and_then(|hops| hops.to_str().ok()?.rsplit(',').next()).map(str::trim);
        let address = last.and_then(hop);
        address.map_or(connection, |address| SocketAddr::new(address, 0))
    }
}

/// The address of a hop: some proxies write the port, too.
fn hop(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse().map(|address: SocketAddr| address.ip());
    let in_brackets = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok().map(IpAddr::V6);
    text.parse().or_else(|_| with_port()).ok().or_else(in_brackets)
}

/// The address at the other end of the connection; of an IPv6 address the 56 bits that name a customer's network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Peer(IpAddr);

impl Peer {
    /// The peer behind this address.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(ip) => Self(ip.into()),
            IpAddr::V6(ip) => Self(Ipv6Addr::from(u128::from(ip) & u128::MAX << 72).into()),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Self::Rejection> {
        let address = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self::of(address.map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |info| info.0.ip())))
    }
}

/// Counts what each peer has open, up to a cap.
#[derive(Clone, Debug)]
pub struct PeerCap {
    most: usize,
    open: Arc<Mutex<HashMap<Peer, usize>>>,
}

/// One thing open; given back when dropped.
#[derive(Debug)]
pub struct PeerPermit {
    cap: PeerCap,
    peer: Peer,
}

impl PeerCap {
    /// At most this many a peer.
    pub fn new(most: usize) -> Self {
        Self { most, open: Arc::default() }
    }

    /// Is nothing open any more?
    pub fn is_idle(&self) -> bool {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// One more, if the peer may.
    pub fn take(&self, peer: Peer) -> Option<PeerPermit> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(peer).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(PeerPermit { cap: self.clone(), peer })
    }
}

impl Drop for PeerPermit {
    fn drop(&mut self) {
        let mut open = self.cap.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.peer) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.peer);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ones_own_proxy_is_believed_and_only_its_last_word() {
        let address = |witness: Witness, connection: &str, hops: &[&str]| {
            let mut headers = HeaderMap::new();
            for hop in hops {
                headers.append("x-forwarded-for", hop.parse().unwrap());
            }
            witness.address(connection.parse().unwrap(), &headers).ip().to_string()
        };
        let near = "127.0.0.1:5000";
        assert_eq!(address(Witness::Connection, near, &["198.51.100.7"]), "127.0.0.1");
        assert_eq!(address(Witness::OwnProxy, near, &["198.51.100.7"]), "198.51.100.7");
        assert_eq!(address(Witness::OwnProxy, near, &["1.2.3.4, 198.51.100.7"]), "198.51.100.7");
        assert_eq!(address(Witness::OwnProxy, near, &["1.2.3.4", "198.51.100.7"]), "198.51.100.7");
        assert_eq!(address(Witness::OwnProxy, "10.0.0.2:1", &["2606:4700::1"]), "2606:4700::1");
        assert_eq!(
            address(Witness::OwnProxy, "103.48.16.1:1", &["1.2.3.4"]),
            "103.48.16.1",
            "no proxy of ours"
        );
        for (hop, ip) in [
            ("198.51.100.7:5678", "198.51.100.7"),
            ("1.2.3.4, 198.51.100.7:5678", "198.51.100.7"),
            ("[2001:db8::1]:443", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
        ] {
            assert_eq!(address(Witness::OwnProxy, near, &[hop]), ip, "{hop}");
        }
        for odd in [&[][..], &[""], &["unknown"], &["1.2.3.4, "], &["1.2.3.4:99999"], &["[1.2.3.4]"]] {
            assert_eq!(address(Witness::OwnProxy, near, odd), "127.0.0.1", "{odd:?}");
        }
    }

    #[test]
    fn a_peer_gets_its_share_back() {
        let cap = PeerCap::new(2);
        let peer = Peer::of("192.0.2.1".parse().unwrap());
        let first = cap.take(peer).unwrap();
        let _second = cap.take(peer).unwrap();
        assert!(cap.take(peer).is_none());
        assert!(cap.take(Peer::of("192.0.2.2".parse().unwrap())).is_some());
        drop(first);
        assert!(cap.take(peer).is_some());
    }

    #[test]
    fn a_whole_ipv6_network_is_one_peer_and_a_mapped_address_its_ipv4() {
        let peer = |text: &str| Peer::of(text.parse().unwrap());
        assert_eq!(peer("2001:db8::1"), peer("2001:db8::ffff"));
        assert_eq!(peer("2001:db8::1"), peer("2001:db8:0:ff::1"), "a customer has 256 of them");
        assert_ne!(peer("2001:db8::1"), peer("2001:db8:0:100::1"));
        assert_eq!(peer("::ffff:192.0.2.1"), peer("192.0.2.1"));
    }
}
