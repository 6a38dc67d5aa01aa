//! `backstory entity` and `entities`: who and what the library's stories name.

use std::process::ExitCode;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::cli::{Cli, EntityOf, Listed};
use crate::library::{EntityRow, Filter, From, Library, Row};
use crate::story::PartialDate;

/// Stories printed for people.
const SHOWN: usize = 20;
/// Stories in the JSON of one entity.
const MOST: usize = 10_000;

pub(super) fn one(cli: &Cli, asked: &EntityOf) -> Result<ExitCode> {
    let library = super::library(cli)?;
    let found = library.entities_called(&asked.name)?;
    if found.is_empty() {
        bail!("no entity has this id or name: {}", asked.name);
    }
    let mut text = String::new();
    for row in &found {
        let stories = stories(&library, row.key, if asked.json { MOST } else { SHOWN })?;
        if asked.json {
            text += &format!("{}\n", as_json(row, Some(&stories)));
        } else {
            text += &page(&library, row, &stories)?;
        }
    }
    super::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn stories(library: &Library, entity: i64, most: usize) -> Result<Vec<Row>> {
    let filter = Filter {
        entity: Some(entity),
        unread: false,
    };
    Ok(library.page(&filter, From::Newest, most)?)
}

fn as_json(row: &EntityRow, stories: Option<&[Row]>) -> Value {
    let mut value = row.entity.to_value();
    value["mentioned_in"] = row.stories.into();
    if let Some(stories) = stories {
        let story = |row: &Row| json!({"id": row.id, "headline": row.headline, "date": row.date.map(|d| d.to_string())});
        value["stories"] = stories.iter().map(story).collect();
    }
    value
}

fn page(library: &Library, row: &EntityRow, stories: &[Row]) -> Result<String> {
    let entity = &row.entity;
    let mut text = format!(
        "{}  ({}, {} stories)  [{}]\n",
        entity.name,
        entity.kind.name(),
        row.stories,
        entity.id
    );
    if !entity.aliases.is_empty() {
        text += &format!("  also: {}\n", entity.aliases.join(", "));
    }
    if !entity.about.is_empty() {
        text += &format!("  {}\n", entity.about);
    }
    for relation in &entity.relations {
        let other = library.entity_key(&relation.to)?;
        let name = other
            .map(|key| library.entity_name(key))
            .transpose()?
            .flatten();
        let from = relation
            .from
            .map(|d| format!(", from {}", d.long()))
            .unwrap_or_default();
        let until = relation
            .until
            .map(|d| format!(", until {}", d.long()))
            .unwrap_or_default();
        let kind = relation.kind.replace('-', " ");
        text += &format!(
            "  {kind} {}{from}{until}\n",
            name.as_deref().unwrap_or(&relation.to)
        );
    }
    for story in stories {
        let date = story.date.map(PartialDate::long).unwrap_or_default();
        text += &format!("    {date:<12} {}  [{}]\n", story.headline, story.id);
    }
    Ok(text + "\n")
}

pub(super) fn all(cli: &Cli, listed: &Listed) -> Result<ExitCode> {
    let library = super::library(cli)?;
    let mut rows = library.entities()?;
    rows.sort_by(|a, b| {
        b.stories
            .cmp(&a.stories)
            .then(a.entity.name.cmp(&b.entity.name))
    });
    rows.truncate(listed.n.unwrap_or(usize::MAX));
    let text = if listed.json {
        let array: Vec<Value> = rows.iter().map(|row| as_json(row, None)).collect();
        format!("{}\n", Value::Array(array))
    } else {
        let mut text = String::new();
        for row in &rows {
            let (entity, kind) = (&row.entity, row.entity.kind.name());
            text += &format!(
                "{:>6}  {} ({kind})  [{}]\n",
                row.stories,
                entity.label(),
                entity.id
            );
        }
        text
    };
    super::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
