//! `backstory related` and `storyline`: what belongs to a story, without a screen.

use std::collections::HashMap;
use std::process::ExitCode;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::cli::{Cli, OneStory, Related};
use crate::library::{Library, Row};
use crate::related::{Found, Node, find_related};
use crate::story::PartialDate;

pub(super) fn related(cli: &Cli, asked: &Related) -> Result<ExitCode> {
    let library = super::indexed(cli)?;
    let row = row(&library, &asked.id)?;
    let found = find_related(&library, &row, asked.n)?;
    if asked.json {
        return json(found.iter().map(as_json));
    }
    let text = lines(&found);
    super::print(if text.is_empty() {
        "nothing belongs to it\n"
    } else {
        &text
    })?;
    Ok(ExitCode::SUCCESS)
}

fn json(values: impl Iterator<Item = Value>) -> Result<ExitCode> {
    super::print_json(&values.collect::<Vec<_>>())?;
    Ok(ExitCode::SUCCESS)
}

fn row(library: &Library, id: &str) -> Result<Row> {
    match library.row(id)? {
        Some(row) => Ok(row),
        None => bail!("not in the library: {id}"),
    }
}

fn as_json(found: &Found) -> Value {
    json!({
        "id": found.row.id,
        "headline": found.row.headline,
        "date": found.row.date.map(|d| d.to_string()),
        "score": found.total(),
        "stated": found.stated.is_some(),
        "kind": found.stated.as_ref().map_or("found", |(kind, _)| kind.name()),
        "reasons": found.said(),
        "group": found.group,
        "sources": found.publishers,
    })
}

/// Each group of copies once, where its best stands.
fn lines(found: &[Found]) -> String {
    let mut groups: Vec<Vec<&Found>> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for found in found {
        let at = *known.entry(&found.group).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(found),
            None => groups.push(vec![found]),
        }
    }
    groups.iter().map(|group| lines_of(group)).collect()
}

fn lines_of(group: &[&Found]) -> String {
    let [first, copies @ ..] = group else {
        return String::new();
    };
    let date = first.row.date.map(PartialDate::long).unwrap_or_default();
    let mut text = format!(
        "{:.2}  {date:<12} {}  [{}]\n",
        first.total(),
        first.row.headline,
        first.row.id
    );
    for reason in first.said() {
        text += &format!("                   {reason}\n");
    }
    if first.group != first.row.id {
        text += &format!("                   a copy of [{}]\n", first.group);
    }
    for copy in copies {
        let publisher = copy.publishers.first().unwrap_or(&copy.row.headline);
        text += &format!("                   also: {publisher}  [{}]\n", copy.row.id);
    }
    text
}

pub(super) fn storyline(cli: &Cli, asked: &OneStory) -> Result<ExitCode> {
    let library = super::indexed(cli)?;
    row(&library, &asked.id)?;
    let storyline = crate::related::storyline(&library, &asked.id)?;
    let nodes = storyline.map(|s| s.nodes).unwrap_or_default();
    if asked.json {
        return json(nodes.iter().map(node_as_json));
    }
    let text: String = nodes.iter().map(|n| node_line(n, &asked.id)).collect();
    super::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn node_as_json(node: &Node) -> Value {
    json!({
        "from": node.from.map(|d| d.to_string()),
        "to": node.to.map(|d| d.to_string()),
        "story": node.story.as_ref().map(|row| row.id.as_str()),
        "text": node.text,
        "gap": node.gap,
        "mentioned_in": node.mentioned_in,
    })
}

fn node_line(node: &Node, anchor: &str) -> String {
    let sign = match &node.story {
        Some(row) if row.id == anchor => '◉',
        Some(_) => '●',
        None => '○',
    };
    let gap = if node.gap.is_empty() {
        String::new()
    } else {
        format!("  │  {}\n", node.gap)
    };
    let date = match &node.story {
        Some(row) => row.date.map(PartialDate::long).unwrap_or_default(),
        None => node.when(),
    };
    format!("{gap}  {sign}  {date:<12} {}\n", node.text)
}
