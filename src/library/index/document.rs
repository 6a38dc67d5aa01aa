//! What the index holds of a story: its words, the words' first letters, its names, sources and dates; no texts.

use std::collections::BTreeSet;
use std::sync::Arc;

use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, NumericOptions, STRING, Schema, TextFieldIndexing,
    TextOptions,
};

use super::super::Place;
use super::edges::{Edges, Of};
use super::tokenizer::{EDGES, WORDS};
use crate::analyse::Analysis;
use crate::search::Names;
use crate::story::{Entity, Kind, Story};
use crate::text::fold;

/// The fields a name can stand in.
const SORTS: [Names; 4] = [
    Names::People,
    Names::Organisations,
    Names::Places,
    Names::All,
];

/// How often the words of a headline, and of the entities' names, count beside those of the body.
const HEADLINE_WEIGHT: usize = 3;
const NAME_WEIGHT: usize = 2;

/// The fields of the index.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    pub(super) key: Field,
    /// The day code of the story.
    pub(super) day: Field,
    /// The codes of the days its text tells of.
    pub(super) tells: Field,
    /// The names of everybody and everything in it, folded and whole.
    pub(super) name: Field,
    /// The new names in it: each folded, with what it is and as it is written.
    pub(super) named: Field,
    /// The story's place in the list, as one number.
    pub(super) order: Field,
    /// All words, headline and names more than once.
    pub(super) text: Field,
    /// The first one to three letters of every word, and of every name with its field.
    pub(super) edge: Field,
    /// The names and aliases of the entities in the story, by what they are.
    person: Field,
    org: Field,
    place: Field,
    entity: Field,
    /// Kinds of entities and of links.
    pub(super) kind: Field,
    /// Publishers and addresses.
    pub(super) source: Field,
    pub(super) tag: Field,
    pub(super) has: Field,
}

pub(super) fn schema() -> (Schema, Fields) {
    let text = |tokenizer, record| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_index_option(record),
        )
    };
    let positions = || text(WORDS, IndexRecordOption::WithFreqsAndPositions);
    let number: NumericOptions = NumericOptions::from(INDEXED) | FAST;
    let mut schema = Schema::builder();
    let fields = Fields {
        key: schema.add_u64_field("key", number),
        day: schema.add_u64_field("day", INDEXED),
        tells: schema.add_u64_field("tells", INDEXED),
        name: schema.add_text_field("name", STRING),
        named: schema.add_text_field("named", STRING),
        order: schema.add_u64_field("order", FAST),
        text: schema.add_text_field("text", positions()),
        edge: schema.add_text_field("edge", text(EDGES, IndexRecordOption::Basic)),
        person: schema.add_text_field("person", positions()),
        org: schema.add_text_field("org", positions()),
        place: schema.add_text_field("place", positions()),
        entity: schema.add_text_field("entity", positions()),
        kind: schema.add_text_field("kind", STRING),
        source: schema.add_text_field("source", positions()),
        tag: schema.add_text_field("tag", STRING),
        has: schema.add_text_field("has", STRING),
    };
    (schema.build(), fields)
}

impl Fields {
    /// The field that holds names of a sort.
    pub(super) fn names(self, names: Names) -> Field {
        match names {
            Names::People => self.person,
            Names::Organisations => self.org,
            Names::Places => self.place,
            Names::All => self.entity,
        }
    }

