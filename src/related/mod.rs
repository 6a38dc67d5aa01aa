//! What belongs to a story: its related incidents with their reasons, and the storyline they make in time order.

mod context;
mod storyline;

pub use context::{Context, Named, Related, context};
pub use storyline::{Node, Storyline};
