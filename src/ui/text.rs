//! Text into cells: one line of differently styled pieces, cut at the edge of its area.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::text::{truncate, width};

/// Paints pieces on one row of an area, from its left edge; what does not fit ends in `…`.
pub(super) fn line(frame: &mut Frame<'_>, area: Rect, row: u16, pieces: &[(&str, Style)]) {
    if row >= area.height {
        return;
    }
    let mut left = usize::from(area.width);
    let mut spans = Vec::with_capacity(pieces.len());
    for (text, style) in pieces {
        if left == 0 {
            break;
        }
        let text = truncate(text, left);
        left -= width(&text).min(left);
        let cut = matches!(text, std::borrow::Cow::Owned(_));
        spans.push(Span::styled(text.into_owned(), *style));
        if cut {
            break;
        }
    }
    let at = Rect {
        y: area.y + row,
        height: 1,
        ..area
    };
    frame.render_widget(Line::from(spans), at);
}

/// The row of an area, for styling it as a whole.
pub(super) fn row(area: Rect, row: u16) -> Rect {
    Rect {
        y: area.y + row,
        height: u16::from(row < area.height),
        ..area
    }
}

/// The area without a column at its left and right edge.
pub(super) fn inset(area: Rect) -> Rect {
    Rect {
        x: area.x + u16::from(area.width > 1),
        width: area.width.saturating_sub(2),
        ..area
    }
}
