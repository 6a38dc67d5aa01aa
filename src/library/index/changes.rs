//! What has changed since the index was brought up to the library, read in the order in which it changed.

use super::super::{Library, Result};

/// One change the index has not seen: a story as it is now, or its removal.
pub(super) struct Changed {
    pub(super) sequence: i64,
    pub(super) key: i64,
    pub(super) content: Option<Content>,
}

pub(super) struct Content {
    pub(super) json: String,
    pub(super) day: u32,
    pub(super) mentions: String,
    /// None for a story of an older version's library.
    pub(super) analysis: Option<String>,
}

impl Library {
    /// How many changes there are after one, up to another.
    pub(super) fn changed(&self, after: i64, last: i64) -> Result<u64> {
        let mut query = self.db.prepare_cached(
            "SELECT (SELECT count(*) FROM story WHERE sequence > ?1 AND sequence <= ?2)
                  + (SELECT count(*) FROM removed WHERE sequence > ?1 AND sequence <= ?2)",
        )?;
        let changed: i64 = query.query_row((after, last), |row| row.get(0))?;
        Ok(changed as u64)
    }

    /// The next changes after one, up to another. A story that changes while they are read moves behind the last, and is left for
    /// the next time: so none comes twice.
    pub(super) fn changes(&self, after: i64, last: i64, count: i64) -> Result<Vec<Changed>> {
        let mut query = self.db.prepare_cached(
            "SELECT s.sequence, s.key, c.json, s.day, c.mentions, a.json
               FROM story s JOIN content c ON c.key = s.key LEFT JOIN analysis a ON a.key = s.key
               WHERE s.sequence > ?1 AND s.sequence <= ?2
             UNION ALL SELECT sequence, key, NULL, 0, NULL, NULL FROM removed
               WHERE sequence > ?1 AND sequence <= ?2
             ORDER BY 1 LIMIT ?3",
        )?;
        let rows = query.query_map((after, last, count), |row| {
            let json: Option<String> = row.get(2)?;
            let content = match json {
                Some(json) => Some(Content {
                    json,
                    day: row.get(3)?,
                    mentions: row.get(4)?,
                    analysis: row.get(5)?,
                }),
                None => None,
            };
            Ok(Changed {
                sequence: row.get(0)?,
                key: row.get(1)?,
                content,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
