//! Open lists of names and words that the tagger goes by, as hashes: places, given names, family names, ordinary words.

use std::collections::HashMap;

use super::features::hash;

/// What a phrase is listed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    Place = 1,
    Given = 2,
    Family = 4,
    /// Seen in lower case in the training data.
    Ordinary = 8,
}

/// The most words of a listed phrase.
pub(super) const LONGEST: usize = 3;

/// Phrases by the hash of their lower-case form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lists {
    listed: HashMap<u32, u8>,
}

impl Lists {
    /// Lists a phrase; its words are joined by single blanks.
    pub fn add(&mut self, list: List, phrase: &str) {
        *self.listed.entry(key(&phrase.to_lowercase())).or_default() |= list as u8;
    }

    /// The lists of a phrase in lower case, as bits.
    pub(super) fn of(&self, lower: &str) -> u8 {
        self.listed.get(&key(lower)).copied().unwrap_or(0)
    }

    pub(super) fn entries(&self) -> Vec<(u32, u8)> {
        let mut entries: Vec<(u32, u8)> = self.listed.iter().map(|(key, bits)| (*key, *bits)).collect();
        entries.sort_unstable();
        entries
    }

    pub(super) fn from_entries(entries: impl Iterator<Item = (u32, u8)>) -> Self {
        Self {
            listed: entries.collect(),
        }
    }
}

fn key(lower: &str) -> u32 {
    let hash = hash(0, lower.as_bytes());
    (hash ^ (hash >> 32)) as u32
}
