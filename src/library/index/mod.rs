//! The search index: derived from the stories, opened when it is first asked, begun anew when it cannot be used.
//!
//! Each commit carries the sequence number of the last change it holds. What came later is read from the library
//! and added, so a process that dies leaves nothing to repair.

mod alike;
mod ask;
mod build;
mod changes;
mod compile;
mod document;
mod edges;
mod find;
mod frequencies;
mod living;
mod named;
mod tokenizer;

use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tantivy::directory::MmapDirectory;
use tantivy::{Index, IndexMeta, IndexReader, IndexWriter, ReloadPolicy, TantivyError};

use super::{Error, Library, Result};
use document::Fields;

use ask::{Opened, guarded};

pub use alike::Clues;
pub(super) use ask::Mender;
pub use build::{CaughtUp, Progress};
pub use find::{Hit, Hits};
pub use frequencies::{Frequencies, Of, Slot};
pub use named::FoundName;

/// Changes with the form of what the index holds of a story; an index of another version is built anew. What a newer analysis
/// finds comes in story by story, as they are read again.
const VERSION: u32 = 8;
/// The folder of the index within the library's.
const FOLDER: &str = "index";
/// The least memory tantivy takes for writing (bytes).
const LEAST_MEMORY: usize = 15_000_000;

/// An open index.
pub(super) struct StoryIndex {
    index: Index,
    fields: Fields,
    reader: IndexReader,
    /// The stamp of the commit the reader has loaded.
    loaded: AtomicU64,
}

impl fmt::Debug for StoryIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoryIndex").finish_non_exhaustive()
    }
}

impl StoryIndex {
    /// The index in a library's folder.
    ///
    /// # Errors
    /// When there is none, or it is damaged or of another version.
    fn open(folder: &Path) -> tantivy::Result<Self> {
        let (schema, _) = document::schema();
        let index = Index::open_in_dir(folder.join(FOLDER))?;
        let held = Held::read(&index)?;
        if index.schema() != schema || held.is_none() {
            return Err(TantivyError::SchemaError("another version".into()));
        }
        Self::new(index)
    }

    /// An empty index in place of whatever is there. Only one process at a time may do this.
    fn begin(folder: &Path) -> tantivy::Result<Self> {
        let folder = folder.join(FOLDER);
        // Only a folder that holds an index is emptied: not one that a person has put there.
        if folder.join("meta.json").exists() || folder.join(".managed.json").exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let (schema, _) = document::schema();
        Self::empty(Index::open_or_create(MmapDirectory::open(folder)?, schema)?)
    }

    fn in_memory() -> tantivy::Result<Self> {
        let (schema, _) = document::schema();
        Self::empty(Index::create_in_ram(schema))
    }

    /// A new index, with a first commit that tells its version.
    fn empty(index: Index) -> tantivy::Result<Self> {
        let mut writer: IndexWriter = index.writer_with_num_threads(1, LEAST_MEMORY)?;
        Held::default().commit(&mut writer)?;
        writer.wait_merging_threads()?;
        Self::new(index)
    }

    fn new(index: Index) -> tantivy::Result<Self> {
        tokenizer::register(&index);
        let loaded = AtomicU64::new(index.load_metas()?.opstamp);
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        Ok(Self {
            loaded,
            index,
            fields: document::schema().1,
            reader,
        })
    }

    /// The newest state of the index. Opening all its files anew is only worth it after a commit.
    fn opened(&self) -> tantivy::Result<Opened> {
        let newest = self.index.load_metas()?;
        if self.loaded.load(Ordering::Relaxed) != newest.opstamp {
            self.reader.reload()?;
            self.loaded.store(newest.opstamp, Ordering::Relaxed);
        }
        Ok(Opened {
            // Read before what is searched: it may hold more than this tells by now, but never less.
            sequence: Held::of(&newest).unwrap_or_default().sequence,
            searcher: self.reader.searcher(),
            fields: self.fields,
        })
    }
}

/// What an index holds, as the payload of its last commit tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Held {
    /// The sequence number of the last change.
    sequence: i64,
    /// The greatest key of a story: one with a greater key cannot be in the index.
    key: i64,
}

impl Held {
    /// None when another version of the program wrote the index.
    fn read(index: &Index) -> tantivy::Result<Option<Self>> {
        Ok(Self::of(&index.load_metas()?))
    }

    fn of(commit: &IndexMeta) -> Option<Self> {
        let payload = commit.payload.as_deref().unwrap_or_default();
        let numbers: Option<Vec<i64>> = payload.split(':').map(|n| n.parse().ok()).collect();
        match numbers.as_deref() {
            Some([version, sequence, key]) if *version == i64::from(VERSION) => Some(Self {
                sequence: *sequence,
                key: *key,
            }),
            _ => None,
        }
    }

    fn commit(self, writer: &mut IndexWriter) -> tantivy::Result<()> {
        let mut prepared = writer.prepare_commit()?;
        prepared.set_payload(&format!("{VERSION}:{}:{}", self.sequence, self.key));
        prepared.commit()?;
        Ok(())
    }
}

impl Library {
    /// The index, opened at its first use: the first frame does not wait for it.
    ///
    /// # Errors
    /// While there is none that can be used. [`catch_up`](Self::catch_up) makes one.
    fn index(&self) -> Result<Arc<StoryIndex>> {
        if let Some(index) = self.index.borrow().as_ref() {
            return Ok(Arc::clone(index));
        }
        let opened = match &self.folder {
            Some(folder) => guarded(|| StoryIndex::open(folder)).map_err(|_| Error::NoIndex)?,
            None => StoryIndex::in_memory()?,
        };
        let opened = Arc::new(opened);
        self.index.replace(Some(Arc::clone(&opened)));
        Ok(opened)
    }
}
