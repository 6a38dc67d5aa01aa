//! The data: stories, entities, links, partial dates and collections, as JSON in and out with every problem named.
//! It knows nothing of files, disks or screens.

mod date;
mod decode;
mod encode;
mod entity;
mod fields;
mod link;
mod problem;
mod speaks;

use serde_json::{Map, Value};

pub use date::{Gap, PartialDate};
pub use decode::{decode_collection, decode_entity, decode_story};
pub use entity::{Entity, Kind, Relation};
pub use link::{Link, LinkKind};
pub use problem::Problem;
pub use speaks::{Vantage, speaks_from};

/// One report: what it says, when it was published, when the thing happened, and where that is known from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Story {
    /// Unique within a library; derived from the headline and body when the file gives none.
    pub id: String,
    pub headline: String,
    pub summary: String,
    /// Paragraphs separated by a blank line.
    pub body: String,
    pub published: Option<PartialDate>,
    /// When the thing happened, where that differs from `published` or is known better.
    pub occurred: Option<PartialDate>,
    /// The id of a place entity.
    pub place: Option<String>,
    /// A BCP 47 language tag.
    pub language: Option<String>,
    pub entities: Vec<Role>,
    pub links: Vec<Link>,
    /// Points on which the sources contradict each other, one sentence each.
    pub disagreements: Vec<String>,
    pub sources: Vec<Source>,
    pub tags: Vec<String>,
    /// Keys this program does not know, and values it could not read; written back as they came.
    pub extra: Map<String, Value>,
}

impl Story {
    /// The date a story is filed under: when the thing happened, else when it was published.
    pub fn date(&self) -> Option<PartialDate> {
        self.occurred.or(self.published)
    }

    /// When the text speaks from: the anchor of `yesterday` and `in March`.
    pub fn speaks_from(&self) -> Option<Vantage> {
        let sources = self.sources.iter().filter_map(|s| s.date);
        speaks_from(self.published, self.occurred, sources)
    }

    /// What a list shows: the headline, else the start of the body.
    pub fn title(&self) -> String {
        if !self.headline.is_empty() {
            return self.headline.clone();
        }
        self.body
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(120)
            .collect()
    }

    /// The JSON object of the story, unknown keys included.
    pub fn to_value(&self) -> Value {
        encode::encode_story(self)
    }
}

/// What an entity is to a story.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Role {
    /// The entity's id.
    pub id: String,
    pub role: String,
    pub extra: Map<String, Value>,
}

/// Where a story or an entity's description is known from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Source {
    pub title: String,
    pub publisher: String,
    pub url: String,
    pub date: Option<PartialDate>,
    pub extra: Map<String, Value>,
}

/// Stories and entities that ship or were imported together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Collection {
    pub id: String,
    pub title: String,
    pub about: String,
    pub licence: String,
    /// The id of the story that opens on the first run.
    pub lead: Option<String>,
    pub extra: Map<String, Value>,
}
