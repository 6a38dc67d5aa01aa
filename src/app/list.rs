//! The list pane: a window of rows around the cursor, whatever the length of the list.

use super::Page;
use crate::library::{Filter, From, Place, Row};
use crate::search::Snippet;
use crate::story::PartialDate;

/// Rows kept above and below the cursor before the far ones are let go.
const WINDOW: usize = 600;
/// Fewer rows than this ahead of the cursor, and more are asked for.
const AHEAD: usize = 80;
/// Rows asked for at once.
pub(super) const PAGE: usize = 200;
/// Results asked for at once: each costs its text, from which the snippet is cut.
pub(super) const RESULTS: usize = 30;

/// A row, and for a search result why it is one.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub row: Row,
    pub snippet: Option<Snippet>,
}

/// What a list is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    Everything,
    /// The stories that name an entity.
    Entity {
        key: i64,
        label: String,
    },
    /// What a search found; `total` is unknown until the answer is there.
    Results {
        query: String,
        total: Option<usize>,
    },
}

/// A list of stories and a cursor in it.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    pub of: Of,
    pub unread: bool,
    pub entries: Vec<Entry>,
    /// The row under the cursor.
    pub cursor: usize,
    /// The first row on the screen.
    pub top: usize,
    /// Whether the list begins with the first entry, and ends with the last.
    pub begins: bool,
    pub ends: bool,
    /// Entries of the whole list before the first one here, where that is known.
    pub skipped: usize,
}

/// A line of the list pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListLine {
    /// The year of the rows below; zero for stories without a date.
    Year(u32),
    /// The row of an entry.
    Row(usize),
    /// What an entry says about the search.
    Snippet(usize),
}

impl List {
    pub fn new(of: Of, page: Page) -> Self {
        Self {
            of,
            unread: false,
            entries: page.entries,
            cursor: 0,
            top: 0,
            begins: page.begins,
            ends: page.ends,
            skipped: 0,
        }
    }

    /// The filter of the list; a search has none.
    pub fn filter(&self) -> Filter {
        let entity = match self.of {
            Of::Entity { key, .. } => Some(key),
            _ => None,
        };
        Filter {
            entity,
            unread: self.unread,
        }
    }

    pub fn is_results(&self) -> bool {
        matches!(self.of, Of::Results { .. })
    }

    pub fn current(&self) -> Option<&Entry> {
        self.entries.get(self.cursor)
    }

    /// Puts the cursor on a story, if the window holds it.
    pub fn seek(&mut self, id: &str) -> bool {
        let found = self.entries.iter().position(|e| e.row.id == id);
        if let Some(at) = found {
            self.cursor = at;
        }
        found.is_some()
    }

    /// Moves the cursor; says whether it moved.
    pub fn step(&mut self, by: isize) -> bool {
        let last = self.entries.len().saturating_sub(1);
        let to = self.cursor.saturating_add_signed(by).min(last);
        std::mem::replace(&mut self.cursor, to) != to
    }

    /// How many rows on the first story lies that stands `by` years on, as far as the window goes.
    pub(super) fn years_on(&self, by: isize) -> isize {
        let year = |at: usize| {
            self.entries
                .get(at)
                .map(|e| e.row.date.map(PartialDate::year))
        };
        let is_first = |at: usize| at == 0 || year(at) != year(at - 1);
        let (mut at, mut left) = (self.cursor, by.unsigned_abs());
        while left > 0 {
            let next = at
                .checked_add_signed(by.signum())
                .filter(|n| *n < self.entries.len());
            let Some(next) = next else {
                break;
            };
            at = next;
            left -= usize::from(is_first(at));
        }
        at as isize - self.cursor as isize
    }

    /// The page that should be read next, if the cursor comes near an end of the window.
    pub(super) fn wanted(&self) -> Option<From> {
        if self.is_results() || self.entries.is_empty() {
            return None;
        }
        if !self.ends && self.cursor + AHEAD >= self.entries.len() {
            return self.entries.last().map(|e| From::Below(e.row.place));
        }
        if !self.begins && self.cursor < AHEAD {
            return self.entries.first().map(|e| From::Above(e.row.place));
        }
        None
    }

