//! What is compared of two stories: their words, names, days and places.

use std::collections::HashMap;

use jiff::civil::Date;

use super::terms::Terms;
use crate::analyse::{Analysis, Grain, is_demonym};
use crate::library::{Frequencies, Library, Of, Result, Slot, Told};
use crate::story::PartialDate;
use crate::text::fold;

/// The lead counts twice: the first paragraph, and no more of it than this (bytes).
const LEAD: usize = 400;

/// One story, ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Features {
    pub(super) text: Terms,
    pub(super) title: Terms,
    /// In the order of the slots.
    pub(super) names: Vec<(Slot, String)>,
    /// Days told, with how sure each is, in order.
    pub(super) days: Vec<(Date, f32)>,
    pub(super) published: Option<Date>,
    pub(super) date: Option<PartialDate>,
    pub(super) place: Option<Place>,
}

/// Where something happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// The library's entity with this key, whichever of its ids a story gives.
    Known(i64),
    /// An id that the library has no entity for.
    Unknown(String),
}

/// The names of entities by their keys, read once.
pub(super) type EntityNames = HashMap<i64, Option<String>>;

impl Features {
    /// The features of a story, whose body may have been cut.
    pub(super) fn of(
        library: &Library,
        frequencies: &Frequencies,
        told: &Told,
        body: &str,
        entities: &mut EntityNames,
    ) -> Result<Self> {
        let parts = [
            (told.headline.as_str(), 2),
            (&told.summary, 2),
            (lead(body), 1),
            (body, 1),
        ];
        Ok(Self {
            text: Terms::of(&parts, frequencies),
            title: Terms::of(&[(&told.headline, 1)], frequencies),
            names: names(library, told, entities)?,
            days: days(&told.analysis),
            published: told.published.map(PartialDate::first_day),
            date: told.date(),
            place: place(library, told)?,
        })
    }

    /// All that is counted of it: its words, names and days.
    pub(super) fn slots(&self) -> impl Iterator<Item = Slot> {
        let day = |(day, _): &(Date, f32)| Some(Slot::of_day(PartialDate::of_day(*day)?.code()));
        let names = self.names.iter().map(|(slot, _)| *slot);
        let others = names.chain(self.days.iter().filter_map(day));
        self.text.words().chain(others)
    }
}

fn place(library: &Library, told: &Told) -> Result<Option<Place>> {
    let Some(id) = &told.place else {
        return Ok(None);
    };
    let known = library.entity_key(id)?.map(Place::Known);
    Ok(Some(known.unwrap_or_else(|| Place::Unknown(id.clone()))))
}

fn lead(body: &str) -> &str {
    let paragraph = body.split("\n\n").next().unwrap_or_default();
    let end = (0..=LEAD.min(paragraph.len()))
        .rev()
        .find(|at| paragraph.is_char_boundary(*at));
    &paragraph[..end.unwrap_or(0)]
}

fn names(
    library: &Library,
    told: &Told,
    entities: &mut EntityNames,
) -> Result<Vec<(Slot, String)>> {
    let new = told.analysis.names.iter().map(|new| &new.name);
    let mut names: Vec<String> = new.filter(|name| !is_demonym(name)).cloned().collect();
    for mention in &told.analysis.mentions {
        if let std::collections::hash_map::Entry::Vacant(new) = entities.entry(mention.entity) {
            new.insert(library.entity_name(mention.entity)?);
        }
        names.extend(entities[&mention.entity].clone());
    }
    let mut names: Vec<(Slot, String)> = names
        .into_iter()
        .map(|name| (fold(&name), name))
        .filter(|(folded, _)| !is_publisher(folded, &told.publishers))
        .map(|(folded, name)| (Slot::new(Of::Name, folded.as_bytes()), name))
        .collect();
    names.sort_unstable();
    names.dedup_by_key(|(slot, _)| *slot);
    Ok(names)
}

/// Whether a folded name is that of a publisher: who reports a story is not who it is about.
pub(super) fn is_publisher(name: &str, publishers: &[String]) -> bool {
    publishers.iter().any(|publisher| {
        let publisher = fold(publisher);
        let rest = publisher.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

fn days(analysis: &Analysis) -> Vec<(Date, f32)> {
    let days = analysis.dates.iter().filter(|d| d.grain == Grain::Day);
    let mut days: Vec<(Date, f32)> = days.map(|d| (d.from, d.confidence)).collect();
    days.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    days.dedup_by_key(|(day, _)| *day);
    days
}
