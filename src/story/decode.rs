//! JSON values to stories, entities and collections; a bad field is named and kept aside, never dropped.

use serde_json::{Map, Value};

use super::fields::Fields;
use super::{Collection, Entity, Kind, Link, LinkKind, Problem, Relation, Role, Source, Story};

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
    // A link of no kind that is known is none: nothing may be stated that the file does not say.
    let kind = fields.required("kind")?;
    let Some(kind) = LinkKind::from_name(&kind) else {
        let kinds = LinkKind::ALL.map(LinkKind::name).join(", ");
        fields.problem(
            "kind",
            &format!("expected one of {kinds}, found {kind:?}; the link is left out"),
        );
        return None;
    };
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
                ": links[1].kind: expected one of same-place, same-actor, same-day, cause, consequence, precedent, follow-up, rival, found \"sibling\"; the link is left out",
                ": tags[1]: expected a text, found 7",
            ]
        );
        let back = story.to_value();
        assert_eq!(back["published"], "yesterday");
        assert_eq!(back["body"], 5);
        assert_eq!(back["tags"], json!(["x", 7]));
        assert_eq!(story.links, []);
        assert_eq!(back["links"][0], json!({"kind": "cause"}));
        assert_eq!(back["links"][1]["kind"], "sibling");
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
