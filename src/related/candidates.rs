//! The stories that may belong to a story, read and ready to be compared: what is boilerplate is taken out, and copies are
//! known. How much they belong to it is judged elsewhere.

use super::boilerplate::Boilerplate;
use super::copies::{Text, groups};
use super::features::{EntityNames, Features};
use crate::library::{Clues, Frequencies, Library, Link, Result, Row, Told};

/// Candidates read at least; of many results so many for two.
const LEAST: usize = 40;

/// A story that may belong to another, or that other one itself.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) key: i64,
    pub(super) told: Told,
    pub(super) features: Features,
    /// Equal for stories that are copies of each other.
    pub(super) group: usize,
}

/// The keys of the stories that may belong to one: those linked, and enough of those the index knows for `count` results.
pub(super) fn keys(
    library: &Library,
    story: &Row,
    clues: &Clues,
    links: &[Link],
    count: usize,
) -> Result<Vec<i64>> {
    let alike = library.alike(clues, LEAST.max(count * 3 / 2) + 1)?;
    let linked = links.iter().map(|link| link.row.place.key);
    let mut keys: Vec<i64> = Vec::with_capacity(alike.len() + links.len());
    let mut seen = std::collections::HashSet::from([story.place.key]);
    keys.extend(linked.chain(alike).filter(|key| seen.insert(*key)));
    Ok(keys)
}

/// Reads the stories with some keys, and sets them behind the one they may belong to.
pub(super) fn read(
    library: &Library,
    frequencies: &Frequencies,
    own: Candidate,
    keys: &[i64],
    entities: &mut EntityNames,
) -> Result<Vec<Candidate>> {
    let mut candidates = vec![own];
    for key in keys {
        let Some(told) = library.told(*key)? else {
            continue;
        };
        candidates.push(Candidate {
            key: *key,
            features: Features::of(library, frequencies, &told, &told.body, entities)?,
            told,
            group: 0,
        });
    }
    let texts: Vec<Text<'_>> = candidates.iter().map(Candidate::text).collect();
    let groups = groups(&texts);
    for (candidate, group) in candidates.iter_mut().zip(groups) {
        candidate.group = group;
    }
    let boilerplate = Boilerplate::of(candidates.iter().map(|c| (&c.told, c.group)));
    for candidate in &mut candidates {
        if let std::borrow::Cow::Owned(body) = boilerplate.without(&candidate.told) {
            candidate.features =
                Features::of(library, frequencies, &candidate.told, &body, entities)?;
        }
    }
    Ok(candidates)
}

impl Candidate {
    fn text(&self) -> Text<'_> {
        Text {
            told: &self.told,
            features: &self.features,
        }
    }
}
