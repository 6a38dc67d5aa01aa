//! The search line at the bottom, with its cursor and what it did not understand.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::Theme;
use super::text::{inset, line};
use crate::app::{Model, Search};
use crate::keymap::hints;
use crate::text::{char_width, width};

pub(super) fn paint(
    model: &Model,
    search: &Search,
    theme: &Theme,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let area = inset(area);
    let (text, cursor) = (&search.line.text, search.line.cursor);
    let before = width(&text[..cursor]);
    // A query longer than the line is shown around its cursor.
    let room = usize::from(area.width).saturating_sub(2).max(1);
    let hidden = before.saturating_sub(room - 1);
    let shown = skip_columns(text, hidden);
    line(frame, area, 0, &[("/", theme.key), (shown, theme.text)]);
    frame.set_cursor_position(Position::new(area.x + 1 + (before - hidden) as u16, area.y));
    let note = note(model, search);
    let used = 3 + width(shown);
    if used + width(&note) <= usize::from(area.width) {
        let wide = width(&note) as u16;
        let at = Rect {
            x: area.right() - wide,
            width: wide,
            ..area
        };
        let style = if search.ignored.is_empty() {
            theme.dim
        } else {
            theme.notice
        };
        line(frame, at, 0, &[(&note, style)]);
    }
}

fn note(model: &Model, search: &Search) -> String {
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
