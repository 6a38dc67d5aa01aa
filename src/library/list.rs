//! Pages of the story list, newest first, found by key and never by counting rows off.

use rusqlite::{Row as SqlRow, ToSql};

use super::{Library, Result};
use crate::story::PartialDate;

/// What a list shows of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub place: Place,
    pub id: String,
    pub headline: String,
    pub date: Option<PartialDate>,
    pub read: bool,
    pub starred: bool,
}

/// A row's place in the order of the list: by day, then by key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub day: u32,
    pub key: i64,
}

/// Which stories a list holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only stories that name the entity with this key.
    pub entity: Option<i64>,
    pub unread: bool,
}

/// Where a page begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    Newest,
    Oldest,
    /// The rows below (older than) this place.
    Below(Place),
    /// The rows above (newer than) this place.
    Above(Place),
}

impl Library {
    /// At most `count` rows that follow each other in the list, newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn page(&self, filter: &Filter, from: From, count: usize) -> Result<Vec<Row>> {
        let (table, day, key) = match filter.entity {
            Some(_) => (
                "appearance a JOIN story s ON s.key = a.story",
                "a.day",
                "a.story",
            ),
            None => ("story s", "s.day", "s.key"),
        };
        let upward = matches!(from, From::Above(_) | From::Oldest);
        let order = if upward { "ASC" } else { "DESC" };
        let mut wheres = Vec::new();
        let mut values: Vec<&dyn ToSql> = Vec::new();
        if let Some(entity) = &filter.entity {
            wheres.push("a.entity = ?".to_owned());
            values.push(entity);
        }
        if filter.unread {
            wheres.push("coalesce(m.read, 0) = 0".to_owned());
        }
        if let From::Below(place) | From::Above(place) = &from {
            let sign = if upward { '>' } else { '<' };
            wheres.push(format!("({day}, {key}) {sign} (?, ?)"));
            values.push(&place.day);
            values.push(&place.key);
        }
        let wheres = if wheres.is_empty() {
            "1".to_owned()
        } else {
            wheres.join(" AND ")
        };
        let limit = count as i64;
        values.push(&limit);
        let mut query = self.db.prepare_cached(&format!(
            "SELECT s.day, s.key, s.id, s.headline, coalesce(m.read, 0), coalesce(m.starred, 0)
             FROM {table} LEFT JOIN mark m ON m.story = s.id
             WHERE {wheres} ORDER BY {day} {order}, {key} {order} LIMIT ?"
        ))?;
        let rows = query.query_map(values.as_slice(), row)?;
        let mut page = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        if upward {
            page.reverse();
        }
        Ok(page)
    }

    /// The row of one story.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn row(&self, id: &str) -> Result<Option<Row>> {
        let mut query = self.db.prepare_cached(
            "SELECT s.day, s.key, s.id, s.headline, coalesce(m.read, 0), coalesce(m.starred, 0)
             FROM story s LEFT JOIN mark m ON m.story = s.id WHERE s.id = ?1",
        )?;
        let mut rows = query.query_map([id], row)?;
        Ok(rows.next().transpose()?)
    }

    /// The row of the story with a key.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn row_of(&self, key: i64) -> Result<Option<Row>> {
        let mut query = self.db.prepare_cached(
            "SELECT s.day, s.key, s.id, s.headline, coalesce(m.read, 0), coalesce(m.starred, 0)
             FROM story s LEFT JOIN mark m ON m.story = s.id WHERE s.key = ?1",
        )?;
        let mut rows = query.query_map([key], row)?;
        Ok(rows.next().transpose()?)
    }
}

pub(super) fn row(row: &SqlRow<'_>) -> rusqlite::Result<Row> {
    let day = row.get(0)?;
    Ok(Row {
        place: Place {
            day,
            key: row.get(1)?,
        },
        id: row.get(2)?,
        headline: row.get(3)?,
        date: PartialDate::from_code(day),
        read: row.get(4)?,
        starred: row.get(5)?,
    })
}
