//! `backstory searches`: the saved searches and how many stories each finds.

use std::process::ExitCode;

use anyhow::{Result, bail};
use serde_json::json;

use crate::cli::{Cli, Searches};
use crate::library::Saved;
use crate::search::parse;
use crate::text::clean_line;

pub(super) fn run(cli: &Cli, searches: &Searches) -> Result<ExitCode> {
    let library = super::indexed(cli)?;
    if let Some([name, query]) = searches.save.as_deref() {
        let (name, query) = (clean_line(name), clean_line(query));
        if name.is_empty() || query.is_empty() {
            bail!("a saved search needs a name and a query");
        }
        library.save(&Saved { name, query })?;
    }
    if let Some(name) = &searches.forget
        && !library.forget(name)?
    {
        bail!("no search is saved as {}", clean_line(name));
    }
    let (mut array, mut text) = (Vec::new(), String::new());
    for saved in library.saved()? {
        let (stories, unread) = library.count(&parse(&saved.query))?;
        text += &format!(
            "{}: {}  ({stories} stories, {unread} unread)\n",
            saved.name, saved.query
        );
        array.push(
            json!({"name": saved.name, "query": saved.query, "stories": stories, "unread": unread}),
        );
    }
    if searches.json {
        text = super::json_text(&array)? + "\n";
    }
    super::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
