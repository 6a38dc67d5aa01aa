//! What must be done outside the model.

use crate::library::{Filter, From, Mark, Saved, Stop};

/// One thing to do. Questions carry a generation; only the answer to the newest counts.
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Read a page of a list.
    List {
        generation: u64,
        filter: Filter,
        from: From,
        count: usize,
    },
    /// Read a story and its surroundings.
    Open {
        generation: u64,
        id: String,
    },
    /// Find what belongs to a story without anybody having stated it. The answer names its story: another's is not taken.
    Relate {
        id: String,
    },
    /// Search the library.
    Search {
        generation: u64,
        text: String,
        skip: usize,
        count: usize,
    },
    Mark {
        id: String,
        mark: Mark,
        on: bool,
    },
    Save(Saved),
    /// Count the saved searches.
    CountSaved,
    /// Find completions for what stands before the cursor.
    Complete {
        text: String,
        cursor: usize,
    },
    SaveTrail {
        stops: Vec<Stop>,
        at: usize,
    },
    /// Stop until the shell continues the program.
    Suspend,
    /// Paint every cell anew.
    Redraw,
    Quit,
}
