//! The list pane: rows under their years, or results with their snippets.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Theme;
use super::header::grouped;
use super::text::{line, row};
use crate::app::{Entry, ListLine, Mode, Model, Of, Pane};

pub(super) fn paint(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let (title, count) = title(model);
    let style = if model.pane == Pane::List {
        theme.title
    } else {
        theme.dim
    };
    line(
        frame,
        area,
        0,
        &[
            (" ", style),
            (&title, style),
            ("  ", style),
            (&count, theme.dim),
        ],
    );
    let rows = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    if model.list.entries.is_empty() {
        return line(
            frame,
            rows,
            0,
            &[("   ", theme.dim), (empty(model), theme.dim)],
        );
    }
    for (n, item) in (0..).zip(model.list.lines(rows.height.into())) {
        match item {
            ListLine::Year(0) => line(frame, rows, n, &[(" undated", theme.heading)]),
            ListLine::Year(year) => line(frame, rows, n, &[(&format!(" {year}"), theme.heading)]),
            ListLine::Row(i) => entry(model, theme, frame, rows, n, i),
            ListLine::Snippet(i) => snippet(model, theme, frame, rows, n, i),
        }
    }
}

fn title(model: &Model) -> (String, String) {
    let unread = if model.list.unread {
        "Unread stories"
    } else {
        "Stories"
    };
    match &model.list.of {
        Of::Everything => (unread.to_owned(), String::new()),
        Of::Entity { label, .. } => (format!("{unread} naming {label}"), String::new()),
        Of::Results { total: None, .. } => ("Results".into(), String::new()),
        Of::Results {
            total: Some(total), ..
        } => ("Results".into(), grouped(*total as u64)),
    }
}

fn empty(model: &Model) -> &'static str {
    match (&model.list.of, &model.mode) {
        (Of::Results { total: None, .. }, _) => "searching…",
        (Of::Results { .. }, _) => "nothing found",
        (Of::Everything, Mode::Browse) if model.list.unread => "everything is read",
        (Of::Everything, _) => "no stories yet",
        (Of::Entity { .. }, _) => "no stories",
    }
}

fn entry(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect, n: u16, i: usize) {
    let Some(Entry { row: story, .. }) = model.list.entries.get(i) else {
        return;
    };
    let under = i == model.list.cursor && model.saved_cursor.is_none();
    let active = under && (model.pane == Pane::List || model.search_line().is_some());
    let base = if active { theme.cursor } else { Style::new() };
    let text = if under && !active {
        theme.faint_cursor
    } else {
        theme.text
    };
    let results = model.list.is_results();
    let date = story
        .date
        .filter(|_| !results)
        .map_or(String::new(), |date| format!("{:<7}", date.short()));
    let bar = if under { "▌" } else { " " };
    let dot = if story.read { " " } else { "●" };
    let star = if story.starred { "★ " } else { "" };
    let colour = |style: Style| if active { base } else { style };
    let pieces = [
        (bar, base),
        (dot, colour(theme.unread)),
        (" ", base),
        (&date, colour(theme.dim)),
        (star, colour(theme.star)),
        (&story.headline, base.patch(text)),
    ];
    line(frame, area, n, &pieces);
    if active {
        frame.buffer_mut().set_style(row(area, n), theme.cursor);
    }
}

/// The date, which no year above tells in results, and the words around the match.
fn snippet(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect, n: u16, i: usize) {
    let Some(Entry {
        snippet: Some(snippet),
        row,
    }) = model.list.entries.get(i)
    else {
        return;
    };
    let date = row
        .date
        .map_or(String::new(), |date| format!("{} · ", date.long()));
    let mut pieces = vec![("   ", theme.dim), (&date, theme.dim)];
    let mut at = 0;
    for (start, end) in &snippet.marks {
        pieces.push((&snippet.text[at..*start], theme.dim));
        pieces.push((&snippet.text[*start..*end], theme.found));
        at = *end;
    }
    pieces.push((&snippet.text[at..], theme.dim));
    line(frame, area, n, &pieces);
}