    pub(super) fn document(
        self,
        place: Place,
        story: &Story,
        analysis: &Analysis,
        entities: &[Arc<Entity>],
    ) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_u64(self.key, place.key as u64);
        document.add_u64(self.day, place.day.into());
        document.add_u64(self.order, order(place));
        let mut edges = Edges::default();
        // Each part is a value of its own: tantivy lets no phrase reach from one into the next.
        let title = story.title();
        for (part, weight) in [
            (&title, HEADLINE_WEIGHT),
            (&story.summary, 1),
            (&story.body, 1),
        ] {
            self.add_text(&mut document, &mut edges, part, weight);
        }
        self.add_names(&mut document, &mut edges, entities);
        self.add_new_names(&mut document, &mut edges, analysis);
        document.add_text(self.edge, edges.finish());
        for day in analysis.days_told() {
            document.add_u64(self.tells, day.into());
        }
        let whole: BTreeSet<String> = entities
            .iter()
            .map(|entity| fold(&entity.name))
            .chain(analysis.names.iter().map(|new| fold(&new.name)))
            .collect();
        for name in whole {
            document.add_text(self.name, name);
        }
        for link in &story.links {
            document.add_text(self.kind, link.kind.name());
        }
        for source in &story.sources {
            document.add_text(self.source, &source.publisher);
            document.add_text(self.source, &source.url);
        }
        for tag in &story.tags {
            document.add_text(self.tag, fold(tag));
        }
        if !story.disagreements.is_empty() {
            document.add_text(self.has, "disagreement");
        }
        document
    }

    fn add_text(
        self,
        document: &mut TantivyDocument,
        edges: &mut Edges,
        part: &str,
        weight: usize,
    ) {
        for _ in 0..weight {
            document.add_text(self.text, part);
        }
        edges.add(Of::Text, part);
    }

    /// New names are words of the text already; they too can be asked for by what they name.
    fn add_new_names(self, document: &mut TantivyDocument, edges: &mut Edges, analysis: &Analysis) {
        let new: BTreeSet<(&str, Kind)> = analysis
            .names
            .iter()
            .map(|new| (new.name.as_str(), new.kind))
            .collect();
        for (name, kind) in new {
            document.add_text(self.named, named_term(kind, name));
            for sort in SORTS.into_iter().filter(|s| is_among(kind, *s)) {
                document.add_text(self.names(sort), name);
                edges.add(Of::Names(sort), name);
            }
        }
    }

    /// Names count as words of the text, and can be asked for by what they name.
    fn add_names(
        self,
        document: &mut TantivyDocument,
        edges: &mut Edges,
        entities: &[Arc<Entity>],
    ) {
        for entity in entities {
            document.add_text(self.kind, entity.kind.name());
            for name in entity.names() {
                self.add_text(document, edges, name, NAME_WEIGHT);
                for sort in SORTS.into_iter().filter(|s| is_among(entity.kind, *s)) {
                    document.add_text(self.names(sort), name);
                    edges.add(Of::Names(sort), name);
                }
            }
            // By its id too: what other programs know it by.
            document.add_text(self.entity, &entity.id);
            edges.add(Of::Names(Names::All), &entity.id);
        }
    }
}

/// Stands between the parts of a term of the field `named`. No name has one in it: it is cleaned away with other controls.
const BETWEEN: char = '\t';

/// A new name as a term of the field `named` tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NamedTerm<'t> {
    pub(super) folded: &'t str,
    pub(super) kind: Kind,
    /// As it is written.
    pub(super) name: &'t str,
}

impl<'t> NamedTerm<'t> {
    pub(super) fn read(term: &'t [u8]) -> Option<Self> {
        let mut parts = std::str::from_utf8(term).ok()?.splitn(3, BETWEEN);
        let (folded, kind, name) = (parts.next()?, parts.next()?, parts.next()?);
        let kind = Kind::from_name(kind)?;
        Some(Self { folded, kind, name })
    }
}

/// The term of the field `named` for a new name. All that are written alike but for case and accents stand side by side.
fn named_term(kind: Kind, name: &str) -> String {
    format!(
        "{}{}{BETWEEN}{name}",
        named_prefix(&fold(name)),
        kind.name()
    )
}

/// How the terms of the field `named` for a folded name begin.
pub(super) fn named_prefix(folded: &str) -> String {
    format!("{folded}{BETWEEN}")
}

fn is_among(kind: Kind, names: Names) -> bool {
    match names {
        Names::People => kind == Kind::Person,
        Names::Organisations => matches!(kind, Kind::Organisation | Kind::Regulator),
        Names::Places => kind == Kind::Place,
        Names::All => true,
    }
}

/// A place as one number that grows as the list goes upward. Keys stay far below 2³⁶, days below 2²⁷.
fn order(place: Place) -> u64 {
    (u64::from(place.day) << 36) | (place.key as u64 & ((1 << 36) - 1))
}
