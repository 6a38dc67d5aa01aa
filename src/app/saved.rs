//! Saved searches above the list: their rows, the cursor among them, and giving one its name.

use super::follow::follow;
use super::listing::{ask_search, preview};
use super::model::{Mode, Model, Pane};
use super::names::keep_before;
use super::update::set_query;
use super::{Effect, LineEdit, List, Of, Page};
use crate::library::Saved;

/// A saved search as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedRow {
    pub saved: Saved,
    /// How many stories it finds and how many of those are unread, once they are counted.
    pub counts: Option<(usize, usize)>,
}

/// A name being typed for a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    pub line: LineEdit,
    pub query: String,
}

/// The rows of searches that are not counted yet.
pub(super) fn rows(saved: Vec<Saved>) -> Vec<SavedRow> {
    let row = |saved| SavedRow {
        saved,
        counts: None,
    };
    saved.into_iter().map(row).collect()
}

/// `S`: the query of the results, or of the search line, is to get a name.
pub(super) fn begin(model: &mut Model) -> Vec<Effect> {
    let query = match (&model.mode, &model.list.of) {
        (Mode::Search(search), _) => search.line.text.trim_start().to_owned(),
        (_, Of::Results { query, .. }) => query.trim_start().to_owned(),
        _ => String::new(),
    };
    if query.is_empty() {
        model.notice = Some("Search first; then S gives the search a name".into());
        return Vec::new();
    }
    let known = model.saved.iter().find(|row| row.saved.query == query);
    let text = known.map_or(String::new(), |row| row.saved.name.clone());
    model.mode = Mode::Naming(Naming {
        line: LineEdit {
            cursor: text.len(),
            text,
        },
        query,
    });
    Vec::new()
}

/// Enter: the search is saved under the name that was typed.
pub(super) fn save(model: &mut Model) -> Vec<Effect> {
    let Mode::Naming(naming) = &model.mode else {
        return Vec::new();
    };
    let saved = Saved {
        name: naming.line.text.trim().to_owned(),
        query: naming.query.clone(),
    };
    model.mode = Mode::Browse;
    if saved.name.is_empty() {
        return Vec::new();
    }
    model.notice = Some(format!("Saved as {}; it stands above the list", saved.name));
    vec![Effect::Save(saved), Effect::CountSaved]
}

/// Moves the cursor into, within and out of the saved searches; says whether that was the move.
pub(super) fn step(model: &mut Model, by: isize) -> bool {
    let count = model.saved.len() as isize;
    if model.list.of != Of::Everything || count == 0 {
        return false;
    }
    let at = match model.saved_cursor {
        Some(at) => at as isize,
        None if model.list.cursor == 0 && model.list.begins && by < 0 => count,
        None => return false,
    };
    let to = (at + by).max(0);
    model.saved_cursor = (to < count).then_some(to as usize);
    true
}

/// Opens the results of the saved search under the cursor.
pub(super) fn open(model: &mut Model) -> Option<Vec<Effect>> {
    let row = model.saved.get(model.saved_cursor.take()?)?;
    let query = row.saved.query.clone();
    keep_before(model);
    set_query(model, &query);
    let results = Of::Results {
        query: query.clone(),
        total: None,
    };
    model.list = List::new(results, Page::default());
    model.pane = Pane::List;
    Some(vec![ask_search(model, query, 0)])
}

/// A click on a saved search.
pub(super) fn click(model: &mut Model, row: usize) -> Vec<Effect> {
    if row >= model.saved.len() {
        return Vec::new();
    }
    model.pane = Pane::List;
    if model.saved_cursor == Some(row) {
        return follow(model);
    }
    model.saved_cursor = Some(row);
    preview(model).into_iter().collect()
}
