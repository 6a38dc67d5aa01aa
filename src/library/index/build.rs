//! Bringing the index up to the library: what has changed since its last commit is read, and put in.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use tantivy::collector::DocSetCollector;
use tantivy::directory::error::LockError;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{IndexWriter, TantivyError, Term};

use super::super::{Error, Library, Place, Result};
use super::ask::{Opened, damage, guarded, is_damaged};
use super::changes::Changed;
use super::{Held, StoryIndex};
use crate::analyse::{Analysis, Mention};
use crate::story::{Entity, Story, decode_story};

/// Memory for the words of new stories until they are written (bytes).
const MEMORY: usize = 96 << 20;
/// Stories between two commits: until then a search does not find them, and a process that dies has them to do again.
const BATCH: usize = 50_000;
/// Stories read from the library at once.
const CHUNK: i64 = 500;
/// The file that says by its lock who writes the index.
const LOCK: &str = "index.lock";

/// How far a catching up has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Stories put into the index so far.
    pub done: u64,
    /// Stories there were to be put in.
    pub of: u64,
}

/// How a catching up ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaughtUp {
    /// The index holds every change there was at the start; so many it did not hold before.
    Done(u64),
    /// Another process is writing the index.
    Busy,
}

impl Library {
    /// Brings the search index up to the library, and makes one where there is none that can be used.
    ///
    /// # Errors
    /// When the index cannot be written or the library cannot be read.
    pub fn catch_up(&self) -> Result<CaughtUp> {
        self.catch_up_telling(&mut |_| {})
    }

    /// Builds the index anew from the library.
    ///
    /// # Errors
    /// As for [`catch_up`](Self::catch_up).
    pub fn rebuild_index(&self) -> Result<CaughtUp> {
        if let Some(folder) = &self.folder {
            let Some(_lock) = lock(folder)? else {
                return Ok(CaughtUp::Busy);
            };
            let index = Arc::new(StoryIndex::begin(folder)?);
            self.index.replace(Some(index));
        } else {
            self.index.replace(None);
        }
        self.catch_up()
    }

