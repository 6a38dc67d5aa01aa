//! What the reader can ask for.

/// One request. Keys, clicks and the wheel become these and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// One row or line up.
    Up,
    /// One row or line down.
    Down,
    HalfPageUp,
    HalfPageDown,
    PageUp,
    PageDown,
    /// To the heading before.
    PreviousGroup,
    NextGroup,
    Top,
    Bottom,
    /// The pane to the left, none before the first.
    PaneLeft,
    /// The pane to the right, none after the last.
    PaneRight,
    /// The next pane, the first after the last.
    NextPane,
    PreviousPane,
    /// Open or follow what is under the cursor.
    Open,
    /// The earlier incident of the storyline.
    Earlier,
    /// The later incident of the storyline.
    Later,
    /// Back along the trail.
    Back,
    /// Forward along the trail.
    Forward,
    /// Open the search line.
    Search,
    NextMatch,
    PreviousMatch,
    /// Leave what is open: the search line, a list of results, the help.
    Leave,
    /// The stories of the entity under the cursor.
    EntityStories,
    /// The next mention of the chosen entity in the text.
    NextMention,
    /// Why the link under the cursor is one.
    Why,
    /// Give the search a name.
    SaveSearch,
    /// Complete the word before the cursor, or take the next completion.
    Complete,
    ToggleRead,
    ToggleStar,
    /// Only unread stories, or all.
    ToggleUnread,
    /// The article alone, or the panes.
    ToggleArticleOnly,
    Wider,
    Narrower,
    Help,
    Suspend,
    Redraw,
    /// Back to the panes from any other view, else quit.
    Quit,
    /// Quit at once.
    ForceQuit,
    /// A digit of a count before another key.
    Digit(u8),
    /// A character into the search line.
    Type(char),
    EraseBefore,
    EraseAfter,
    EraseWord,
    EraseLine,
    CursorLeft,
    CursorRight,
    CursorStart,
    CursorEnd,
    /// A click on a cell.
    Click {
        column: u16,
        row: u16,
    },
    /// The wheel over a cell; lines are negative upward.
    Wheel {
        column: u16,
        row: u16,
        lines: i16,
    },
}
