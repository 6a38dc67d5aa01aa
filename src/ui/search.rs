//! The search line at the bottom, with its cursor and what it did not understand.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Theme;
use super::text::{inset, line};
use crate::app::{LineEdit, Model, Naming, Search};
use crate::keymap::hints;
use crate::text::{char_width, truncate, width};

pub(super) fn paint(
    model: &Model,
    search: &Search,
    theme: &Theme,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let style = if search.ignored.is_empty() {
        theme.dim
    } else {
        theme.notice
    };
    typed(
        frame,
        theme,
        area,
        "/",
        &search.line,
        (&note(model, search), style),
    );
}

/// The line that names a search.
pub(super) fn paint_name(naming: &Naming, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let note = format!("a name for the search {}", naming.query);
    let note = truncate(&note, usize::from(area.width) / 2);
    typed(
        frame,
        theme,
        area,
        "Name: ",
        &naming.line,
        (&note, theme.dim),
    );
}

/// A line being typed behind a prompt, and a note at its right where there is room.
fn typed(
    frame: &mut Frame<'_>,
    theme: &Theme,
    area: Rect,
    prompt: &str,
    edit: &LineEdit,
    (note, style): (&str, Style),
) {
    let area = inset(area);
    let (text, cursor) = (&edit.text, edit.cursor);
    let before = width(&text[..cursor]);
    // A query longer than the line is shown around its cursor.
    let prompted = width(prompt);
    let room = usize::from(area.width).saturating_sub(prompted + 1).max(1);
    let hidden = before.saturating_sub(room - 1);
    let shown = skip_columns(text, hidden);
    line(frame, area, 0, &[(prompt, theme.key), (shown, theme.text)]);
    let column = area.x + (prompted + before - hidden) as u16;
    frame.set_cursor_position(Position::new(column, area.y));
    let used = prompted + 2 + width(shown);
    if used + width(note) <= usize::from(area.width) {
        let wide = width(note) as u16;
        let at = Rect {
            x: area.right() - wide,
            width: wide,
            ..area
        };
        line(frame, at, 0, &[(note, style)]);
    }
}

fn note(model: &Model, search: &Search) -> String {
    if let Some(completions) = &search.completions {
        let mut shown: Vec<String> = completions.candidates.clone();
        if let Some(chosen) = shown.get_mut(completions.chosen) {
            *chosen = format!("[{chosen}]");
        }
        return truncate(&shown.join("  "), 60).into_owned();
    }
    if !search.ignored.is_empty() {
        return format!("ignored: {}", search.ignored.join("; "));
    }
    let keys = hints(model)
        .into_iter()
        .map(|(key, does)| format!("{key} {does}"));
    keys.collect::<Vec<_>>().join("   ")
}

fn skip_columns(text: &str, columns: usize) -> &str {
    let mut skipped = 0;
    for (at, c) in text.char_indices() {
        if skipped >= columns {
            return &text[at..];
        }
        skipped += char_width(c);
    }
    if columns == 0 { text } else { "" }
}
