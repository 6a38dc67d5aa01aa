//! What has happened: a request of the reader, or an answer from outside.

use ratatui::layout::Size;

use super::{Action, Entry, SavedRow};
use crate::library::{Counts, Progress, Saved, Stop};
use crate::related::{Context, Findings};
use crate::search::Completing;

/// One thing that happened. Answers carry the generation of their question.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The reader asked for something.
    Asked(Action),
    /// Text was pasted.
    Pasted(String),
    Resized(Size),
    /// A page of the list.
    Listed {
        generation: u64,
        page: Page,
    },
    /// A story was read, or is not there any more.
    Opened(Box<Opened>),
    /// What was found around a story.
    Related(Box<Findings>),
    /// Stories were found.
    Found(Results),
    /// The library changed: by this reader, or by another process.
    Counted(Counts),
    /// Another process has added so many stories, or changed some.
    Changed {
        added: u64,
    },
    /// The search index is being brought up to the library.
    Indexing(Progress),
    /// It is up to the library again.
    Indexed,
    /// The saved searches, counted.
    Saved(Vec<SavedRow>),
    /// What a word in the search line could become.
    Completed(Completed),
    /// Something could not be done.
    Failed(String),
}

/// What the reader begins with.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Start {
    pub title: String,
    pub counts: Counts,
    pub page: Page,
    pub article: Option<Context>,
    pub saved: Vec<Saved>,
    pub trail: Vec<Stop>,
    /// The position on the trail.
    pub at: usize,
}

/// Rows that follow each other in a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    pub entries: Vec<Entry>,
    /// Whether the list begins with the first entry.
    pub begins: bool,
    /// Whether it ends with the last.
    pub ends: bool,
}

/// The answer to a question for a story.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    pub generation: u64,
    pub id: String,
    /// None when the story is gone; else why it could not be read.
    pub context: Result<Option<Context>, String>,
}

/// The answer to a question for completions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completed {
    /// The search line as it was.
    pub text: String,
    pub completing: Completing,
    pub candidates: Vec<String>,
}

/// The answer to a search.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    pub generation: u64,
    pub page: Page,
    /// How many of the results stand before this page.
    pub skipped: usize,
    /// How many there are in all.
    pub total: usize,
}
