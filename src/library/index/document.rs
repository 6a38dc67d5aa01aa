//! What the index holds of a story: its words, the words' first letters, its names, sources and dates; no texts.

use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, NumericOptions, STRING, Schema, TextFieldIndexing,
    TextOptions,
};
use tantivy::tokenizer::{PreTokenizedString, Token};

use super::prefixes::edges;
use crate::story::{Entity, Story};
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
    /// All words, headline and names more than once.
    pub(super) text: Field,
    /// The first one to three letters of every word.
    pub(super) edge: Field,
    pub(super) entity: Field,
    pub(super) kind: Field,
    pub(super) place: Field,
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
    let number: NumericOptions = NumericOptions::from(INDEXED) | FAST;
    let mut schema = Schema::builder();
    let fields = Fields {
        key: schema.add_u64_field("key", number.clone()),
        day: schema.add_u64_field("day", number),
        text: schema.add_text_field("text", words(IndexRecordOption::WithFreqsAndPositions)),
        edge: schema.add_text_field("edge", words(IndexRecordOption::Basic)),
        entity: schema.add_text_field("entity", STRING),
        kind: schema.add_text_field("kind", STRING),
        place: schema.add_text_field("place", STRING),
        source: schema.add_text_field("source", words(IndexRecordOption::WithFreqsAndPositions)),
        tag: schema.add_text_field("tag", STRING),
        has: schema.add_text_field("has", STRING),
    };
    (schema.build(), fields)
}

impl Fields {
    pub(super) fn document(
        self,
        key: i64,
        day: u32,
        story: &Story,
        entities: &[Entity],
    ) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_u64(self.key, key as u64);
        document.add_u64(self.day, day.into());
        let mut tokens = Tokens::default();
        for _ in 0..HEADLINE_WEIGHT {
            tokens.part(&story.title());
        }
        tokens.part(&story.summary);
        tokens.part(&story.body);
        for entity in entities {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                for _ in 0..NAME_WEIGHT {
                    tokens.part(name);
                }
            }
            document.add_text(self.entity, &entity.id);
            document.add_text(self.kind, entity.kind.name());
        }
        for link in &story.links {
            document.add_text(self.kind, link.kind.name());
        }
        document.add_pre_tokenized_text(self.edge, edges(&tokens.0));
        document.add_pre_tokenized_text(self.text, tokens.finish());
        if let Some(place) = &story.place {
            document.add_text(self.place, place);
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
