//! The stories that may belong to a story, read and ready to be compared: what is boilerplate is taken out, and copies are
//! known. How much they belong to it is judged elsewhere.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::boilerplate::Boilerplate;
use super::copies::{Text, groups};
use super::features::{EntityNames, Features};
use crate::library::{Clues, Frequencies, Library, Link, Result, Slot, Told};

/// Stories asked of the index at least; of many results so many for two.
const LEAST: usize = 40;
/// So many times more are asked for, and again, where most turn out to be copies, ...
const MORE: usize = 4;
/// ... but no more than this: each must be read.
const MOST: usize = 1_500;
/// So many copies make what they tell common.
const MANY: usize = 4;

/// A story that may belong to another, or that other one itself.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) key: i64,
    pub(super) told: Told,
    pub(super) features: Features,
    /// Equal for stories that are copies of each other.
    pub(super) group: usize,
}

/// Reads candidates.
pub(super) struct Reader<'l> {
    library: &'l Library,
    frequencies: Arc<Frequencies>,
    entities: EntityNames,
}

impl<'l> Reader<'l> {
    pub(super) fn new(library: &'l Library) -> Result<Self> {
        Ok(Self {
            library,
            frequencies: library.frequencies()?,
            entities: EntityNames::new(),
        })
    }

    /// How rare everything is, with copies of each other counted as one where they are many.
    pub(super) fn frequencies(&self) -> &Frequencies {
        &self.frequencies
    }

    /// A story that has been read, in no group.
    pub(super) fn candidate(&mut self, key: i64, told: Told) -> Result<Candidate> {
        Ok(Candidate {
            key,
            features: self.features(&told, &told.body)?,
            told,
            group: 0,
        })
    }

    /// The stories that may belong to one, behind that one itself: those linked, and enough of those the index knows for `count`
    /// results, of which copies of each other are one.
    pub(super) fn around(
        &mut self,
        own: Candidate,
        clues: &Clues,
        links: &[Link],
        count: usize,
    ) -> Result<Vec<Candidate>> {
        let mut seen = HashSet::from([own.key]);
        let mut candidates = vec![own];
        let linked = links.iter().map(|link| link.row.place.key);
        self.read(linked, &mut seen, &mut candidates)?;
        let mut asked = LEAST.max(count * 3 / 2);
        let enough = count.max(asked / 2);
        loop {
            // The story itself is among them.
            let alike = self.library.alike(clues, asked + 1)?;
            let is_all = alike.len() <= asked;
            self.read(alike.into_iter(), &mut seen, &mut candidates)?;
            let others = group(&mut candidates) - 1;
            if is_all || others >= enough || asked >= MOST {
                break;
            }
            asked = (asked * MORE).min(MOST);
        }
        let many = self.count_copies_once(&candidates);
        self.without_boilerplate(&mut candidates, many)?;
        Ok(candidates)
    }

    fn read(
        &mut self,
        keys: impl Iterator<Item = i64>,
        seen: &mut HashSet<i64>,
        candidates: &mut Vec<Candidate>,
    ) -> Result<()> {
        for key in keys.filter(|key| seen.insert(*key)) {
            if let Some(told) = self.library.told(key)? {
                candidates.push(self.candidate(key, told)?);
            }
        }
        Ok(())
    }

    /// Counts what copies tell once, where they are many. Says whether anything is rarer since.
    fn count_copies_once(&mut self, candidates: &[Candidate]) -> bool {
        let mut groups: HashMap<usize, Vec<&Candidate>> = HashMap::new();
        for candidate in candidates {
            groups.entry(candidate.group).or_default().push(candidate);
        }
        let mut held: HashMap<Slot, u32> = HashMap::new();
        let mut copies = 0;
        for group in groups.values().filter(|group| group.len() >= MANY) {
            copies += group.len() as u64 - 1;
            let mut of_group: HashMap<Slot, u32> = HashMap::new();
            for slot in group.iter().flat_map(|c| c.features.slots()) {
                *of_group.entry(slot).or_default() += 1;
            }
            for (slot, count) in of_group {
                *held.entry(slot).or_default() += count - 1;
            }
        }
        if copies > 0 {
            self.frequencies = Arc::new(self.frequencies.without(copies, &held));
        }
        copies > 0
    }

    /// Takes out what is boilerplate; all are compared anew where the frequencies are not what they were.
    fn without_boilerplate(&mut self, candidates: &mut [Candidate], all: bool) -> Result<()> {
        let boilerplate = Boilerplate::of(candidates.iter().map(|c| (&c.told, c.group)));
        for candidate in candidates {
            let body = boilerplate.without(&candidate.told);
            if all || matches!(body, Cow::Owned(_)) {
                candidate.features = self.features(&candidate.told, &body)?;
            }
        }
        Ok(())
    }

    fn features(&mut self, told: &Told, body: &str) -> Result<Features> {
        Features::of(
            self.library,
            &self.frequencies,
            told,
            body,
            &mut self.entities,
        )
    }
}

/// Finds out which candidates are copies of each other; says how many groups there are.
fn group(candidates: &mut [Candidate]) -> usize {
    let texts: Vec<Text<'_>> = candidates.iter().map(Candidate::text).collect();
    let groups = groups(&texts);
    for (candidate, group) in candidates.iter_mut().zip(&groups) {
        candidate.group = *group;
    }
    groups.into_iter().collect::<HashSet<usize>>().len()
}

impl Candidate {
    fn text(&self) -> Text<'_> {
        Text {
            told: &self.told,
            features: &self.features,
        }
    }
}
