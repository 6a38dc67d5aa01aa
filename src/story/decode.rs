//! JSON values to stories, entities and collections and back; a bad field is named and kept aside, never dropped.

use serde_json::{Map, Value};

use super::{
    Collection, Entity, Kind, Link, LinkKind, PartialDate, Problem, Relation, Role, Source, Story,
};
use crate::text::{clean_block, clean_line};

/// A story and what was wrong with it; no story when it has neither headline nor body.
pub fn decode_story(value: Value) -> (Option<Story>, Vec<Problem>) {
    let Some(mut fields) = Fields::of(value) else {
        return (
            None,
            vec![Problem::rejected("expected a story: a JSON object")],
        );
    };
    let mut story = Story {
        id: fields.line("id"),
        headline: fields.line("headline"),
        summary: fields.line("summary"),
        body: fields.block("body"),
        published: fields.date("published"),
        occurred: fields.date("occurred"),
        place: fields.optional_line("place"),
        language: fields.optional_line("language"),
        entities: fields.list("entities", role),
        links: fields.list("links", link),
        disagreements: fields.lines("disagreements"),
        sources: fields.list("sources", source),
        tags: fields.lines("tags"),
        ..Story::default()
    };
    if story.headline.is_empty() && story.body.trim().is_empty() {
        fields.problems.push(Problem {
            field: Some("headline".into()),
            ..Problem::rejected("a story needs a headline or a body, this one has neither")
        });
        return (None, fields.problems);
    }
    if story.id.is_empty() {
        story.id = derived_id(&story);
    }
    story.extra = fields.rest;
    (Some(story), fields.problems)
}

/// An entity and what was wrong with it; no entity without an id and a name.
pub fn decode_entity(value: Value) -> (Option<Entity>, Vec<Problem>) {
    let Some(mut fields) = Fields::of(value) else {
        return (
            None,
            vec![Problem::rejected("expected an entity: a JSON object")],
        );
    };
    let mut entity = Entity {
        id: fields.line("id"),
        name: fields.line("name"),
        kind: fields.named(
            "kind",
            Kind::from_name,
            &Kind::ALL.map(Kind::name),
            Kind::Other,
        ),
        aliases: fields.lines("aliases"),
        about: fields.line("about"),
        relations: fields.list("relations", relation),
        latitude: fields.number("latitude"),
        longitude: fields.number("longitude"),
        sources: fields.list("sources", source),
        extra: Map::new(),
    };
    if entity.id.is_empty() || entity.name.is_empty() {
        let missing = if entity.id.is_empty() { "id" } else { "name" };
        fields.problems.push(Problem {
            field: Some(missing.into()),
            ..Problem::rejected("an entity needs an id and a name")
        });
        return (None, fields.problems);
    }
    entity.extra = fields.rest;
    (Some(entity), fields.problems)
}

/// The head of a collection and what was wrong with it.
pub fn decode_collection(value: Value) -> (Option<Collection>, Vec<Problem>) {
    let Some(mut fields) = Fields::of(value) else {
        return (
            None,
            vec![Problem::rejected(
                "expected a collection's head: a JSON object",
            )],
        );
    };
    let mut collection = Collection {
        id: fields.line("id"),
        title: fields.line("title"),
        about: fields.line("about"),
        licence: fields.line("licence"),
        lead: fields.optional_line("lead"),
        extra: Map::new(),
    };
    if collection.id.is_empty() {
        fields.problems.push(Problem {
            field: Some("collection.id".into()),
            ..Problem::rejected("a collection needs an id")
        });
        return (None, fields.problems);
    }
    collection.extra = fields.rest;
    (Some(collection), fields.problems)
}

fn role(fields: &mut Fields) -> Option<Role> {
    let id = fields.required("id")?;
    let role = fields.line("role");
    Some(Role {
        id,
        role,
        extra: fields.take_rest(),
    })
}

fn link(fields: &mut Fields) -> Option<Link> {
    let to = fields.required("to")?;
    let kind = fields.named(
        "kind",
        LinkKind::from_name,
        &LinkKind::ALL.map(LinkKind::name),
        LinkKind::SameActor,
    );
    let why = fields.line("why");
    Some(Link {
        to,
        kind,
        why,
        extra: fields.take_rest(),
    })
}

fn source(fields: &mut Fields) -> Option<Source> {
    let (title, publisher) = (fields.line("title"), fields.line("publisher"));
    let (url, date) = (fields.line("url"), fields.date("date"));
    if title.is_empty() && publisher.is_empty() && url.is_empty() {
        fields.problem("", "a source needs a title, a publisher or a url");
        return None;
    }
    Some(Source {
        title,
        publisher,
        url,
        date,
        extra: fields.take_rest(),
    })
}

