//! `backstory entity` and `entities`: who and what the library's stories name, by the library's own entities and by names
//! that were found in several stories.

use std::process::ExitCode;

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};

use crate::cli::{Cli, EntityOf, Listed};
use crate::library::{EntityRow, Filter, FoundName, From, Library, Row};
use crate::search::{Field, Node, Query};
use crate::story::PartialDate;
use crate::text::fold;

/// Stories printed for people.
const SHOWN: usize = 20;
/// Stories in the JSON of one entity.
const MOST: usize = 10_000;
/// A name in fewer stories is that text's own business.
const SEVERAL: u64 = 2;

pub(super) fn one(cli: &Cli, asked: &EntityOf) -> Result<ExitCode> {
    let name = asked.name.as_deref().unwrap_or_default();
    if let Some(edit) = &asked.edit {
        ensure!(
            name.is_empty(),
            "what to do comes first: merge, rename, split or hide, and then {name}"
        );
        return super::entity_edit::run(cli, edit, asked.json);
    }
    let library = super::indexed(cli)?;
    let most = if asked.json { MOST } else { SHOWN };
    let mut text = String::new();
    let known = library.entities_called(name)?;
    let mut values = Vec::new();
    for row in &known {
        let stories = stories(&library, row.key, most)?;
        if asked.json {
            values.push(as_json(row, Some(&stories)));
        } else {
            text += &page(&library, row, &stories)?;
        }
    }
    if known.is_empty() {
        let Some(found) = library.found_name(name)? else {
            bail!("no entity has this id or name, and no story names it: {name}");
        };
        let stories = stories_naming(&library, &found.name, most)?;
        if asked.json {
            values.push(found_as_json(&found, Some(&stories)));
        } else {
            text += &found_page(&found, &stories);
        }
    }
    match values.as_slice() {
        [] => super::print(&text)?,
        [one] => super::print_json(one)?,
        several => super::print_json(&several)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn stories(library: &Library, entity: i64, most: usize) -> Result<Vec<Row>> {
    let filter = Filter {
        entity: Some(entity),
        unread: false,
    };
    Ok(library.page(&filter, From::Newest, most)?)
}

fn stories_naming(library: &Library, name: &str, most: usize) -> Result<Vec<Row>> {
    let query = Query {
        root: Some(Node::Label(Field::Name, fold(name))),
        ..Query::default()
    };
    let found = library.search(&query, 0, most)?;
    Ok(found.hits.into_iter().map(|hit| hit.row).collect())
}

pub(super) fn as_json(row: &EntityRow, stories: Option<&[Row]>) -> Value {
    let mut value = row.entity.to_value();
    value["mentioned_in"] = row.stories.into();
    value["found"] = false.into();
    value["hidden"] = row.hidden.into();
    with_stories(value, stories)
}

fn found_as_json(found: &FoundName, stories: Option<&[Row]>) -> Value {
    let value = json!({"id": null, "name": found.name, "kind": found.kind.name(),
                       "mentioned_in": found.stories, "found": true, "hidden": false});
    with_stories(value, stories)
}

fn with_stories(mut value: Value, stories: Option<&[Row]>) -> Value {
    if let Some(stories) = stories {
        let story = |row: &Row| json!({"id": row.id, "headline": row.headline, "date": row.date.map(|d| d.to_string())});
        value["stories"] = stories.iter().map(story).collect();
    }
    value
}

fn page(library: &Library, row: &EntityRow, stories: &[Row]) -> Result<String> {
    let entity = &row.entity;
    let hidden = if row.hidden { ", hidden" } else { "" };
    let mut text = format!(
        "{}  ({}, {}{hidden})  [{}]\n",
        entity.name,
        entity.kind.name(),
        counted(row.stories),
        entity.id
    );
    if !entity.aliases.is_empty() {
        text += &format!("  also: {}\n", entity.aliases.join(", "));
    }
    if !entity.about.is_empty() {
        text += &format!("  {}\n", entity.about);
    }
    for relation in &entity.relations {
        let said = |word: &str, date: Option<PartialDate>| {
            date.map_or_else(String::new, |date| format!(", {word} {}", date.long()))
        };
        let (from, until) = (said("from", relation.from), said("until", relation.until));
        let (kind, other) = (
            relation.kind.replace('-', " "),
            library.name_of(&relation.to)?,
        );
        text += &format!("  {kind} {other}{from}{until}\n");
    }
    Ok(text + &listed(stories))
}

fn found_page(found: &FoundName, stories: &[Row]) -> String {
    let (kind, count) = (found.kind.name(), counted(found.stories));
    let text = format!("{}  ({kind}, {count}, found in the texts)\n", found.name);
    text + &listed(stories)
}

pub(super) fn counted(stories: u64) -> String {
    match stories {
        1 => "1 story".to_owned(),
        n => format!("{n} stories"),
    }
}

fn listed(stories: &[Row]) -> String {
    let mut text = String::new();
    for story in stories {
        let date = story.date.map(PartialDate::long).unwrap_or_default();
        text += &format!("    {date:<12} {}  [{}]\n", story.headline, story.id);
    }
    text + "\n"
}

/// An entity of the library or a found name, as the list of all has it.
struct Listing {
    stories: u64,
    name: String,
    line: String,
    value: Value,
}

pub(super) fn all(cli: &Cli, asked: &Listed) -> Result<ExitCode> {
    let library = super::indexed(cli)?;
    let known = library.entities()?.into_iter().filter(|row| !row.hidden);
    let mut all: Vec<Listing> = known
        .map(|row| {
            let (entity, kind) = (&row.entity, row.entity.kind.name());
            Listing {
                stories: row.stories,
                name: entity.name.clone(),
                line: format!("{} ({kind})  [{}]", entity.label(), entity.id),
                value: as_json(&row, None),
            }
        })
        .collect();
    let found = library.found_names(SEVERAL)?.into_iter();
    all.extend(found.map(|found| Listing {
        stories: found.stories,
        name: found.name.clone(),
        line: format!("{} ({}, found)", found.name, found.kind.name()),
        value: found_as_json(&found, None),
    }));
    all.sort_by(|a, b| b.stories.cmp(&a.stories).then(a.name.cmp(&b.name)));
    all.truncate(asked.n.unwrap_or(usize::MAX));
    let text = if asked.json {
        let array: Vec<Value> = all.into_iter().map(|listing| listing.value).collect();
        super::json_text(&array)? + "\n"
    } else {
        let lines = all
            .iter()
            .map(|l| format!("{:>6}  {}\n", l.stories, l.line));
        lines.collect::<Vec<_>>().concat()
    };
    super::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
