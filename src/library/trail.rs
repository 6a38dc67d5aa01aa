//! The trail: the stories that were opened one after the other, and how far each had been read.

use super::{Library, Result};

/// One place on the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The story's id.
    pub story: String,
    /// The byte of the body that stood at the top of the article pane.
    pub scroll: usize,
}

impl Library {
    /// The stored trail and the position on it where the reader was.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn trail(&self) -> Result<(Vec<Stop>, usize)> {
        let mut query = self
            .db
            .prepare_cached("SELECT story, scroll FROM trail ORDER BY position")?;
        let stops = query.query_map([], |row| {
            Ok(Stop {
                story: row.get(0)?,
                scroll: row.get::<_, i64>(1)?.max(0) as usize,
            })
        })?;
        let stops = stops.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok((stops, self.number("trail")? as usize))
    }

    /// Stores the trail in place of the old one.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn set_trail(&self, stops: &[Stop], at: usize) -> Result<()> {
        let change = self.db.unchecked_transaction()?;
        change.execute("DELETE FROM trail", [])?;
        {
            let mut insert = change.prepare_cached("INSERT INTO trail VALUES (?1, ?2, ?3)")?;
            for (position, stop) in stops.iter().enumerate() {
                insert.execute((position as i64, &stop.story, stop.scroll as i64))?;
            }
        }
        change
            .prepare_cached("UPDATE number SET value = ?1 WHERE name = 'trail'")?
            .execute([at as i64])?;
        change.commit()?;
        Ok(())
    }
}
