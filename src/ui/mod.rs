//! Paints the model. It changes nothing and decides nothing but how things look.

mod article;
mod header;
mod help;
mod linked;
mod list;
mod saved;
mod search;
mod sheet;
mod status;
mod storyline;
mod text;
mod theme;
mod why;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Borders};

use crate::app::{Breadth, Mode, Model, Sheet, Shows, areas, breadth};

pub use theme::Theme;

/// Paints the whole screen.
pub fn view(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    if breadth(model.size) == Breadth::Tiny {
        return too_small(theme, frame);
    }
    let areas = areas(model);
    if areas.header.height > 0 {
        header::paint(model, theme, frame, areas.header);
    }
    if areas.saved.height > 0 {
        saved::paint(model, theme, frame, areas.saved);
        rule(theme, frame, areas.saved, areas.article);
    }
    if areas.list.width > 0 {
        list::paint(model, theme, frame, areas.list);
        rule(theme, frame, areas.list, areas.article);
    }
    if areas.article.width > 0 {
        article::paint(model, theme, frame, areas.article);
        rule(theme, frame, areas.article, areas.linked);
    }
    if areas.linked.width > 0 {
        linked::paint(model, theme, frame, areas.linked);
    }
    if areas.strip.height > 0 {
        storyline::paint(model, theme, frame, areas.strip);
    }
    match &model.mode {
        Mode::Search(search) => search::paint(model, search, theme, frame, areas.status),
        Mode::Naming(naming) => search::paint_name(naming, theme, frame, areas.status),
        _ => status::paint(model, theme, frame, areas.status),
    }
    match model.sheet() {
        Some(Sheet {
            shows: Shows::Keys,
            scroll,
        }) => help::paint(scroll, theme, frame),
        Some(Sheet {
            shows: Shows::Why,
            scroll,
        }) => why::paint(model, scroll, theme, frame),
        None => {}
    }
}

/// The first frame of all, while the library is being opened: at once where that is quick, and no blank screen where a
/// large collection is being imported first.
pub fn opening(theme: &Theme, frame: &mut Frame<'_>) {
    let area = text::inset(frame.area());
    let last = area.height.saturating_sub(1);
    text::line(frame, area, 0, &[("backstory", theme.title)]);
    text::line(frame, area, last, &[("opening the library …", theme.dim)]);
}

fn too_small(theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    text::line(frame, area, 0, &[("too small: needs 20×6", theme.dim)]);
}

/// The line between two panes that stand side by side.
fn rule(theme: &Theme, frame: &mut Frame<'_>, left: Rect, right: Rect) {
    if right.width == 0 || right.x <= left.right() {
        return;
    }
    let line = Rect {
        x: left.right(),
        width: 1,
        ..left
    };
    frame.render_widget(
        Block::new().borders(Borders::LEFT).border_style(theme.rule),
        line,
    );
}
