//! Stories analysed once more, because the names looked for have changed.

use aho_corasick::AhoCorasick;

use super::schema::{put_analysed, set_analysed};
use super::{Library, Result};
use crate::analyse::{Analysis, Gazetteer};

/// Stories written in one transaction.
const CHUNK: usize = 1_000;

impl Library {
    /// Analyses stories again: those in which one of the names stands, in capitals or not; without names all of them. Those
    /// that hold a name count as changed even where nothing else is found: the names themselves may be others now. Says
    /// how many it looked at.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn analyse_again(&mut self, names: Option<&[String]>) -> Result<u64> {
        let gazetteer = self.gazetteer()?;
        let until = self.sequence()?;
        let wanted = names.and_then(|names| {
            // Too many names for one machine: then every story is looked at.
            let mut machine = AhoCorasick::builder();
            machine.ascii_case_insensitive(true).build(names).ok()
        });
        let mut at = 0;
        let mut done = 0;
        loop {
            let page = self.stored_between(at, until)?;
            let Some((last, _, _)) = page.last() else {
                return Ok(done);
            };
            at = *last;
            let holds = |json: &str| wanted.as_ref().is_none_or(|names| names.is_match(json));
            let wanted: Vec<_> = page.iter().filter(|(_, _, json)| holds(json)).collect();
            if wanted.is_empty() {
                continue;
            }
            let mut writer = self.writer()?;
            for (_, id, json) in wanted {
                writer.analyse_again(id, json, &gazetteer, names.is_some())?;
                done += 1;
            }
            writer.commit()?;
        }
    }

    /// Notes that stories must be read again, before what is looked for in them is changed: a program killed on the way leaves
    /// that to the next [`refresh`](Self::refresh). Gives what was noted, for [`now_fresh`](Self::now_fresh).
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn now_stale(&self) -> Result<u64> {
        let before = self.number("analysis")?;
        put_analysed(&self.db, 0)?;
        Ok(before)
    }

    /// Takes the note of [`now_stale`](Self::now_stale) back.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn now_fresh(&self, before: u64) -> Result<()> {
        Ok(put_analysed(&self.db, before)?)
    }

    /// Reads every story again that an older version of the analysis has read, if there is any.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn refresh(&mut self) -> Result<()> {
        if self.number("analysis")? >= u64::from(Analysis::VERSION) {
            return Ok(());
        }
        self.analyse_all()
    }

    /// Reads every story again.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn analyse_all(&mut self) -> Result<()> {
        self.analyse_again(None)?;
        set_analysed(&self.db)?;
        Ok(())
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
