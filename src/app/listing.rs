//! What the list asks for and takes in: pages, results, previews, and giving back the list that another replaced.

use super::follow::follow;
use super::layout::{Breadth, breadth};
use super::list::{PAGE, RESULTS};
use super::model::{Model, Pane, View};
use super::open::{self, Opening};
use super::update::toggle_article_only;
use super::{Effect, Of, Page, Results};
use crate::library::From;

/// Moves the list's cursor and shows what it stands on.
pub(super) fn step_list(model: &mut Model, by: isize) -> Vec<Effect> {
    if super::saved::step(model, by) {
        return Vec::new();
    }
    if !model.list.step(by) {
        return more(model).into_iter().collect();
    }
    let mut effects: Vec<Effect> = more(model).into_iter().collect();
    effects.extend(preview(model));
    effects
}

/// Asks for the story under the list's cursor, to show it.
pub(super) fn preview(model: &mut Model) -> Option<Effect> {
    if model.opening != Opening::Preview {
        // The reader has just chosen a story: that one comes.
        return None;
    }
    let id = model.list.current()?.row.id.clone();
    if model.article.as_ref().is_some_and(|a| a.id() == id) {
        // An older question must not bring another story over this one.
        return open::stay(model);
    }
    Some(open::ask(model, &id, Opening::Preview))
}

/// Asks for more of the list when its cursor comes near an end of what is here.
fn more(model: &mut Model) -> Option<Effect> {
    if let Some(from) = model.list.wanted() {
        return Some(ask_list(model, from));
    }
    match &model.list.of {
        Of::Results { query, .. } if model.list.wants_results() => {
            let (text, skip) = (query.clone(), model.list.entries.len());
            Some(ask_search(model, text, skip))
        }
        _ => None,
    }
}

pub(super) fn ask_search(model: &mut Model, text: String, skip: usize) -> Effect {
    model.asked.search += 1;
    Effect::Search {
        generation: model.asked.search,
        text,
        skip,
        count: RESULTS,
    }
}

pub(super) fn ask_list(model: &mut Model, from: From) -> Effect {
    model.asked.list += 1;
    model.asked.from = Some(from);
    Effect::List {
        generation: model.asked.list,
        filter: model.list.filter(),
        from,
        count: PAGE,
    }
}

pub(super) fn listed(model: &mut Model, generation: u64, page: Page) -> Vec<Effect> {
    let Some(from) = model.asked.from else {
        return Vec::new();
    };
    if generation != model.asked.list {
        return Vec::new();
    }
    model.asked.from = None;
    let fresh = matches!(from, From::Newest | From::Oldest);
    let open = model.article.as_ref().map(|a| a.id().to_owned());
    model.list.join(from, page);
    if fresh && from == From::Newest && model.list.of != Of::Everything {
        // A list that was just chosen: the cursor stays on the open story where the list has it.
        open.as_deref().map(|id| model.list.seek(id));
    }
    if fresh {
        preview(model).into_iter().collect()
    } else {
        Vec::new()
    }
}

/// New stories: the list stays where it is; what is above it is read when the reader goes there.
pub(super) fn changed(model: &mut Model, added: u64) -> Vec<Effect> {
    if !model.list.is_results() {
        model.list.begins = false;
        model.list.ends = false;
    }
    model.notice = match added {
        0 => None,
        1 => Some("1 new story".into()),
        n => Some(format!("{n} new stories")),
    };
    more(model).into_iter().collect()
}

/// Counts the saved searches anew, where there are any.
pub(super) fn count_saved(model: &Model) -> Vec<Effect> {
    if model.saved.is_empty() {
        Vec::new()
    } else {
        vec![Effect::CountSaved]
    }
}

/// What was searched while the index was behind is searched again, unless the reader has gone on into the results.
pub(super) fn indexed(model: &mut Model) -> Vec<Effect> {
    model.indexing = None;
    let mut effects = count_saved(model);
    effects.extend(open::ask_related(model));
    match &model.list.of {
        Of::Results { query, .. } if model.list.cursor == 0 => {
            let text = query.clone();
            let open_best = model.asked.open_best == model.asked.search;
            let effect = ask_search(model, text, 0);
            if open_best {
                model.asked.open_best = model.asked.search;
            }
            effects.push(effect);
        }
        _ => {}
    }
    effects
}

pub(super) fn take_results(model: &mut Model, found: Results) -> Vec<Effect> {
    if found.generation != model.asked.search {
        return Vec::new();
    }
    model.asked.found = found.generation;
    let Of::Results { total, .. } = &mut model.list.of else {
        return Vec::new();
    };
    *total = Some(found.total);
    if found.skipped > 0 {
        model.list.entries.extend(found.page.entries);
        model.list.ends = found.page.ends;
        return Vec::new();
    }
    model.list.entries = found.page.entries;
    model.list.ends = found.page.ends;
    model.list.cursor = 0;
    model.list.top = 0;
    if model.list.entries.is_empty()
        && let Some(before) = model.before.take()
    {
        before.show_story(model);
        model.before = Some(before);
        return open::stay(model).into_iter().collect();
    }
    let awaited = model.asked.open_best == found.generation && !model.list.entries.is_empty();
    if awaited && model.pane == Pane::List {
        model.asked.open_best = 0;
        return follow(model);
    }
    preview(model).into_iter().collect()
}

/// Esc: gives the list back that a search or an entity replaced; then the marks in the text go too.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    if let Some(before) = model.before.take() {
        let shown = model.article.as_ref().map(|a| a.id().to_owned());
        before.restore_list(model);
        if let Some(id) = shown {
            model.list.seek(&id);
        }
        forget_query(model);
        if breadth(model.size) != Breadth::Wide {
            model.pane = Pane::List;
        }
        return preview_if_listing(model);
    }
    if model.entity.is_some() || model.query.is_some() {
        model.entity = None;
        forget_query(model);
    } else if model.view == View::ArticleOnly {
        return toggle_article_only(model);
    }
    Vec::new()
}

fn preview_if_listing(model: &mut Model) -> Vec<Effect> {
    if model.pane == Pane::List {
        preview(model).into_iter().collect()
    } else {
        Vec::new()
    }
}

pub(super) fn forget_query(model: &mut Model) {
    model.query = None;
    if let Some(article) = &mut model.article {
        article.matches.clear();
        article.focus = None;
    }
}

pub(super) fn toggle_unread(model: &mut Model) -> Vec<Effect> {
    if model.list.is_results() {
        model.notice = Some("u works on the whole list: Esc leaves the results".into());
        return Vec::new();
    }
    model.list.unread = !model.list.unread;
    vec![ask_list(model, From::Newest)]
}
