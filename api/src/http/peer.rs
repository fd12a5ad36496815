//! From where a request came. What a header claims is not believed.

use std::{
    collections::HashMap,
    convert::Infallible,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::request::Parts,
};

/// The address at the other end of the connection; of an IPv6 address the half that names the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Peer(IpAddr);

impl Peer {
    /// The peer behind this address.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(ip) => Self(ip.into()),
            IpAddr::V6(ip) => Self(Ipv6Addr::from(u128::from(ip) & !u128::from(u64::MAX)).into()),
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
        assert_ne!(peer("2001:db8::1"), peer("2001:db8:0:1::1"));
        assert_eq!(peer("::ffff:192.0.2.1"), peer("192.0.2.1"));
    }
}
