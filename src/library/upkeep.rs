//! The library as a whole: what it holds in numbers, and a copy of it in one file.

use std::fs;
use std::path::Path;

use super::{Error, Library, Result};
use crate::story::PartialDate;

/// Numbers about a library that are counted when they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stats {
    pub starred: u64,
    pub entities: u64,
    /// Stated links.
    pub links: u64,
    pub oldest: Option<PartialDate>,
    pub newest: Option<PartialDate>,
    /// The size of `library.db` and what belongs to it (bytes).
    pub library_bytes: u64,
    /// The size of the search index (bytes).
    pub index_bytes: u64,
    /// Whether the index holds every change.
    pub indexed: bool,
}

impl Library {
    /// Counts.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn stats(&self) -> Result<Stats> {
        let count = |sql: &str| -> Result<u64> {
            Ok(self.db.query_row(sql, [], |row| row.get::<_, i64>(0))? as u64)
        };
        let day = |order: &str| -> Result<Option<PartialDate>> {
            let sql = format!("SELECT coalesce({order}(day), 0) FROM story WHERE day > 0");
            Ok(PartialDate::from_code(count(&sql)? as u32))
        };
        let size = |name: &str| {
            let path = self.folder.as_ref().map(|f| f.join(name));
            path.map_or(0, |path| size_of(&path))
        };
        Ok(Stats {
            starred: count("SELECT count(*) FROM mark WHERE starred")?,
            entities: count("SELECT count(*) FROM entity WHERE merged IS NULL")?,
            links: count("SELECT count(*) FROM link")?,
            oldest: day("min")?,
            newest: day("max")?,
            library_bytes: size("library.db") + size("library.db-wal"),
            index_bytes: size("index"),
            indexed: self.is_indexed()?,
        })
    }

    /// How many stories a collection has.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn stories_of(&self, collection: &str) -> Result<u64> {
        let mut query = self
            .db
            .prepare_cached("SELECT count(*) FROM story WHERE collection = ?1")?;
        Ok(query.query_row([collection], |row| row.get::<_, i64>(0))? as u64)
    }

    /// Moves what the log holds into the file itself: a long log is read through at each start after a kill. Where others are
    /// reading, it stays a log until another time.
    pub fn settle(&self) {
        let moved = self
            .db
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        // Nothing depends on it.
        drop(moved);
    }

    /// Copies the library, marks and all, into a new file, whoever is using it meanwhile. Gives its size (bytes).
    ///
    /// # Errors
    /// When the file is already there or cannot be written.
    pub fn backup(&self, file: &Path) -> Result<u64> {
        let at = |source| Error::Backup {
            file: file.to_owned(),
            source,
        };
        if file.exists() {
            let why = "the file exists already, choose another name";
            return Err(at(std::io::Error::new(
                std::io::ErrorKind::AlreadyExists,
                why,
            )));
        }
        let name = file
            .to_str()
            .ok_or_else(|| at(std::io::Error::other("its name is not UTF-8")))?;
        self.db.execute("VACUUM INTO ?1", [name])?;
        Ok(fs::metadata(file).map_err(at)?.len())
    }
}

/// The bytes of a file, or of all files in a folder.
fn size_of(path: &Path) -> u64 {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().map(|entry| size_of(&entry.path())).sum(),
        Err(_) => fs::metadata(path).map_or(0, |m| m.len()),
    }
}
