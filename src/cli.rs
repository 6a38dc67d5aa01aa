//! Flags and subcommands, declared once: parsing, `--help` and the README's list come from here.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::story::PartialDate;

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
    Import(Import),
    /// Check story files without importing them
    Check(Files),
    /// Search the library
    Search(Search),
    /// List the library's stories, newest first
    List(Listing),
    /// Print stories
    Show(Ids),
    /// Remove stories; their marks stay, should they come back
    Remove(Ids),
    /// List the collections in the library
    Collections(Plain),
    /// Say what texts name and tell, without storing anything
    Annotate(Annotate),
    /// List the stories that belong to a story, and why
    Related(Related),
    /// Print the storyline around a story
    Storyline(OneStory),
    /// Print an entity with its relations and stories
    Entity(EntityOf),
    /// List the entities, the most named first
    Entities(Listed),
    /// List the saved searches, save one or forget one
    Searches(Searches),
    /// Say what the library holds
    Stats(Plain),
    /// Analyse every story again and build the search index anew
    Reindex(Plain),
    /// Copy the library into one file
    Backup(Backup),
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

/// Files for the library.
#[derive(Debug, Args)]
pub struct Import {
    #[command(flatten)]
    pub files: Files,
    /// Print the id of each story as soon as it is safe on the disk
    #[arg(long, short)]
    pub verbose: bool,
}

/// A list without a screen.
#[derive(Debug, Args)]
pub struct Listing {
    /// At most this many stories
    #[arg(short, value_name = "N")]
    pub n: Option<usize>,
    /// Only unread ones
    #[arg(long)]
    pub unread: bool,
    /// Print a JSON array
    #[arg(long)]
    pub json: bool,
}

/// Stories by their ids.
#[derive(Debug, Args)]
pub struct Ids {
    /// Ids, as list and search print them
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Nothing but the form of the answer.
#[derive(Debug, Args)]
pub struct Plain {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Texts to analyse.
#[derive(Debug, Args)]
pub struct Annotate {
    /// A file with one story as JSON or as plain text, or - for standard input
    #[arg(default_value = "-", value_name = "FILE")]
    pub file: PathBuf,
    /// One story a line in, one object a line out
    #[arg(long)]
    pub jsonl: bool,
    /// The day from which a text without one counts its dates (2018-10-24)
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub published: Option<PartialDate>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// What belongs to a story.
#[derive(Debug, Args)]
pub struct Related {
    /// The story's id
    pub id: String,
    /// At most this many stories; copies of each other count as one
    #[arg(short, value_name = "N", default_value_t = 10)]
    pub n: usize,
    /// Print a JSON array, best first
    #[arg(long)]
    pub json: bool,
}

/// A story by its id.
#[derive(Debug, Args)]
pub struct OneStory {
    /// The story's id
    pub id: String,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// An entity by its id or one of its names, or a change to it.
#[derive(Debug, Args)]
#[command(subcommand_negates_reqs = true)]
pub struct EntityOf {
    #[command(subcommand)]
    pub edit: Option<EntityEdit>,
    /// Its id, its name or an alias
    #[arg(required = true, value_name = "NAME")]
    pub name: Option<String>,
    /// Print JSON
    #[arg(long, global = true)]
    pub json: bool,
}

/// A change to entities, each given by its id, name or alias; also to a name that was only found.
#[derive(Debug, Subcommand)]
pub enum EntityEdit {
    /// Make two entities one; the first stays and takes the names of the others
    Merge {
        /// The one that stays
        name: String,
        /// Those that become part of it
        #[arg(required = true)]
        others: Vec<String>,
    },
    /// Give an entity another name; the old one stays as an alias
    Rename {
        name: String,
        /// The new name
        to: String,
    },
    /// Make some names of an entity an entity of their own
    Split {
        name: String,
        /// The names that leave it; the first becomes the new entity's name. One that was merged into it is back as it was,
        /// with all its names, when the name that it had leaves
        #[arg(required = true)]
        names: Vec<String>,
    },
    /// Keep an entity out of sight
    Hide {
        name: String,
        /// Bring it back
        #[arg(long)]
        undo: bool,
    },
}

/// A list.
#[derive(Debug, Args)]
pub struct Listed {
    /// At most this many
    #[arg(short, value_name = "N")]
    pub n: Option<usize>,
    /// Print a JSON array
    #[arg(long)]
    pub json: bool,
}

/// Saved searches.
#[derive(Debug, Args)]
pub struct Searches {
    /// Save a search under a name
    #[arg(long, num_args = 2, value_names = ["NAME", "QUERY"], allow_hyphen_values = true)]
    pub save: Option<Vec<String>>,
    /// Forget the search with a name
    #[arg(long, value_name = "NAME")]
    pub forget: Option<String>,
    /// Print a JSON array
    #[arg(long)]
    pub json: bool,
}

/// Where a copy goes.
#[derive(Debug, Args)]
pub struct Backup {
    /// A file that does not exist yet
    pub file: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// A search without a screen.
#[derive(Debug, Args)]
pub struct Search {
    /// The query, as in the reader
    #[arg(required = true, value_name = "WORDS")]
    pub words: Vec<String>,
    /// Print a JSON array, best first
    #[arg(long)]
    pub json: bool,
    /// At most this many results
    #[arg(short, value_name = "N", default_value_t = 20)]
    pub n: usize,
}

impl Cli {
    /// Reads the command line. In a search `-word` is a word to leave out, not a row of flags.
    pub fn from_arguments(arguments: impl IntoIterator<Item = OsString>) -> Self {
        let mut searching = false;
        let arguments = arguments.into_iter().map(|argument| {
            let excludes = searching && argument.to_str().is_some_and(excludes);
            searching |= argument == "search";
            if !excludes {
                return argument;
            }
            // Behind a blank it is no flag, and still the same query.
            let mut word = OsString::from(" ");
            word.push(argument);
            word
        });
        Self::parse_from(arguments)
    }
}

fn date(text: &str) -> Result<PartialDate, String> {
    text.parse()
        .map_err(|()| "a date is 2018, 2018-10 or 2018-10-24".to_owned())
}

fn excludes(argument: &str) -> bool {
    let Some(rest) = argument.strip_prefix('-') else {
        return false;
    };
    let count = rest
        .strip_prefix('n')
        .is_some_and(|n| n.chars().all(|c| c.is_ascii_digit() || c == '='));
    !(rest.is_empty() || rest.starts_with('-') || rest == "h" || count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> (Vec<String>, bool, usize) {
        let arguments = line.split(' ').map(OsString::from);
        match Cli::from_arguments(arguments).command {
            Some(Command::Search(search)) => (search.words, search.json, search.n),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_search_takes_words_to_leave_out_and_flags_in_any_order() {
        let (found, json, n) = words("backstory search okex -huobi -nokia --json -n 5");
        assert_eq!(found.join(" "), "okex  -huobi  -nokia");
        assert_eq!((json, n), (true, 5));
        assert_eq!(words("backstory search -n3 -x").0, [" -x"]);
    }
}
