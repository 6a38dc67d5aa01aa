//! Stories read again because what is looked for in them has changed. What is still to be read stands in the library itself: a
//! program killed on the way leaves the rest to the next one. What a change touches is told beside, in `touched`.

mod notes;

use rusqlite::{Transaction, TransactionBehavior};

use super::{KnownNames, Library, Progress, Result};
use crate::analyse::{Analysis, Mention};
use crate::story::{Story, decode_story};
use notes::Note;
pub(super) use notes::note;

/// Stories analysed, and then written in one transaction.
const CHUNK: usize = 500;
/// The same in bytes of text, for stories as long as books.
const CHUNK_BYTES: usize = 16 << 20;
/// Stories looked at before it is written down how far that has come.
const LOOKED_AT: usize = 20_000;

/// A story that is to be read again.
struct Stale {
    key: i64,
    sequence: i64,
    story: Story,
    /// Whether it counts as changed though nothing else is found: the names themselves may be others now.
    touched: bool,
}

/// Some stories to be read again, and how far one had to look for them.
struct Slice {
    stale: Vec<Stale>,
    /// All stories with this key or a greater one have been looked at.
    down_to: i64,
}

impl Library {
    /// Reads again what changes to names have touched, to the end. Says how many stories that were.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn make_good(&mut self) -> Result<u64> {
        let (mut notes, mut names) = (Vec::new(), None);
        let mut read = 0;
        while self.take_notes(&mut notes, "touched IS NOT NULL")? {
            read += self.read_slice(&notes, &mut names)?;
        }
        Ok(read)
    }

    /// Reads at least so many stories again, the newest first, if there are any: those that changes to names have touched, and
    /// all that an older version of the analysis has read. Says how far it has come; none when nothing is left.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn read_again(&mut self, least: u64) -> Result<Option<Progress>> {
        self.note_newer_analysis()?;
        let (mut notes, mut names) = (Vec::new(), None);
        let mut read = 0;
        while self.take_notes(&mut notes, "1")? {
            if read >= least {
                return self.progress(&notes).map(Some);
            }
            read += self.read_slice(&notes, &mut names)?;
        }
        Ok(None)
    }

    /// Reads every story again.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn read_all_again(&mut self) -> Result<()> {
        let change = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
        note(&change, None)?;
        change.commit()?;
        self.read_again(u64::MAX)?;
        Ok(())
    }

    /// Reads the next stories again. They are analysed before the library is taken for writing, so that nobody waits for that;
    /// a story that has changed meanwhile was read by whoever changed it.
    fn read_slice(&mut self, notes: &[Note], names: &mut Option<KnownNames>) -> Result<u64> {
        let known = match names.take() {
            Some(known) => known,
            None => self.names()?,
        };
        let slice = self.slice(notes)?;
        let analysed = analysed(slice.stale, &known);
        // Else once more, with the names as they are now.
        if !self.write_slice(notes, &known, &analysed, slice.down_to)? {
            return Ok(0);
        }
        *names = Some(known);
        Ok(analysed.len() as u64)
    }

    /// Writes what was found; says whether it was: not where names have changed that it was found by.
    fn write_slice(
        &mut self,
        notes: &[Note],
        known: &KnownNames,
        analysed: &[(Stale, Analysis)],
        down_to: i64,
    ) -> Result<bool> {
        let mut writer = self.writer()?;
        if !writer.knows(known)? {
            return Ok(false);
        }
        for (stale, analysis) in analysed {
            let read = (stale.key, stale.sequence);
            writer.put_analysis(read, analysis, stale.touched)?;
        }
        writer.looked_at(notes, down_to)?;
        writer.commit()?;
        Ok(true)
    }

    /// The next stories to be read again, those with the greatest keys first.
    fn slice(&self, notes: &[Note]) -> Result<Slice> {
        let below = notes.iter().map(|note| note.below).max().unwrap_or(0);
        let mut query = self.db.prepare_cached(
            "SELECT s.key, s.sequence, c.json, c.mentions, coalesce(c.json ->> 'body', '')
               FROM story s JOIN content c ON c.key = s.key WHERE s.key < ?1 ORDER BY s.key DESC LIMIT ?2",
        )?;
        let mut rows = query.query((below, LOOKED_AT as i64))?;
        let (mut stale, mut bytes, mut looked_at) = (Vec::new(), 0, 0);
        let mut down_to = 0;
        while let Some(row) = rows.next()? {
            if stale.len() >= CHUNK || bytes >= CHUNK_BYTES {
                return Ok(Slice { stale, down_to });
            }
            down_to = row.get(0)?;
            looked_at += 1;
            let (json, mentions): (String, String) = (row.get(2)?, row.get(3)?);
            let body: String = row.get(4)?;
            let mentions: Vec<Mention> = serde_json::from_str(&mentions).unwrap_or_default();
            let due = notes.iter().filter(|note| down_to < note.below);
            let (mut wanted, mut touched) = (false, false);
            for note in due {
                match &note.finder {
                    None => wanted = true,
                    Some(finder) => touched |= finder.touches(&json, &body, &mentions),
                }
            }
            if !(wanted || touched) {
                continue;
            }
            bytes += body.len();
            if let (Some(story), _) = decode_story(serde_json::from_str(&json)?) {
                stale.push(Stale {
                    key: down_to,
                    sequence: row.get(1)?,
                    story,
                    touched,
                });
            }
        }
        if looked_at < LOOKED_AT {
            down_to = 0;
        }
        Ok(Slice { stale, down_to })
    }
}

fn analysed(stale: Vec<Stale>, known: &KnownNames) -> Vec<(Stale, Analysis)> {
    let analysed = stale.into_iter().map(|stale| {
        let story = &stale.story;
        let analysis = Analysis::of(&story.body, story.speaks_from(), &known.gazetteer);
        (stale, analysis)
    });
    analysed.collect()
}

#[cfg(test)]
mod tests;
