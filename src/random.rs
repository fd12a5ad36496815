//! Randomness fit for secrets, from the browser.

use leptos::prelude::window;

/// A new random id; `None` where the browser has no randomness to give.
pub(crate) fn new_id() -> Option<uuid::Uuid> {
    let mut bytes = [0; 16];
    random(&mut bytes)?;
    Some(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

/// Fills bytes.
pub(crate) fn random(bytes: &mut [u8]) -> Option<()> {
    window().crypto().ok()?.get_random_values_with_u8_array(bytes).ok().map(|_| ())
}
