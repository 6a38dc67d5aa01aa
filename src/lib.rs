//! backstory: a terminal news reader that shows what led here.

pub mod story;
pub mod text;
