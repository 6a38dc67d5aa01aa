//! backstory: a terminal news reader that shows what led here.

pub mod analyse;
pub mod library;
pub mod story;
pub mod text;