    /// Whether the index holds every change.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn is_indexed(&self) -> Result<bool> {
        let newest = self.sequence()? as i64;
        let held = self.index().ok().map(|index| Held::read(&index.index));
        Ok(matches!(held, Some(Ok(Some(held))) if held.sequence >= newest))
    }

    /// As [`catch_up`](Self::catch_up), telling after every few hundred stories how far it has come.
    ///
    /// # Errors
    /// As there.
    pub fn catch_up_telling(&self, tell: &mut dyn FnMut(Progress)) -> Result<CaughtUp> {
        match self.catch_up_alone(tell) {
            // tantivy has a lock of its own, which a process that is being started may hold for a moment.
            Err(Error::Index(TantivyError::LockFailure(LockError::LockBusy, _))) => {
                Ok(CaughtUp::Busy)
            }
            done => done,
        }
    }

    fn catch_up_alone(&self, tell: &mut dyn FnMut(Progress)) -> Result<CaughtUp> {
        if self.is_indexed()? {
            return Ok(CaughtUp::Done(0));
        }
        let newest = self.sequence()? as i64;
        let Some(folder) = &self.folder else {
            return self.fill(&*self.index()?, newest, tell);
        };
        let Some(_lock) = lock(folder)? else {
            return Ok(CaughtUp::Busy);
        };
        // Another process may have made or replaced it before the lock was free.
        self.index.replace(None);
        let filled = match self.index() {
            Ok(index) => self.fill(&index, newest, tell),
            Err(_) => self.fill_anew(folder, newest, tell),
        };
        match filled {
            Err(Error::Index(TantivyError::DataCorruption(_))) if is_damaged(folder) => {
                self.fill_anew(folder, newest, tell)
            }
            filled => filled,
        }
    }

    /// Fills an empty index in place of whatever is there.
    fn fill_anew(
        &self,
        folder: &Path,
        newest: i64,
        tell: &mut dyn FnMut(Progress),
    ) -> Result<CaughtUp> {
        let index = Arc::new(StoryIndex::begin(folder)?);
        self.index.replace(Some(Arc::clone(&index)));
        self.frequencies.replace(None);
        self.fill(&index, newest, tell)
    }

    fn fill(
        &self,
        index: &StoryIndex,
        newest: i64,
        tell: &mut dyn FnMut(Progress),
    ) -> Result<CaughtUp> {
        let mut held = Held::read(&index.index)?.unwrap_or_default();
        if held.sequence >= newest {
            return Ok(CaughtUp::Done(0));
        }
        let before = guarded(|| index.opened())?;
        let mut writer: IndexWriter = index.index.writer_with_num_threads(1, MEMORY)?;
        let mut progress = Progress {
            done: 0,
            of: self.changed(held.sequence, newest)?,
        };
        // None of these changes is of a story that another of them has added: that would come twice.
        let greatest = held.key;
        let (mut waiting, mut names) = (0, HashMap::new());
        while held.sequence < newest {
            let changes = self.changes(held.sequence, newest, CHUNK)?;
            let Some(last) = changes.last() else { break };
            held.sequence = last.sequence;
            waiting += changes.len();
            progress.done += changes.len() as u64;
            for change in changes {
                if change.key <= greatest {
                    forget(&before, &writer, change.key)?;
                }
                held.key = held.key.max(change.key);
                self.add(index, &writer, change, &mut names)?;
            }
            tell(progress);
            if waiting >= BATCH {
                held.commit(&mut writer)?;
                waiting = 0;
            }
        }
        // The last number may be nobody's by now: whoever changes takes a new one.
        held.sequence = newest;
        held.commit(&mut writer)?;
        writer.wait_merging_threads()?;
        Ok(CaughtUp::Done(progress.done))
    }

    fn add(
        &self,
        index: &StoryIndex,
        writer: &IndexWriter,
        change: Changed,
        names: &mut Names,
    ) -> Result<()> {
        let Some(content) = change.content else {
            return Ok(());
        };
        let (Some(story), _) = decode_story(serde_json::from_str(&content.json)?) else {
            return Ok(());
        };
        let entities = self.named_in(&content.mentions, &story, names)?;
        let place = Place {
            day: content.day,
            key: change.key,
        };
        let stored = content.analysis.as_deref();
        let analysis = Analysis::read(stored, &story.body, story.speaks_from());
        let document = index.fields.document(place, &story, &analysis, &entities);
        writer.add_document(document)?;
        Ok(())
    }

    /// The entities a story names or lists.
    fn named_in(
        &self,
        mentions: &str,
        story: &Story,
        names: &mut Names,
    ) -> Result<Vec<Arc<Entity>>> {
        let mentions: Vec<Mention> = serde_json::from_str(mentions)?;
        let mut keys: Vec<i64> = mentions.iter().map(|m| m.entity).collect();
        let listed = story.entities.iter().map(|role| &role.id);
        for id in listed.chain(&story.place) {
            keys.extend(self.entity_key(id)?);
        }
        keys.sort_unstable();
        keys.dedup();
        let mut entities = Vec::with_capacity(keys.len());
        for key in keys {
            let entity = match names.entry(key) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(self.entity(key)?.map(|row| Arc::new(row.entity))),
            };
            entities.extend(entity.clone());
        }
        Ok(entities)
    }
}

/// Entities read so far, by their keys.
type Names = HashMap<i64, Option<Arc<Entity>>>;

/// Takes a story out of the index. tantivy looks for it at the commit, in a thread whose panic would end the program: so it is
/// looked for here too, where a damaged file makes an error.
fn forget(index: &Opened, writer: &IndexWriter, key: i64) -> tantivy::Result<()> {
    let key = Term::from_field_u64(index.fields.key, key as u64);
    let story = TermQuery::new(key.clone(), IndexRecordOption::Basic);
    guarded(|| index.searcher.search(&story, &DocSetCollector))
        .map_err(|error| damage(&error.to_string()))?;
    writer.delete_term(key);
    Ok(())
}

/// The right to write the index, kept while the file is open; none while another process has it.
pub(super) fn lock(folder: &Path) -> Result<Option<File>> {
    let at = |source| Error::Folder {
        folder: folder.to_owned(),
        source,
    };
    let file = File::options()
        .create(true)
        .append(true)
        .open(folder.join(LOCK))
        .map_err(at)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(std::fs::TryLockError::WouldBlock) => Ok(None),
        Err(std::fs::TryLockError::Error(error)) => Err(at(error)),
    }
}
