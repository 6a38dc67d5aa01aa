//! Known entities in a text: every name and alias, the longest where several fit, whole words only, in any script.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use aho_corasick::AhoCorasick;
use serde::{Deserialize, Serialize};

use super::naming::surname;
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
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// None when there are no names, or too many for the machine to be built.
    machine: Option<AhoCorasick>,
    names: Vec<Name>,
    known: HashMap<i64, Known>,
}

/// A name that is looked for.
#[derive(Debug, Default)]
struct Name {
    /// The entities that bear it: mostly one.
    bearers: Vec<i64>,
    /// Whether it is but the plural of a common word with a capital, as many a sentence begins with: Apples, Shells.
    common: bool,
}

/// What is needed of an entity to tell its names.
#[derive(Debug)]
struct Known {
    kind: Kind,
    /// The last words of a person's full names: alone they stand for it only behind one of those.
    surnames: Vec<String>,
}

impl Known {
    fn new(entity: &Entity) -> Self {
        let mut surnames = Vec::new();
        if entity.kind == Kind::Person {
            for name in names(entity) {
                surnames.extend(surname(name).map(str::to_owned));
            }
            surnames.sort_unstable();
            surnames.dedup();
            // Xu Mingxing and Star Xu: the word that stands on both sides is the family's.
            let first = |name: &&str| surnames.iter().any(|s| name.split(' ').next() == Some(s));
            let family: Vec<String> = names(entity)
                .filter(|name| name.contains(' '))
                .filter(first)
                .filter_map(|name| name.split(' ').next())
                .map(str::to_owned)
                .collect();
            if !family.is_empty() {
                surnames = family;
            }
        }
        Self {
            kind: entity.kind,
            surnames,
        }
    }
}

fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    std::iter::once(&entity.name)
        .chain(&entity.aliases)
        .map(String::as_str)
}

impl Gazetteer {
    /// Names are looked for as they are written, and in capitals where they are no acronyms: `MAS` is a regulator, `mas` is
    /// not. A longer currency's name is found in lower case and in the plural too, since it is written so in running text.
    pub fn new<'e>(entities: impl IntoIterator<Item = (i64, &'e Entity)>) -> Self {
        let mut patterns: HashMap<String, Name> = HashMap::new();
        let mut known = HashMap::new();
        let mut plurals: Vec<(String, i64, bool)> = Vec::new();
        for (key, entity) in entities {
            let about = Known::new(entity);
            for name in names(entity) {
                if about.surnames.iter().any(|s| s == name) {
                    continue;
                }
                for form in forms(name, entity.kind) {
                    patterns.entry(form).or_default().is_borne_by(key);
                }
                plurals
                    .extend(plural(name, entity.kind).map(|plural| (plural, key, has_marks(name))));
            }
            known.insert(key, about);
        }
        // What is somebody's own name is nobody else's plural.
        plurals.retain(|(plural, _, _)| !patterns.contains_key(plural));
        for (plural, key, marked) in plurals {
            let name = patterns.entry(plural).or_default();
            name.is_borne_by(key);
            name.common |= !marked;
        }
        // In a fixed order: equal libraries find equal names.
        let mut patterns: Vec<(String, Name)> = patterns.into_iter().collect();
        patterns.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let (patterns, names): (Vec<String>, Vec<Name>) = patterns.into_iter().unzip();
        let machine = AhoCorasick::builder()
            .build(&patterns)
            .ok()
            .filter(|_| !patterns.is_empty());
        Self {
            machine,
            names,
            known,
        }
    }

    /// The mentions in a text by full names, in order, none inside another. A name that several entities bear stands for the
    /// one that the text names by another name too, and for none when that tells nothing.
    pub fn find(&self, text: &str) -> Vec<Mention> {
        let Some(machine) = &self.machine else {
            return Vec::new();
        };
        let mut whole: Vec<aho_corasick::Match> = machine
            .find_overlapping_iter(text)
            .filter(|found| is_whole(text, found.start(), found.end()))
            .filter(|found| !self.names[found.pattern()].common || goes_on(text, found.start()))
            .collect();
        // Of those over each other the first one stands, and of those that begin together the longest.
        whole.sort_unstable_by_key(|found| (found.start(), Reverse(found.end())));
        let mut end = 0;
        whole.retain(|found| {
            let stands = found.start() >= end;
            end = if stands { found.end() } else { end };
            stands
        });
        let found: Vec<(usize, usize, &[i64])> = whole
            .into_iter()
            .map(|found| {
                (
                    found.start(),
                    found.end(),
                    self.names[found.pattern()].bearers.as_slice(),
                )
            })
            .collect();
        let certain: HashSet<i64> = found
            .iter()
            .filter(|(_, _, bearers)| bearers.len() == 1)
            .map(|(_, _, bearers)| bearers[0])
            .collect();
        let mention = |(start, end, bearers): &(usize, usize, &[i64])| {
            let entity = match bearers {
                [one] => *one,
                several => {
                    let mut named = several.iter().filter(|key| certain.contains(key));
                    named.next().filter(|_| named.next().is_none()).copied()?
                }
            };
            Some(Mention {
                start: *start,
                end: *end,
                entity,
            })
        };
        found.iter().filter_map(mention).collect()
    }

    /// What the entity with a key is.
    pub(super) fn kind(&self, key: i64) -> Kind {
        self.known.get(&key).map_or(Kind::Other, |known| known.kind)
    }

    /// The surnames of the person with a key.
    pub(super) fn surnames(&self, key: i64) -> &[String] {
        self.known.get(&key).map_or(&[], |known| &known.surnames)
    }
}

