//! The query language: what a reader types as a tree, what of it was not understood, and where its matches stand in a text.
//! It knows texts and dates; the index and the marks that answer a query are the library's.

mod complete;
mod field;
mod highlight;
mod ignored;
mod lexer;
mod parser;
mod query;

pub use complete::{Completing, completing};
pub use field::Field;
pub use highlight::{Snippet, highlight, snippet};
pub use ignored::Ignored;
pub use parser::parse;
pub use query::{Names, Node, Query, Sort, State, Words};
