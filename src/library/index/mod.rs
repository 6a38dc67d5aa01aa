//! The search index: derived from the stories, brought up to date from any earlier state, rebuilt when it cannot be used.
//!
//! Each commit carries the sequence number of the last change it holds. What came later is read from the library
//! and added, so a process that dies leaves nothing to repair.

mod document;
mod find;
mod prefixes;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use tantivy::directory::MmapDirectory;
use tantivy::directory::error::LockError;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, TantivyError, Term};

use super::{Library, Result};
use crate::story::{Entity, Story, decode_story};
use document::Fields;

pub use find::{Hit, Hits};

/// Changes with what the index holds of a story; an index of another version is built anew.
const VERSION: u32 = 1;
/// Memory for building (bytes, one thread's share).
const MEMORY: usize = 64 << 20;
/// Stories between two commits while catching up.
const BATCH: usize = 50_000;
/// Stories read from the library at once.
const CHUNK: i64 = 500;

/// An open index.
pub(super) struct StoryIndex {
    index: Index,
    fields: Fields,
    reader: IndexReader,
}

impl fmt::Debug for StoryIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoryIndex").finish_non_exhaustive()
    }
}

impl StoryIndex {
    /// Opens the index in a folder; one that is missing, damaged or of another version is begun anew.
    fn open(folder: &Path) -> tantivy::Result<Self> {
        let folder = folder.join("index");
        match Self::open_existing(&folder) {
            Ok(index) => Ok(index),
            Err(_) => Self::begin(&folder),
        }
    }

    fn open_existing(folder: &Path) -> tantivy::Result<Self> {
        let (schema, _) = document::schema();
        let index = Index::open_in_dir(folder)?;
        let payload = index.load_metas()?.payload;
        let current = payload.as_deref().is_some_and(|p| sequence(p).is_some());
        if index.schema() != schema || !current {
            return Err(TantivyError::SchemaError("another version".into()));
        }
        Self::new(index)
    }

    fn begin(folder: &Path) -> tantivy::Result<Self> {
        // Only a folder that holds an index of ours is emptied.
        if folder.join("meta.json").exists() || folder.join(".managed.json").exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
        let (schema, _) = document::schema();
        Self::new(Index::open_or_create(MmapDirectory::open(folder)?, schema)?)
    }

    fn in_memory() -> tantivy::Result<Self> {
        let (schema, _) = document::schema();
        Self::new(Index::create_in_ram(schema))
    }

    fn new(index: Index) -> tantivy::Result<Self> {
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        Ok(Self {
            index,
            fields: document::schema().1,
            reader,
        })
    }

    /// The sequence number of the last change the index holds.
    fn sequence(&self) -> tantivy::Result<i64> {
        let payload = self.index.load_metas()?.payload;
        Ok(payload.as_deref().and_then(sequence).unwrap_or(0))
    }
}

/// The sequence number in a commit's payload, if this version of the program wrote it.
fn sequence(payload: &str) -> Option<i64> {
    let (version, sequence) = payload.split_once(':')?;
    (version == VERSION.to_string())
        .then(|| sequence.parse().ok())
        .flatten()
}

impl Library {
    /// Brings the search index up to the library. Does nothing while another process does the same.
    ///
    /// # Errors
    /// When the index cannot be written or the library cannot be read.
    pub fn catch_up(&self) -> Result<()> {
        let index = self.index()?;
        let mut at = index.sequence()?;
        let newest = self.number("sequence")? as i64;
        if at == newest {
            return Ok(());
        }
        let mut writer: IndexWriter = match index.index.writer_with_num_threads(1, MEMORY) {
            Ok(writer) => writer,
            Err(TantivyError::LockFailure(LockError::LockBusy, _)) => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        // Another process may have come further before the lock was free.
        at = index.sequence()?.max(at);
        let mut waiting = 0;
        while at < newest {
            let changes = self.changes_after(at, CHUNK)?;
            let Some(last) = changes.last() else { break };
            at = last.sequence;
            waiting += changes.len();
            for change in changes {
                self.apply(&index.fields, &writer, change)?;
            }
            if waiting >= BATCH {
                commit(&mut writer, at)?;
                waiting = 0;
            }
        }
        commit(&mut writer, newest.max(at))?;
        writer.wait_merging_threads()?;
        index.reader.reload()?;
        Ok(())
    }

    fn apply(&self, fields: &Fields, writer: &IndexWriter, change: Changed) -> Result<()> {
        writer.delete_term(Term::from_field_u64(fields.key, change.key as u64));
        let Some((json, day, mentions)) = change.content else {
            return Ok(());
        };
        let (Some(story), _) = decode_story(serde_json::from_str(&json)?) else {
            return Ok(());
        };
        let entities = self.named_in(&mentions, &story)?;
        let document: TantivyDocument = fields.document(change.key, day, &story, &entities);
        writer.add_document(document)?;
        Ok(())
    }

    /// The entities a story names or lists.
    fn named_in(&self, mentions: &str, story: &Story) -> Result<Vec<Entity>> {
        let mentions: Vec<crate::analyse::Mention> = serde_json::from_str(mentions)?;
        let mut keys: Vec<i64> = mentions.iter().map(|m| m.entity).collect();
        for role in &story.entities {
            keys.extend(self.entity_key(&role.id)?);
        }
        keys.sort_unstable();
        keys.dedup();
        let mut entities = Vec::with_capacity(keys.len());
        for key in keys {
            entities.extend(self.entity(key)?.map(|row| row.entity));
        }
        Ok(entities)
    }

    fn changes_after(&self, sequence: i64, count: i64) -> Result<Vec<Changed>> {
        let mut query = self.db.prepare_cached(
            "SELECT s.sequence, s.key, c.json, s.day, c.mentions FROM story s JOIN content c ON c.key = s.key
               WHERE s.sequence > ?1
             UNION ALL SELECT sequence, key, NULL, 0, NULL FROM removed WHERE sequence > ?1
             ORDER BY 1 LIMIT ?2",
        )?;
        let rows = query.query_map((sequence, count), |row| {
            let json: Option<String> = row.get(2)?;
            let content = match json {
                Some(json) => Some((json, row.get(3)?, row.get(4)?)),
                None => None,
            };
            Ok(Changed {
                sequence: row.get(0)?,
                key: row.get(1)?,
                content,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The index, opened at its first use.
    fn index(&self) -> Result<&StoryIndex> {
        if self.index.get().is_none() {
            let opened = match &self.folder {
                Some(folder) => StoryIndex::open(folder)?,
                None => StoryIndex::in_memory()?,
            };
            // Nobody else can have set it: the library is not shared between threads.
            let _ = self.index.set(opened);
        }
        self.index
            .get()
            .ok_or_else(|| TantivyError::SystemError("no index".into()).into())
    }

    /// The folder of the search index, for a library on disk.
    pub fn index_folder(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join("index"))
    }
}

/// One change the index has not seen: a story as it is now, or its removal.
struct Changed {
    sequence: i64,
    key: i64,
    /// The JSON, the day and the mentions.
    content: Option<(String, u32, String)>,
}

fn commit(writer: &mut IndexWriter, sequence: i64) -> tantivy::Result<()> {
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&format!("{VERSION}:{sequence}"));
    prepared.commit()?;
    Ok(())
}
