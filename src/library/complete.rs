//! What the library knows of a word that is being typed: names of entities, publishers, tags.

use super::{Library, Result};
use crate::search::{Completing, Field};
use crate::story::{Kind, LinkKind};
use crate::text::fold;

/// No more completions than this are of use.
const MOST: usize = 12;

impl Library {
    /// What a word could become: the language's own words, then names, the most frequent first.
    ///
    /// # Errors
    /// When the file or the index cannot be read.
    pub fn complete(&self, completing: &Completing) -> Result<Vec<String>> {
        let typed = completing.typed.trim();
        let mut found = completing.known();
        found.extend(match completing.field {
            None | Some(Field::Entity | Field::Name) => self.names_like(typed, "")?,
            Some(Field::Person) => self.names_like(typed, "AND kind = 'person'")?,
            Some(Field::Org) => {
                self.names_like(typed, "AND kind IN ('organisation', 'regulator')")?
            }
            Some(Field::Place) => self.names_like(typed, "AND kind = 'place'")?,
            Some(Field::Kind) => kinds(typed),
            Some(field @ (Field::Source | Field::Tag)) => self.words_of(field, typed, MOST)?,
            Some(_) => Vec::new(),
        });
        found.truncate(MOST);
        Ok(found)
    }

    /// Names in which a word begins so.
    fn names_like(&self, typed: &str, condition: &str) -> Result<Vec<String>> {
        if typed.is_empty() && condition.is_empty() {
            return Ok(Vec::new());
        }
        let escaped: String = typed
            .chars()
            .flat_map(|c| {
                matches!(c, '%' | '_' | '\\')
                    .then_some('\\')
                    .into_iter()
                    .chain([c])
            })
            .collect();
        let mut query = self.db.prepare_cached(&format!(
            "SELECT name FROM entity WHERE (name LIKE ?1 || '%' ESCAPE '\\' OR name LIKE '% ' || ?1 || '%' ESCAPE '\\')
               AND NOT hidden AND merged IS NULL {condition} ORDER BY stories DESC, name LIMIT {MOST}"
        ))?;
        let names = query.query_map([escaped], |row| row.get(0))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }
}

fn kinds(typed: &str) -> Vec<String> {
    let typed = fold(typed);
    let entities = Kind::ALL.iter().map(|kind| kind.name());
    let links = LinkKind::ALL.iter().map(|kind| kind.name());
    let all = entities.chain(links).map(str::to_owned);
    all.filter(|name| name.starts_with(&typed)).collect()
}
