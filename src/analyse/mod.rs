//! What a text tells: known entities by name and alias, dates, amounts of money. It knows texts and entities, no library and
//! no screen.

mod amounts;
mod dates;
mod known;

pub use amounts::{Amount, find_amounts};
pub use dates::{DateMention, Grain, find_dates};
pub use known::{Gazetteer, Mention};
