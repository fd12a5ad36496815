//! The browser's source of randomness.

use alap_protocol::id::ClientId;
use leptos::prelude::window;

/// Bytes that nobody guesses.
pub(crate) fn bytes<const COUNT: usize>() -> [u8; COUNT] {
    let mut bytes = [0; COUNT];
    let filled =
        window().crypto().is_ok_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled {
        return bytes;
    }
    // No such browser runs wasm; ids need only differ, not be secret.
    std::array::from_fn(|_| (js_sys::Math::random() * 256.0) as u8)
}

/// A new name for something that is sent. `crypto.randomUUID` is not there on plain `http` in a local network.
pub(crate) fn client_id() -> ClientId {
    ClientId(uuid::Builder::from_random_bytes(bytes()).into_uuid())
}
