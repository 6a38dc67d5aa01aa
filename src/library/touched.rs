//! What a change to entities touches: their names and ids, and in which stories those stand.

use aho_corasick::AhoCorasick;
use serde::{Deserialize, Serialize};

use crate::analyse::{Mention, is_whole, name_forms};
use crate::story::Entity;

/// The names, ids and keys of entities that have changed, as they were and as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Touched {
    /// In every way they are looked for in texts.
    names: Vec<String>,
    ids: Vec<String>,
    keys: Vec<i64>,
}

impl Touched {
    /// An entity before a change, or after it.
    pub fn add(&mut self, entity: &Entity) {
        let forms = entity.names().map(|name| name_forms(name, entity.kind));
        self.names.extend(forms.flatten());
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
    /// None where there are too many names for the machine: then every story is looked at.
    names: Option<AhoCorasick>,
    /// Ids as they stand in JSON.
    ids: Option<AhoCorasick>,
    keys: Vec<i64>,
}

impl Finder {
    pub(super) fn new(touched: Touched) -> Self {
        let ids = touched.ids.iter().map(|id| quoted(id));
        Self {
            names: AhoCorasick::new(&touched.names).ok(),
            ids: AhoCorasick::new(ids).ok(),
            keys: touched.keys,
        }
    }

    /// Whether one of the names stands in the body as the analysis would find it, or the story mentions or lists one of the
    /// entities.
    pub(super) fn touches(&self, json: &str, body: &str, mentions: &[Mention]) -> bool {
        let lists = |ids: &AhoCorasick| ids.is_match(json);
        let names = |names: &AhoCorasick| {
            let mut found = names.find_overlapping_iter(body);
            found.any(|found| is_whole(body, found.start(), found.end()))
        };
        mentions.iter().any(|m| self.keys.contains(&m.entity))
            || self.ids.as_ref().is_none_or(lists)
            || self.names.as_ref().is_none_or(names)
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
            "\"The \"Rock\" left\""
        ));
        assert!(!touches("Rock", r#"{"body": "Stone"}"#, "Stone"));
        assert!(touches("US Senate", "", "in the U.S. Senate"));
    }

    #[test]
    fn a_name_is_a_whole_word_but_where_no_blank_ends_a_word() {
        assert!(touches("OKEx", "", "OKEx's wallets"));
        assert!(!touches("OKEx", "", "OKExChain; BOOKEX"));
        assert!(!touches("x", "", "OKEx, the x of exchanges"));
        assert!(touches("徐明星", "", "昨日徐明星表示"));
        assert!(touches("火币", "", "昨日火币网"));
    }

    #[test]
    fn a_listed_id_is_found_and_a_part_of_one_is_not() {
        assert!(touches("Nobody", r#"{"place":"e-1"}"#, ""));
        assert!(!touches("Nobody", r#"{"place":"e-11"}"#, ""));
    }
}
