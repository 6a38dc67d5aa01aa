//! What belongs to a story: its related incidents with their reasons, and the storyline they make in time order.

mod boilerplate;
mod clues;
mod context;
mod copies;
mod features;
mod figures;
mod findings;
mod found;
mod moments;
mod own;
mod reasons;
mod reports;
mod score;
mod storyline;
mod terms;

pub use context::{Context, Named, Related, Who, context};
pub use figures::Figure;
pub use findings::{Findings, findings};
pub use found::{Found, find_related};
pub use moments::{Moment, moments};
pub use score::{Part, Score};
pub use storyline::{Node, Storyline};
