//! What a text tells: whom and what it names, dates, amounts of money, incidents. It knows texts and entities, no library
//! and no screen.

mod amounts;
mod analysis;
mod dates;
mod happened;
mod incidents;
mod known;
pub mod names;
mod naming;

pub use amounts::{Amount, find_amounts};
pub use analysis::Analysis;
pub use dates::{DateMention, Grain, find_dates};
pub use incidents::Incident;
pub use known::{Gazetteer, Mention, is_whole, name_forms};
pub use names::is_demonym;
pub use naming::{NewName, find_names};
