//! The help view: how far it is scrolled. Its text is the key table, which the painter holds.

/// The help, open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Help {
    /// The first line on the screen.
    pub scroll: usize,
}