    /// Whether more results should be read.
    pub(super) fn wants_results(&self) -> bool {
        self.is_results() && !self.ends && self.cursor + RESULTS / 2 >= self.entries.len()
    }

    /// Joins a page to the window and lets go of rows far from the cursor.
    pub(super) fn join(&mut self, from: From, page: Page) {
        let place = |entry: Option<&Entry>| entry.map(|e| e.row.place);
        match from {
            From::Below(at) if place(self.entries.last()) == Some(at) => {
                self.entries.extend(page.entries);
                self.ends = page.ends;
                let surplus = self.cursor.saturating_sub(WINDOW);
                self.entries.drain(..surplus);
                self.shift(surplus);
            }
            From::Above(at) if place(self.entries.first()) == Some(at) => {
                let added = page.entries.len();
                self.entries.splice(0..0, page.entries);
                self.begins = page.begins;
                self.cursor += added;
                self.top += added;
                let kept = self.cursor + WINDOW;
                if self.entries.len() > kept {
                    self.entries.truncate(kept);
                    self.ends = false;
                }
            }
            From::Newest | From::Oldest => {
                self.begins = page.begins;
                self.ends = page.ends;
                self.entries = page.entries;
                self.cursor = if from == From::Oldest {
                    self.entries.len().saturating_sub(1)
                } else {
                    0
                };
                self.top = 0;
            }
            // The window has moved on since this page was asked for.
            From::Below(_) | From::Above(_) => {}
        }
    }

    fn shift(&mut self, dropped: usize) {
        if dropped > 0 {
            self.begins = false;
            self.cursor -= dropped;
            self.top = self.top.saturating_sub(dropped);
            self.skipped += dropped;
        }
    }

    /// The place of the row under the cursor.
    pub fn place(&self) -> Option<Place> {
        self.current().map(|entry| entry.row.place)
    }

    /// The lines of a pane of this height, from the top row on. The year stands above its first row, and above the top.
    pub fn lines(&self, height: usize) -> Vec<ListLine> {
        let mut lines = Vec::with_capacity(height);
        let mut year = None;
        for (i, entry) in self.entries.iter().enumerate().skip(self.top) {
            let this = entry.row.date.map_or(0, crate::story::PartialDate::year);
            if !self.is_results() && year != Some(this) {
                lines.push(ListLine::Year(this));
                year = Some(this);
            }
            lines.push(ListLine::Row(i));
            if entry.snippet.is_some() {
                lines.push(ListLine::Snippet(i));
            }
            if lines.len() >= height {
                break;
            }
        }
        lines.truncate(height);
        lines
    }

    /// Scrolls so that the cursor's row and its snippet are among the lines of a pane of this height.
    pub(super) fn show_cursor(&mut self, height: usize) {
        self.cursor = self.cursor.min(self.entries.len().saturating_sub(1));
        if self.cursor < self.top {
            self.top = self.cursor;
        }
        // A row takes at most three lines, so a cursor further down than the height is out of sight for certain.
        self.top = self
            .top
            .max((self.cursor + 1).saturating_sub(height.max(1)));
        while self.top < self.cursor && !self.is_shown(height) {
            self.top += 1;
        }
        self.fill(height);
    }

    /// No empty lines below the last row while rows above are hidden.
    fn fill(&mut self, height: usize) {
        while self.top > 0 && self.lines(height + 1).len() < height {
            self.top -= 1;
            if !self.is_shown(height) {
                self.top += 1;
                return;
            }
        }
    }

    fn is_shown(&self, height: usize) -> bool {
        let last = match self.current() {
            Some(Entry {
                snippet: Some(_), ..
            }) if height > 1 => ListLine::Snippet(self.cursor),
            _ => ListLine::Row(self.cursor),
        };
        self.lines(height).contains(&last)
    }
}
