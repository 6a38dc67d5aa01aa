//! The same texts in an FTS5 table, for comparison; `LIKE` needs none but the library itself.

use std::path::{Path, PathBuf};

use anyhow::Result;
use rusqlite::Connection;

/// The file with the FTS5 table for a library, made if it is not there yet.
pub(crate) fn build(folder: &Path, library: &Path, size: u64) -> Result<PathBuf> {
    let file = folder.join(format!("fts5-{size}.db"));
    if file.exists() {
        return Ok(file);
    }
    let db = Connection::open(&file)?;
    db.pragma_update(None, "journal_mode", "OFF")?;
    db.pragma_update(None, "synchronous", "OFF")?;
    db.execute(
        "ATTACH ?1 AS library",
        [library.join("library.db").to_string_lossy()],
    )?;
    // Texts stay in the library, as for our own index.
    db.execute_batch(
        "CREATE VIRTUAL TABLE texts USING fts5(headline, body, content='', prefix='1 2 3', tokenize='unicode61');
         BEGIN;
         INSERT INTO texts (rowid, headline, body)
           SELECT key, json ->> 'headline', json ->> 'body' FROM library.content;
         COMMIT;",
    )?;
    Ok(file)
}
