//! The tables of `library.db`, the versions they went through, and the settings every connection uses.

use std::path::Path;

use rusqlite::Connection;

use super::{Error, Result};

/// Marks the file as a backstory library (`PRAGMA application_id`), the bytes `BkSt`.
const APPLICATION: i64 = 0x426b_5374;

/// Each entry takes a library from the version of its position to the next.
const MIGRATIONS: [&str; 6] = [
    include_str!("schema.sql"),
    include_str!("saved.sql"),
    include_str!("analysis.sql"),
    include_str!("edits.sql"),
    include_str!("names.sql"),
    include_str!("merged.sql"),
];

/// Sets the connection up and brings the tables to the newest version.
pub(super) fn prepare(db: &Connection, file: &Path) -> Result<()> {
    let at = |source| Error::Open {
        file: file.to_owned(),
        source,
    };
    let version: i64 = db
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(at)?;
    let application: i64 = db
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .map_err(at)?;
    let known = MIGRATIONS.len() as i64;
    if version > 0 && application != APPLICATION {
        return Err(Error::Foreign {
            file: file.to_owned(),
        });
    }
    if version > known {
        return Err(Error::Newer {
            file: file.to_owned(),
            found: version,
            known,
        });
    }
    if version < known {
        // A story takes about 2.5 KB: small pages would hold one each, and half of them nothing.
        db.pragma_update(None, "page_size", 16_384).map_err(at)?;
        // The file keeps this mode.
        db.pragma_update(None, "journal_mode", "WAL").map_err(at)?;
        migrate(db).map_err(at)?;
    }
    settings(db).map_err(at)?;
    Ok(())
}

fn settings(db: &Connection) -> rusqlite::Result<()> {
    // In WAL mode NORMAL survives the death of the process; imports ask for FULL, which survives a power cut too.
    db.pragma_update(None, "synchronous", "NORMAL")?;
    db.pragma_update(None, "cache_size", -4_096)?;
    // Pages are read where the system keeps them, which takes no memory of our own.
    db.pragma_update(None, "mmap_size", 1_i64 << 40)?;
    db.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Notes that every story has been read by this program's analysis, or is noted to be read again.
pub(super) fn set_analysed(db: &Connection) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE number SET value = ?1 WHERE name = 'analysis'",
        [crate::analyse::Analysis::VERSION],
    )?;
    Ok(())
}

/// All steps in one transaction; the version is read again inside it, since two processes may start together.
fn migrate(db: &Connection) -> rusqlite::Result<()> {
    db.execute_batch("BEGIN IMMEDIATE")?;
    let done = (|| {
        let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
        for step in MIGRATIONS.iter().skip(version as usize) {
            db.execute_batch(step)?;
        }
        if version == 0 {
            // A new library has no story that an older analysis has read.
            set_analysed(db)?;
        }
        db.pragma_update(None, "application_id", APPLICATION)?;
        db.pragma_update(None, "user_version", MIGRATIONS.len() as i64)
    })();
    db.execute_batch(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    done
}
