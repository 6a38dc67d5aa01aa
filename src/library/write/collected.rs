//! Entities and the heads of collections, put into the library.

use std::collections::BTreeSet;

use rusqlite::OptionalExtension;

use super::{Change, Writer};
use crate::library::Result;
use crate::story::{Collection, Entity, decode_entity};

impl Writer<'_> {
    /// The entity with an id, as it is now.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn entity_by_id(&self, id: &str) -> Result<Option<Entity>> {
        let mut query = self
            .change
            .prepare_cached("SELECT json FROM entity WHERE id = ?1")?;
        let json: Option<String> = query.query_row([id], |row| row.get(0)).optional()?;
        Ok(match json {
            Some(json) => decode_entity(serde_json::from_str(&json)?).0,
            None => None,
        })
    }

    /// Adds an entity or brings it up to date, unless a person has changed it; says what it did.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn put_entity(&mut self, entity: &Entity) -> Result<Change> {
        let json = entity.to_value().to_string();
        let old: Option<(String, bool)> = self
            .change
            .prepare_cached("SELECT json, edited FROM entity WHERE id = ?1")?
            .query_row([&entity.id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        // What a person has changed stays as it is.
        if old
            .as_ref()
            .is_some_and(|(old, edited)| *edited || *old == json)
        {
            return Ok(Change::Unchanged);
        }
        self.change
            .prepare_cached(
                "INSERT INTO entity (id, name, kind, json) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, json = excluded.json",
            )?
            .execute((&entity.id, &entity.name, entity.kind.name(), &json))?;
        Ok(if old.is_some() {
            Change::Updated
        } else {
            Change::Added
        })
    }

    /// Stores a collection's head.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn put_collection(&mut self, head: &Collection, version: &str) -> Result<()> {
        let mut json = head.extra.clone();
        for (key, value) in [
            ("id", &head.id),
            ("title", &head.title),
            ("about", &head.about),
            ("licence", &head.licence),
        ] {
            json.insert(key.into(), value.as_str().into());
        }
        if let Some(lead) = &head.lead {
            json.insert("lead".into(), lead.as_str().into());
        }
        self.change.execute(
            "INSERT OR REPLACE INTO collection VALUES (?1, ?2, ?3, ?4, ?5)",
            (
                &head.id,
                &head.title,
                &head.lead,
                version,
                serde_json::Value::Object(json).to_string(),
            ),
        )?;
        Ok(())
    }

    /// The ids of a collection's stories.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn collection_ids(&self, collection: &str) -> Result<BTreeSet<String>> {
        let mut query = self
            .change
            .prepare_cached("SELECT id FROM story WHERE collection = ?1")?;
        let ids = query.query_map([collection], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}
