//! Stories that belong to a story without anybody having said so: candidates from the index, judged one by one.

use super::clues::clues;
use super::copies::Runs;
use super::features::{EntityNames, Features};
use super::reasons::reasons;
use super::score::{Score, score};
use crate::analyse::Analysis;
use crate::library::{Library, Result, Row, Stored};
use crate::story::LinkKind;

/// Candidates judged at least.
const CANDIDATES: usize = 100;
/// Only texts as alike as this are compared run by run.
const ALIKE: f32 = 0.4;
/// What a stated link adds: it stands above any found one.
const STATED: f32 = 2.0;

/// A story that belongs to another, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub row: Row,
    pub score: Score,
    /// What it is to the story, and the reason, where the data say so.
    pub stated: Option<(LinkKind, String)>,
    /// In words, the weightiest first; never empty.
    pub reasons: Vec<String>,
    /// The first of the stories that are copies of each other, itself where it has none.
    pub group: String,
}

impl Found {
    /// The number by which the list is ordered.
    pub fn total(&self) -> f32 {
        self.score.total() + if self.stated.is_some() { STATED } else { 0.0 }
    }
}

/// At most `count` stories that belong to a story, best first: stated links, then found ones.
///
/// # Errors
/// When the library or its index cannot be read.
pub fn find_related(library: &Library, stored: &Stored, count: usize) -> Result<Vec<Found>> {
    library.at_once(|library| judged(library, stored, count))
}

fn judged(library: &Library, stored: &Stored, count: usize) -> Result<Vec<Found>> {
    let frequencies = library.frequencies()?;
    let mut entities = EntityNames::new();
    let analysis = full_analysis(library, stored)?;
    let here = Features::of(library, &frequencies, (&stored.story, &analysis), &mut entities)?;
    let title = stored.story.title();
    let parts = [title.as_str(), &stored.story.summary, &stored.story.body];
    let clues = clues(&parts, &here, &frequencies);
    let mut keys = library.alike(&clues, CANDIDATES.max(count * 3 / 2) + 1)?;
    let links = library.links(&stored.row.id)?;
    keys.extend(links.iter().map(|link| link.row.place.key));
    keys.sort_unstable();
    keys.dedup();
    keys.retain(|key| *key != stored.row.place.key);
    let mut found = Vec::with_capacity(keys.len());
    let mut texts = vec![(stored.row.id.clone(), stored.row.date, Runs::of(&stored.story.body))];
    for key in keys {
        let Some(other) = library.story_of(key)? else {
            continue;
        };
        let analysis = full_analysis(library, &other)?;
        let there = Features::of(library, &frequencies, (&other.story, &analysis), &mut entities)?;
        let score = score(&here, &there, &frequencies);
        let stated = links.iter().find(|link| link.row.id == other.row.id);
        let stated = stated.map(|link| (link.kind, link.why.clone()));
        let reasons = reasons(&score, stated.as_ref(), (&here, &there), (&clues, &frequencies));
        if score.words >= ALIKE {
            texts.push((other.row.id.clone(), other.row.date, Runs::of(&other.story.body)));
        }
        found.push(Found {
            group: other.row.id.clone(),
            row: other.row,
            score,
            stated,
            reasons,
        });
    }
    found.sort_by(|a, b| b.total().total_cmp(&a.total()).then(a.row.place.cmp(&b.row.place)));
    found.truncate(count);
    put_groups(&mut found, &texts);
    Ok(found)
}

fn full_analysis(library: &Library, stored: &Stored) -> Result<Analysis> {
    let mut analysis = library.analysis(stored.row.place.key, &stored.story)?;
    analysis.mentions.clone_from(&stored.mentions);
    Ok(analysis)
}

/// Gives copies the same group: the id of the first of them by date, or the story itself where they are its copies.
fn put_groups(found: &mut [Found], texts: &[(String, Option<crate::story::PartialDate>, Runs)]) {
    let mut group: Vec<usize> = (0..texts.len()).collect();
    for (b, (_, day_b, runs_b)) in texts.iter().enumerate() {
        for (a, (_, day_a, runs_a)) in texts.iter().enumerate().take(b) {
            if group[b] != group[a] && runs_a.are_copies(runs_b, (*day_a, *day_b)) {
                let (from, to) = (group[b].max(group[a]), group[b].min(group[a]));
                group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
            }
        }
    }
    for found in found {
        if let Some(at) = texts.iter().position(|(id, ..)| *id == found.row.id) {
            found.group.clone_from(&texts[group[at]].0);
        }
    }
}