fn relation(fields: &mut Fields) -> Option<Relation> {
    let (kind, to) = (fields.required("kind")?, fields.required("to")?);
    let (from, until) = (fields.date("from"), fields.date("until"));
    Some(Relation {
        kind,
        to,
        from,
        until,
        extra: fields.take_rest(),
    })
}

/// A stable id for a story whose file gives none: the headline's words and a checksum of all its text.
fn derived_id(story: &Story) -> String {
    let title = story.title();
    let words: Vec<&str> = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .take(6)
        .collect();
    let mut hash = crc32fast::Hasher::new();
    for part in [&story.headline, &story.body] {
        hash.update(part.as_bytes());
        hash.update(b"\0");
    }
    format!("{}-{:08x}", words.join("-").to_lowercase(), hash.finalize())
}

/// The fields of one JSON object: what has been read is taken out, what is left is unknown and kept.
struct Fields {
    rest: Map<String, Value>,
    path: String,
    problems: Vec<Problem>,
}

impl Fields {
    fn of(value: Value) -> Option<Self> {
        let Value::Object(rest) = value else {
            return None;
        };
        Some(Self {
            rest,
            path: String::new(),
            problems: Vec::new(),
        })
    }

    fn problem(&mut self, key: &str, message: &str) {
        let dot = if self.path.is_empty() || key.is_empty() {
            ""
        } else {
            "."
        };
        let field = format!("{}{dot}{key}", self.path);
        self.problems.push(Problem::field(field, message));
    }

    /// Takes the value out, unless it is missing or null.
    fn take(&mut self, key: &str) -> Option<Value> {
        // A null says "unknown", as a missing key does, but the file said it: it stays and is written back.
        match self.rest.get(key) {
            None | Some(Value::Null) => None,
            Some(_) => self.rest.shift_remove(key),
        }
    }

    fn text(&mut self, key: &str) -> Option<String> {
        match self.take(key)? {
            Value::String(text) => Some(text),
            Value::Number(number) if key == "id" => Some(number.to_string()),
            other => {
                let message = format!("expected a text, found {}", shown(&other));
                self.problem(key, &message);
                self.rest.insert(key.into(), other);
                None
            }
        }
    }

    fn line(&mut self, key: &str) -> String {
        self.text(key).map(|t| clean_line(&t)).unwrap_or_default()
    }

    fn block(&mut self, key: &str) -> String {
        self.text(key).map(|t| clean_block(&t)).unwrap_or_default()
    }

    fn optional_line(&mut self, key: &str) -> Option<String> {
        Some(self.line(key)).filter(|text| !text.is_empty())
    }

    fn required(&mut self, key: &str) -> Option<String> {
        let text = self.line(key);
        if text.is_empty() {
            self.problem(key, "is required, a text");
            return None;
        }
        Some(text)
    }

    fn date(&mut self, key: &str) -> Option<PartialDate> {
        let text = self.text(key)?;
        let date = text.trim().parse().ok();
        if date.is_none() && !text.trim().is_empty() {
            let message = format!(
                "expected a date like 2018, 2018-03 or 2018-03-24, found {}",
                shown(&Value::String(text.clone()))
            );
            self.problem(key, &message);
        }
        // What the partial date cannot say again (a time of day, a wrong form) stays in the story's own words.
        if date.is_none_or(|d: PartialDate| d.to_string() != text) && !text.is_empty() {
            self.rest
                .insert(key.into(), Value::String(clean_line(&text)));
        }
        date
    }

    fn number(&mut self, key: &str) -> Option<f64> {
        let value = self.take(key)?;
        let number = value.as_f64();
        if number.is_none() {
            let message = format!("expected a number, found {}", shown(&value));
            self.problem(key, &message);
            self.rest.insert(key.into(), value);
        }
        number
    }

    fn named<T: Copy>(
        &mut self,
        key: &str,
        from: fn(&str) -> Option<T>,
        names: &[&str],
        default: T,
    ) -> T {
        let Some(text) = self.text(key) else {
            return default;
        };
        from(&text).unwrap_or_else(|| {
            let found = shown(&Value::String(text.clone()));
            self.problem(
                key,
                &format!("expected one of {}, found {found}", names.join(", ")),
            );
            self.rest
                .insert(key.into(), Value::String(clean_line(&text)));
            default
        })
    }

