//! backstory: a terminal news reader that shows what led here.

pub mod analyse;
pub mod app;
pub mod cli;
pub mod commands;
pub mod import;
pub mod keymap;
pub mod library;
pub mod related;
pub mod runtime;
pub mod search;
pub mod story;
pub mod text;
pub mod ui;
