//! Putting stories into the library, in transactions that are whole or not at all; entities and what is found in a story stand
//! beside, in `collected` and `analysed`.

mod analysed;
mod collected;

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior};

use super::{Library, Result};
use crate::analyse::Analysis;
use crate::story::Story;

/// What putting a story into the library did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Added,
    Updated,
    Unchanged,
}

/// One transaction of changes. Dropped without [`commit`](Self::commit), it has changed nothing.
#[derive(Debug)]
pub struct Writer<'l> {
    pub(super) change: Transaction<'l>,
    sequence: i64,
    added: i64,
    read: i64,
    /// By how much the number of stories that name an entity has changed.
    named: HashMap<i64, i64>,
}

impl Library {
    /// Begins a transaction; another process that writes is waited for.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn writer(&mut self) -> Result<Writer<'_>> {
        // What an import acknowledges outlives a power cut too. Marks, one at a time, need not make the reader wait.
        self.db.pragma_update(None, "synchronous", "FULL")?;
        let change = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sequence = change.query_row(
            "SELECT value FROM number WHERE name = 'sequence'",
            [],
            |row| row.get(0),
        )?;
        Ok(Writer {
            change,
            sequence,
            added: 0,
            read: 0,
            named: HashMap::new(),
        })
    }
}

impl Writer<'_> {
    /// Adds a story or brings it up to date; marks stay.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn put_story(
        &mut self,
        story: &Story,
        analysis: &Analysis,
        collection: Option<&str>,
    ) -> Result<Change> {
        let json = story.to_value().to_string();
        let mentions = analysis.mentions.as_slice();
        let mentions_json = serde_json::to_string(mentions)?;
        let analysis_json = serde_json::to_string(analysis)?;
        let old = self.old(&story.id)?;
        if let Some(old) = &old
            && old.json == json
            && old.mentions_json == mentions_json
            && old.analysis_json.as_ref() == Some(&analysis_json)
        {
            return Ok(Change::Unchanged);
        }
        self.sequence += 1;
        let day = story.date().map_or(0, crate::story::PartialDate::code);
        let key = match &old {
            Some(old) => {
                self.forget_mentions(old.key, old.day, &old.mentions_json)?;
                self.change
                    .prepare_cached(
                        "UPDATE story SET sequence = ?2, day = ?3, headline = ?4, collection = coalesce(?5, collection)
                         WHERE key = ?1",
                    )?
                    .execute((old.key, self.sequence, day, story.title(), collection))?;
                self.change
                    .prepare_cached("DELETE FROM link WHERE story = ?1")?
                    .execute([&story.id])?;
                old.key
            }
            None => self.insert_row(story, day, collection)?,
        };
        self.change
            .prepare_cached("INSERT OR REPLACE INTO content VALUES (?1, ?2, ?3)")?
            .execute((key, &json, &mentions_json))?;
        self.change
            .prepare_cached("INSERT OR REPLACE INTO analysis VALUES (?1, ?2)")?
            .execute((key, analysis_json))?;
        self.remember_mentions(key, day, mentions)?;
        for link in &story.links {
            self.change
                .prepare_cached("INSERT OR REPLACE INTO link VALUES (?1, ?2, ?3, ?4)")?
                .execute((&story.id, &link.to, link.kind.name(), &link.why))?;
        }
        Ok(if old.is_some() {
            Change::Updated
        } else {
            Change::Added
        })
    }

    /// Removes a story; its marks stay, should it come back. Says whether there was one.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn remove_story(&mut self, id: &str) -> Result<bool> {
        let Some(old) = self.old(id)? else {
            return Ok(false);
        };
        self.forget_mentions(old.key, old.day, &old.mentions_json)?;
        self.sequence += 1;
        self.change.execute(
            "INSERT INTO removed VALUES (?1, ?2)",
            (self.sequence, old.key),
        )?;
        self.change
            .execute("DELETE FROM story WHERE key = ?1", [old.key])?;
        self.change
            .execute("DELETE FROM content WHERE key = ?1", [old.key])?;
        self.change
            .execute("DELETE FROM analysis WHERE key = ?1", [old.key])?;
        self.change
            .execute("DELETE FROM link WHERE story = ?1", [id])?;
        self.added -= 1;
        self.read -= i64::from(self.is_read(id)?);
        Ok(true)
    }

    /// Makes every change of this transaction last.
    ///
    /// # Errors
    /// When the library cannot be written; then nothing has changed.
    pub fn commit(self) -> Result<()> {
        let numbers = [("stories", self.added), ("read", self.read)];
        for (name, by) in numbers {
            self.change
                .prepare_cached("UPDATE number SET value = value + ?2 WHERE name = ?1")?
                .execute((name, by))?;
        }
        self.change
            .prepare_cached("UPDATE number SET value = ?1 WHERE name = 'sequence'")?
            .execute([self.sequence])?;
        for (entity, by) in &self.named {
            self.change
                .prepare_cached("UPDATE entity SET stories = stories + ?2 WHERE key = ?1")?
                .execute((entity, by))?;
        }
        self.change.commit()?;
        Ok(())
    }

    fn insert_row(&mut self, story: &Story, day: u32, collection: Option<&str>) -> Result<i64> {
        self.change
            .prepare_cached("INSERT INTO story (id, sequence, day, headline, collection) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute((&story.id, self.sequence, day, story.title(), collection))?;
        let key = self.change.last_insert_rowid();
        self.added += 1;
        self.read += i64::from(self.is_read(&story.id)?);
        Ok(key)
    }

    fn is_read(&self, id: &str) -> Result<bool> {
        let mut query = self
            .change
            .prepare_cached("SELECT read FROM mark WHERE story = ?1")?;
        let read: Option<bool> = query.query_row([id], |row| row.get(0)).optional()?;
        Ok(read.unwrap_or(false))
    }

    fn old(&self, id: &str) -> Result<Option<Old>> {
        let mut query = self.change.prepare_cached(
            "SELECT s.key, s.day, c.json, c.mentions, a.json FROM story s JOIN content c ON c.key = s.key
             LEFT JOIN analysis a ON a.key = s.key WHERE s.id = ?1",
        )?;
        let old = query.query_row([id], |row| {
            Ok(Old {
                key: row.get(0)?,
                day: row.get(1)?,
                json: row.get(2)?,
                mentions_json: row.get(3)?,
                analysis_json: row.get(4)?,
            })
        });
        Ok(old.optional()?)
    }
}

struct Old {
    key: i64,
    day: u32,
    json: String,
    mentions_json: String,
    /// None for a story of an older version's library.
    analysis_json: Option<String>,
}
