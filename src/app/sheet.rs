//! A sheet over the panes: the keys, or why a link is one. What it shows its painter knows; here is how far it is scrolled.

use super::model::{Mode, Model};
use super::update::quit;
use super::{Action, Effect};

/// An open sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    pub shows: Shows,
    /// The first line on the screen.
    pub scroll: usize,
}

/// What a sheet shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    Keys,
    /// The score of the link under the linked pane's cursor, part by part.
    Why,
}

impl Sheet {
    pub(super) fn new(shows: Shows) -> Self {
        Self { shows, scroll: 0 }
    }
}

/// What a key does while a sheet is shown.
pub(super) fn in_sheet(
    model: &mut Model,
    mut sheet: Sheet,
    action: Action,
    count: usize,
) -> Vec<Effect> {
    let page = usize::from(model.size.height.saturating_sub(4)).max(1);
    sheet.scroll = match action {
        Action::Up => sheet.scroll.saturating_sub(count),
        Action::Down => sheet.scroll.saturating_add(count),
        Action::PageUp | Action::HalfPageUp => sheet.scroll.saturating_sub(page),
        Action::PageDown | Action::HalfPageDown => sheet.scroll.saturating_add(page),
        Action::Top => 0,
        Action::Bottom => usize::from(u16::MAX),
        Action::Wheel { lines, .. } => sheet.scroll.saturating_add_signed(lines.into()),
        Action::ForceQuit => return quit(model),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
        Action::Help | Action::Why | Action::Leave | Action::Quit => {
            model.mode = Mode::Browse;
            return Vec::new();
        }
        _ => sheet.scroll,
    };
    model.mode = Mode::Sheet(sheet);
    Vec::new()
}
