//! What was found in a story, put beside it; the story itself stays as it is.

use std::collections::HashMap;

use rusqlite::OptionalExtension;

use super::Writer;
use crate::analyse::{Analysis, Mention};
use crate::library::Result;

impl Writer<'_> {
    /// Puts what was found in a story, given by its key and its sequence number when it was read, unless it has changed since or
    /// is gone. Touched, it counts as changed though nothing else was found.
    pub(in crate::library) fn put_analysis(
        &mut self,
        (key, sequence): (i64, i64),
        analysis: &Analysis,
        touched: bool,
    ) -> Result<()> {
        let mut query = self.change.prepare_cached(
            "SELECT s.day, c.mentions, a.json FROM story s JOIN content c ON c.key = s.key
             LEFT JOIN analysis a ON a.key = s.key WHERE s.key = ?1 AND s.sequence = ?2",
        )?;
        let old = query.query_row((key, sequence), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        });
        let Some((day, old_mentions, old_analysis)) = old.optional()? else {
            return Ok(());
        };
        drop(query);
        let (old_mentions, old_analysis): (String, Option<String>) = (old_mentions, old_analysis);
        let mentions = serde_json::to_string(&analysis.mentions)?;
        let json = serde_json::to_string(analysis)?;
        let same = old_mentions == mentions && old_analysis.as_ref() == Some(&json);
        if same && !touched {
            return Ok(());
        }
        self.sequence += 1;
        self.change
            .prepare_cached("UPDATE story SET sequence = ?2 WHERE key = ?1")?
            .execute((key, self.sequence))?;
        if same {
            return Ok(());
        }
        self.forget_mentions(key, day, &old_mentions)?;
        self.change
            .prepare_cached("UPDATE content SET mentions = ?2 WHERE key = ?1")?
            .execute((key, mentions))?;
        self.change
            .prepare_cached("INSERT OR REPLACE INTO analysis VALUES (?1, ?2)")?
            .execute((key, json))?;
        self.remember_mentions(key, day, &analysis.mentions)
    }

    pub(super) fn forget_mentions(&mut self, key: i64, day: u32, mentions: &str) -> Result<()> {
        let mentions: Vec<Mention> = serde_json::from_str(mentions).unwrap_or_default();
        for (entity, _) in counted(&mentions) {
            self.change
                .prepare_cached(
                    "DELETE FROM appearance WHERE entity = ?1 AND day = ?2 AND story = ?3",
                )?
                .execute((entity, day, key))?;
            *self.named.entry(entity).or_default() -= 1;
        }
        Ok(())
    }

    pub(super) fn remember_mentions(
        &mut self,
        key: i64,
        day: u32,
        mentions: &[Mention],
    ) -> Result<()> {
        for (entity, count) in counted(mentions) {
            self.change
                .prepare_cached("INSERT OR REPLACE INTO appearance VALUES (?1, ?2, ?3, ?4)")?
                .execute((entity, day, key, count))?;
            *self.named.entry(entity).or_default() += 1;
        }
        Ok(())
    }
}

fn counted(mentions: &[Mention]) -> HashMap<i64, i64> {
    let mut counts = HashMap::new();
    for mention in mentions {
        *counts.entry(mention.entity).or_default() += 1;
    }
    counts
}
