//! Stories and entities back to JSON: known fields in the documented order, then what was kept aside.

use serde_json::{Map, Value};

use super::{Entity, Link, PartialDate, Relation, Role, Source, Story};

/// Writes known fields in the documented order, then what was kept aside.
struct Writer(Map<String, Value>);

impl Writer {
    fn text(mut self, key: &str, text: &str) -> Self {
        if !text.is_empty() {
            self.0.insert(key.into(), text.into());
        }
        self
    }

    fn date(self, key: &str, date: Option<PartialDate>) -> Self {
        let text = date.map(|d| d.to_string()).unwrap_or_default();
        self.text(key, &text)
    }

    fn number(mut self, key: &str, number: Option<f64>) -> Self {
        if let Some(number) = number {
            self.0.insert(key.into(), number.into());
        }
        self
    }

    fn list(mut self, key: &str, items: Vec<Value>) -> Self {
        if !items.is_empty() {
            self.0.insert(key.into(), Value::Array(items));
        }
        self
    }

    fn finish(mut self, extra: &Map<String, Value>) -> Value {
        for (key, kept) in extra {
            match (self.0.get_mut(key), kept) {
                (Some(Value::Array(items)), Value::Array(bad)) => items.extend(bad.iter().cloned()),
                _ => {
                    self.0.insert(key.clone(), kept.clone());
                }
            }
        }
        Value::Object(self.0)
    }
}

fn lines(items: &[String]) -> Vec<Value> {
    items
        .iter()
        .map(|item| Value::from(item.as_str()))
        .collect()
}

fn encode_sources(sources: &[Source]) -> Vec<Value> {
    let one = |s: &Source| {
        Writer(Map::new())
            .text("title", &s.title)
            .text("publisher", &s.publisher)
            .text("url", &s.url)
            .date("date", s.date)
            .finish(&s.extra)
    };
    sources.iter().map(one).collect()
}

pub(super) fn encode_story(story: &Story) -> Value {
    let role = |r: &Role| {
        Writer(Map::new())
            .text("id", &r.id)
            .text("role", &r.role)
            .finish(&r.extra)
    };
    let link = |l: &Link| {
        Writer(Map::new())
            .text("to", &l.to)
            .text("kind", l.kind.name())
            .text("why", &l.why)
            .finish(&l.extra)
    };
    Writer(Map::new())
        .text("id", &story.id)
        .text("headline", &story.headline)
        .text("summary", &story.summary)
        .text("body", &story.body)
        .date("published", story.published)
        .date("occurred", story.occurred)
        .text("place", story.place.as_deref().unwrap_or_default())
        .text("language", story.language.as_deref().unwrap_or_default())
        .list("entities", story.entities.iter().map(role).collect())
        .list("links", story.links.iter().map(link).collect())
        .list("disagreements", lines(&story.disagreements))
        .list("sources", encode_sources(&story.sources))
        .list("tags", lines(&story.tags))
        .finish(&story.extra)
}

pub(super) fn encode_entity(entity: &Entity) -> Value {
    let relation = |r: &Relation| {
        Writer(Map::new())
            .text("kind", &r.kind)
            .text("to", &r.to)
            .date("from", r.from)
            .date("until", r.until)
            .finish(&r.extra)
    };
    Writer(Map::new())
        .text("id", &entity.id)
        .text("name", &entity.name)
        .text("kind", entity.kind.name())
        .list("aliases", lines(&entity.aliases))
        .text("about", &entity.about)
        .list("relations", entity.relations.iter().map(relation).collect())
        .number("latitude", entity.latitude)
        .number("longitude", entity.longitude)
        .list("sources", encode_sources(&entity.sources))
        .finish(&entity.extra)
}
