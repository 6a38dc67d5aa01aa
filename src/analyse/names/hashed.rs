//! Hashes of words and features, the same on every machine, and maps whose keys are hashes already.

use std::hash::{BuildHasherDefault, Hasher};

/// FNV-1a over a seed and bytes.
pub(super) fn hash(seed: u64, bytes: &[u8]) -> u64 {
    let start = (0xcbf2_9ce4_8422_2325 ^ seed).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(start, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Two numbers as one that depends on their order (the finaliser of `SplitMix64`).
pub(super) fn mix(a: u64, b: u64) -> u64 {
    let mut x = a.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ b.rotate_left(31);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// For maps whose keys are hashes: they are spread already.
pub(super) type Hashed = BuildHasherDefault<AsItIs>;

/// Takes a number for its own hash.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(self.0, bytes);
    }

    fn write_u32(&mut self, number: u32) {
        // The map takes its tag from the highest bits.
        self.0 = u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}
