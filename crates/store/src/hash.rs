//! Hashes: of secrets, so that a stolen database opens nothing, and of messages, to know them again.

use alap_protocol::message::Author;
use serde::Serialize;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::StoreError;

/// SHA-256 of a secret or a session token. The secrets are random and long, so a plain hash is enough.
#[derive(Clone, Debug)]
pub struct TokenHash(String);

impl TokenHash {
    /// The hash of these bytes.
    pub fn of(secret: &[u8]) -> Self {
        Self(hex(&Sha256::digest(secret)))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Compares in a time that tells nothing.
    pub(crate) fn is(&self, stored: &str) -> bool {
        self.0.as_bytes().ct_eq(stored.as_bytes()).into()
    }
}

/// What makes two messages of one client id the same message, two acts of one key the same act: who says, or does, what. The
/// shown name may change in between.
pub(crate) fn message_hash(author: &Author, body: &impl Serialize) -> Result<String, StoreError> {
    let mut hasher = Sha256::new();
    match author {
        Author::Shopper {} => hasher.update(b"shopper"),
        Author::Bot {} => hasher.update(b"bot"),
        Author::Agent { id, .. } => {
            hasher.update(b"agent");
            hasher.update(id.0.as_bytes());
        }
        Author::System {} => hasher.update(b"system"),
    }
    hasher.update([0]);
    hasher.update(serde_json::to_vec(body).map_err(|_| StoreError::Corrupt("message"))?);
    Ok(hex(&hasher.finalize()))
}

/// SHA-256 of some bytes, to know them again.
pub(crate) fn bytes_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use alap_protocol::{id::AgentId, message::Body, text::MessageText};

    use super::*;

    #[test]
    fn a_renamed_agent_says_the_same_but_another_agent_does_not() {
        let body = Body::Text { text: MessageText::parse("হ্যাঁ").unwrap() };
        let agent = |id: u128, name: &str| Author::Agent {
            id: AgentId(uuid::Uuid::from_u128(id)),
            name: name.into(),
        };
        let hash = |author: &Author| message_hash(author, &body).unwrap();
        assert_eq!(hash(&agent(1, "Rima")), hash(&agent(1, "রিমা")));
        assert_ne!(hash(&agent(1, "Rima")), hash(&agent(2, "Rima")));
        assert_ne!(hash(&Author::Shopper {}), hash(&Author::Bot {}));
    }

    #[test]
    fn a_hash_is_lowercase_hexadecimal() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert!(TokenHash::of(b"").is(empty));
        assert!(!TokenHash::of(b"x").is(empty));
    }
}
