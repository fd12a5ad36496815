//! Features are known by a 32-bit hash: no strings are kept, and a lookup costs next to nothing.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// A map whose keys are hashes already.
pub(crate) type HashedMap<V> = HashMap<u32, V, BuildHasherDefault<AsIs>>;

/// FNV-1a over the pieces, each closed by a byte that is in no UTF-8 text, then mixed.
pub(crate) fn hash(seed: u8, pieces: &[&str]) -> u32 {
    let mut state = step(0x811C_9DC5, seed);
    for piece in pieces {
        state = step(piece.bytes().fold(state, step), 0xFF);
    }
    state ^= state >> 16;
    state = state.wrapping_mul(0x85EB_CA6B);
    state ^ (state >> 13)
}

fn step(state: u32, byte: u8) -> u32 {
    (state ^ u32::from(byte)).wrapping_mul(0x0100_0193)
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
            self.0 = self.0.wrapping_mul(0x100_0193) ^ u64::from(byte);
        }
    }

    fn write_u32(&mut self, hash: u32) {
        // The map looks at the top and the bottom bits.
        self.0 = u64::from(hash) | (u64::from(hash) << 32);
    }
}
