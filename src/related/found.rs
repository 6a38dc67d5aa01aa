//! Stories that belong to a story without anybody having said so: candidates from the index, judged one by one.

use std::borrow::Cow;

use super::boilerplate::Boilerplate;
use super::clues::clues;
use super::copies::{Print, groups};
use super::features::{EntityNames, Features};
use super::reasons::reasons;
use super::score::{Score, score};
use crate::library::{Library, Result, Row, Told};
use crate::story::{Gap, LinkKind};

/// Candidates judged at least.
const CANDIDATES: usize = 40;
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
    /// How far it lies from the story, in words; empty when a date is missing.
    pub gap: String,
    /// The first of the stories that are copies of each other, itself where it has none.
    pub group: String,
    /// Who published it.
    pub publishers: Vec<String>,
}

impl Found {
    /// The reasons, the first with the gap; what somebody has stated stays as it was said.
    pub fn said(&self) -> Vec<String> {
        let mut said = self.reasons.clone();
        if let (None, Some(first), false) = (&self.stated, said.first_mut(), self.gap.is_empty()) {
            *first += &format!(", {}", self.gap);
        }
        said
    }

    /// The number by which the list is ordered.
    pub fn total(&self) -> f32 {
        self.score.total() + if self.stated.is_some() { STATED } else { 0.0 }
    }
}

/// At most `count` stories that belong to a story, best first: stated links, then found ones.
///
/// # Errors
/// When the library or its index cannot be read.
pub fn find_related(library: &Library, story: &Row, count: usize) -> Result<Vec<Found>> {
    library.at_once(|library| match library.told(story.place.key)? {
        Some(told) => judged(library, story, &told, count),
        None => Ok(Vec::new()),
    })
}

/// A candidate and its judgement.
struct Judged {
    key: i64,
    score: Score,
    /// The place in the list of stated links.
    link: Option<usize>,
    features: Features,
    body: String,
    publishers: Vec<String>,
}

/// As [`find_related`], where the story has been read already.
pub(super) fn judged(
    library: &Library,
    story: &Row,
    told: &Told,
    count: usize,
) -> Result<Vec<Found>> {
    let frequencies = library.frequencies()?;
    let mut entities = EntityNames::new();
    let mut here = Features::of(library, &frequencies, told, &told.body, &mut entities)?;
    let clues = clues(
        &[&told.headline, &told.summary, &told.body],
        &here,
        &frequencies,
    );
    let links = library.links(&story.id)?;
    let mut keys = library.alike(&clues, CANDIDATES.max(count * 3 / 2) + 1)?;
    keys.extend(links.iter().map(|link| link.row.place.key));
    keys.sort_unstable();
    keys.dedup();
    keys.retain(|key| *key != story.place.key);
    let mut others = Vec::with_capacity(keys.len());
    for key in keys {
        others.extend(library.told(key)?.map(|told| (key, told)));
    }
    let stories = others.iter().map(|(_, told)| told);
    let boilerplate = Boilerplate::of(stories.chain([told]));
    if let Cow::Owned(body) = boilerplate.without(told) {
        here = Features::of(library, &frequencies, told, &body, &mut entities)?;
    }
    let mut judged = Vec::with_capacity(others.len());
    for (key, other) in others {
        let body = boilerplate.without(&other);
        let features = Features::of(library, &frequencies, &other, &body, &mut entities)?;
        let score = score(&here, &features, &frequencies);
        judged.push(Judged {
            key,
            score,
            link: links.iter().position(|link| link.row.place.key == key),
            features,
            body: body.into_owned(),
            publishers: other.publishers,
        });
    }
    judged.sort_by(|a, b| {
        let of = |j: &Judged| j.score.total() + if j.link.is_some() { STATED } else { 0.0 };
        of(b).total_cmp(&of(a)).then(a.key.cmp(&b.key))
    });
    judged.truncate(count);
    let own = Print {
        key: story.place.key,
        features: &here,
        body: &told.body,
    };
    let prints = judged.iter().map(|j| Print {
        key: j.key,
        features: &j.features,
        body: &j.body,
    });
    let groups = groups(&std::iter::once(own).chain(prints).collect::<Vec<_>>());
    let place = here.place.as_deref().map(|id| library.name_of(id));
    let place = place.transpose()?;
    let mut found = Vec::with_capacity(judged.len());
    for judged in judged {
        let Some(row) = library.row_of(judged.key)? else {
            continue;
        };
        let stated = judged
            .link
            .map(|at| (links[at].kind, links[at].why.clone()));
        let both = (&here, &judged.features);
        found.push(Found {
            reasons: reasons(
                &judged.score,
                stated.as_ref(),
                both,
                (&clues, &frequencies),
                place.as_deref(),
            ),
            group: match groups.get(&judged.key) {
                Some(first) => library
                    .row_of(*first)?
                    .map_or_else(|| row.id.clone(), |first| first.id),
                None => row.id.clone(),
            },
            gap: match (story.date, row.date) {
                (Some(here), Some(there)) => Gap::between(here, there).phrase(),
                _ => String::new(),
            },
            row,
            score: judged.score,
            publishers: judged.publishers,
            stated,
        });
    }
    Ok(found)
}
