//! Who and what a text names: the library's entities and new names, each later short form tied to the name it stands for.
//! It looks at one text; what several texts name is the library's business.

mod introduced;
mod overlap;
mod places;
mod repeated;
mod surnames;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::{Gazetteer, Mention, names};
use crate::story::Kind;

pub(super) use surnames::surname;

/// Where a text names somebody or something that the library has no entity for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewName {
    /// Byte offset into the text.
    pub start: usize,
    /// The first byte after the name.
    pub end: usize,
    pub kind: Kind,
    /// The fullest form of the name in this text: a surname alone has the full name here.
    pub name: String,
}

/// A span that names somebody or something.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Span {
    start: usize,
    end: usize,
    kind: Kind,
    who: Who,
}

/// Who a span names: equal for the same.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Who {
    /// The library's entity with this key.
    Known(i64),
    /// The fullest form of a new name.
    New(String),
}

/// The names in a text, those of known entities and new ones, each list in order and none inside another.
pub fn find_names(text: &str, gazetteer: &Gazetteer) -> (Vec<Mention>, Vec<NewName>) {
    let known = gazetteer.find(text).into_iter().map(|m| Span {
        start: m.start,
        end: m.end,
        kind: gazetteer.kind(m.entity),
        who: Who::Known(m.entity),
    });
    let new = names::find(text).into_iter().map(|n| Span {
        start: n.start,
        end: n.end,
        kind: n.kind,
        who: Who::New(text[n.start..n.end].to_owned()),
    });
    let mut spans = overlap::merged(known.collect(), new.collect());
    let mut short = introduced::forms(text, &spans);
    let (surnames, shared) = surnames::forms(text, &spans, gazetteer);
    short.extend(surnames);
    overlap::put_forms(text, &mut spans, &short);
    repeated::agree(text, &mut spans);
    let again = repeated::forms(text, &spans);
    overlap::put_forms(text, &mut spans, &again);
    spans.retain(|span| !surnames::is_of_several(text, span, &shared));
    split(spans)
}

/// A form that stands for a name within a stretch of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Form {
    text: String,
    after: usize,
    before: usize,
    kind: Kind,
    who: Who,
}

fn split(spans: Vec<Span>) -> (Vec<Mention>, Vec<NewName>) {
    let (mut mentions, mut new) = (Vec::new(), Vec::new());
    for Span {
        start,
        end,
        kind,
        who,
    } in spans
    {
        match who {
            Who::Known(entity) => mentions.push(Mention { start, end, entity }),
            Who::New(name) => new.push(NewName {
                start,
                end,
                kind,
                name,
            }),
        }
    }
    (mentions, new)
}
