//! What a person changes about entities: two made one, one made two, a new name, out of sight. The stories that name them
//! are analysed again.

use rusqlite::OptionalExtension;

use super::{EntityRow, Library, Result};
use crate::story::{Entity, Kind};

/// A change to entities, each given by its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// The second becomes part of the first, which takes its names.
    Merge { into: i64, from: i64 },
    /// It gets a new name; the old one stays as an alias.
    Rename { entity: i64, name: String },
    /// These names leave it and become an entity of their own, called by the first of them.
    Split { entity: i64, names: Vec<String> },
    /// Whether it is out of sight.
    Hide { entity: i64, hidden: bool },
}

impl Library {
    /// The key of an entity made from a name that was found.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn adopt(&self, name: &str, kind: Kind) -> Result<i64> {
        let entity = Entity::new(self.free_id(name)?, name.to_owned(), kind);
        self.insert_edited(&entity)
    }

    /// Makes a change and analyses the stories it touches again. Gives the entity that came of it and how many stories were
    /// looked at.
    ///
    /// # Errors
    /// When the library cannot be written, or an entity is not there.
    pub fn edit(&mut self, edit: &Edit) -> Result<(Option<EntityRow>, u64)> {
        let change = self.db.unchecked_transaction()?;
        let before = self.now_stale()?;
        let (key, names) = match edit {
            Edit::Merge { into, from } => (*into, self.merge(*into, *from)?),
            Edit::Rename { entity, name } => (*entity, self.rename(*entity, name)?),
            Edit::Split { entity, names } => self.split(*entity, names)?,
            Edit::Hide { entity, hidden } => {
                self.db.execute(
                    "UPDATE entity SET hidden = ?2, edited = 1 WHERE key = ?1",
                    (entity, hidden),
                )?;
                (*entity, self.names_of(*entity)?)
            }
        };
        change.commit()?;
        let looked_at = self.analyse_again(Some(&names))?;
        self.now_fresh(before)?;
        Ok((self.entity(key)?, looked_at))
    }

    fn merge(&self, into: i64, from: i64) -> Result<Vec<String>> {
        let (Some(mut kept), Some(gone)) = (self.entity(into)?, self.entity(from)?) else {
            return Ok(Vec::new());
        };
        let names = [all_names(&kept.entity), all_names(&gone.entity)].concat();
        for name in all_names(&gone.entity) {
            kept.entity.add_alias(name);
        }
        for relation in gone.entity.relations {
            if relation.to != kept.entity.id && !kept.entity.relations.contains(&relation) {
                kept.entity.relations.push(relation);
            }
        }
        self.put_edited(into, &kept.entity)?;
        // What had been merged into it goes along.
        self.db.execute(
            "UPDATE entity SET merged = ?1, edited = 1 WHERE key = ?2 OR merged = ?2",
            (into, from),
        )?;
        Ok(names)
    }

    fn rename(&self, key: i64, name: &str) -> Result<Vec<String>> {
        let Some(mut row) = self.entity(key)? else {
            return Ok(Vec::new());
        };
        let old = std::mem::replace(&mut row.entity.name, name.to_owned());
        row.entity.aliases.retain(|alias| alias != name);
        row.entity.add_alias(old);
        self.put_edited(key, &row.entity)?;
        Ok(all_names(&row.entity))
    }

    fn split(&self, key: i64, names: &[String]) -> Result<(i64, Vec<String>)> {
        let (Some(mut row), [first, others @ ..]) = (self.entity(key)?, names) else {
            return Ok((key, Vec::new()));
        };
        let touched = all_names(&row.entity);
        let mut left: Vec<String> = all_names(&row.entity);
        left.retain(|name| !names.contains(name));
        // The caller has seen to it that a name is left.
        let mut left = left.into_iter();
        if let Some(name) = left.next() {
            row.entity.name = name;
            row.entity.aliases = left.collect();
        }
        self.put_edited(key, &row.entity)?;
        let mut new = Entity::new(self.free_id(first)?, first.clone(), row.entity.kind);
        new.aliases = others.to_vec();
        Ok((self.insert_edited(&new)?, touched))
    }

    fn names_of(&self, key: i64) -> Result<Vec<String>> {
        Ok(self
            .entity(key)?
            .map(|row| all_names(&row.entity))
            .unwrap_or_default())
    }

    fn put_edited(&self, key: i64, entity: &Entity) -> Result<()> {
        let json = entity.to_value().to_string();
        self.db.execute(
            "UPDATE entity SET name = ?2, kind = ?3, json = ?4, edited = 1 WHERE key = ?1",
            (key, &entity.name, entity.kind.name(), json),
        )?;
        Ok(())
    }

    fn insert_edited(&self, entity: &Entity) -> Result<i64> {
        let json = entity.to_value().to_string();
        self.db.execute(
            "INSERT INTO entity (id, name, kind, json, edited) VALUES (?1, ?2, ?3, ?4, 1)",
            (&entity.id, &entity.name, entity.kind.name(), json),
        )?;
        Ok(self.db.last_insert_rowid())
    }

    /// An id made from a name that no entity has.
    fn free_id(&self, name: &str) -> Result<String> {
        let words: Vec<String> = name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(crate::text::fold)
            .collect();
        let base = if words.is_empty() {
            "entity".to_owned()
        } else {
            words.join("-")
        };
        let mut query = self
            .db
            .prepare_cached("SELECT 1 FROM entity WHERE id = ?1")?;
        let mut id = base.clone();
        for n in 2.. {
            if query.query_row([&id], |_| Ok(())).optional()?.is_none() {
                break;
            }
            id = format!("{base}-{n}");
        }
        Ok(id)
    }
}

fn all_names(entity: &Entity) -> Vec<String> {
    std::iter::once(&entity.name)
        .chain(&entity.aliases)
        .cloned()
        .collect()
}
