//! What the pages call. They keep the time themselves: here there is no clock.

#[cfg(feature = "faq")]
pub mod faq;
#[cfg(feature = "intake")]
mod form;
#[cfg(feature = "intake")]
pub mod intake;
#[cfg(feature = "suggest")]
pub mod suggest;

use wasm_bindgen::prelude::wasm_bindgen;

/// A fixed amount of integer arithmetic, each step on the result of the one before.
#[wasm_bindgen]
pub fn yardstick() -> u32 {
    (0..4_000_000_u32).fold(0x9E37_79B9_u32, |mut x, _| {
        x ^= x << 13;
        x ^= x >> 17;
        x ^ (x << 5)
    })
}
