//! Marks: read and starred. They belong to a story's id and outlive its updates.

use rusqlite::{Transaction, TransactionBehavior};

use super::{Library, Result};
use crate::search::State;

/// What a reader can put on a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Read,
    Starred,
}

impl Library {
    /// Sets or clears a mark.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn set_mark(&self, id: &str, mark: Mark, on: bool) -> Result<()> {
        let column = match mark {
            Mark::Read => "read",
            Mark::Starred => "starred",
        };
        // Whoever reads first and writes then is refused at once while another writes, and not kept waiting: so first the right
        // to write.
        let change = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
        let was: bool = change
            .prepare_cached(&format!(
                "SELECT coalesce((SELECT {column} FROM mark WHERE story = ?1), 0)"
            ))?
            .query_row([id], |row| row.get(0))?;
        let known = change
            .prepare_cached("SELECT 1 FROM story WHERE id = ?1")?
            .exists([id])?;
        if was != on && known {
            change
                .prepare_cached(&format!(
                    "INSERT INTO mark (story, {column}) VALUES (?1, ?2)
                     ON CONFLICT (story) DO UPDATE SET {column} = excluded.{column}"
                ))?
                .execute((id, on))?;
            if mark == Mark::Read {
                let by = if on { 1 } else { -1 };
                change
                    .prepare_cached("UPDATE number SET value = value + ?1 WHERE name = 'read'")?
                    .execute([by])?;
            }
        }
        change.commit()?;
        Ok(())
    }

    /// The keys of the stories that have a mark, in any order. None are given for what is unread: no mark says that.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(super) fn marked(&self, state: State) -> Result<Vec<i64>> {
        let condition = match state {
            State::Read => "m.read",
            State::Unread => "0",
            State::Starred => "m.starred",
        };
        let mut query = self.db.prepare_cached(&format!(
            "SELECT s.key FROM mark m JOIN story s ON s.id = m.story WHERE {condition}"
        ))?;
        let keys = query.query_map([], |row| row.get(0))?;
        Ok(keys.collect::<rusqlite::Result<_>>()?)
    }
}
