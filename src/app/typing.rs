//! Typing a search, whose results replace the list at every character, or a name for one.

use super::listing::{ask_search, forget_query, step_list};
use super::model::{Mode, Model, Pane};
use super::names::keep_before;
use super::update::{browse, quit, set_query};
use super::{Action, Completed, Completions, Effect, LineEdit, List, Of, Page, Search};

/// Opens the search line; over results it holds their query again.
pub(super) fn begin(model: &mut Model) -> Vec<Effect> {
    let text = match &model.list.of {
        Of::Results { query, .. } => query.clone(),
        _ => String::new(),
    };
    keep_before(model);
    let cursor = text.len();
    model.mode = Mode::Search(Search {
        line: LineEdit { text, cursor },
        completions: None,
        ignored: Vec::new(),
    });
    model.pane = Pane::List;
    Vec::new()
}

/// One key in the search line.
pub(super) fn type_action(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Leave => return cancel(model),
        Action::Open => return accept(model),
        Action::Complete => return complete(model),
        Action::SaveSearch => return super::saved::begin(model),
        Action::Up => return step_list(model, -1),
        Action::Down => return step_list(model, 1),
        Action::PageUp
        | Action::PageDown
        | Action::Suspend
        | Action::Redraw
        | Action::Wheel { .. }
        | Action::Click { .. } => {
            return browse(model, action, 1);
        }
        Action::ForceQuit => return quit(model),
        _ => {}
    }
    let Mode::Search(typing) = &mut model.mode else {
        return Vec::new();
    };
    typing.completions = None;
    let line = &mut typing.line;
    if action == Action::EraseBefore && line.text.is_empty() {
        return cancel(model);
    }
    let before = line.text.clone();
    edit(line, action);
    let text = line.text.clone();
    if text == before {
        Vec::new()
    } else {
        search(model, text)
    }
}

/// One key in the line that names a search.
pub(super) fn name_action(model: &mut Model, action: Action) -> Vec<Effect> {
    let Mode::Naming(naming) = &mut model.mode else {
        return Vec::new();
    };
    match action {
        Action::Leave => model.mode = Mode::Browse,
        Action::Open => return super::saved::save(model),
        Action::ForceQuit => return quit(model),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
        _ => edit(&mut naming.line, action),
    }
    Vec::new()
}

fn edit(line: &mut LineEdit, action: Action) {
    match action {
        Action::Type(c) => line.insert(c),
        Action::EraseBefore => line.erase_before(),
        Action::EraseAfter => line.erase_after(),
        Action::EraseWord => line.erase_word(),
        Action::EraseLine => line.erase_line(),
        Action::CursorLeft => line.left(),
        Action::CursorRight => line.right(),
        Action::CursorStart => line.start(),
        Action::CursorEnd => line.end(),
        _ => {}
    }
}

/// Tab: asks for completions, or puts the next one in.
fn complete(model: &mut Model) -> Vec<Effect> {
    let Mode::Search(typing) = &mut model.mode else {
        return Vec::new();
    };
    let Some(completions) = &mut typing.completions else {
        return vec![Effect::Complete {
            text: typing.line.text.clone(),
            cursor: typing.line.cursor,
        }];
    };
    completions.chosen = (completions.chosen + 1) % completions.candidates.len().max(1);
    put_completion(model)
}

/// Completions have come: the first goes into the line, unless that has changed meanwhile.
pub(super) fn completed(model: &mut Model, completed: Completed) -> Vec<Effect> {
    let Mode::Search(typing) = &mut model.mode else {
        return Vec::new();
    };
    if typing.line.text != completed.text || completed.candidates.is_empty() {
        return Vec::new();
    }
    typing.completions = Some(Completions {
        candidates: completed.candidates,
        chosen: 0,
        text: completed.text,
        completing: completed.completing,
    });
    put_completion(model)
}

fn put_completion(model: &mut Model) -> Vec<Effect> {
    let Mode::Search(typing) = &mut model.mode else {
        return Vec::new();
    };
    let Some(completions) = &typing.completions else {
        return Vec::new();
    };
    let Some(candidate) = completions.candidates.get(completions.chosen) else {
        return Vec::new();
    };
    let (text, cursor) = completions.completing.put(&completions.text, candidate);
    typing.line = LineEdit {
        text: text.clone(),
        cursor,
    };
    search(model, text)
}

/// Pasted text goes into the search line, and nowhere else: it is no sequence of keys.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let line = match &mut model.mode {
        Mode::Search(typing) => &mut typing.line,
        Mode::Naming(naming) => &mut naming.line,
        Mode::Browse | Mode::Sheet(_) => return Vec::new(),
    };
    for c in crate::text::clean_line(text).chars() {
        line.insert(c);
    }
    let text = line.text.clone();
    if matches!(model.mode, Mode::Naming(_)) {
        return Vec::new();
    }
    search(model, text)
}

fn search(model: &mut Model, text: String) -> Vec<Effect> {
    set_query(model, &text);
    if let (Mode::Search(search), Some(query)) = (&mut model.mode, &model.query) {
        search.ignored = query.ignored.iter().map(ToString::to_string).collect();
    }
    if model.query.is_none() {
        // An older answer must not come after the line was emptied.
        model.asked.search += 1;
        give_back(model);
        return Vec::new();
    }
    let results = |total| Of::Results {
        query: text.clone(),
        total,
    };
    match &mut model.list.of {
        // The old results stay until the new ones are there: no flicker.
        Of::Results { query, .. } => query.clone_from(&text),
        _ => model.list = List::new(results(None), Page::default()),
    }
    vec![ask_search(model, text, 0)]
}

/// Esc: the list and the story as they were before the search.
fn cancel(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::Browse;
    model.asked.search += 1;
    if let Some(before) = model.before.take() {
        before.restore(model);
    }
    forget_query(model);
    super::open::stay(model).into_iter().collect()
}

/// Enter: the results stay, the one under the cursor opens.
fn accept(model: &mut Model) -> Vec<Effect> {
    if model.query.is_none() {
        return cancel(model);
    }
    model.mode = Mode::Browse;
    // While the index is being built there may be nothing yet.
    if model.asked.found != model.asked.search || model.list.entries.is_empty() {
        model.asked.open_best = model.asked.search;
        return Vec::new();
    }
    super::follow::follow(model)
}

/// The list as it was before the search, while the line is empty.
fn give_back(model: &mut Model) {
    if let Some(before) = model.before.clone() {
        model.list = before.into_list();
    }
    forget_query(model);
}
