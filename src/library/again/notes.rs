//! What is still to be read again, as the library has it noted, and how far that has come.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::analyse::Analysis;
use crate::library::schema::set_analysed;
use crate::library::touched::{Finder, Touched};
use crate::library::{Error, Library, Progress, Result, Writer};

/// Notes that stories must be read again: those that a change touches, or all of them. Noted in the transaction of the change,
/// it is as lasting as that.
pub(in crate::library) fn note(db: &Connection, touched: Option<&Touched>) -> Result<()> {
    let json = match touched {
        Some(touched) if touched.is_empty() => return Ok(()),
        Some(touched) => Some(serde_json::to_string(touched)?),
        None => {
            db.execute("DELETE FROM again WHERE touched IS NULL", [])?;
            None
        }
    };
    db.execute(
        "INSERT INTO again (touched, below)
         SELECT ?1, max(key) + 1 FROM story HAVING max(key) IS NOT NULL",
        [json],
    )?;
    Ok(())
}

/// What is still to be read again since one change.
pub(super) struct Note {
    key: i64,
    /// None: every story.
    pub(super) finder: Option<Finder>,
    pub(super) below: i64,
}

impl Library {
    /// Notes that every story is to be read again, where this program's analysis is newer than the library's.
    pub(super) fn note_newer_analysis(&self) -> Result<()> {
        let newer = || Ok::<_, Error>(self.number("analysis")? < u64::from(Analysis::VERSION));
        if !newer()? {
            return Ok(());
        }
        let change = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
        // Another process may have noted it by now.
        if newer()? {
            note(&change, None)?;
            set_analysed(&change)?;
        }
        change.commit()?;
        Ok(())
    }

    /// Brings the notes up to those of the library; says whether there are any.
    pub(super) fn take_notes(&self, notes: &mut Vec<Note>, which: &str) -> Result<bool> {
        let mut query = self.db.prepare_cached(&format!(
            "SELECT key, below FROM again WHERE {which} ORDER BY key"
        ))?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut known = std::mem::take(notes);
        for row in rows {
            let (key, below): (i64, i64) = row?;
            let finder = match known.iter().position(|note| note.key == key) {
                Some(at) => known.swap_remove(at).finder,
                None => self.finder(key)?,
            };
            notes.push(Note { key, finder, below });
        }
        Ok(!notes.is_empty())
    }

    fn finder(&self, note: i64) -> Result<Option<Finder>> {
        let mut query = self
            .db
            .prepare_cached("SELECT touched FROM again WHERE key = ?1")?;
        let json: Option<String> = query.query_row([note], |row| row.get(0))?;
        Ok(match json {
            Some(json) => Some(Finder::new(serde_json::from_str(&json)?)),
            None => None,
        })
    }

    /// How far it has come, by the keys of the stories: about as good as counting them, and free.
    pub(super) fn progress(&self, notes: &[Note]) -> Result<Progress> {
        let newest: i64 =
            self.db
                .query_row("SELECT coalesce(max(key), 0) FROM story", [], |row| {
                    row.get(0)
                })?;
        let left = notes.iter().map(|note| note.below - 1).max().unwrap_or(0);
        Ok(Progress {
            done: (newest - left).max(0) as u64,
            of: newest as u64,
        })
    }
}

impl Writer<'_> {
    /// Notes, with this transaction's changes, that the stories they touch must be read again.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn note_touched(&mut self, touched: &Touched) -> Result<()> {
        note(&self.change, Some(touched))
    }

    /// Writes down that all stories with this key or a greater one have been looked at.
    pub(super) fn looked_at(&mut self, notes: &[Note], down_to: i64) -> Result<()> {
        for note in notes {
            self.change
                .prepare_cached("UPDATE again SET below = min(below, ?2) WHERE key = ?1")?
                .execute((note.key, down_to))?;
        }
        self.change
            .execute("DELETE FROM again WHERE below = 0", [])?;
        Ok(())
    }
}
