//! Stories analysed once more, because the names looked for have changed.

use aho_corasick::AhoCorasick;

use super::{Library, Result};
use crate::analyse::Gazetteer;

/// Stories written in one transaction.
const CHUNK: usize = 1_000;

/// Which stories are analysed again.
#[derive(Debug, Clone, Copy)]
pub enum Again<'a> {
    /// Those whose last change lies within these sequence numbers, the first not included.
    Changed { after: u64, until: u64 },
    /// Those up to this sequence number in which one of the names stands, in capitals or not. They count as changed even
    /// where nothing else is found: the names themselves may be others now.
    Naming { names: &'a [String], until: u64 },
}

impl Library {
    /// Analyses stories again with the names the library has now. Says how many it looked at.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn analyse_again(&mut self, which: Again<'_>) -> Result<u64> {
        let gazetteer = self.gazetteer()?;
        let (mut at, until, wanted) = match which {
            Again::Changed { after, until } => (after, until, None),
            Again::Naming { names, until } => {
                // Too many names for one machine: then every story is looked at.
                let machine = AhoCorasick::builder()
                    .ascii_case_insensitive(true)
                    .build(names);
                (0, until, machine.ok())
            }
        };
        let force = matches!(which, Again::Naming { .. });
        let mut done = 0;
        loop {
            let page = self.stored_between(at, until)?;
            let Some((last, _, _)) = page.last() else {
                return Ok(done);
            };
            at = *last;
            let names = |json: &str| wanted.as_ref().is_none_or(|names| names.is_match(json));
            let mut writer = self.writer()?;
            for (_, id, json) in page.iter().filter(|(_, _, json)| names(json)) {
                writer.analyse_again(id, json, &gazetteer, force)?;
                done += 1;
            }
            writer.commit()?;
        }
    }

    /// The next stories by their sequence numbers: number, id and content.
    fn stored_between(&self, after: u64, until: u64) -> Result<Vec<(u64, String, String)>> {
        let mut query = self.db.prepare_cached(
            "SELECT s.sequence, s.id, c.json FROM story s JOIN content c ON c.key = s.key
             WHERE s.sequence > ?1 AND s.sequence <= ?2 ORDER BY s.sequence LIMIT ?3",
        )?;
        let rows = query.query_map((after as i64, until as i64, CHUNK as i64), |row| {
            Ok((row.get::<_, i64>(0)? as u64, row.get(1)?, row.get(2)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What finds the library's entities in a text. Hidden ones are looked for too: else they would come back as new names.
    ///
    /// # Errors
    /// When the entities cannot be read.
    pub fn gazetteer(&self) -> Result<Gazetteer> {
        let entities = self.entities()?;
        Ok(Gazetteer::new(
            entities.iter().map(|row| (row.key, &row.entity)),
        ))
    }
}
