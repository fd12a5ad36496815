//! Passwords: hashed with argon2id, checked off the serving threads.

use std::sync::OnceLock;

use argon2::{Argon2, PasswordHasher, PasswordVerifier};

/// Characters that a password must have.
pub const SHORTEST: usize = 8;
/// Bytes that a password may have.
pub const LONGEST: usize = 1_024;

/// Why a password cannot be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Fewer than [`SHORTEST`] characters.
    #[error("a password needs at least 8 characters")]
    TooShort,
    /// More than [`LONGEST`] bytes.
    #[error("a password can have at most 1024 bytes")]
    TooLong,
    /// The machine gave no randomness or no memory.
    #[error("the password could not be hashed")]
    Hashing,
}

/// Hashes a password for the database.
pub fn hash(password: &str) -> Result<String, PasswordError> {
    if password.chars().count() < SHORTEST {
        return Err(PasswordError::TooShort);
    }
    if password.len() > LONGEST {
        return Err(PasswordError::TooLong);
    }
    hash_unchecked(password)
}

/// Is it the password? Without a hash it takes as long and is never right: an unknown name tells nothing.
pub fn verify(password: &str, hash: Option<&str>) -> bool {
    let known = hash.is_some();
    let hash = hash.unwrap_or_else(|| nobody());
    let right = Argon2::default().verify_password(password.as_bytes(), hash).is_ok();
    known && right
}

/// The hash that an unknown name is checked against. Made when the server starts, so that the first one takes no longer.
pub(crate) fn nobody() -> &'static str {
    static NOBODY: OnceLock<String> = OnceLock::new();
    NOBODY.get_or_init(|| hash_unchecked("nobody").unwrap_or_default())
}

fn hash_unchecked(password: &str) -> Result<String, PasswordError> {
    let hash = Argon2::default().hash_password(password.as_bytes()).map_err(|_| PasswordError::Hashing)?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_known_again_and_nobodys_never_is() {
        let stored = hash("নকশি কাঁথা").unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(verify("নকশি কাঁথা", Some(&stored)));
        assert!(!verify("নকশি কাথা", Some(&stored)));
        assert!(!verify("nobody", None));
    }

    #[test]
    fn short_and_endless_passwords_are_refused() {
        assert_eq!(hash("seven77"), Err(PasswordError::TooShort));
        assert_eq!(hash(&"x".repeat(LONGEST + 1)), Err(PasswordError::TooLong));
    }
}
