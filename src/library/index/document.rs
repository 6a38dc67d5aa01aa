//! What the index holds of a story: its words, the words' first letters, its names, sources and dates; no texts.

use std::sync::Arc;

use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, NumericOptions, STRING, Schema, TextFieldIndexing,
    TextOptions,
};
use tantivy::tokenizer::{PreTokenizedString, Token};

use super::super::Place;
use super::edges::{Edges, Of};
use crate::search::Names;
use crate::story::{Entity, Kind, Story};
use crate::text::{fold, words};

/// How often the words of a headline, and of the entities' names, count beside those of the body.
const HEADLINE_WEIGHT: usize = 3;
const NAME_WEIGHT: usize = 2;
/// Positions between two parts of a story, so that no phrase reaches over.
const PART_GAP: usize = 100;
/// No longer word is indexed (bytes); tantivy's own limit is 65,530.
const LONGEST_WORD: usize = 200;

/// The fields of the index.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    pub(super) key: Field,
    /// The day code of the story.
    pub(super) day: Field,
    /// The codes of the days its text tells of.
    pub(super) tells: Field,
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
    let words = |record| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer("raw")
                .set_index_option(record),
        )
    };
    let positions = || words(IndexRecordOption::WithFreqsAndPositions);
    let number: NumericOptions = NumericOptions::from(INDEXED) | FAST;
    let mut schema = Schema::builder();
    let fields = Fields {
        key: schema.add_u64_field("key", number),
        day: schema.add_u64_field("day", INDEXED),
        tells: schema.add_u64_field("tells", INDEXED),
        order: schema.add_u64_field("order", FAST),
        text: schema.add_text_field("text", positions()),
        edge: schema.add_text_field("edge", words(IndexRecordOption::Basic)),
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
        entities: &[Arc<Entity>],
    ) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_u64(self.key, place.key as u64);
        document.add_u64(self.day, place.day.into());
        document.add_u64(self.order, order(place));
        let mut text = Tokens::default();
        for _ in 0..HEADLINE_WEIGHT {
            text.part(&story.title());
        }
        text.part(&story.summary);
        text.part(&story.body);
        let mut edges = Edges::default();
        self.add_names(&mut document, &mut text, &mut edges, entities);
        edges.add(Of::Text, &text.0);
        document.add_pre_tokenized_text(self.edge, edges.finish());
        document.add_pre_tokenized_text(self.text, text.finish());
        for link in &story.links {
            document.add_text(self.kind, link.kind.name());
        }
        let mut sources = Tokens::default();
        for source in &story.sources {
            sources.part(&source.publisher);
            sources.part(&source.url);
        }
        document.add_pre_tokenized_text(self.source, sources.finish());
        for tag in &story.tags {
            document.add_text(self.tag, fold(tag));
        }
        if !story.disagreements.is_empty() {
            document.add_text(self.has, "disagreement");
        }
        document
    }

    /// Names count as words of the text, and can be asked for by what they name.
    fn add_names(
        self,
        document: &mut TantivyDocument,
        text: &mut Tokens,
        edges: &mut Edges,
        entities: &[Arc<Entity>],
    ) {
        let sorts = [
            Names::People,
            Names::Organisations,
            Names::Places,
            Names::All,
        ];
        let mut named = sorts.map(|sort| (sort, Tokens::default()));
        for entity in entities {
            document.add_text(self.kind, entity.kind.name());
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                for _ in 0..NAME_WEIGHT {
                    text.part(name);
                }
                for (_, tokens) in named.iter_mut().filter(|(s, _)| is_among(entity.kind, *s)) {
                    tokens.part(name);
                }
            }
            // By its id too: what other programs know it by.
            named[3].1.part(&entity.id);
        }
        for (sort, tokens) in named {
            edges.add(Of::Names(sort), &tokens.0);
            document.add_pre_tokenized_text(self.names(sort), tokens.finish());
        }
    }
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

/// The folded words of the parts of a story, with positions.
#[derive(Default)]
struct Tokens(Vec<Token>);

impl Tokens {
    fn part(&mut self, text: &str) {
        let start = self.0.last().map_or(0, |last| last.position + PART_GAP);
        let spans = words(text).filter(|w| w.end - w.start <= LONGEST_WORD);
        self.0.extend(spans.enumerate().map(|(n, word)| Token {
            offset_from: word.start,
            offset_to: word.end,
            position: start + n,
            text: fold(&text[word.start..word.end]),
            position_length: 1,
        }));
    }

    fn finish(self) -> PreTokenizedString {
        PreTokenizedString {
            text: String::new(),
            tokens: self.0,
        }
    }
}
