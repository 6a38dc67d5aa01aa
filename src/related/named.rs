//! Who and what a story names: the library's entities, and names that no entity bears yet.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::features::is_publisher;
use crate::analyse::{Analysis, is_demonym};
use crate::library::{Library, Result, Stored};
use crate::story::Kind;
use crate::text::fold;

/// Who or what a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The library's entity with this key.
    Entity(i64),
    /// A name that was found, in its fullest form.
    Name(String),
}

/// Somebody or something a story names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub who: Who,
    pub label: String,
    pub kind: Kind,
    /// Where the body names it (bytes), in order.
    pub spans: Vec<(usize, usize)>,
    /// Stories in the library that name it; of new names found out later.
    pub everywhere: Option<u64>,
}

/// Who and what a body names, by kind: the library's entities by how often, then new names.
pub(super) fn named(library: &Library, stored: &Stored, analysis: &Analysis) -> Result<Vec<Named>> {
    let mut named = entities(library, stored)?;
    // Nobody would look among the names for who is from China, or for who reports it.
    let publishers = stored.story.sources.iter().map(|s| s.publisher.clone());
    let publishers: Vec<String> = publishers.collect();
    let new = analysis
        .names
        .iter()
        .filter(|new| !is_demonym(&new.name) && !is_publisher(&fold(&new.name), &publishers));
    let mut known: HashMap<&str, usize> = HashMap::new();
    for new in new {
        let span = (new.start, new.end);
        match known.entry(&new.name) {
            Entry::Occupied(at) => named[*at.get()].spans.push(span),
            Entry::Vacant(at) => {
                at.insert(named.len());
                named.push(Named {
                    who: Who::Name(new.name.clone()),
                    label: new.name.clone(),
                    kind: new.kind,
                    spans: vec![span],
                    everywhere: None,
                });
            }
        }
    }
    let order = |n: &Named| {
        let new = matches!(n.who, Who::Name(_));
        (n.kind, new, Reverse(n.spans.len()))
    };
    named.sort_by(|a, b| order(a).cmp(&order(b)).then(a.label.cmp(&b.label)));
    Ok(named)
}

/// The library's entities in a body, as it names them first.
fn entities(library: &Library, stored: &Stored) -> Result<Vec<Named>> {
    let mut named: Vec<Named> = Vec::new();
    // Where each stands among them; those out of sight nowhere.
    let mut known: HashMap<i64, Option<usize>> = HashMap::new();
    for mention in &stored.mentions {
        let span = (mention.start, mention.end);
        let at = match known.entry(mention.entity) {
            Entry::Occupied(at) => *at.get(),
            Entry::Vacant(new) => {
                let row = library.entity(mention.entity)?.filter(|row| !row.hidden);
                let at = row.is_some().then_some(named.len());
                named.extend(row.map(|row| Named {
                    who: Who::Entity(row.key),
                    label: row.entity.label(),
                    kind: row.entity.kind,
                    spans: Vec::new(),
                    everywhere: Some(row.stories),
                }));
                *new.insert(at)
            }
        };
        if let Some(at) = at {
            named[at].spans.push(span);
        }
    }
    Ok(named)
}
