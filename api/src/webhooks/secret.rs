//! The secret of a webhook, and the signature made with it.

use base64ct::{Base64, Encoding as _};
use ring::hmac;

/// Bytes of a secret.
const BYTES: usize = 32;
/// Stands before a secret that a person reads.
const PREFIX: &str = "whsec_";

/// A new secret.
pub fn fresh() -> Result<Vec<u8>, getrandom::Error> {
    let mut secret = vec![0; BYTES];
    getrandom::fill(&mut secret)?;
    Ok(secret)
}

/// As it is shown, once, to whoever made the webhook.
pub fn shown(secret: &[u8]) -> String {
    format!("{PREFIX}{}", Base64::encode_string(secret))
}

/// What stands in `webhook-signature`. `timestamp` is in seconds since 1970 UTC.
pub fn signature(secret: &[u8], id: &str, timestamp: i64, body: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
    let tag = hmac::sign(&key, format!("{id}.{timestamp}.{body}").as_bytes());
    format!("v1,{}", Base64::encode_string(tag.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_the_one_of_the_published_example() {
        let secret = Base64::decode_vec("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signature =
            signature(&secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}");
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assert_eq!(shown(&secret), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    #[test]
    fn no_secret_is_like_another() {
        assert_ne!(fresh().unwrap(), fresh().unwrap());
    }
}
