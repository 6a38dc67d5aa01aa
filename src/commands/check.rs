//! `backstory check`: reads files as an import would, and only tells what is wrong with them.

use std::process::ExitCode;

use anyhow::Result;
use serde_json::json;

use super::problems::{exit_code, sources, tell};
use crate::cli::Files;
use crate::import::{Flow, Item, read};
use crate::story::Problem;

pub(super) fn run(files: &Files) -> Result<ExitCode> {
    let (sources, mut problems) = sources(&files.paths);
    let (mut stories, mut entities) = (0_u64, 0_u64);
    for source in &sources {
        let name = source.name();
        match source.open() {
            Ok(input) => read(&name, input, &mut |item| {
                match item {
                    Item::Story(_) => stories += 1,
                    Item::Entity(_) => entities += 1,
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
    if files.json {
        let report = json!({"stories": stories, "entities": entities, "problems": problems});
        super::print_json(&report)?;
    } else {
        tell(&problems);
        super::print(&format!(
            "{stories} stories, {entities} entities, {} problems\n",
            problems.len()
        ))?;
    }
    Ok(exit_code(&problems))
}
