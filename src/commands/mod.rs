//! Each subcommand that needs no screen, and the way into the reader.

mod annotate;
mod annotated;
mod check;
mod entities;
mod entity_edit;
mod found;
mod import;
mod open;
mod output;
mod pages;
mod problems;
mod references;
mod related;
mod search;
mod searches;
mod stories;
mod upkeep;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use crate::cli::{Cli, Command};
use crate::import::ensure_bundled;
use crate::library::Library;
use output::{json_text, print, print_json};

/// Does what the command line says.
pub fn main() -> ExitCode {
    let cli = Cli::from_arguments(std::env::args_os());
    let done = match &cli.command {
        None => read(&cli),
        Some(Command::Open(files)) => open::run(files),
        Some(Command::Import(files)) => import::run(&cli, files),
        Some(Command::Check(files)) => check::run(files),
        Some(Command::Search(search)) => search::run(&cli, search),
        Some(Command::List(listing)) => stories::list(&cli, listing),
        Some(Command::Show(ids)) => stories::show(&cli, ids),
        Some(Command::Remove(ids)) => stories::remove(&cli, ids),
        Some(Command::Collections(plain)) => upkeep::collections(&cli, plain),
        Some(Command::Annotate(texts)) => annotate::run(&cli, texts),
        Some(Command::Related(asked)) => related::related(&cli, asked),
        Some(Command::Storyline(asked)) => related::storyline(&cli, asked),
        Some(Command::Entity(asked)) => entities::one(&cli, asked),
        Some(Command::Entities(listed)) => entities::all(&cli, listed),
        Some(Command::Searches(searches)) => searches::run(&cli, searches),
        Some(Command::Stats(plain)) => upkeep::stats(&cli, plain),
        Some(Command::Reindex(plain)) => upkeep::reindex(&cli, plain),
        Some(Command::Backup(file)) => upkeep::backup(&cli, file),
    };
    done.unwrap_or_else(|error| {
        eprintln!("backstory: {}", crate::text::clean_line(&told(&error)));
        ExitCode::from(2)
    })
}

/// An error with its causes, those left out that it tells itself.
fn told(error: &anyhow::Error) -> String {
    let mut text = String::new();
    for cause in error.chain().map(ToString::to_string) {
        if !text.contains(&cause) {
            let colon = if text.is_empty() { "" } else { ": " };
            text += &format!("{colon}{cause}");
        }
    }
    text
}

/// Opens the reader on the library.
fn read(cli: &Cli) -> Result<ExitCode> {
    let folder = folder(cli)?;
    crate::runtime::run(move || Ok(opened(&folder)?))?;
    Ok(ExitCode::SUCCESS)
}

/// The library, with the bundled collection in it.
fn library(cli: &Cli) -> Result<Library> {
    Ok(opened(&folder(cli)?)?)
}

/// For what stores nothing: the library, or where there is none yet one in memory with the bundled collection.
fn library_or_bundled(cli: &Cli) -> Result<Library> {
    if folder(cli)?.join("library.db").exists() {
        return library(cli);
    }
    let mut library = Library::in_memory()?;
    ensure_bundled(&mut library)?;
    Ok(library)
}

/// Stories that an older analysis has read, read again before a command answers: more would keep it waiting. The reader and
/// the next commands go on from there.
const AT_ONCE: u64 = 2_000;

/// The library with its index up to date, as far as another process lets it, and edits that were cut off made good.
fn indexed(cli: &Cli) -> Result<Library> {
    let mut library = library(cli)?;
    library.make_good()?;
    library.read_again(AT_ONCE)?;
    let _ = library.catch_up()?;
    Ok(library)
}

fn opened(folder: &Path) -> crate::library::Result<Library> {
    let mut library = Library::open(folder)?;
    ensure_bundled(&mut library)?;
    Ok(library)
}

/// Where the library lies: the flag, else the environment, else the platform's data folder.
fn folder(cli: &Cli) -> Result<PathBuf> {
    if let Some(folder) = cli.library.clone().filter(|f| !f.as_os_str().is_empty()) {
        return Ok(folder);
    }
    let dirs = directories::ProjectDirs::from("", "", "backstory")
        .context("no home folder is known; say with --library DIR where the library should lie")?;
    Ok(dirs.data_dir().to_owned())
}
