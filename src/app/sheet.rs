//! A sheet over the panes: the keys, or why a link is one. What it shows its painter knows; here is how far it is scrolled.

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
