//! Classes of words that stand in like company, so that a name never seen in training is known by its kin:
//! words that the tagger was not trained on share the class of those that it was.

use std::collections::HashMap;

use super::hashed::{Hashed, hash};

/// How finely words are told apart: the class of a word, and the class of that class.
pub(super) const DEPTH: usize = 2;

/// The classes of words in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Classes {
    /// By the hash of the word, the place of its finest class.
    words: HashMap<u32, u16, Hashed>,
    /// The class and the coarser one around it, by place.
    classes: Vec<[u16; DEPTH]>,
}

impl Classes {
    /// Reads lists of words: a line a class, with the number of the coarser class around it and then its words.
    pub fn from_lines(text: &str) -> Self {
        let mut classes = Self::default();
        for line in text.lines() {
            let mut parts = line.split(' ');
            let Some(coarse) = parts.next().and_then(|n| n.parse::<u16>().ok()) else {
                continue;
            };
            let place = classes.classes.len() as u16 + 1;
            // 0 is the class of a word without one.
            classes.classes.push([place, coarse + 1]);
            for word in parts {
                classes.words.entry(key(word)).or_insert(place - 1);
            }
        }
        classes
    }

    /// The classes of a word in lower case, finest first; zeros for a word that is in none.
    pub(super) fn of(&self, lower: &str) -> [u16; DEPTH] {
        let place = self.words.get(&key(lower)).copied();
        place
            .and_then(|place| self.classes.get(usize::from(place)).copied())
            .unwrap_or_default()
    }

    /// The bytes of it in a model's file, all numbers little-endian.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend((self.classes.len() as u32).to_le_bytes());
        for class in self.classes.iter().flatten() {
            bytes.extend(class.to_le_bytes());
        }
        let mut words: Vec<(u32, u16)> = self.words.iter().map(|(w, c)| (*w, *c)).collect();
        words.sort_unstable();
        bytes.extend((words.len() as u32).to_le_bytes());
        for (word, class) in words {
            bytes.extend(word.to_le_bytes());
            bytes.extend(class.to_le_bytes());
        }
    }

    /// Reads what [`Self::write`] wrote and takes it off the front.
    pub(super) fn read(rest: &mut &[u8]) -> Option<Self> {
        let classes = taken(rest, 2 * DEPTH)?
            .chunks_exact(2 * DEPTH)
            .map(|c| {
                [
                    u16::from_le_bytes([c[0], c[1]]),
                    u16::from_le_bytes([c[2], c[3]]),
                ]
            })
            .collect();
        let words = taken(rest, 6)?
            .chunks_exact(6)
            .map(|w| {
                (
                    u32::from_le_bytes([w[0], w[1], w[2], w[3]]),
                    u16::from_le_bytes([w[4], w[5]]),
                )
            })
            .collect();
        Some(Self { words, classes })
    }
}

/// A count and so many rows of a size, taken off the front.
fn taken<'a>(rest: &mut &'a [u8], size: usize) -> Option<&'a [u8]> {
    let (count, after) = rest.split_first_chunk::<4>()?;
    let count = u32::from_le_bytes(*count) as usize;
    let (rows, after) = after.split_at_checked(count.checked_mul(size)?)?;
    *rest = after;
    Some(rows)
}

fn key(lower: &str) -> u32 {
    let hash = hash(0, lower.as_bytes());
    (hash ^ (hash >> 32)) as u32
}
