//! Whether what files refer to is there: ids given twice, and links, places and entities that no file holds.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::{Flow, Item, read_bundled};
use crate::story::{Entity, Problem, Story};

/// Where an id was given first.
#[derive(Debug)]
struct Place {
    file: String,
    line: usize,
}

/// A reference to an id that was not known when it was met.
#[derive(Debug)]
struct Wanted {
    id: String,
    what: &'static str,
    note: Problem,
}

/// What the files checked so far hold and refer to.
#[derive(Debug, Default)]
pub(super) struct References {
    stories: BTreeMap<String, Place>,
    entities: BTreeMap<String, Place>,
    wanted: Vec<Wanted>,
}

impl References {
    /// Takes note of a story; a problem when its id is that of another one.
    pub(super) fn story(&mut self, story: &Story, file: &str, line: usize) -> Option<Problem> {
        for (n, link) in story.links.iter().enumerate() {
            if !self.stories.contains_key(&link.to) {
                self.want(&link.to, "story", format!("links[{n}].to"), file, line);
            }
        }
        for (n, role) in story.entities.iter().enumerate() {
            self.want_entity(&role.id, format!("entities[{n}].id"), file, line);
        }
        if let Some(place) = &story.place {
            self.want_entity(place, "place".into(), file, line);
        }
        first(&mut self.stories, &story.id, "story", file, line)
    }

    /// The same for an entity.
    pub(super) fn entity(&mut self, entity: &Entity, file: &str, line: usize) -> Option<Problem> {
        for (n, relation) in entity.relations.iter().enumerate() {
            self.want_entity(&relation.to, format!("relations[{n}].to"), file, line);
        }
        first(&mut self.entities, &entity.id, "entity", file, line)
    }

    fn want_entity(&mut self, id: &str, field: String, file: &str, line: usize) {
        if !self.entities.contains_key(id) {
            self.want(id, "entity", field, file, line);
        }
    }

    fn want(&mut self, id: &str, what: &'static str, field: String, file: &str, line: usize) {
        let message = format!("no {what} `{id}` is in these files; it shows once one is imported");
        self.wanted.push(Wanted {
            id: id.to_owned(),
            what,
            note: Problem::field(field, message).at(file, line),
        });
    }

    /// References to what neither these files nor the bundled collection hold. They are no faults: a library may hold it.
    pub(super) fn loose(self) -> Vec<Problem> {
        let mut known = BTreeSet::new();
        if !self.wanted.is_empty() {
            read_bundled(&mut |item| {
                match item {
                    Item::Story(story, _) => known.insert(("story", story.id)),
                    Item::Entity(entity, _) => known.insert(("entity", entity.id)),
                    Item::Head(_) | Item::Problem(_) => false,
                };
                Flow::Continue
            });
        }
        let here = |what: &str, id: &str| match what {
            "story" => self.stories.contains_key(id),
            _ => self.entities.contains_key(id),
        };
        let loose = self.wanted.into_iter().filter(|wanted| {
            !here(wanted.what, &wanted.id) && !known.contains(&(wanted.what, wanted.id.clone()))
        });
        loose.map(|wanted| wanted.note).collect()
    }
}

/// Takes note of where an id is given; a problem when it was given before.
fn first(
    given: &mut BTreeMap<String, Place>,
    id: &str,
    what: &str,
    file: &str,
    line: usize,
) -> Option<Problem> {
    if let Some(before) = given.get(id) {
        let message = format!(
            "{what} `{id}` is already in {}:{}; on import the later one replaces it",
            before.file, before.line
        );
        return Some(Problem::field("id", message).at(file, line));
    }
    let file = file.to_owned();
    given.insert(id.to_owned(), Place { file, line });
    None
}
