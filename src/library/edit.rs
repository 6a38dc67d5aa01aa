//! What a person changes about entities: several made one, one made two, a new name, out of sight. Each change is whole or not at
//! all; the stories it touches are noted, to be read again. How one is made two stands in `split`.

mod split;

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior};

use super::again::note;
use super::{EntityRow, Error, Library, Result, Touched};
use crate::story::{Entity, Kind};

/// Whom or what an edit is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The entity with this key.
    Entity(i64),
    /// A name that was found in texts: it becomes an entity with the edit.
    Found { name: String, kind: Kind },
}

/// A change to entities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// The others become part of the first, which goes by their names too.
    Merge { into: Subject, from: Vec<Subject> },
    /// It gets a new name; the old one stays as an alias.
    Rename { entity: Subject, name: String },
    /// These names leave it and become an entity of their own, called by the first of them. One that had become part of it is
    /// back as it was, with all its names, when the name that it had leaves.
    Split { entity: Subject, names: Vec<String> },
    /// Whether it is out of sight.
    Hide { entity: Subject, hidden: bool },
}

impl Library {
    /// Makes a change and notes which stories it touches, for [`make_good`](Self::make_good). Gives the entity that came of it.
    ///
    /// # Errors
    /// When the library cannot be written, or the change cannot be made; then nothing has changed.
    pub fn edit(&mut self, edit: &Edit) -> Result<EntityRow> {
        let change = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
        let mut touched = Touched::default();
        let key = match edit {
            Edit::Merge { into, from } => self.merge(into, from, &mut touched)?,
            Edit::Rename { entity, name } => self.rename(entity, name, &mut touched)?,
            Edit::Split { entity, names } => self.split(entity, names, &mut touched)?,
            Edit::Hide { entity, hidden } => {
                // Who is out of sight is found in the texts all the same, and an import may still tell more of him.
                let row = self.subject(entity, &mut touched)?;
                self.db.execute(
                    "UPDATE entity SET hidden = ?2 WHERE key = ?1",
                    (row.key, hidden),
                )?;
                row.key
            }
        };
        note(&change, Some(&touched))?;
        let row = self.entity(key)?.ok_or_else(gone)?;
        change.commit()?;
        Ok(row)
    }

    /// The entity an edit is about, made where it was only a name.
    fn subject(&self, subject: &Subject, touched: &mut Touched) -> Result<EntityRow> {
        let (name, kind) = match subject {
            Subject::Entity(key) => {
                let row = self.entity(*key)?.ok_or_else(gone)?;
                // The id of what has become part of another leads to that.
                let stands = self.entity_key(&row.entity.id)? == Some(*key);
                return if stands { Ok(row) } else { Err(gone()) };
            }
            Subject::Found { name, kind } => (name, *kind),
        };
        // Another process may have made it one by now, or this edit a moment ago.
        if let Some(row) = self.entities_named(name)?.pop() {
            return Ok(row);
        }
        let entity = Entity::new(self.free_id(name)?, name.to_owned(), kind);
        touched.add(&entity);
        let key = self.insert(&entity)?;
        self.entity(key)?.ok_or_else(gone)
    }

    fn merge(&self, into: &Subject, from: &[Subject], touched: &mut Touched) -> Result<i64> {
        let kept = self.subject(into, touched)?;
        self.touch(&kept, touched)?;
        for from in from {
            let gone = self.subject(from, touched)?;
            if gone.key == kept.key {
                let name = &kept.entity.name;
                return Err(Error::Refused(format!(
                    "an entity cannot become part of itself: {name}"
                )));
            }
            self.touch(&gone, touched)?;
            // What had been merged into it goes along.
            self.db.execute(
                "UPDATE entity SET merged = ?1 WHERE key = ?2 OR merged = ?2",
                (kept.key, gone.key),
            )?;
        }
        Ok(kept.key)
    }

    fn rename(&self, entity: &Subject, name: &str, touched: &mut Touched) -> Result<i64> {
        let row = self.subject(entity, touched)?;
        let called = self.entities_named(name)?;
        if let Some(other) = called.iter().find(|other| other.key != row.key) {
            return Err(Error::Refused(format!(
                "{} [{}] is called {name} already; merge the two if they are one",
                other.entity.name, other.entity.id
            )));
        }
        self.touch(&row, touched)?;
        let mut own = self.entity_alone(row.key)?.ok_or_else(gone)?.entity;
        let old = std::mem::replace(&mut own.name, name.to_owned());
        own.aliases.retain(|alias| alias != name);
        own.add_alias(old);
        touched.add(&own);
        self.put_edited(row.key, &own)?;
        Ok(row.key)
    }

    /// Adds an entity, and what has become part of it, to what is touched.
    fn touch(&self, row: &EntityRow, touched: &mut Touched) -> Result<()> {
        touched.add(&row.entity);
        touched.add_key(row.key);
        let mut query = self
            .db
            .prepare_cached("SELECT id FROM entity WHERE merged = ?1")?;
        for id in query.query_map([row.key], |row| row.get(0))? {
            touched.add_id(id?);
        }
        Ok(())
    }

    fn put_edited(&self, key: i64, entity: &Entity) -> Result<()> {
        let json = entity.to_value().to_string();
        self.db.execute(
            "UPDATE entity SET name = ?2, kind = ?3, json = ?4, edited = 1 WHERE key = ?1",
            (key, &entity.name, entity.kind.name(), json),
        )?;
        Ok(())
    }

    fn insert(&self, entity: &Entity) -> Result<i64> {
        let json = entity.to_value().to_string();
        self.db.execute(
            "INSERT INTO entity (id, name, kind, json) VALUES (?1, ?2, ?3, ?4)",
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

fn gone() -> Error {
    Error::Refused("this entity is no more; another program has changed it".into())
}
