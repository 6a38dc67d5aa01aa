//! Everything on the reader's disk: one `SQLite` file, which is the truth, and a search index that can be rebuilt from it.
//! It stores and finds; what a story is related to and how files become stories is decided above it.

mod again;
mod complete;
mod edit;
mod entities;
mod error;
mod index;
mod list;
mod marks;
mod names;
mod read;
mod saved;
mod schema;
mod told;
mod touched;
mod trail;
mod upkeep;
mod write;

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

pub use edit::{Edit, Subject};
pub use entities::EntityRow;
pub use error::Error;
pub use index::{CaughtUp, Clues, FoundName, Frequencies, Hit, Hits, Of, Progress, Slot};
pub use list::{Filter, From, Place, Row};
pub use marks::Mark;
pub use names::KnownNames;
pub use read::{Link, Stored};
pub use saved::Saved;
pub use told::Told;
pub use touched::Touched;
pub use trail::Stop;
pub use upkeep::Stats;
pub use write::{Change, Writer};

/// A result of anything the library does.
pub type Result<T> = std::result::Result<T, Error>;

/// An open library.
#[derive(Debug)]
pub struct Library {
    db: Connection,
    folder: Option<PathBuf>,
    /// Opened at its first use: the first frame does not wait for it.
    index: RefCell<Option<Arc<index::StoryIndex>>>,
    /// Counted at their first use.
    frequencies: RefCell<Option<Arc<Frequencies>>>,
    /// Who builds a damaged index anew.
    mender: index::Mender,
}

/// What a library holds, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub stories: u64,
    pub unread: u64,
}

impl Library {
    /// Opens the library in `folder`, which is made if it does not exist; an older one is upgraded.
    ///
    /// # Errors
    /// When the folder cannot be made or written, the file is damaged or no library, or a newer backstory wrote it.
    pub fn open(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).map_err(|source| Error::Folder {
            folder: folder.to_owned(),
            source,
        })?;
        let file = folder.join("library.db");
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let at = |source| Error::Open {
            file: file.clone(),
            source,
        };
        let db = Connection::open_with_flags(&file, flags).map_err(at)?;
        // Another reader or an import may hold the file for a moment.
        db.busy_timeout(Duration::from_secs(10)).map_err(at)?;
        let library = Self {
            db,
            folder: Some(folder.to_owned()),
            index: RefCell::new(None),
            frequencies: RefCell::new(None),
            mender: index::Mender::Asked,
        };
        schema::prepare(&library.db, &file)?;
        Ok(library)
    }

    /// A library that lives in memory and is gone with the process.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self> {
        let db = Connection::open_in_memory()?;
        schema::prepare(&db, Path::new(":memory:"))?;
        Ok(Self {
            db,
            folder: None,
            index: RefCell::new(None),
            frequencies: RefCell::new(None),
            mender: index::Mender::Asked,
        })
    }

    /// The folder of a library on disk.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// How many stories there are and how many of them are unread; kept up to date, never counted.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn counts(&self) -> Result<Counts> {
        let stories = self.number("stories")?;
        Ok(Counts {
            stories,
            unread: stories.saturating_sub(self.number("read")?),
        })
    }

    /// Answers a question of many parts from one state of the library, and faster than each part by itself.
    ///
    /// # Errors
    /// When the file cannot be read, or the question fails.
    pub fn at_once<T>(&self, question: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        let state = self.db.unchecked_transaction()?;
        let answer = question(self)?;
        state.commit()?;
        Ok(answer)
    }

    /// A number that changes whenever another connection has changed the library.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn data_version(&self) -> Result<i64> {
        Ok(self
            .db
            .pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// The number of the last change to any story.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sequence(&self) -> Result<u64> {
        self.number("sequence")
    }

    fn number(&self, name: &str) -> Result<u64> {
        let mut query = self
            .db
            .prepare_cached("SELECT value FROM number WHERE name = ?1")?;
        Ok(query.query_row([name], |row| row.get::<_, i64>(0))? as u64)
    }
}
