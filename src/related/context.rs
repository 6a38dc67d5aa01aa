//! A story with everything that stands around it on the screen: who it names, and what came earlier and later.

use std::collections::HashMap;

use super::{Node, Storyline};
use crate::library::{Library, Result, Row, Stored};
use crate::story::{Gap, Kind, LinkKind};

/// A story and its surroundings.
#[derive(Debug, Clone, PartialEq)]
pub struct Context {
    pub stored: Stored,
    /// The name of the place, where it is known.
    pub place: Option<String>,
    /// The entities the body names, by kind and by how often.
    pub named: Vec<Named>,
    /// Related incidents: the earlier ones, then the later ones, the nearest first.
    pub related: Vec<Related>,
}

/// An entity a story names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub key: i64,
    pub id: String,
    pub label: String,
    pub kind: Kind,
    /// Mentions in this story.
    pub here: usize,
    /// Stories in the library that name it.
    pub everywhere: u64,
}

/// A related incident and why it is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    pub row: Row,
    /// What it is to the story.
    pub kind: LinkKind,
    /// The reason in a phrase.
    pub why: String,
    /// How far it lies from the story, in words; empty when a date is missing.
    pub gap: String,
    /// Whether it stands earlier in the storyline than the story.
    pub earlier: bool,
}

/// The story with an id and its surroundings.
///
/// # Errors
/// When the library cannot be read.
pub fn context(library: &Library, id: &str) -> Result<Option<Context>> {
    let Some(stored) = library.story(id)? else {
        return Ok(None);
    };
    let place = match stored.story.place.as_deref() {
        Some(id) => match library.entity_key(id)? {
            Some(key) => library.entity(key)?.map(|row| row.entity.name),
            None => Some(id.to_owned()),
        },
        None => None,
    };
    Ok(Some(Context {
        named: named(library, &stored)?,
        related: related(library, &stored)?,
        place,
        stored,
    }))
}

impl Context {
    /// The storyline that runs through this story.
    pub fn storyline(&self) -> Storyline {
        let rows = self.related.iter().map(|r| &r.row);
        Storyline::new(
            &self.stored.row.id,
            rows.chain([&self.stored.row]).map(Node::from),
        )
    }
}

fn named(library: &Library, stored: &Stored) -> Result<Vec<Named>> {
    let mut counts: HashMap<i64, usize> = HashMap::new();
    for mention in &stored.mentions {
        *counts.entry(mention.entity).or_default() += 1;
    }
    let mut named = Vec::with_capacity(counts.len());
    for (key, here) in counts {
        let Some(row) = library.entity(key)? else {
            continue;
        };
        named.push(Named {
            key,
            label: row.entity.label(),
            id: row.entity.id,
            kind: row.entity.kind,
            here,
            everywhere: row.stories,
        });
    }
    named.sort_by(|a, b| (a.kind, b.here, &a.label).cmp(&(b.kind, a.here, &b.label)));
    Ok(named)
}

fn related(library: &Library, stored: &Stored) -> Result<Vec<Related>> {
    let mut related: Vec<Related> = library
        .links(&stored.row.id)?
        .into_iter()
        .map(|link| Related {
            earlier: link.row.place < stored.row.place,
            gap: match (stored.row.date, link.row.date) {
                (Some(here), Some(there)) => Gap::between(here, there).phrase(),
                _ => String::new(),
            },
            row: link.row,
            kind: link.kind,
            why: link.why,
        })
        .collect();
    related.sort_by_key(|r| (!r.earlier, r.row.place));
    let earlier = related.iter().take_while(|r| r.earlier).count();
    related[..earlier].reverse();
    Ok(related)
}
