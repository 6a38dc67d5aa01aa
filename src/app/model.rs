//! The state of the reader: everything the screen shows, and nothing that can be worked out from it.

use ratatui::layout::Size;

use super::search::Before;
use super::{Article, LineEdit, Linked, List, Naming, Of, SavedRow, Search, Sheet, Start, Trail};
use crate::library::{Counts, Progress};
use crate::related::{Storyline, Who};
use crate::search::Query;

/// The widest a text may be, unless the reader makes it wider (columns).
const TEXT_WIDTH: usize = 80;

/// The reader's state.
#[derive(Debug, Clone)]
pub struct Model {
    pub size: Size,
    /// The collection's title.
    pub title: String,
    pub counts: Counts,
    /// How far the search index has come, while it is behind the library.
    pub indexing: Option<Progress>,
    pub pane: Pane,
    pub view: View,
    pub mode: Mode,
    pub list: List,
    /// Saved searches, above the list of everything.
    pub saved: Vec<SavedRow>,
    /// The saved search under the cursor, while the cursor is above the list.
    pub saved_cursor: Option<usize>,
    pub article: Option<Article>,
    pub linked: Linked,
    /// The storyline that `[` and `]` walk. It stays while they do.
    pub storyline: Option<Storyline>,
    /// The chosen entity: its mentions stand out.
    pub entity: Option<Who>,
    /// The query whose matches stand out.
    pub query: Option<Query>,
    pub trail: Trail,
    /// A digit typed before a key, or several.
    pub count: Option<usize>,
    /// Something to tell the reader, until the next key.
    pub notice: Option<String>,
    pub text_width: usize,
    /// What Esc gives back.
    pub(crate) before: Option<Box<Before>>,
    /// The number of the newest question of each sort.
    pub(super) asked: Asked,
    /// How the story that was asked for last is to be opened.
    pub(super) opening: super::open::Opening,
}

/// The three panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pane {
    List,
    Article,
    Linked,
}

/// What of the panes is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    Panes,
    ArticleOnly,
}

/// What the keys go to.
#[derive(Debug, Clone, PartialEq)]
pub enum Mode {
    Browse,
    Search(Search),
    /// A name for a search is being typed.
    Naming(Naming),
    Sheet(Sheet),
}

/// The newest question of each sort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) list: u64,
    pub(super) from: Option<crate::library::From>,
    pub(super) open: u64,
    pub(super) search: u64,
    /// The newest search that was answered.
    pub(super) found: u64,
    /// The search whose best result is to be opened as soon as it is there: Enter came first.
    pub(super) open_best: u64,
}

impl Model {
    /// The reader as it opens.
    pub fn new(size: Size, start: Start) -> Self {
        let mut model = Self {
            size,
            title: start.title,
            counts: start.counts,
            indexing: None,
            pane: Pane::List,
            view: View::Panes,
            mode: Mode::Browse,
            list: List::new(Of::Everything, start.page),
            saved: super::saved::rows(start.saved),
            saved_cursor: None,
            article: None,
            linked: Linked::default(),
            storyline: None,
            entity: None,
            query: None,
            trail: Trail::new(start.trail, start.at),
            count: None,
            notice: None,
            text_width: TEXT_WIDTH,
            before: None,
            asked: Asked::default(),
            opening: super::open::Opening::default(),
        };
        if let Some(context) = start.article {
            model.pane = Pane::Article;
            super::open::resume(&mut model, context);
        }
        super::update::settle(&mut model);
        model
    }

    /// The line that is being typed: a search, or a name for one.
    pub fn search_line(&self) -> Option<&LineEdit> {
        match &self.mode {
            Mode::Search(search) => Some(&search.line),
            Mode::Naming(naming) => Some(&naming.line),
            _ => None,
        }
    }

    /// The sheet over the panes, while one is open.
    pub fn sheet(&self) -> Option<Sheet> {
        match self.mode {
            Mode::Sheet(sheet) => Some(sheet),
            _ => None,
        }
    }

    /// What is to be asked as soon as the reader stands on the screen.
    pub fn begin(&mut self) -> Vec<super::Effect> {
        let mut effects = super::listing::count_saved(self);
        // A library without a lead opens on what the cursor stands on.
        effects.extend(match self.article {
            Some(_) => super::open::ask_related(self),
            None => super::listing::preview(self),
        });
        effects
    }
}
