//! `backstory collections`, `stats`, `reindex` and `backup`: the library as a whole.

use std::process::ExitCode;

use anyhow::Result;
use serde_json::json;

use crate::cli::{Backup, Cli, Plain};
use crate::library::CaughtUp;

pub(super) fn collections(cli: &Cli, plain: &Plain) -> Result<ExitCode> {
    let library = super::library(cli)?;
    let mut array = Vec::new();
    let mut text = String::new();
    for (head, version) in library.collections()? {
        let stories = library.stories_of(&head.id)?;
        text += &format!("{}  {} ({stories} stories)\n", head.id, head.title);
        if !head.licence.is_empty() {
            text += &format!("    {}\n", head.licence);
        }
        array.push(
            json!({"id": head.id, "title": head.title, "about": head.about, "licence": head.licence,
                          "lead": head.lead, "version": version, "stories": stories}),
        );
    }
    if plain.json {
        text = super::json_text(&array)? + "\n";
    }
    super::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn stats(cli: &Cli, plain: &Plain) -> Result<ExitCode> {
    let library = super::library(cli)?;
    let counts = library.counts()?;
    let stats = library.stats()?;
    if plain.json {
        super::print_json(
            &json!({"stories": counts.stories, "unread": counts.unread, "starred": stats.starred,
                   "entities": stats.entities, "links": stats.links,
                   "oldest": stats.oldest.map(|d| d.to_string()), "newest": stats.newest.map(|d| d.to_string()),
                   "library_bytes": stats.library_bytes, "index_bytes": stats.index_bytes,
                   "indexed": stats.indexed, "folder": library.folder()}),
        )?;
        return Ok(ExitCode::SUCCESS);
    }
    let date = |d: Option<crate::story::PartialDate>| {
        d.map_or("none".into(), crate::story::PartialDate::long)
    };
    let mib = |bytes: u64| format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20));
    let rows = [
        ("stories", counts.stories.to_string()),
        ("unread", counts.unread.to_string()),
        ("starred", stats.starred.to_string()),
        ("entities", stats.entities.to_string()),
        ("stated links", stats.links.to_string()),
        ("oldest", date(stats.oldest)),
        ("newest", date(stats.newest)),
        ("library.db", mib(stats.library_bytes)),
        ("index", mib(stats.index_bytes)),
        (
            "index is",
            if stats.indexed {
                "up to date"
            } else {
                "behind"
            }
            .to_owned(),
        ),
    ];
    let mut text = String::new();
    for (name, value) in rows {
        text += &format!("{name:<14}{value}\n");
    }
    if let Some(folder) = library.folder() {
        let folder = crate::text::clean_line(&folder.to_string_lossy());
        text += &format!("{:<14}{folder}\n", "folder");
    }
    super::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn reindex(cli: &Cli, plain: &Plain) -> Result<ExitCode> {
    let mut library = super::library(cli)?;
    library.read_all_again()?;
    let done = library.rebuild_index()?;
    let text = match (done, plain.json) {
        (CaughtUp::Busy, _) => {
            anyhow::bail!(
                "another backstory is building the search index; try again when it is done"
            )
        }
        (CaughtUp::Done(stories), true) => format!("{}\n", json!({"indexed": stories})),
        (CaughtUp::Done(stories), false) => format!("{stories} stories indexed\n"),
    };
    super::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn backup(cli: &Cli, backup: &Backup) -> Result<ExitCode> {
    let library = super::library(cli)?;
    let bytes = library.backup(&backup.file)?;
    let file = crate::text::clean_line(&backup.file.to_string_lossy());
    let text = if backup.json {
        super::json_text(&json!({"file": file, "bytes": bytes}))? + "\n"
    } else {
        format!("{file}: {bytes} bytes; put it into an empty folder as library.db to use it\n")
    };
    super::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
