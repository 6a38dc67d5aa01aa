//! What a change to entities touches: their names and ids, and in which stories those stand.

use aho_corasick::AhoCorasick;
use serde::{Deserialize, Serialize};

use crate::analyse::Mention;
use crate::story::Entity;
use crate::text::fold;

/// The names, ids and keys of entities that have changed, as they were and as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Touched {
    names: Vec<String>,
    ids: Vec<String>,
    keys: Vec<i64>,
}

impl Touched {
    /// An entity before a change, or after it.
    pub fn add(&mut self, entity: &Entity) {
        self.names.extend(entity.names().map(str::to_owned));
        self.ids.push(entity.id.clone());
    }

    /// An entity that stories are known to name.
    pub(super) fn add_key(&mut self, key: i64) {
        self.keys.push(key);
    }

    /// An id that an entity goes by too.
    pub(super) fn add_id(&mut self, id: String) {
        self.ids.push(id);
    }

    /// Whether nothing has changed.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.ids.is_empty() && self.keys.is_empty()
    }
}

/// Tells which stories a change touches.
#[derive(Debug)]
pub(super) struct Finder {
    /// Folded names; none where there are too many for the machine: then every story is looked at.
    names: Option<AhoCorasick>,
    /// Ids as they stand in JSON.
    ids: Option<AhoCorasick>,
    keys: Vec<i64>,
}

impl Finder {
    pub(super) fn new(touched: Touched) -> Self {
        // Names are looked for in capitals too, which fold differently where a letter becomes two.
        let folded = touched
            .names
            .iter()
            .flat_map(|name| [fold(name), fold(&name.to_uppercase())]);
        let ids = touched.ids.iter().map(|id| quoted(id));
        Self {
            names: AhoCorasick::new(folded).ok(),
            ids: AhoCorasick::new(ids).ok(),
            keys: touched.keys,
        }
    }

    /// Whether one of the names stands in the body, or the story mentions or lists one of the entities.
    pub(super) fn touches(&self, json: &str, body: &str, mentions: &[Mention]) -> bool {
        let is_in = |machine: &Option<AhoCorasick>, text: &str| {
            machine
                .as_ref()
                .is_none_or(|machine| machine.is_match(text))
        };
        mentions.iter().any(|m| self.keys.contains(&m.entity))
            || is_in(&self.ids, json)
            || is_in(&self.names, &fold(body))
    }
}

fn quoted(id: &str) -> String {
    serde_json::Value::from(id).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Kind;

    fn touches(name: &str, json: &str, body: &str) -> bool {
        let mut touched = Touched::default();
        touched.add(&Entity::new("e-1".into(), name.into(), Kind::Other));
        Finder::new(touched).touches(json, body, &[])
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        assert!(touches("Müllersöhne", "", "die MÜLLERSÖHNE Brauerei"));
        assert!(touches("Großmann", "", "GROSSMANN says no"));
        assert!(touches(
            "The \"Rock\"",
            r#""the \"rock\"""#,
            "the \"Rock\" left"
        ));
        assert!(!touches("Rock", r#"{"body": "Stone"}"#, "Stone"));
    }

    #[test]
    fn a_listed_id_is_found_and_a_part_of_one_is_not() {
        assert!(touches("Nobody", r#"{"place":"e-1"}"#, ""));
        assert!(!touches("Nobody", r#"{"place":"e-11"}"#, ""));
    }
}
