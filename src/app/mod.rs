//! The reader's state and what changes it. No I/O, no clock, no terminal: effects say what must be done outside.

mod action;
mod article;
mod effect;
mod event;
mod follow;
mod layout;
mod line;
mod linked;
mod list;
mod listing;
mod model;
mod mouse;
mod names;
mod open;
mod saved;
mod search;
mod sheet;
mod trail;
mod typing;
mod update;

pub use action::Action;
pub use article::{Article, Part, TextLine};
pub use effect::Effect;
pub use event::{Completed, Event, Opened, Page, Results, Start};
pub use layout::{Areas, Breadth, areas, breadth, strip_nodes};
pub use line::LineEdit;
pub use linked::{Linked, LinkedLine, LinkedPart, LinkedTarget, target};
pub use list::{Entry, List, ListLine, Of};
pub use model::{Mode, Model, Pane, View};
pub use saved::{Naming, SavedRow};
pub use search::{Completions, Search};
pub use sheet::{Sheet, Shows};
pub use trail::Trail;
pub use update::update;
