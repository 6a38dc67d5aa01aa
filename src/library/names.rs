//! The names that texts are searched for, and whether they are still those of the library.

use super::{Library, Result, Writer};
use crate::analyse::Gazetteer;

/// The names of the library's entities, as they were at one moment.
#[derive(Debug)]
pub struct KnownNames {
    pub gazetteer: Gazetteer,
    /// Grows with every change to any entity's names.
    version: u64,
}

impl Library {
    /// The names texts are searched for, to be asked about again when what was found is written: see [`Writer::knows`].
    ///
    /// # Errors
    /// When the entities cannot be read.
    pub fn names(&self) -> Result<KnownNames> {
        // The number first: names that change in between are then taken for old ones, never for new ones.
        let version = self.number("names")?;
        Ok(KnownNames {
            gazetteer: self.gazetteer()?,
            version,
        })
    }

    /// What finds the library's entities in a text. Hidden ones are looked for too: else they would come back as new names.
    ///
    /// # Errors
    /// When the entities cannot be read.
    pub fn gazetteer(&self) -> Result<Gazetteer> {
        let entities = self.entities()?;
        Ok(Gazetteer::new(
            entities.iter().map(|row| (row.key, &row.entity)),
        ))
    }
}

impl Writer<'_> {
    /// Whether nobody has changed a name since these were read: what was found by old names must not be written.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn knows(&self, names: &KnownNames) -> Result<bool> {
        let mut query = self
            .change
            .prepare_cached("SELECT value FROM number WHERE name = 'names'")?;
        let version: i64 = query.query_row([], |row| row.get(0))?;
        Ok(version == names.version as i64)
    }
}
