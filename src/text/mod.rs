//! Plain text: what may reach a terminal, words with their byte spans in any script, and lines of a given width.
//! It knows nothing of stories.

mod clean;
mod fold;
mod origins;
mod sentences;
mod unwrapped;
mod words;
mod wrap;

pub use clean::{clean_block, clean_line, steers, traced_block};
pub use fold::{fold, fold_into};
pub use origins::Origins;
pub use sentences::sentences;
pub use unwrapped::unwrapped;
pub use words::{Word, Words, is_cjk, words};
pub use wrap::{Line, char_width, truncate, width, wrap};
