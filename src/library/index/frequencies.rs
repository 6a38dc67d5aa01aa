//! In how many stories each word, name and day stands: what makes one that two stories share telling or not. It estimates,
//! in one megabyte however large the library is.

use std::collections::HashMap;
use std::fs;
use std::hash::Hasher;
use std::path::Path;
use std::sync::Arc;

use tantivy::Searcher;
use tantivy::schema::Field;

use super::super::{Library, Result};
use super::ask::Opened;
use super::document::Fields;
use super::living::Living;

/// Counters. Two words that share one count as one of both frequencies: among a million words a rare one seldom meets a
/// common one.
const SLOTS: usize = 1 << 20;
/// Frequencies are kept as powers of this: a step changes an inverse frequency by a tenth of a nat.
const STEP: f32 = 1.1;
/// Counted anew when so many of a library's stories have changed, as a share of all; in a small one, where that takes no time, at
/// every change.
const STALE: f32 = 0.05;
const SMALL: u64 = 10_000;
/// The file in the index's folder that keeps them, and how it begins.
const FILE: &str = "frequencies.bin";
const MAGIC: &[u8; 8] = b"BkStFrq3";

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Word,
    Name,
    Day,
}

/// How many stories hold a word, a name or a day.
#[derive(Debug)]
pub struct Frequencies {
    /// The number of the last change that the index held: the content is told by it, not by how many stories there are.
    sequence: i64,
    /// Stories counted.
    stories: u64,
    /// The logarithm of each counter, rounded, plus one; zero where nothing was counted.
    slots: Vec<u8>,
    /// The inverse document frequency of each level.
    inverse: Vec<f32>,
}

impl Frequencies {
    fn count(searcher: &Searcher, fields: Fields, sequence: i64) -> tantivy::Result<Self> {
        let mut counts = vec![0_u32; SLOTS];
        for (of, field) in [
            (Of::Word, fields.text),
            (Of::Name, fields.name),
            (Of::Day, fields.tells),
        ] {
            add(searcher, of, field, &mut counts)?;
        }
        let slots = counts.into_iter().map(level).collect();
        Ok(Self::new(sequence, searcher.num_docs(), slots))
    }

    fn new(sequence: i64, stories: u64, slots: Vec<u8>) -> Self {
        let of = |level: u8| {
            if level == 0 {
                1.0
            } else {
                STEP.powi(i32::from(level) - 1)
            }
        };
        let inverse = |level| ((stories as f32 + 1.0) / (of(level) + 0.5)).ln().max(0.0);
        Self {
            sequence,
            stories,
            slots,
            inverse: (0..=u8::MAX).map(inverse).collect(),
        }
    }

    /// Those a file holds, if it is whole.
    fn read(file: &Path) -> Option<Self> {
        let bytes = fs::read(file).ok()?;
        let rest = bytes.strip_prefix(MAGIC.as_slice())?;
        let (sum, rest) = rest.split_first_chunk::<4>()?;
        if crc32fast::hash(rest) != u32::from_le_bytes(*sum) {
            return None;
        }
        let (sequence, rest) = rest.split_first_chunk::<8>()?;
        let (stories, slots) = rest.split_first_chunk::<8>()?;
        let (sequence, stories) = (i64::from_le_bytes(*sequence), u64::from_le_bytes(*stories));
        (slots.len() == SLOTS).then(|| Self::new(sequence, stories, slots.to_vec()))
    }

    /// Keeps them in a file. Where that cannot be written they are counted again the next time.
    fn write(&self, file: &Path) {
        let mut rest = self.sequence.to_le_bytes().to_vec();
        rest.extend(self.stories.to_le_bytes());
        rest.extend(&self.slots);
        let sum = crc32fast::hash(&rest).to_le_bytes();
        let half = file.with_extension(format!("{}.tmp", std::process::id()));
        let bytes = [MAGIC.as_slice(), &sum, &rest].concat();
        if fs::write(&half, bytes)
            .and_then(|()| fs::rename(&half, file))
            .is_err()
        {
            let _ = fs::remove_file(&half);
        }
    }

