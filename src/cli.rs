//! Flags and subcommands, declared once: parsing, `--help` and the README's list come from here.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// A terminal news reader that shows what led here.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = false)]
pub struct Cli {
    /// The library's folder [default: the platform's data folder]
    #[arg(long, value_name = "DIR", env = "BACKSTORY_LIBRARY", global = true)]
    pub library: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do; without one the reader opens.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read story files without touching the library
    Open(Files),
    /// Add story files, folders of them or standard input (-) to the library
    Import(Files),
    /// Check story files without importing them
    Check(Files),
    /// Search the library
    Search(Search),
}

/// Files to work on.
#[derive(Debug, Args)]
pub struct Files {
    /// Story files (JSON, JSON Lines), folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// A search without a screen.
#[derive(Debug, Args)]
pub struct Search {
    /// The query, as in the reader
    #[arg(required = true, value_name = "WORDS", allow_hyphen_values = true)]
    pub words: Vec<String>,
    /// Print a JSON array, best first
    #[arg(long)]
    pub json: bool,
    /// At most this many results
    #[arg(short, value_name = "N", default_value_t = 20)]
    pub n: usize,
}
