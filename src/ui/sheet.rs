//! The frame of a sheet that lies over the panes.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear};

use super::Theme;

/// The widest a sheet is (columns).
pub(super) const WIDEST: u16 = 76;

/// Clears room in the middle of the screen for so many rows, frames it, and gives the room inside.
pub(super) fn sheet(theme: &Theme, frame: &mut Frame<'_>, title: &str, rows: u16) -> Rect {
    let screen = frame.area();
    let width = screen.width.min(WIDEST);
    let height = rows.saturating_add(2).min(screen.height.saturating_sub(2));
    let area = Rect {
        x: (screen.width - width) / 2,
        y: (screen.height - height) / 2,
        width,
        height,
    };
    frame.render_widget(Clear, area);
    let block = Block::bordered()
        .title(title)
        .title_bottom(" j k scroll · Esc leave ")
        .border_style(theme.rule)
        .title_style(theme.title);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    inner
}
