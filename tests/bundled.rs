//! The bundled collection: every id, date, link and source of it, and that all of it can be walked.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use backstory::import::{Flow, Item, read};
use backstory::story::{Collection, Entity, Story};

use crate::stage::stage;

const LEAD: &str = "okcoin-office-breakin-2018-10";

#[derive(Default)]
struct Bundle {
    heads: Vec<Collection>,
    entities: BTreeMap<String, Entity>,
    stories: BTreeMap<String, Story>,
    problems: Vec<String>,
}

fn bundle() -> Bundle {
    let mut bundle = Bundle::default();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for source in backstory::import::Source::all(&data).expect("data/") {
        read(&source.name(), source.open().expect("opens"), &mut |item| {
            match item {
                Item::Story(story, _) => {
                    let twice = bundle.stories.insert(story.id.clone(), *story);
                    assert!(twice.is_none(), "{} twice", source.name());
                }
                Item::Entity(entity, _) => {
                    bundle.entities.insert(entity.id.clone(), *entity);
                }
                Item::Head(head) => bundle.heads.push(head),
                Item::Problem(problem) => bundle.problems.push(problem.to_string()),
            }
            Flow::Continue
        });
    }
    bundle
}

#[test]
fn every_story_is_whole() {
    let bundle = bundle();
    assert_eq!(bundle.problems, Vec::<String>::new());
    assert_eq!(bundle.stories.len(), 64);
    assert_eq!(bundle.heads.len(), 1);
    assert_eq!(bundle.heads[0].lead.as_deref(), Some(LEAD));
    for (id, story) in &bundle.stories {
        let words = story.body.split_whitespace().count();
        assert!((120..=300).contains(&words), "{id} has {words} words");
        assert!(story.sources.len() >= 2, "{id} has too few sources");
        assert!(
            story.published.is_some() && story.occurred.is_some(),
            "{id} lacks a date"
        );
        assert!(
            !story.headline.is_empty() && !story.summary.is_empty(),
            "{id}"
        );
        assert!(
            story.place.iter().all(|p| bundle.entities.contains_key(p)),
            "{id}: place"
        );
        assert!(story.extra.is_empty(), "{id}: {:?}", story.extra);
        for role in &story.entities {
            let entity = bundle
                .entities
                .get(&role.id)
                .unwrap_or_else(|| panic!("{id}: {}", role.id));
            let mut names = std::iter::once(&entity.name).chain(&entity.aliases);
            assert!(
                names.any(|n| story.body.contains(n.as_str())),
                "{id} does not name {}",
                role.id
            );
        }
    }
    for entity in bundle.entities.values() {
        for relation in &entity.relations {
            assert!(
                bundle.entities.contains_key(&relation.to),
                "{}: {}",
                entity.id,
                relation.to
            );
        }
    }
}

#[test]
fn no_control_characters() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for source in backstory::import::Source::all(&data).expect("data/") {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut source.open().expect("opens"), &mut text)
            .expect("UTF-8");
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let mut stack = vec![&value];
        while let Some(value) = stack.pop() {
            match value {
                serde_json::Value::String(s) => {
                    let bad = s.chars().find(|c| {
                        (c.is_control() && *c != '\n')
                            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
                    });
                    assert_eq!(bad, None, "{}: {s}", source.name());
                }
                serde_json::Value::Array(items) => stack.extend(items),
                serde_json::Value::Object(map) => stack.extend(map.values()),
                _ => {}
            }
        }
    }
}

#[test]
fn links_resolve_are_reasoned_and_stated_once() {
    let bundle = bundle();
    let mut pairs = HashSet::new();
    for (id, story) in &bundle.stories {
        for link in &story.links {
            assert!(
                bundle.stories.contains_key(&link.to),
                "{id} links to {}",
                link.to
            );
            assert!(link.to != *id);
            assert!(
                link.why.split_whitespace().count() >= 5,
                "{id} → {}: {}",
                link.to,
                link.why
            );
            let pair = if *id < link.to {
                (id.clone(), link.to.clone())
            } else {
                (link.to.clone(), id.clone())
            };
            assert!(pairs.insert(pair), "{id} and {} are linked twice", link.to);
        }
    }
}

#[test]
fn a_link_is_shown_from_its_other_end_with_the_inverse_kind() {
    let stage = stage(140, 40);
    let library = stage.worker.library();
    for (id, story) in bundle().stories {
        for link in story.links {
            let back = library.links(&link.to).expect("links");
            let back = back.iter().find(|l| l.row.id == id).expect("the other end");
            assert_eq!((back.kind, &back.why), (link.kind.inverse(), &link.why));
        }
    }
}

#[test]
fn no_eight_words_stand_in_two_stories() {
    let mut seen: HashMap<Vec<String>, String> = HashMap::new();
    for (id, story) in bundle().stories {
        let mut texts = vec![story.headline, story.summary, story.body];
        texts.extend(story.disagreements);
        for text in texts {
            let words: Vec<String> = text
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect();
            for run in words.windows(8) {
                let other = seen.entry(run.to_vec()).or_insert_with(|| id.clone());
                assert_eq!(*other, id, "both say {:?}", run.join(" "));
            }
        }
    }
}

/// From the break-in, with Enter, `[` and `]` alone.
#[test]
fn every_story_can_be_walked_to() {
    let mut stage = stage(140, 40);
    assert_eq!(stage.story(), LEAD);
    let (mut reached, mut anchors) = (BTreeSet::new(), vec![stage.model.clone()]);
    let mut begun = BTreeSet::from([LEAD.to_owned()]);
    while let Some(model) = anchors.pop() {
        for key in ["[", "]"] {
            stage.model = model.clone();
            loop {
                let here = stage.story().to_owned();
                reached.insert(here.clone());
                if begun.insert(here.clone()) {
                    let walking = stage.model.clone();
                    stage.key("Enter");
                    assert_eq!(stage.story(), here, "Enter stays in the story");
                    anchors.push(stage.model.clone());
                    stage.model = walking;
                }
                stage.key(key);
                if stage.story() == here {
                    break;
                }
            }
        }
    }
    assert_eq!(reached.len(), 64);
}

/// A story cannot know of what was reported after it.
#[test]
fn no_source_is_newer_than_its_story() {
    for (id, story) in bundle().stories {
        let published = story.published.expect("a date").to_string();
        for source in story.sources {
            let Some(date) = source.date.map(|d| d.to_string()) else {
                continue;
            };
            let known = date.len().min(published.len());
            assert!(
                date[..known] <= published[..known],
                "{id}: {}",
                source.title
            );
        }
    }
}
