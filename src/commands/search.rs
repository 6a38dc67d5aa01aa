//! `backstory search`: the reader's search without its screen.

use std::process::ExitCode;

use anyhow::Result;
use serde_json::json;

use crate::cli::{Cli, Search};
use crate::library::{Hit, Library};
use crate::search::{Snippet, parse, snippet};
use crate::story::PartialDate;

/// The widest snippet (columns).
const SNIPPET: usize = 100;

pub(super) fn run(cli: &Cli, search: &Search) -> Result<ExitCode> {
    // Where another process is at it, the search finds what the index holds by now.
    let library = super::indexed(cli)?;
    // A blank at the end says that the last word is whole.
    let query = parse(&format!("{} ", search.words.join(" ")));
    for ignored in &query.ignored {
        eprintln!("ignored: {}", crate::text::clean_line(&ignored.to_string()));
    }
    let results = library.search(&query, 0, search.n)?;
    let mut found = Vec::with_capacity(results.hits.len());
    for hit in &results.hits {
        let body = library.body(hit.row.place.key)?;
        found.push((hit, snippet(&query, &body, SNIPPET)));
    }
    let text = if search.json {
        as_json(&library, &found)?
    } else {
        for_people(&found, results.total)
    };
    super::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn as_json(library: &Library, found: &[(&Hit, Snippet)]) -> Result<String> {
    let mut array = Vec::with_capacity(found.len());
    for (hit, snippet) in found {
        let story = library.story(&hit.row.id)?.map(|stored| stored.story);
        let date = |d: Option<PartialDate>| d.map(|d| d.to_string());
        array.push(json!({
            "id": hit.row.id,
            "headline": hit.row.headline,
            "published": story.as_ref().and_then(|s| date(s.published)),
            "occurred": story.as_ref().and_then(|s| date(s.occurred)),
            "score": hit.score,
            "snippet": snippet.text,
        }));
    }
    Ok(super::json_text(&array)? + "\n")
}

fn for_people(found: &[(&Hit, Snippet)], total: usize) -> String {
    let mut text = String::new();
    for (hit, snippet) in found {
        let date = hit.row.date.map(PartialDate::long).unwrap_or_default();
        text += &format!(
            "{date:<12} {}\n             {}\n",
            hit.row.headline, snippet.text
        );
    }
    match total {
        0 => text += "nothing found\n",
        _ if total > found.len() => text += &format!("{} of {total}; -n shows more\n", found.len()),
        _ => {}
    }
    text
}
