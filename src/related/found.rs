//! Stories that belong to a story, best first, those that somebody has stated among them: gathered, judged, and said in words.

use std::collections::{HashMap, HashSet};

use super::candidates::{Candidate, Reader};
use super::clues::clues;
use super::reasons::{Wording, reasons};
use super::score::{List, Score, score};
use crate::library::{Library, Link, Result, Row, Told};
use crate::story::{Gap, LinkKind};

/// More than so many nobody gets, and nobody reads.
const MOST: usize = 1_000;
/// What a stated link adds: it stands above any found one.
pub const STATED: f32 = 2.0;

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
        total(&self.score, self.stated.is_some())
    }
}

fn total(score: &Score, stated: bool) -> f32 {
    score.total() + if stated { STATED } else { 0.0 }
}

/// How far a story lies from another, in words; empty when a date is missing.
pub(super) fn gap(here: &Row, there: &Row) -> String {
    match (here.date, there.date) {
        (Some(here), Some(there)) => Gap::between(here, there).phrase(),
        _ => String::new(),
    }
}

/// At most `count` stories that belong to a story, and never more than a thousand, best first: stated links, then found ones.
/// Copies of each other count once, those of the story itself too, and all of them are told.
///
/// # Errors
/// When the library or its index cannot be read.
pub fn find_related(library: &Library, story: &Row, count: usize) -> Result<Vec<Found>> {
    library.at_once(|library| {
        let links = library.links(&story.id)?;
        match library.told(story.place.key)? {
            Some(told) => found(library, (story, told), &links, List::Everything, count),
            None => Ok(Vec::new()),
        }
    })
}

/// As [`find_related`], where the story and its stated links have been read already.
pub(super) fn found(
    library: &Library,
    (story, told): (&Row, Told),
    links: &[Link],
    list: List,
    count: usize,
) -> Result<Vec<Found>> {
    let count = count.min(MOST);
    let mut reader = Reader::new(library)?;
    let own = reader.candidate(story.place.key, told)?;
    let parts = [&own.told.headline, &own.told.summary, &own.told.body];
    let clues = clues(
        &parts.map(String::as_str),
        &own.features,
        reader.frequencies(),
    );
    let mut others = reader.around(own, &clues, links, count)?;
    let frequencies = reader.frequencies();
    let own = others.remove(0);
    let judge = |other: &Candidate| score(&own.features, &other.features, list, frequencies);
    let judged = judged(others, links, count, judge);
    let place = own.told.place.as_deref();
    let place = place.map(|id| library.name_of(id)).transpose()?;
    let wording = Wording::new(&clues, frequencies, place.as_deref());
    said(library, (story, &own), judged, &wording)
}

/// A candidate and its judgement.
struct Judged<'l> {
    candidate: Candidate,
    score: Score,
    link: Option<&'l Link>,
}

/// The candidates of the best groups, the best first.
fn judged<'l>(
    others: Vec<Candidate>,
    links: &'l [Link],
    count: usize,
    judge: impl Fn(&Candidate) -> Score,
) -> Vec<Judged<'l>> {
    let links: HashMap<i64, &Link> = links.iter().map(|l| (l.row.place.key, l)).collect();
    let judge = |candidate: Candidate| Judged {
        score: judge(&candidate),
        link: links.get(&candidate.key).copied(),
        candidate,
    };
    let mut judged: Vec<Judged<'l>> = others.into_iter().map(judge).collect();
    judged.sort_by(|a, b| {
        let of = |j: &Judged<'_>| total(&j.score, j.link.is_some());
        of(b)
            .total_cmp(&of(a))
            .then(a.candidate.key.cmp(&b.candidate.key))
    });
    let mut groups = HashSet::new();
    judged.retain(|judged| {
        let group = judged.candidate.group;
        groups.contains(&group) || groups.len() < count && groups.insert(group)
    });
    judged
}

/// What was judged, in words.
fn said(
    library: &Library,
    (story, own): (&Row, &Candidate),
    judged: Vec<Judged<'_>>,
    wording: &Wording<'_>,
) -> Result<Vec<Found>> {
    // The best story of each group comes first, and the story itself before all.
    let mut firsts = HashMap::from([(own.group, story.id.clone())]);
    let mut found = Vec::with_capacity(judged.len());
    for Judged {
        candidate,
        score,
        link,
    } in judged
    {
        let Some(row) = library.row_of(candidate.key)? else {
            continue;
        };
        let stated = link.map(|link| (link.kind, link.why.clone()));
        let both = (&own.features, &candidate.features);
        let first = firsts.entry(candidate.group);
        found.push(Found {
            reasons: reasons(&score, stated.as_ref(), both, wording),
            group: first.or_insert_with(|| row.id.clone()).clone(),
            gap: gap(story, &row),
            row,
            score,
            publishers: candidate.told.publishers,
            stated,
        });
    }
    Ok(found)
}
