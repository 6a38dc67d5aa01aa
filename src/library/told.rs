//! What of a story is compared with others, read without the rest: a hundred are read for each that is opened.

use rusqlite::OptionalExtension;
use serde::Deserialize;
use serde_json::Value;

use super::{Library, Result};
use crate::analyse::Analysis;
use crate::story::{PartialDate, Vantage, decode_story, speaks_from};

/// A story's texts, dates and place, and what was found in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    pub headline: String,
    pub summary: String,
    pub body: String,
    pub published: Option<PartialDate>,
    pub occurred: Option<PartialDate>,
    pub place: Option<String>,
    /// Who published the sources.
    pub publishers: Vec<String>,
    /// When the text speaks from.
    pub speaks_from: Option<Vantage>,
    pub analysis: Analysis,
}

/// The keys of a story's JSON that are read, where each is of the form it should have: nearly always.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Keys {
    headline: String,
    summary: String,
    body: String,
    published: Option<String>,
    occurred: Option<String>,
    place: Option<String>,
    sources: Vec<Source>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Source {
    publisher: String,
    /// Written back as it came, so it may be anything.
    date: Value,
}

impl Keys {
    /// The keys of a story; what cannot be read of one is left out, as it is where the story is shown.
    fn of(json: &str) -> Self {
        if let Ok(keys) = serde_json::from_str(json) {
            return keys;
        }
        let story = serde_json::from_str(json).map(decode_story);
        let Ok((Some(story), _)) = story else {
            return Self::default();
        };
        let date = |date: Option<PartialDate>| date.map(|date| date.to_string());
        let source = |source: crate::story::Source| Source {
            publisher: source.publisher,
            date: source
                .date
                .map_or(Value::Null, |date| date.to_string().into()),
        };
        Self {
            published: date(story.published),
            occurred: date(story.occurred),
            headline: story.headline,
            summary: story.summary,
            body: story.body,
            place: story.place,
            sources: story.sources.into_iter().map(source).collect(),
        }
    }
}

impl Told {
    /// The date the story is filed under.
    pub fn date(&self) -> Option<PartialDate> {
        self.occurred.or(self.published)
    }
}

impl Library {
    /// What the story with a key tells.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn told(&self, key: i64) -> Result<Option<Told>> {
        let mut query = self.db.prepare_cached(
            "SELECT c.json, c.mentions, a.json FROM content c LEFT JOIN analysis a ON a.key = c.key WHERE c.key = ?1",
        )?;
        let row = query.query_row([key], |row| {
            let read = |at| {
                row.get_ref(at)
                    .and_then(|value| Ok(value.as_str_or_null()?))
            };
            let keys = read(0)?.map(Keys::of).unwrap_or_default();
            let mentions = read(1)?
                .and_then(|json| serde_json::from_str(json).ok())
                .unwrap_or_default();
            let date = |text: &Option<String>| text.as_deref()?.parse::<PartialDate>().ok();
            let (published, occurred) = (date(&keys.published), date(&keys.occurred));
            let sources = keys.sources.iter();
            let sources = sources.filter_map(|s| s.date.as_str()?.parse().ok());
            let day = speaks_from(published, occurred, sources);
            let mut analysis = Analysis::read(read(2)?, &keys.body, day);
            analysis.mentions = mentions;
            let publishers = keys.sources.into_iter().map(|s| s.publisher);
            Ok(Told {
                analysis: analysis.within(&keys.body),
                headline: keys.headline,
                summary: keys.summary,
                body: keys.body,
                published,
                occurred,
                speaks_from: day,
                place: keys.place,
                publishers: publishers.filter(|name| !name.is_empty()).collect(),
            })
        });
        Ok(row.optional()?)
    }
}
