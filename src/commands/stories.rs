//! `backstory list`, `show` and `remove`: the library's stories without a screen.

use std::process::ExitCode;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::cli::{Cli, Ids, Listing};
use crate::library::{Filter, From, Library, Row, Stored};
use crate::related::{place, stated};
use crate::story::PartialDate;
use crate::text::wrap;

/// Rows read at once.
const PAGE: usize = 1_000;
/// The widest text (columns).
const WIDTH: usize = 80;

pub(super) fn list(cli: &Cli, listing: &Listing) -> Result<ExitCode> {
    let library = super::library(cli)?;
    let filter = Filter {
        entity: None,
        unread: listing.unread,
    };
    let mut from = From::Newest;
    let mut left = listing.n.unwrap_or(usize::MAX);
    if listing.json {
        super::print("[")?;
    }
    let mut first = true;
    // A page at a time: a list of a million goes through the same few rows of memory.
    while left > 0 {
        let page = library.page(&filter, from, left.min(PAGE))?;
        let Some(last) = page.last() else { break };
        from = From::Below(last.place);
        left -= page.len();
        let mut text = String::new();
        for row in &page {
            if listing.json {
                text += if first { "\n" } else { ",\n" };
                text += &super::json_text(&as_json(row))?;
            } else {
                text += &line(row);
            }
            first = false;
        }
        super::print(&text)?;
    }
    if listing.json {
        super::print("\n]\n")?;
    }
    Ok(ExitCode::SUCCESS)
}

fn as_json(row: &Row) -> Value {
    json!({"id": row.id, "headline": row.headline, "date": row.date.map(|d| d.to_string()),
           "read": row.read, "starred": row.starred})
}

fn line(row: &Row) -> String {
    let date = row.date.map(PartialDate::long).unwrap_or_default();
    let unread = if row.read { ' ' } else { '●' };
    let star = if row.starred { "★ " } else { "" };
    format!("{unread} {date:<12} {star}{}  [{}]\n", row.headline, row.id)
}

pub(super) fn show(cli: &Cli, ids: &Ids) -> Result<ExitCode> {
    let library = super::library(cli)?;
    let mut missing = Vec::new();
    for id in &ids.ids {
        let Some(stored) = library.story(id)? else {
            missing.push(id.as_str());
            continue;
        };
        if ids.json {
            super::print_json(&stored.story.to_value())?;
        } else {
            super::print(&page(&library, &stored)?)?;
        }
    }
    not_found(&missing)
}

/// A story as a page of text: what the reader shows, one part below the other.
fn page(library: &Library, stored: &Stored) -> Result<String> {
    let story = &stored.story;
    let date = story.date().map(PartialDate::long);
    let place = place(library, stored)?;
    let dateline: Vec<String> = place.into_iter().chain(date).collect();
    let mut text = format!("{}\n{}\n", story.title(), dateline.join(" · "));
    for part in [&story.summary, &story.body] {
        if !part.is_empty() {
            text.push('\n');
            text += &wrapped(part);
        }
    }
    let links = stated(library, stored)?;
    for (heading, earlier) in [("EARLIER", true), ("LATER", false)] {
        let mut related = links.iter().filter(|r| r.earlier == earlier);
        if let Some(first) = related.next() {
            text += &format!("\n{heading}\n");
            for related in std::iter::once(first).chain(related) {
                let date = related.row.date.map(PartialDate::long).unwrap_or_default();
                text += &format!(
                    "  {date:<12} {}  [{}]\n               {}\n",
                    related.row.headline, related.row.id, related.why
                );
            }
        }
    }
    if !story.disagreements.is_empty() {
        text += "\nSOURCES DISAGREE\n";
        for point in &story.disagreements {
            text += &wrapped(point);
        }
    }
    if !story.sources.is_empty() {
        text += "\nSOURCES\n";
        for source in &story.sources {
            text += &format!("  {}, {} {}\n", source.publisher, source.title, source.url);
        }
    }
    text.push('\n');
    Ok(text)
}

fn wrapped(text: &str) -> String {
    let mut lines = String::new();
    for line in wrap(text, WIDTH) {
        lines += &text[line.start..line.end].replace('\n', " ");
        lines.push('\n');
    }
    lines
}

pub(super) fn remove(cli: &Cli, ids: &Ids) -> Result<ExitCode> {
    let mut library = super::library(cli)?;
    let mut missing = Vec::new();
    let mut removed = Vec::new();
    let mut writer = library.writer()?;
    for id in &ids.ids {
        if writer.remove_story(id)? {
            removed.push(id.as_str());
        } else {
            missing.push(id.as_str());
        }
    }
    writer.commit()?;
    let _ = library.catch_up()?;
    if ids.json {
        super::print_json(&json!({"removed": removed, "missing": missing}))?;
    } else {
        super::print(&format!("{} removed\n", removed.len()))?;
    }
    not_found(&missing)
}

fn not_found(ids: &[&str]) -> Result<ExitCode> {
    if !ids.is_empty() {
        bail!("not in the library: {}", ids.join(", "));
    }
    Ok(ExitCode::SUCCESS)
}
