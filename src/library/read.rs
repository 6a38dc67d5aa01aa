//! One story read back: its text, the mentions found in it, and the links stated from and to it.

use rusqlite::OptionalExtension;

use super::{Library, Result, Row};
use crate::analyse::{Analysis, Mention};
use crate::story::{Collection, LinkKind, Story, decode_collection, decode_story};

/// A story as the library holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    pub row: Row,
    pub story: Story,
    /// The library's entities in the body, by their keys.
    pub mentions: Vec<Mention>,
}

/// A stated link seen from one of its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The story at the other end.
    pub row: Row,
    /// What the other story is to this one.
    pub kind: LinkKind,
    pub why: String,
}

impl Library {
    /// The story with an id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn story(&self, id: &str) -> Result<Option<Stored>> {
        match self.row(id)? {
            Some(row) => self.stored(row),
            None => Ok(None),
        }
    }

    fn stored(&self, row: Row) -> Result<Option<Stored>> {
        let mut query = self
            .db
            .prepare_cached("SELECT json, mentions FROM content WHERE key = ?1")?;
        let parts: Option<(String, String)> = query
            .query_row([row.place.key], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?;
        let Some((json, mentions)) = parts else {
            return Ok(None);
        };
        let (story, _) = decode_story(serde_json::from_str(&json)?);
        let Some(story) = story else {
            return Ok(None);
        };
        let mut mentions: Vec<Mention> = serde_json::from_str(&mentions)?;
        // A damaged row must not make a later slice panic.
        mentions.retain(|m| story.body.get(m.start..m.end).is_some());
        Ok(Some(Stored {
            row,
            story,
            mentions,
        }))
    }

    /// What the analysis found in a story, the mentions of entities apart; of a story from an older library it is found now.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn analysis(&self, key: i64, story: &Story) -> Result<Analysis> {
        let mut query = self
            .db
            .prepare_cached("SELECT json FROM analysis WHERE key = ?1")?;
        let json: Option<String> = query.query_row([key], |row| row.get(0)).optional()?;
        let day = story.speaks_from();
        Ok(Analysis::read(json.as_deref(), &story.body, day))
    }

    /// The body of the story with a key; empty when there is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn body(&self, key: i64) -> Result<String> {
        let mut query = self
            .db
            .prepare_cached("SELECT json ->> 'body' FROM content WHERE key = ?1")?;
        let body: Option<Option<String>> = query.query_row([key], |row| row.get(0)).optional()?;
        Ok(body.flatten().unwrap_or_default())
    }

    /// The stated links of a story, from either end, each once: what its own file states counts first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn links(&self, id: &str) -> Result<Vec<Link>> {
        let mut query = self.db.prepare_cached(
            "SELECT s.day, s.key, s.id, s.headline, coalesce(m.read, 0), coalesce(m.starred, 0), l.kind, l.why, l.mine
             FROM (SELECT target AS other, kind, why, 1 AS mine FROM link WHERE story = ?1
                   UNION ALL SELECT story, kind, why, 0 FROM link WHERE target = ?1) l
             JOIN story s ON s.id = l.other LEFT JOIN mark m ON m.story = s.id
             WHERE s.id <> ?1 ORDER BY l.mine DESC, s.day, s.key",
        )?;
        let rows = query.query_map([id], |row| {
            let (kind, mine): (String, bool) = (row.get(6)?, row.get(8)?);
            let kind = LinkKind::from_name(&kind).unwrap_or(LinkKind::SameActor);
            Ok(Link {
                row: super::list::row(row)?,
                kind: if mine { kind } else { kind.inverse() },
                why: row.get(7)?,
            })
        })?;
        let mut links: Vec<Link> = Vec::new();
        for link in rows {
            let link = link?;
            if links.iter().all(|known| known.row.id != link.row.id) {
                links.push(link);
            }
        }
        Ok(links)
    }

    /// The heads of all collections by their ids, each with the version it was imported in last.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn collections(&self) -> Result<Vec<(Collection, String)>> {
        let mut query = self
            .db
            .prepare_cached("SELECT json, version FROM collection ORDER BY id")?;
        let rows = query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        let mut collections = Vec::new();
        for parts in rows {
            let (json, version) = parts?;
            let (collection, _) = decode_collection(serde_json::from_str(&json)?);
            collections.extend(collection.map(|c| (c, version)));
        }
        Ok(collections)
    }

    /// The version in which a collection was imported last.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn collection_version(&self, id: &str) -> Result<Option<String>> {
        let mut query = self
            .db
            .prepare_cached("SELECT version FROM collection WHERE id = ?1")?;
        Ok(query.query_row([id], |row| row.get(0)).optional()?)
    }
}
