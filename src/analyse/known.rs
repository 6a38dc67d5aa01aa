//! Known entities in a text: every name and alias, the longest where several fit, whole words only, in any script.

use aho_corasick::{AhoCorasick, MatchKind};
use serde::{Deserialize, Serialize};

use crate::story::{Entity, Kind};
use crate::text::is_cjk;

/// Where a text names an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(usize, usize, i64)", into = "(usize, usize, i64)")]
pub struct Mention {
    /// Byte offset into the body.
    pub start: usize,
    /// The first byte after the name.
    pub end: usize,
    /// The entity's key.
    pub entity: i64,
}

impl From<(usize, usize, i64)> for Mention {
    fn from((start, end, entity): (usize, usize, i64)) -> Self {
        Self { start, end, entity }
    }
}

impl From<Mention> for (usize, usize, i64) {
    fn from(m: Mention) -> Self {
        (m.start, m.end, m.entity)
    }
}

/// The names of a set of entities, ready to be looked for.
#[derive(Debug)]
pub struct Gazetteer {
    /// None when there are no names, or too many for the machine to be built.
    machine: Option<AhoCorasick>,
    /// The entity of each pattern.
    entities: Vec<i64>,
}

impl Gazetteer {
    /// Names are looked for as they are written: `MAS` is a regulator, `mas` is not. A longer currency's name is found in
    /// lower case too, since it is written so in running text.
    pub fn new<'e>(entities: impl IntoIterator<Item = (i64, &'e Entity)>) -> Self {
        let (mut patterns, mut keys) = (Vec::new(), Vec::new());
        for (key, entity) in entities {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                if name.chars().filter(|c| c.is_alphanumeric()).count() < 2 {
                    continue;
                }
                let lower = name.to_lowercase();
                if entity.kind == Kind::Currency && name.chars().count() >= 6 && lower != *name {
                    patterns.push(lower);
                    keys.push(key);
                }
                patterns.push(name.clone());
                keys.push(key);
            }
        }
        let machine = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(&patterns)
            .ok()
            .filter(|_| !patterns.is_empty());
        Self {
            machine,
            entities: keys,
        }
    }

    /// The mentions in a text, in order, none inside another.
    pub fn find(&self, text: &str) -> Vec<Mention> {
        let Some(machine) = &self.machine else {
            return Vec::new();
        };
        machine
            .find_iter(text)
            .filter(|found| is_whole(text, found.start(), found.end()))
            .map(|found| Mention {
                start: found.start(),
                end: found.end(),
                entity: self.entities[found.pattern().as_usize()],
            })
            .collect()
    }
}

/// Whether the span ends where words end. Scripts without blanks have no such ends, every one will do.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let joined = |a: Option<char>, b: Option<char>| match (a, b) {
        (Some(a), Some(b)) => {
            a.is_alphanumeric() && b.is_alphanumeric() && !is_cjk(a) && !is_cjk(b)
        }
        _ => false,
    };
    let (before, name, after) = (&text[..start], &text[start..end], &text[end..]);
    !joined(before.chars().next_back(), name.chars().next())
        && !joined(name.chars().next_back(), after.chars().next())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::story::decode_entity;

    fn found(text: &str) -> Vec<(&str, i64)> {
        let entities: Vec<Entity> = [
            json!({"id": "xu", "name": "Star Xu", "kind": "person", "aliases": ["徐明星"]}),
            json!({"id": "hk", "name": "Hong Kong", "kind": "place"}),
            json!({"id": "hkex", "name": "Hong Kong Stock Exchange", "kind": "organisation"}),
            json!({"id": "mas", "name": "MAS", "kind": "regulator"}),
            json!({"id": "btc", "name": "Bitcoin", "kind": "currency"}),
        ]
        .into_iter()
        .filter_map(|v| decode_entity(v).0)
        .collect();
        let gazetteer = Gazetteer::new((1..).zip(&entities));
        let spans = gazetteer.find(text);
        spans
            .iter()
            .map(|m| (&text[m.start..m.end], m.entity))
            .collect()
    }

    #[test]
    fn longest_whole_names_in_any_script() {
        assert_eq!(found("Star Xu's office"), [("Star Xu", 1)]);
        assert_eq!(found("昨日徐明星表示"), [("徐明星", 1)]);
        assert_eq!(
            found("the Hong Kong Stock Exchange, Hong Kong"),
            [("Hong Kong Stock Exchange", 3), ("Hong Kong", 2)]
        );
        assert_eq!(found("Hong Kongers; mas; MASS; MAS."), [("MAS", 4)]);
        assert_eq!(
            found("bitcoin and Bitcoin"),
            [("bitcoin", 5), ("Bitcoin", 5)]
        );
    }

    #[test]
    fn without_names_nothing_is_found() {
        assert_eq!(Gazetteer::new([]).find("Star Xu"), []);
    }
}