    /// How many stories there are in all; at least one.
    pub fn stories(&self) -> f32 {
        self.stories.max(1) as f32
    }

    /// About how many stories hold something; at least one, for whoever asks has one at hand.
    pub fn of(&self, slot: Slot) -> f32 {
        match self.slots[slot.0 as usize] {
            0 => 1.0,
            level => STEP.powi(i32::from(level) - 1),
        }
    }

    /// The inverse document frequency ln((N + 1) / (n + ½)), never below zero.
    pub fn inverse(&self, slot: Slot) -> f32 {
        self.inverse[usize::from(self.slots[slot.0 as usize])]
    }

    /// [`inverse`](Self::inverse) as a share of what a word of a single story has: 0 to 1.
    pub fn rarity(&self, slot: Slot) -> f32 {
        let most = ((self.stories() + 1.0) / 1.5).ln();
        if most <= 0.0 {
            return 1.0;
        }
        (self.inverse(slot) / most).clamp(0.0, 1.0)
    }

    /// As if some stories were not there; what they hold is given with in how many of them it stands.
    #[must_use]
    pub fn without(&self, stories: u64, held: &HashMap<Slot, u32>) -> Self {
        let mut slots = self.slots.clone();
        for (slot, count) in held {
            slots[slot.0 as usize] = level((self.of(*slot) - *count as f32).max(1.0) as u32);
        }
        let stories = self.stories.saturating_sub(stories).max(1);
        Self::new(self.sequence, stories, slots)
    }

    /// Each change to a story, whatever it is, takes the next number.
    fn is_stale(&self, sequence: i64) -> bool {
        let changes = self.sequence.abs_diff(sequence);
        changes > 0 && (self.stories < SMALL || changes as f32 > self.stories as f32 * STALE)
    }
}

/// Where something is counted. Equal for what is equal; different, almost always, for what is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(u32);

impl Slot {
    /// The slot of a folded word, a folded name, or a day's code as eight big-endian bytes.
    pub fn new(of: Of, bytes: &[u8]) -> Self {
        let mut hasher = Fnv::default();
        hasher.write_u8(of as u8);
        hasher.write(bytes);
        let hash = hasher.finish();
        Self(((hash ^ (hash >> 32)) as usize % SLOTS) as u32)
    }

    /// The slot of a day's code.
    pub fn of_day(code: u32) -> Self {
        Self::new(Of::Day, &u64::from(code).to_be_bytes())
    }
}

fn add(searcher: &Searcher, of: Of, field: Field, counts: &mut [u32]) -> tantivy::Result<()> {
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let mut living = Living::new(segment.alive_bitset());
        let mut terms = index.terms().stream()?;
        while let Some((term, found)) = terms.next() {
            let slot = Slot::new(of, term).0 as usize;
            counts[slot] = counts[slot].saturating_add(living.count(&index, found)?);
        }
    }
    Ok(())
}

fn level(count: u32) -> u8 {
    if count == 0 {
        return 0;
    }
    ((count as f32).ln() / STEP.ln()).round() as u8 + 1
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits: short keys, and the same on every machine.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

impl Library {
    /// The frequencies in this library, counted when they are first asked for and again when it has changed much.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn frequencies(&self) -> Result<Arc<Frequencies>> {
        self.ask(|index| {
            let known = self.frequencies.borrow().clone();
            if let Some(known) = known.filter(|known| !known.is_stale(index.sequence)) {
                return Ok(known);
            }
            let found = Arc::new(self.kept_or_counted(index)?);
            self.frequencies.replace(Some(Arc::clone(&found)));
            Ok(found)
        })
    }

    fn kept_or_counted(&self, index: &Opened) -> Result<Frequencies> {
        let folder = self.folder.as_ref();
        let file = folder.map(|folder| folder.join(super::FOLDER).join(FILE));
        let kept = file.as_deref().and_then(Frequencies::read);
        if let Some(kept) = kept.filter(|kept| !kept.is_stale(index.sequence)) {
            return Ok(kept);
        }
        let counted = Frequencies::count(&index.searcher, index.fields, index.sequence)?;
        if let Some(file) = file {
            counted.write(&file);
        }
        Ok(counted)
    }
}
