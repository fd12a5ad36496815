//! Evidence is known by a 32-bit hash: no strings are kept, and a lookup costs next to nothing.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// A map whose keys are hashes already.
pub(crate) type HashedMap<V> = HashMap<u32, V, BuildHasherDefault<AsIs>>;

/// FNV-1a of a text under a seed that tells one kind of evidence from another, then mixed.
pub(crate) fn hash(seed: u8, text: &str) -> u32 {
    mixed(text.bytes().fold(step(0x811C_9DC5, seed), step))
}

/// [`hash`] of letters.
pub(crate) fn hash_chars(seed: u8, chars: &[char]) -> u32 {
    mixed(
        chars
            .iter()
            .fold(step(0x811C_9DC5, seed), |state, &c| (state ^ u32::from(c)).wrapping_mul(0x0100_0193)),
    )
}

/// One hash of several, in order.
pub(crate) fn join(seed: u8, hashes: &[u32]) -> u32 {
    let add = |state: u32, hash: &u32| (state.rotate_left(5) ^ hash).wrapping_mul(0x9E37_79B1);
    mixed(hashes.iter().fold(step(0x811C_9DC5, seed), add))
}

fn step(state: u32, byte: u8) -> u32 {
    (state ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

fn mixed(state: u32) -> u32 {
    let state = (state ^ (state >> 16)).wrapping_mul(0x85EB_CA6B);
    state ^ (state >> 13)
}

/// Hands a 32-bit hash on as it is.
#[derive(Clone, Copy, Default)]
pub(crate) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.wrapping_mul(0x0100_0193) ^ u64::from(byte);
        }
    }

    fn write_u32(&mut self, hash: u32) {
        // The map looks at the top and the bottom bits.
        self.0 = u64::from(hash) | (u64::from(hash) << 32);
    }
}
