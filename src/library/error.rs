//! What can go wrong with a library on disk, said so that a person knows what to do.

use std::io;
use std::path::PathBuf;

/// Why the library could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(
        "cannot use {folder:?} as the library's folder: {source}; choose another with --library"
    )]
    Folder { folder: PathBuf, source: io::Error },
    #[error("cannot write the backup {file:?}: {source}")]
    Backup { file: PathBuf, source: io::Error },
    #[error("cannot open the library {file:?}: {}", reason(source))]
    Open {
        file: PathBuf,
        source: rusqlite::Error,
    },
    #[error(
        "{file:?} is not a backstory library; nothing was changed. Choose another folder with --library"
    )]
    Foreign { file: PathBuf },
    #[error(
        "the library {file:?} was written by a newer backstory (format {found}, this one knows {known}); \
         nothing was changed. Install the newer version or choose another folder with --library"
    )]
    Newer {
        file: PathBuf,
        found: i64,
        known: i64,
    },
    #[error("the library: {}", reason(.0))]
    Sqlite(#[from] rusqlite::Error),
    /// Something was asked that cannot be done; nothing was changed.
    #[error("{0}")]
    Refused(String),
    #[error("the search index is being built; try again in a moment")]
    NoIndex,
    #[error("the search index: {0}; it is built anew if its folder `index` is deleted")]
    Index(#[from] tantivy::TantivyError),
    #[error("the library holds something that cannot be read back: {0}")]
    Content(#[from] serde_json::Error),
}

/// `SQLite`'s own words with the cure where there is one.
fn reason(error: &rusqlite::Error) -> String {
    use rusqlite::ErrorCode as Code;
    let cure = match error.sqlite_error_code() {
        Some(Code::NotADatabase | Code::DatabaseCorrupt) => {
            "the file is damaged; it was left as it is. Restore a backup of library.db, or move it away to start anew"
        }
        Some(Code::DiskFull) => {
            "the disk is full; nothing acknowledged was lost. Make room and try again"
        }
        Some(Code::ReadOnly | Code::PermissionDenied | Code::CannotOpen) => {
            "it cannot be written; check the permissions of its folder, or choose another with --library"
        }
        Some(Code::DatabaseBusy | Code::DatabaseLocked) => {
            "another program holds it; try again when that has ended"
        }
        _ => return error.to_string(),
    };
    format!("{cure} ({error})")
}
