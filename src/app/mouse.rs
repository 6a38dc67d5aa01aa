//! Clicks and the wheel, by the pane under the pointer.

use ratatui::layout::{Position, Rect};

use super::follow::follow;
use super::layout::areas;
use super::listing::preview;
use super::model::{Model, Pane};
use super::movement::step;
use super::open;
use super::update::browse;
use super::{Action, Effect, ListLine, strip_nodes};

/// The wheel scrolls the pane it is over, wherever the keys go.
pub(super) fn wheel(model: &mut Model, column: u16, row: u16, lines: i16) -> Vec<Effect> {
    let Some(pane) = pane_at(model, column, row) else {
        return Vec::new();
    };
    let had = std::mem::replace(&mut model.pane, pane);
    let effects = step(model, lines.into());
    model.pane = had;
    effects
}

/// A click on a row puts the cursor there; on the row under the cursor it opens.
pub(super) fn click(model: &mut Model, column: u16, row: u16) -> Vec<Effect> {
    let areas = areas(model);
    if areas.strip.contains(Position::new(column, row)) {
        return click_strip(model, areas.strip, column);
    }
    if areas.saved.contains(Position::new(column, row)) {
        return match usize::from(row - areas.saved.y).checked_sub(1) {
            Some(n) => super::saved::click(model, n),
            None => Vec::new(),
        };
    }
    let Some(pane) = pane_at(model, column, row) else {
        return Vec::new();
    };
    match pane {
        Pane::List => click_list(model, areas.list, row),
        Pane::Article => open::go_to(model, Pane::Article),
        Pane::Linked => click_linked(model, areas.linked, row),
    }
}

fn pane_at(model: &Model, column: u16, row: u16) -> Option<Pane> {
    let areas = areas(model);
    let at = Position::new(column, row);
    [
        (Pane::List, areas.list),
        (Pane::Article, areas.article),
        (Pane::Linked, areas.linked),
    ]
    .into_iter()
    .find_map(|(pane, area)| area.contains(at).then_some(pane))
}

fn click_list(model: &mut Model, area: Rect, row: u16) -> Vec<Effect> {
    let line = usize::from(row - area.y).checked_sub(1);
    let lines = model.list.lines(area.height.saturating_sub(1).into());
    model.pane = Pane::List;
    let Some(ListLine::Row(i) | ListLine::Snippet(i)) = line.and_then(|n| lines.get(n)) else {
        return Vec::new();
    };
    if model.list.cursor == *i && model.saved_cursor.is_none() {
        return follow(model);
    }
    model.list.cursor = *i;
    model.saved_cursor = None;
    preview(model).into_iter().collect()
}

fn click_linked(model: &mut Model, area: Rect, row: u16) -> Vec<Effect> {
    let Some(article) = &model.article else {
        return Vec::new();
    };
    let (width, height) = (area.width.into(), area.height.into());
    let lines = model.linked.shown(&article.context, width, height);
    let item = lines
        .get(usize::from(row - area.y))
        .and_then(|line| line.item);
    let effects = open::go_to(model, Pane::Linked);
    let Some(item) = item else {
        return effects;
    };
    if model.linked.cursor == item {
        return follow(model);
    }
    model.linked.cursor = item;
    effects
}

/// A click left of the current node goes earlier, right of it later.
fn click_strip(model: &mut Model, area: Rect, column: u16) -> Vec<Effect> {
    let (Some(article), Some(storyline)) = (&model.article, &model.storyline) else {
        return Vec::new();
    };
    let Some(at) = storyline.position(article.id()) else {
        return Vec::new();
    };
    let (first, end) = strip_nodes(storyline, at, area.width.into());
    let shown = end.saturating_sub(first).max(1);
    let middle = area.x + (area.width as usize * (2 * (at - first) + 1) / (2 * shown)) as u16;
    browse(
        model,
        if column < middle {
            Action::Earlier
        } else {
            Action::Later
        },
        1,
    )
}
