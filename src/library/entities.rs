//! Entities as the library keeps them, with how many stories name each.

use rusqlite::OptionalExtension;

use super::{Library, Result};
use crate::story::{Entity, decode_entity};
use crate::text::fold;

/// An entity with its key in this library.
#[derive(Debug, Clone, PartialEq)]
pub struct EntityRow {
    pub key: i64,
    pub entity: Entity,
    /// How many stories name it.
    pub stories: u64,
    /// Whether a person wants it out of sight.
    pub hidden: bool,
}

impl Library {
    /// Every entity, hidden ones too; those that have become part of another are no more.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entities(&self) -> Result<Vec<EntityRow>> {
        let mut query = self.db.prepare_cached(
            "SELECT key, stories, json, hidden FROM entity WHERE merged IS NULL ORDER BY key",
        )?;
        let rows = query.query_map([], parts)?;
        let mut entities = Vec::new();
        for parts in rows {
            entities.extend(entity(parts?)?);
        }
        Ok(entities)
    }

    /// The entity with a key.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entity(&self, key: i64) -> Result<Option<EntityRow>> {
        let mut query = self
            .db
            .prepare_cached("SELECT key, stories, json, hidden FROM entity WHERE key = ?1")?;
        match query.query_row([key], parts).optional()? {
            Some(parts) => entity(parts),
            None => Ok(None),
        }
    }

    /// The entities with this id, name or alias, whatever its case.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entities_called(&self, name: &str) -> Result<Vec<EntityRow>> {
        let asked = fold(name);
        let is = |row: &EntityRow| {
            row.entity.id == name || row.entity.names().any(|known| fold(known) == asked)
        };
        Ok(self.entities()?.into_iter().filter(is).collect())
    }

    /// The name of the entity with a key, unless it is out of sight.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entity_name(&self, key: i64) -> Result<Option<String>> {
        let mut query = self
            .db
            .prepare_cached("SELECT name FROM entity WHERE key = ?1 AND NOT hidden")?;
        Ok(query.query_row([key], |row| row.get(0)).optional()?)
    }

    /// The name of the entity with an id; the id itself where there is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn name_of(&self, id: &str) -> Result<String> {
        let mut query = self
            .db
            .prepare_cached("SELECT coalesce(other.name, e.name) FROM entity e LEFT JOIN entity other ON other.key = e.merged WHERE e.id = ?1")?;
        let name: Option<String> = query.query_row([id], |row| row.get(0)).optional()?;
        Ok(name.unwrap_or_else(|| id.to_owned()))
    }

    /// The key of the entity with an id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entity_key(&self, id: &str) -> Result<Option<i64>> {
        let mut query = self
            .db
            .prepare_cached("SELECT coalesce(merged, key) FROM entity WHERE id = ?1")?;
        Ok(query.query_row([id], |row| row.get(0)).optional()?)
    }
}

type Parts = (i64, i64, String, bool);

fn parts(row: &rusqlite::Row<'_>) -> rusqlite::Result<Parts> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

fn entity((key, stories, json, hidden): Parts) -> Result<Option<EntityRow>> {
    let (entity, _) = decode_entity(serde_json::from_str(&json)?);
    Ok(entity.map(|entity| EntityRow {
        key,
        entity,
        stories: stories.max(0) as u64,
        hidden,
    }))
}
