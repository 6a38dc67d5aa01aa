//! `backstory import`: files into the library.

use std::process::ExitCode;

use anyhow::Result;

use super::problems::{exit_code, sources, tell};
use crate::cli::{Cli, Files};
use crate::import::import;

pub(super) fn run(cli: &Cli, files: &Files) -> Result<ExitCode> {
    let mut library = super::library(cli)?;
    let (sources, problems) = sources(&files.paths);
    let mut report = import(&mut library, &sources)?;
    let _ = library.catch_up()?;
    report.rejected += problems.len() as u64;
    report.problems.splice(0..0, problems);
    if files.json {
        super::print(&format!("{}\n", serde_json::to_string(&report)?))?;
    } else {
        tell(&report.problems);
        super::print(&format!(
            "{} added, {} updated, {} unchanged, {} rejected\n",
            report.added, report.updated, report.unchanged, report.rejected
        ))?;
    }
    Ok(exit_code(&report.problems))
}
