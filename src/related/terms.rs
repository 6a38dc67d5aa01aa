//! A text as a vector of its words: the logarithm of how often each stands there times its inverse document frequency, of
//! length one (Salton and Buckley 1988, `ltc`). The cosine of two texts is the sum over the words they share.

use crate::library::{Frequencies, Of, Slot};
use crate::text::{fold_into, words};

/// The words of a text with their weights.
#[derive(Debug, Clone, Default)]
pub(super) struct Terms {
    /// In the order of the slots.
    weights: Vec<(Slot, f32)>,
}

impl Terms {
    /// The vector of texts, each counted so many times.
    pub(super) fn of(parts: &[(&str, u32)], frequencies: &Frequencies) -> Self {
        let mut slots = Vec::new();
        let mut folded = String::new();
        for (text, times) in parts {
            for word in words(text) {
                folded.clear();
                fold_into(&text[word.start..word.end], &mut folded);
                slots.push((Slot::new(Of::Word, folded.as_bytes()), *times));
            }
        }
        slots.sort_unstable();
        let mut weights: Vec<(Slot, f32)> = Vec::with_capacity(slots.len() / 2);
        for same in slots.chunk_by(|a, b| a.0 == b.0) {
            let count: u32 = same.iter().map(|(_, times)| times).sum();
            let slot = same[0].0;
            let weight = (1.0 + (count as f32).ln()) * frequencies.inverse(slot);
            weights.push((slot, weight));
        }
        let length = weights.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        if length > 0.0 {
            for (_, weight) in &mut weights {
                *weight /= length;
            }
        }
        Self { weights }
    }

    /// The cosine of the angle between two texts: 0 for nothing in common, 1 for the same words.
    pub(super) fn cosine(&self, other: &Self) -> f32 {
        // Not `sum`: that of nothing is -0.
        self.shared(other).fold(0.0, |sum, (_, share)| sum + share)
    }

    /// What each shared word adds to the cosine.
    pub(super) fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (Slot, f32)> + 'a {
        let mut theirs = other.weights.as_slice();
        self.weights.iter().filter_map(move |(slot, weight)| {
            let skip = theirs
                .iter()
                .position(|(s, _)| s >= slot)
                .unwrap_or(theirs.len());
            theirs = &theirs[skip..];
            let (found, their_weight) = theirs.first()?;
            (found == slot).then_some((*slot, weight * their_weight))
        })
    }

    /// Every word of it.
    pub(super) fn words(&self) -> impl Iterator<Item = Slot> {
        self.weights.iter().map(|(slot, _)| *slot)
    }

    /// The share of the shorter text's words that stand in the other too, however much they weigh: what hundreds of copies have
    /// in common is not rare any more.
    pub(super) fn shared_words(&self, other: &Self) -> f32 {
        let fewer = self.weights.len().min(other.weights.len());
        self.shared(other).count() as f32 / fewer.max(1) as f32
    }

    /// The weight of a word; zero where it is not there.
    pub(super) fn weight(&self, slot: Slot) -> f32 {
        let at = self.weights.binary_search_by_key(&slot, |(s, _)| *s);
        at.map_or(0.0, |at| self.weights[at].1)
    }
}
