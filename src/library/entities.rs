//! Entities as the library keeps them, with how many stories name each. What has become part of another stays as it was given
//! and is put together with it when it is read: so the two can be parted again.

use std::collections::BTreeMap;

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
    /// Every entity, hidden ones too, each with what has become part of it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entities(&self) -> Result<Vec<EntityRow>> {
        let mut query = self
            .db
            .prepare_cached("SELECT key, stories, json, hidden, merged FROM entity ORDER BY key")?;
        let mut rows = query.query([])?;
        let (mut entities, mut parts) = (Vec::new(), BTreeMap::<i64, Vec<Entity>>::new());
        while let Some(row) = rows.next()? {
            let Some(found) = entity_row(row)? else {
                continue;
            };
            match row.get(4)? {
                Some(into) => parts.entry(into).or_default().push(found.entity),
                None => entities.push(found),
            }
        }
        for row in &mut entities {
            let parts = parts.remove(&row.key).unwrap_or_default();
            take_parts(&mut row.entity, parts);
        }
        Ok(entities)
    }

    /// The entity with a key, with what has become part of it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entity(&self, key: i64) -> Result<Option<EntityRow>> {
        let mut row = self.entity_alone(key)?;
        if let Some(row) = &mut row {
            let parts = self.parts(key)?.into_iter().map(|part| part.entity);
            take_parts(&mut row.entity, parts.collect());
        }
        Ok(row)
    }

    /// The entity with a key as it was given, without what has become part of it.
    pub(super) fn entity_alone(&self, key: i64) -> Result<Option<EntityRow>> {
        let mut query = self
            .db
            .prepare_cached("SELECT key, stories, json, hidden FROM entity WHERE key = ?1")?;
        let mut rows = query.query([key])?;
        match rows.next()? {
            Some(row) => entity_row(row),
            None => Ok(None),
        }
    }

    /// What has become part of the entity with a key, each as it was given.
    pub(super) fn parts(&self, key: i64) -> Result<Vec<EntityRow>> {
        let mut query = self.db.prepare_cached(
            "SELECT key, stories, json, hidden FROM entity WHERE merged = ?1 ORDER BY key",
        )?;
        let mut rows = query.query([key])?;
        let mut parts = Vec::new();
        while let Some(row) = rows.next()? {
            parts.extend(entity_row(row)?);
        }
        Ok(parts)
    }

    /// The entity with this id; else those with this name or alias, whatever its case; else what the entity with this id has
    /// become part of.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entities_called(&self, name: &str) -> Result<Vec<EntityRow>> {
        let by_id = match self.entity_key(name)? {
            Some(key) => self.entity(key)?,
            None => None,
        };
        // Names may be shared, ids are not: nobody could be asked for whose id is the name of another.
        if by_id.as_ref().is_some_and(|row| row.entity.id == name) {
            return Ok(by_id.into_iter().collect());
        }
        let named = self.entities_named(name)?;
        Ok(if named.is_empty() {
            by_id.into_iter().collect()
        } else {
            named
        })
    }

    /// The entities with this name or alias, whatever its case.
    pub(super) fn entities_named(&self, name: &str) -> Result<Vec<EntityRow>> {
        let asked = fold(name);
        let is = |row: &EntityRow| row.entity.names().any(|known| fold(known) == asked);
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

/// An entity of a row that begins with key, stories, JSON and whether it is hidden.
fn entity_row(row: &rusqlite::Row<'_>) -> Result<Option<EntityRow>> {
    let json: String = row.get(2)?;
    let (entity, _) = decode_entity(serde_json::from_str(&json)?);
    let (key, stories, hidden) = (row.get(0)?, row.get::<_, i64>(1)?, row.get(3)?);
    Ok(entity.map(|entity| EntityRow {
        key,
        entity,
        stories: stories.max(0) as u64,
        hidden,
    }))
}

/// Gives an entity the names and relations of what has become part of it. What they are to each other nobody is to himself.
fn take_parts(entity: &mut Entity, parts: Vec<Entity>) {
    if parts.is_empty() {
        return;
    }
    let mut ids = vec![entity.id.clone()];
    for part in parts {
        for name in part.names() {
            entity.add_alias(name.to_owned());
        }
        for relation in part.relations {
            if !entity.relations.contains(&relation) {
                entity.relations.push(relation);
            }
        }
        ids.push(part.id);
    }
    entity
        .relations
        .retain(|relation| !ids.contains(&relation.to));
}
