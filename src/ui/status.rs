//! The status line: a notice, else the keys that work now; and how far the article is read.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Theme;
use super::text::{inset, line};
use crate::app::{Model, areas};
use crate::keymap::hints;
use crate::text::width;

pub(super) fn paint(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let area = inset(area);
    let right = right(model);
    let wide = width(&right) as u16;
    let left = Rect {
        width: area.width.saturating_sub(wide + 2),
        ..area
    };
    let at = Rect {
        x: area.right().saturating_sub(wide),
        width: wide.min(area.width),
        ..area
    };
    line(frame, at, 0, &[(&right, theme.dim)]);
    if let Some(notice) = &model.notice {
        line(frame, left, 0, &[(notice, theme.notice)]);
    } else {
        keys(model, theme, frame, left);
    }
}

/// As many keys as fit whole.
fn keys(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let mut pieces = Vec::new();
    let mut used = 0;
    for (key, does) in hints(model) {
        let gap = if pieces.is_empty() { "" } else { "   " };
        let wide = width(gap) + width(key) + 1 + width(does);
        if used + wide > usize::from(area.width) {
            continue;
        }
        used += wide;
        pieces.extend([
            (gap, theme.dim),
            (key, theme.key),
            (" ", theme.dim),
            (does, theme.dim),
        ]);
    }
    line(frame, area, 0, &pieces);
}

fn right(model: &Model) -> String {
    let mut parts = Vec::new();
    if let Some(count) = model.count {
        parts.push(count.to_string());
    }
    let height = usize::from(areas(model).article.height);
    if let Some(article) = &model.article
        && height > 0
    {
        parts.push(format!("{}%", article.percent_read(height)));
    }
    parts.join("  ")
}
