//! The search line, and the list and article it will give back.

use super::{Article, LineEdit, List, Model, Pane};
use crate::library::Row;
use crate::related::Storyline;
use crate::search::Completing;

/// A search being typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Search {
    pub line: LineEdit,
    /// What Tab goes through, until another key.
    pub completions: Option<Completions>,
    /// Parts of the query that were not understood, said in words.
    pub ignored: Vec<String>,
}

/// What a word could become, and which of it stands in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completions {
    pub candidates: Vec<String>,
    pub chosen: usize,
    /// The line before the first was put in.
    pub(super) text: String,
    pub(super) completing: Completing,
}

/// What a list of results or of an entity's stories stands in for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Before {
    list: List,
    article: Option<Article>,
    storyline: Option<Storyline>,
    pane: Pane,
}

impl Before {
    pub(super) fn of(model: &Model) -> Self {
        Self {
            list: model.list.clone(),
            article: model.article.clone(),
            storyline: model.storyline.clone(),
            pane: model.pane,
        }
    }

    /// Everything as it was.
    pub(super) fn restore(self, model: &mut Model) {
        model.article = self.article;
        model.storyline = self.storyline;
        model.pane = self.pane;
        model.list = self.list;
    }

    /// Only the story as it was: no result takes its place.
    pub(super) fn show_story(&self, model: &mut Model) {
        model.article.clone_from(&self.article);
        model.storyline.clone_from(&self.storyline);
    }

    /// Only the list as it was; what has been opened since stays open.
    pub(super) fn restore_list(self, model: &mut Model) {
        model.list = self.list;
    }

    /// Every row it holds: a mark set meanwhile is seen when it comes back.
    pub(super) fn rows(&mut self) -> impl Iterator<Item = &mut Row> {
        let article = self.article.as_mut().map(|a| &mut a.context.stored.row);
        let listed = self.list.entries.iter_mut().map(|e| &mut e.row);
        listed.chain(article)
    }

    pub(super) fn into_list(self) -> List {
        self.list
    }
}
