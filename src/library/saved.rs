//! Saved searches: a query under a name, and how many of its stories are unread.

use super::{Library, Result};
use crate::search::{Node, Query, State};

/// A query with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    pub name: String,
    pub query: String,
}

impl Library {
    /// The saved searches by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn saved(&self) -> Result<Vec<Saved>> {
        let mut query = self
            .db
            .prepare_cached("SELECT name, query FROM saved ORDER BY name COLLATE NOCASE")?;
        let rows = query.query_map([], |row| {
            Ok(Saved {
                name: row.get(0)?,
                query: row.get(1)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Saves a search, in place of another with its name.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn save(&self, saved: &Saved) -> Result<()> {
        self.db
            .prepare_cached("INSERT OR REPLACE INTO saved VALUES (?1, ?2)")?
            .execute((&saved.name, &saved.query))?;
        Ok(())
    }

    /// Forgets a saved search; says whether there was one.
    ///
    /// # Errors
    /// When the library cannot be written.
    pub fn forget(&self, name: &str) -> Result<bool> {
        let mut delete = self
            .db
            .prepare_cached("DELETE FROM saved WHERE name = ?1")?;
        Ok(delete.execute([name])? > 0)
    }

    /// How many stories a query finds, and how many of them are unread.
    ///
    /// # Errors
    /// When the index or the library cannot be read.
    pub fn count(&self, query: &Query) -> Result<(usize, usize)> {
        let total = self.search(query, 0, 1)?.total;
        let read = query.root.clone().map(|root| Query {
            root: Some(Node::All(vec![root, Node::Is(State::Read)])),
            ..Query::default()
        });
        let read = read.map_or(Ok(0), |read| {
            self.search(&read, 0, 1).map(|hits| hits.total)
        })?;
        Ok((total, total.saturating_sub(read)))
    }
}
