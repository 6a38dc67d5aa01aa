//! Saved searches above the list: their names, and how many of their stories are unread.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Theme;
use super::header::grouped;
use super::text::{line, row};
use crate::app::{Model, Pane, SavedRow};
use crate::text::{truncate, width};

pub(super) fn paint(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    line(frame, area, 0, &[(" Searches", theme.dim)]);
    let rows = usize::from(area.height.saturating_sub(1));
    // The one under the cursor is in sight.
    let cursor = model.saved_cursor.filter(|_| model.pane == Pane::List);
    let first = (cursor.unwrap_or(0) + 1).saturating_sub(rows);
    let shown = model.saved.iter().enumerate().skip(first).take(rows);
    for (n, (i, saved)) in (1..).zip(shown) {
        let under = cursor == Some(i);
        search(saved, under, theme, frame, area, n);
        if under {
            frame.buffer_mut().set_style(row(area, n), theme.cursor);
        }
    }
}

fn search(saved: &SavedRow, under: bool, theme: &Theme, frame: &mut Frame<'_>, area: Rect, n: u16) {
    let counts = match saved.counts {
        Some((total, 0)) => format!(" {} ", grouped(total as u64)),
        Some((total, unread)) => {
            format!(
                " {} · {} unread ",
                grouped(total as u64),
                grouped(unread as u64)
            )
        }
        None => String::new(),
    };
    let room = usize::from(area.width).saturating_sub(3 + width(&counts));
    let name = truncate(&saved.saved.name, room);
    let gap = " ".repeat(room - width(&name));
    let bar = if under { "▌" } else { " " };
    let pieces = [
        (bar, theme.text),
        ("⌕ ", theme.dim),
        (&*name, theme.text),
        (&*gap, theme.text),
        (&*counts, theme.dim),
    ];
    line(frame, area, n, &pieces);
}
