//! `backstory check`: reads files as an import would, and only tells what is wrong with them.

use std::process::ExitCode;

use anyhow::Result;
use serde_json::json;

use super::problems::{exit_code, sources, tell};
use super::references::References;
use crate::cli::Files;
use crate::import::{Flow, Item, read};
use crate::story::Problem;

pub(super) fn run(files: &Files) -> Result<ExitCode> {
    let (sources, mut problems) = sources(&files.paths);
    let (mut stories, mut entities) = (0_u64, 0_u64);
    let mut references = References::default();
    for source in &sources {
        let name = source.name();
        match source.open() {
            Ok(input) => read(&name, input, &mut |item| {
                match item {
                    Item::Story(story, line) => {
                        stories += 1;
                        problems.extend(references.story(&story, &name, line));
                    }
                    Item::Entity(entity, line) => {
                        entities += 1;
                        problems.extend(references.entity(&entity, &name, line));
                    }
                    Item::Head(_) => {}
                    Item::Problem(problem) => problems.push(problem),
                }
                Flow::Continue
            }),
            Err(error) => problems.push(Problem {
                file: name,
                ..Problem::rejected(format!("cannot be opened: {error}"))
            }),
        }
    }
    let notes = references.loose();
    if files.json {
        let report = json!({
            "stories": stories, "entities": entities, "problems": problems, "notes": notes
        });
        super::print_json(&report)?;
    } else {
        tell(&problems);
        tell(&notes);
        super::print(&format!(
            "{stories} stories, {entities} entities, {} problems{}\n",
            problems.len(),
            match notes.len() {
                0 => String::new(),
                n => format!(", {n} references to what is not here"),
            }
        ))?;
    }
    Ok(exit_code(&problems))
}
