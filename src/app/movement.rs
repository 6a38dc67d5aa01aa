//! Cursors and the text's scroll: by rows, pages and headings, to the ends, from pane to pane. Following links is
//! [`super::follow`]'s.

use super::Effect;
use super::layout::areas;
use super::listing::{self, step_list};
use super::model::{Model, Pane, View};
use super::open;
use crate::library::From;

/// Moves by rows in the pane that has the keys.
pub(super) fn step(model: &mut Model, by: isize) -> Vec<Effect> {
    match model.pane {
        Pane::List => step_list(model, by),
        Pane::Article => {
            let height = areas(model).article.height;
            if let Some(article) = &mut model.article {
                article.scroll_by(by, height.into());
            }
            Vec::new()
        }
        Pane::Linked => {
            if let Some(article) = &model.article {
                model.linked.step(by, &article.context);
            }
            Vec::new()
        }
    }
}

/// Moves by pages, or their `part`s, in the pane that has the keys.
pub(super) fn page(model: &mut Model, pages: isize, part: isize) -> Vec<Effect> {
    let areas = areas(model);
    let height = match model.pane {
        Pane::List => areas.list.height.saturating_sub(2),
        Pane::Article => areas.article.height.saturating_sub(1),
        Pane::Linked => areas.linked.height / 4,
    };
    let rows = (height as isize / part).max(1);
    step(model, pages.saturating_mul(rows))
}

/// To the first or last row.
pub(super) fn edge(model: &mut Model, from: From) -> Vec<Effect> {
    let end = from == From::Oldest;
    let reached = if end {
        model.list.ends
    } else {
        model.list.begins
    };
    if model.pane == Pane::List && !reached && !model.list.is_results() {
        return vec![listing::ask_list(model, from)];
    }
    step(model, if end { isize::MAX / 2 } else { isize::MIN / 2 })
}

/// To the heading before or after: a year of the list, or what the linked pane has together.
pub(super) fn group(model: &mut Model, by: isize) -> Vec<Effect> {
    match (model.pane, &model.article) {
        (Pane::List, _) => {
            let by = model.list.years_on(by);
            listing::step_list(model, by)
        }
        (Pane::Linked, Some(article)) => {
            model.linked.go_to_group(by, &article.context);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// The keys to the pane beside, or past the last to the first.
pub(super) fn pane(model: &mut Model, by: isize, around: bool) -> Vec<Effect> {
    const ORDER: [Pane; 3] = [Pane::List, Pane::Article, Pane::Linked];
    if model.view == View::ArticleOnly {
        model.view = View::Panes;
    }
    let at = model.pane as isize + by;
    let to = if around {
        at.rem_euclid(3)
    } else {
        at.clamp(0, 2)
    };
    open::go_to(model, ORDER[to as usize])
}
