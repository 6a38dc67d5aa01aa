//! What a text names: known entities, by name and alias. It knows texts and entities, no library and no screen.

mod known;

pub use known::{Gazetteer, Mention};
