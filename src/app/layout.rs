//! Where everything stands on a screen of a given size.

use ratatui::layout::{Rect, Size};

use super::{Model, Of, Pane, View};
use crate::related::Storyline;

/// How much fits beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breadth {
    /// Too small for anything but a line that says so.
    Tiny,
    /// One pane at a time.
    Narrow,
    /// Two panes: stories and article, or article and linked.
    Medium,
    /// All three.
    Wide,
}

/// The parts of the screen; a part that is not shown has no cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Areas {
    pub header: Rect,
    /// Saved searches, above the list.
    pub saved: Rect,
    pub list: Rect,
    pub article: Rect,
    pub linked: Rect,
    /// The storyline strip.
    pub strip: Rect,
    pub status: Rect,
}

/// The breadth of a screen.
pub fn breadth(size: Size) -> Breadth {
    match (size.width, size.height) {
        (..20, _) | (_, ..6) => Breadth::Tiny,
        (..80, _) => Breadth::Narrow,
        (..120, _) => Breadth::Medium,
        _ => Breadth::Wide,
    }
}

/// The areas of the model's screen.
pub fn areas(model: &Model) -> Areas {
    let mut areas = panes(model);
    if model.list.of == Of::Everything && !model.saved.is_empty() {
        // A heading and the searches take at most a third of the pane.
        let rows = (model.saved.len() as u16 + 1).min(areas.list.height / 3);
        areas.saved = Rect {
            height: rows,
            ..areas.list
        };
        areas.list.y += rows;
        areas.list.height -= rows;
    }
    areas
}

fn panes(model: &Model) -> Areas {
    let Size { width, height } = model.size;
    let strip = u16::from(
        height >= 12
            && model
                .storyline
                .as_ref()
                .is_some_and(|s| s.stories().count() > 1),
    );
    let top = u16::from(height >= 8);
    let body = Rect::new(0, top, width, height.saturating_sub(top + strip + 1));
    let mut areas = Areas {
        header: Rect::new(0, 0, width, top),
        strip: Rect::new(0, height.saturating_sub(1 + strip), width, strip),
        status: Rect::new(0, height.saturating_sub(1), width, 1),
        ..Areas::default()
    };
    let breadth = breadth(model.size);
    let alone = matches!(breadth, Breadth::Narrow | Breadth::Tiny);
    if alone || model.view == View::ArticleOnly {
        match if alone { model.pane } else { Pane::Article } {
            Pane::List => areas.list = body,
            Pane::Article => areas.article = body,
            Pane::Linked => areas.linked = body,
        }
        return areas;
    }
    let mut article = body;
    if breadth == Breadth::Wide || model.pane != Pane::Linked {
        let share = if breadth == Breadth::Wide { 27 } else { 38 };
        areas.list = take_left(&mut article, percent(width, share).clamp(30, 48));
    }
    if breadth == Breadth::Wide || model.pane == Pane::Linked {
        let share = if breadth == Breadth::Wide { 29 } else { 44 };
        areas.linked = take_right(&mut article, percent(width, share).clamp(34, 52));
    }
    areas.article = article;
    areas
}

fn percent(width: u16, share: u32) -> u16 {
    (u32::from(width) * share / 100) as u16
}

/// Cuts `width` columns and one for the line between off the left side.
fn take_left(rest: &mut Rect, width: u16) -> Rect {
    let left = Rect { width, ..*rest };
    rest.x += width + 1;
    rest.width = rest.width.saturating_sub(width + 1);
    left
}

fn take_right(rest: &mut Rect, width: u16) -> Rect {
    rest.width = rest.width.saturating_sub(width + 1);
    Rect {
        x: rest.right() + 1,
        width,
        ..*rest
    }
}

/// The nodes of a storyline that fit into a strip, around the current one: the first and the one after the last.
pub fn strip_nodes(storyline: &Storyline, current: usize, columns: usize) -> (usize, usize) {
    // A node takes at most nine columns with its year, and both ends may need room to say what is hidden.
    let fit = (columns.saturating_sub(14) / 9).max(1);
    let count = storyline.nodes.len();
    let first = current
        .saturating_sub(fit / 2)
        .min(count.saturating_sub(fit));
    (first, (first + fit).min(count))
}
