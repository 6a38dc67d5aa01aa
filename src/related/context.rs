//! A story with everything that stands around it on the screen: who it names, and what came earlier and later.

use std::collections::HashMap;

use super::details::{Detail, dates, money};
use super::findings::Findings;
use super::found::{Found, gap};
use super::named::{Named, Who, named};
use super::{Node, Score, Storyline};
use crate::library::{Library, Result, Row, Stored};
use crate::story::LinkKind;

/// The score from which a found story belongs to the storyline.
const BELONGS: f32 = 0.3;

/// A story and its surroundings.
#[derive(Debug, Clone, PartialEq)]
pub struct Context {
    pub stored: Stored,
    /// The name of the place, where it is known.
    pub place: Option<String>,
    /// Who and what the body names, by kind: the library's entities by how often, then new names.
    pub named: Vec<Named>,
    /// The amounts of money it tells, in its order.
    pub money: Vec<Detail>,
    /// The dates it tells, the earliest first.
    pub dates: Vec<Detail>,
    /// Copies of the story.
    pub copies: Vec<Related>,
    /// Related incidents: the earlier ones, then the later ones; of each the stated ones, then the found ones, the nearest
    /// first.
    pub related: Vec<Related>,
    /// Incidents that the body mentions and no story reports.
    pub mentioned: Vec<Node>,
}

/// A related incident and why it is one.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    pub row: Row,
    /// What it is to the story, where somebody has stated it; none where it was found.
    pub kind: Option<LinkKind>,
    /// The reason in a phrase.
    pub why: String,
    /// How far it lies from the story, in words; empty when a date is missing.
    pub gap: String,
    /// Whether it stands earlier in the storyline than the story.
    pub earlier: bool,
    /// How much the two belong together and by what, once it has been worked out.
    pub score: Option<Score>,
    /// Whether it reports something that the story mentions.
    pub reported: bool,
    /// What the analysis has to say for it, in phrases.
    pub reasons: Vec<String>,
    /// Copies of it that were found too.
    pub copies: Vec<Row>,
    /// Who published it and its copies.
    pub publishers: Vec<String>,
}

/// The story with an id and its surroundings.
///
/// # Errors
/// When the library cannot be read.
pub fn context(library: &Library, id: &str) -> Result<Option<Context>> {
    let Some(stored) = library.story(id)? else {
        return Ok(None);
    };
    let place = place(library, &stored)?;
    let analysis = library.analysis(stored.row.place.key, &stored.story)?;
    Ok(Some(Context {
        named: named(library, &stored, &analysis)?,
        money: money(&analysis, &stored.story.body),
        dates: dates(&analysis, &stored.story.body),
        copies: Vec::new(),
        related: stated(library, &stored)?,
        mentioned: Vec::new(),
        place,
        stored,
    }))
}

impl Context {
    /// The storyline that runs through this story: what is stated, what surely belongs to it, and what is only mentioned. Of
    /// copies one stands for all.
    pub fn storyline(&self) -> Storyline {
        let belonging = self.related.iter().filter(|r| r.belongs());
        let rows = belonging.map(|r| &r.row).chain([&self.stored.row]);
        let stories = rows.cloned().map(Node::from);
        let nodes = stories.chain(self.mentioned.iter().cloned());
        Storyline::new(&self.stored.row.id, nodes)
    }

    /// Takes up what was found around this story, in place of what was found before.
    pub fn take(&mut self, findings: Findings) {
        self.copies.clear();
        self.related.retain(|r| r.kind.is_some());
        for related in &mut self.related {
            related.copies.clear();
            related.reported = false;
        }
        let stories: HashMap<String, u64> = findings.names.into_iter().collect();
        for named in &mut self.named {
            if let Who::Name(name) = &named.who {
                named.everywhere = stories.get(name).copied().or(named.everywhere);
            }
        }
        for found in findings.related {
            self.take_found(found);
        }
        for row in findings.reported {
            self.take_reported(row);
        }
        in_order(&mut self.related);
        self.mentioned = findings.mentioned;
    }

    fn take_found(&mut self, found: Found) {
        let known = self.related.iter_mut().find(|r| r.row.id == found.row.id);
        if let Some(known) = known {
            (known.score, known.reasons) = (Some(found.score), found.reasons);
            known.publishers = found.publishers;
            return;
        }
        let first = self.related.iter_mut().find(|r| r.row.id == found.group);
        if let Some(first) = first {
            for publisher in found.publishers {
                if !first.publishers.contains(&publisher) {
                    first.publishers.push(publisher);
                }
            }
            first.copies.push(found.row);
            return;
        }
        let why = found.reasons.join("; ");
        let mut related = linked(&self.stored.row, found.row, None, why);
        (related.score, related.reasons) = (Some(found.score), found.reasons);
        related.publishers = found.publishers;
        if found.group == self.stored.row.id {
            self.copies.push(related);
        } else {
            self.related.push(related);
        }
    }

    fn take_reported(&mut self, row: Row) {
        if self.copies.iter().any(|r| r.row.id == row.id) {
            return;
        }
        let stands_for =
            |r: &&mut Related| r.row.id == row.id || r.copies.iter().any(|copy| copy.id == row.id);
        if let Some(known) = self.related.iter_mut().find(stands_for) {
            known.reported = true;
            return;
        }
        let reason = "reports what is mentioned here".to_owned();
        let mut related = linked(&self.stored.row, row, None, reason.clone());
        related.reported = true;
        related.reasons.push(reason);
        self.related.push(related);
    }
}

impl Related {
    /// Whether it is part of the storyline.
    fn belongs(&self) -> bool {
        let surely = self.score.is_some_and(|score| score.total() >= BELONGS);
        self.kind.is_some() || self.reported || surely
    }
}

/// The name of a story's place, where it has one.
///
/// # Errors
/// When the library cannot be read.
pub fn place(library: &Library, stored: &Stored) -> Result<Option<String>> {
    let place = stored.story.place.as_deref();
    place.map(|id| library.name_of(id)).transpose()
}

/// The stated links of a story, from either end: the earlier ones, then the later ones, the nearest first.
///
/// # Errors
/// When the library cannot be read.
pub fn stated(library: &Library, stored: &Stored) -> Result<Vec<Related>> {
    let links = library.links(&stored.row.id)?.into_iter();
    let mut related: Vec<Related> = links
        .map(|link| linked(&stored.row, link.row, Some(link.kind), link.why))
        .collect();
    in_order(&mut related);
    Ok(related)
}

fn linked(here: &Row, row: Row, kind: Option<LinkKind>, why: String) -> Related {
    Related {
        earlier: row.place < here.place,
        gap: gap(here, &row),
        row,
        kind,
        why,
        score: None,
        reported: false,
        reasons: Vec::new(),
        copies: Vec::new(),
        publishers: Vec::new(),
    }
}

fn in_order(related: &mut [Related]) {
    related.sort_by_key(|r| (!r.earlier, r.row.place));
    let earlier = related.iter().take_while(|r| r.earlier).count();
    related[..earlier].reverse();
    related.sort_by_key(|r| (!r.earlier, r.kind.is_none()));
}