impl Name {
    fn is_borne_by(&mut self, key: i64) {
        if !self.bearers.contains(&key) {
            self.bearers.push(key);
        }
    }
}

/// Several of what a name is given to: `OKCoins`, `Boeings`. Of persons, places and acronyms there is one.
fn plural(name: &str, kind: Kind) -> Option<String> {
    let several = !matches!(kind, Kind::Person | Kind::Place);
    let word = name.len() >= 4 && name.bytes().all(|b| b.is_ascii_alphanumeric());
    let ends = name.ends_with(|c: char| c.is_ascii_lowercase() && !matches!(c, 's' | 'x' | 'z'));
    (several && word && ends).then(|| format!("{name}s"))
}

/// Whether a name has a capital or a figure within it, as no common word has.
fn has_marks(name: &str) -> bool {
    let mut behind = name.chars().skip(1);
    behind.any(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether a sentence goes on at a place, rather than begins.
fn goes_on(text: &str, at: usize) -> bool {
    let before = text[..at].strip_suffix(' ');
    before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

/// A name in every way it can stand in texts.
pub fn name_forms(name: &str, kind: Kind) -> Vec<String> {
    let mut all = forms(name, kind);
    all.extend(plural(name, kind));
    all
}

/// A name in every way it is written; none where it has less than two letters or digits.
fn forms(name: &str, kind: Kind) -> Vec<String> {
    if name.chars().filter(|c| c.is_alphanumeric()).count() < 2 {
        return Vec::new();
    }
    let mut forms = vec![name.to_owned()];
    // The US Senate is the U.S. Senate in America.
    for (short, dotted) in [("US ", "U.S. "), ("UK ", "U.K. "), ("UN ", "U.N. ")] {
        if let Some(rest) = name.strip_prefix(short) {
            forms.push(format!("{dotted}{rest}"));
        } else if let Some(rest) = name.strip_prefix(dotted) {
            forms.push(format!("{short}{rest}"));
        }
    }
    let long = name.chars().count() >= 6;
    let lower = name.to_lowercase();
    if kind == Kind::Currency && long && lower != *name {
        forms.push(format!("{lower}s"));
        forms.push(format!("{name}s"));
        forms.push(lower);
    }
    let upper = name.to_uppercase();
    if long && upper != *name {
        forms.push(upper);
    }
    forms
}

/// Whether the span ends where words end. Scripts without blanks have no such ends, every one will do.
pub fn is_whole(text: &str, start: usize, end: usize) -> bool {
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
            json!({"id": "georgia", "name": "Georgia", "kind": "place", "aliases": ["Tbilisi government"]}),
            json!({"id": "okcoin", "name": "OKCoin", "kind": "organisation"}),
            json!({"id": "apple", "name": "Apple", "kind": "organisation"}),
            json!({"id": "georgia-us", "name": "Georgia", "kind": "place", "aliases": ["Peach State"]}),
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
            found("bitcoin and Bitcoin, two bitcoins"),
            [("bitcoin", 5), ("Bitcoin", 5), ("bitcoins", 5)]
        );
        assert_eq!(found("Hong Kong Stock Exchanges"), [("Hong Kong", 2)]);
        assert_eq!(
            found("HONG KONG AND STAR XU"),
            [("HONG KONG", 2), ("STAR XU", 1)]
        );
    }

    #[test]
    fn plurals_of_one_word() {
        assert_eq!(
            found("OKCoins of this world buy Apples, OKCoin's rivals too"),
            [("OKCoins", 7), ("Apples", 8), ("OKCoin", 7)]
        );
        assert_eq!(
            found("Apples and pears. Apples fall. Star Xus, Georgias"),
            []
        );
    }

    #[test]
    fn what_two_bear_stands_for_the_one_named_otherwise() {
        assert_eq!(found("in Georgia"), []);
        assert_eq!(
            found("Georgia, the Peach State"),
            [("Georgia", 9), ("Peach State", 9)]
        );
        assert_eq!(
            found("Georgia: the Peach State and the Tbilisi government").len(),
            2
        );
    }

    #[test]
    fn without_names_nothing_is_found() {
        assert_eq!(Gazetteer::new([]).find("Star Xu"), []);
    }
}
