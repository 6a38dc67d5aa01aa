//! The one entrance for questions to the index. Where its files are damaged, the index is built anew and the question asked again.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::Path;
use std::sync::Once;

use tantivy::error::DataCorruption;
use tantivy::{Index, Searcher, TantivyError};

use super::super::{Error, Library, Result};
use super::StoryIndex;
use super::build::lock;
use super::document::Fields;

/// The index as it is while one question is answered.
pub(super) struct Opened {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    /// The number of the last change it holds.
    pub(super) sequence: i64,
}

/// Who builds the index anew when it turns out to be damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::library) enum Mender {
    /// The library that was asked, before it answers.
    Asked,
    /// Another thread or process: until it has, there is no index.
    Another,
}

impl Library {
    /// Leaves it to another thread to build a damaged index anew, which can take minutes.
    pub fn leave_mending(&mut self) {
        self.mender = Mender::Another;
    }

    /// Answers a question from the index; it may be asked more than once.
    pub(super) fn ask<T>(&self, question: impl Fn(&Opened) -> Result<T>) -> Result<T> {
        let first = self.ask_once(&question);
        let (Some(folder), Err(Error::Index(_))) = (&self.folder, &first) else {
            return first;
        };
        // Another process may have replaced the index while this one had it open.
        self.index.replace(None);
        let second = self.ask_once(&question);
        if !matches!(second, Err(Error::Index(_) | Error::NoIndex)) {
            return second;
        }
        // What cannot be read while another process writes may be there in a moment.
        let Some(lock) = lock(folder)? else {
            return Err(Error::NoIndex);
        };
        if !is_damaged(folder) {
            return second;
        }
        self.index.replace(None);
        self.frequencies.replace(None);
        // Without this file there is no index to open.
        let _ = std::fs::remove_file(folder.join(super::FOLDER).join("meta.json"));
        drop(lock);
        if self.mender == Mender::Asked {
            let _ = self.catch_up()?;
        }
        self.ask_once(&question)
    }

    fn ask_once<T>(&self, question: impl Fn(&Opened) -> Result<T>) -> Result<T> {
        let index = self.index()?;
        guarded(|| question(&index.opened()?))
    }
}

/// Whether a file of the index is not as it was written. This reads all of them, so it is asked only when something has failed:
/// an index that is whole is not thrown away because of a question.
pub(super) fn is_damaged(folder: &Path) -> bool {
    let damaged = guarded(|| -> tantivy::Result<_> {
        let (_, index) = (StoryIndex::open(folder)?, folder.join(super::FOLDER));
        Index::open_in_dir(index)?.validate_checksum()
    });
    damaged.map_or(true, |files| !files.is_empty())
}

/// The error for what cannot be read though it was written.
pub(super) fn damage(said: &str) -> TantivyError {
    TantivyError::DataCorruption(DataCorruption::comment_only(said))
}

thread_local! {
    /// Whether a panic in this thread is caught and becomes an error.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Reads from the index. tantivy takes its files to be whole and panics where they are not: that becomes an error too.
pub(super) fn guarded<T, E: From<TantivyError>>(
    read: impl FnOnce() -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    hush();
    let before = GUARDED.replace(true);
    // What a panic leaves half done belongs to the reading, and is gone with it.
    let done = catch_unwind(AssertUnwindSafe(read));
    GUARDED.set(before);
    done.unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied());
        let said = said.unwrap_or("it cannot be read");
        Err(damage(said).into())
    })
}

/// Keeps panics that are caught from being told of as if they ended the program, and from giving the terminal back: so this must
/// come after whatever else wants to hear of panics. tantivy catches those of its merging threads itself.
fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let tell = take_hook();
        set_hook(Box::new(move |panic| {
            let thread = std::thread::current();
            let merges = thread.name().is_some_and(|n| n.starts_with("merge_thread"));
            if !(GUARDED.get() || merges) {
                tell(panic);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_that_is_whole_outlives_a_question_that_fails() {
        let folder = tempfile::tempdir().expect("a folder");
        let library = Library::open(folder.path()).expect("opens");
        assert!(!library.is_indexed().expect("read"));
        library.rebuild_index().expect("built");
        let meta = folder.path().join("index/meta.json");
        let before = std::fs::read(&meta).expect("read");
        let answer: Result<()> = library.ask(|_| panic!("a fault of ours"));
        let error = answer.expect_err("fails").to_string();
        assert!(error.contains("a fault of ours"), "{error}");
        assert_eq!(std::fs::read(&meta).expect("read"), before);
        assert!(library.ask(|index| Ok(index.searcher.num_docs())).is_ok());
    }
}