    /// The readable elements of an array; the others are kept under the same key.
    fn elements<T>(
        &mut self,
        key: &str,
        mut read: impl FnMut(Value, &str, &mut Vec<Problem>) -> Result<T, Value>,
    ) -> Vec<T> {
        let items = match self.take(key) {
            None => return Vec::new(),
            Some(Value::Array(items)) => items,
            Some(other) => {
                let message = format!("expected an array, found {}", shown(&other));
                self.problem(key, &message);
                self.rest.insert(key.into(), other);
                return Vec::new();
            }
        };
        let (mut good, mut bad) = (Vec::with_capacity(items.len()), Vec::new());
        for (i, item) in items.into_iter().enumerate() {
            let path = format!("{key}[{i}]");
            match read(item, &path, &mut self.problems) {
                Ok(element) => good.push(element),
                Err(item) => bad.push(item),
            }
        }
        if !bad.is_empty() {
            self.rest.insert(key.into(), Value::Array(bad));
        }
        good
    }

    fn lines(&mut self, key: &str) -> Vec<String> {
        self.elements(key, |item, path, problems| match item {
            Value::String(text) => Ok(clean_line(&text)),
            other => {
                problems.push(Problem::field(
                    path,
                    format!("expected a text, found {}", shown(&other)),
                ));
                Err(other)
            }
        })
    }

    fn list<T>(&mut self, key: &str, read: fn(&mut Self) -> Option<T>) -> Vec<T> {
        self.elements(key, |item, path, problems| {
            let whole = item.clone();
            let Some(mut fields) = Self::of(item) else {
                problems.push(Problem::field(
                    path,
                    format!("expected an object, found {}", shown(&whole)),
                ));
                return Err(whole);
            };
            path.clone_into(&mut fields.path);
            let element = read(&mut fields);
            problems.append(&mut fields.problems);
            element.ok_or(whole)
        })
    }

    fn take_rest(&mut self) -> Map<String, Value> {
        std::mem::take(&mut self.rest)
    }
}

/// A value as a message shows it: short, clean, in quotes where it is a text.
fn shown(value: &Value) -> String {
    let text = clean_line(&value.to_string());
    if text.chars().count() <= 40 {
        return text;
    }
    let start: String = text.chars().take(39).collect();
    format!("{start}…")
}

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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keeps_unknown_keys_and_writes_them_back() {
        let given = json!({"id": "a", "headline": "A", "mood": {"deep": [1]}, "published": "2018-03-24T09:30:00Z",
            "links": [{"to": "b", "kind": "cause", "why": "w", "weight": 3}]});
        let (story, problems) = decode_story(given.clone());
        let story = story.expect("a story");
        assert_eq!(problems, []);
        assert_eq!(story.published, "2018-03-24".parse().ok());
        assert_eq!(story.to_value(), given);
    }

    #[test]
    fn names_the_field_and_keeps_the_rest() {
        let given = json!({"id": "a", "headline": "A", "published": "yesterday", "tags": ["x", 7],
            "links": [{"kind": "cause"}, {"to": "b", "kind": "sibling"}], "body": 5});
        let (story, problems) = decode_story(given);
        let story = story.expect("the good part");
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                ": body: expected a text, found 5",
                ": published: expected a date like 2018, 2018-03 or 2018-03-24, found \"yesterday\"",
                ": links[0].to: is required, a text",
                ": links[1].kind: expected one of same-place, same-actor, same-day, cause, consequence, precedent, follow-up, rival, found \"sibling\"",
                ": tags[1]: expected a text, found 7",
            ]
        );
        let back = story.to_value();
        assert_eq!(back["published"], "yesterday");
        assert_eq!(back["body"], 5);
        assert_eq!(back["tags"], json!(["x", 7]));
        assert_eq!(back["links"][1], json!({"kind": "cause"}));
        assert_eq!(back["links"][0]["kind"], "sibling");
    }

    #[test]
    fn refuses_what_is_no_story() {
        assert!(decode_story(json!([])).0.is_none());
        let (story, problems) = decode_story(json!({"id": "a"}));
        assert!(story.is_none() && problems[0].rejected);
    }

    #[test]
    fn derives_an_id_that_stays() {
        let id = |v: Value| decode_story(v).0.expect("a story").id;
        let one = id(json!({"headline": "Office entered, doors broken", "body": "x"}));
        assert_eq!(
            one,
            id(json!({"headline": "Office entered, doors broken", "body": "x"}))
        );
        assert_ne!(
            one,
            id(json!({"headline": "Office entered, doors broken", "body": "y"}))
        );
        assert!(one.starts_with("office-entered-doors-broken-"), "{one}");
    }
}
