//! What belongs to a story: its related incidents with their reasons, and the storyline they make in time order.

mod boilerplate;
mod candidates;
mod clues;
mod context;
mod copies;
mod details;
mod features;
mod findings;
mod found;
mod named;
mod own;
mod reasons;
mod reports;
mod score;
mod storyline;
mod terms;
#[cfg(test)]
mod tests;

pub use context::{Context, Related, context, place, stated};
pub use details::Detail;
pub use findings::{Findings, findings};
pub use found::{Found, STATED, find_related};
pub use named::{Named, Who};
pub use score::Score;
pub use storyline::{Node, Storyline, storyline};
