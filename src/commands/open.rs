//! `backstory open`: reads files in the reader, in a library that lives in memory only.

use std::process::ExitCode;

use anyhow::{Result, bail};

use super::problems::{exit_code, sources, tell};
use crate::cli::Files;
use crate::import::{Flow, import};
use crate::library::Library;

pub(super) fn run(files: &Files) -> Result<ExitCode> {
    let (sources, mut problems) = sources(&files.paths);
    let mut library = Library::in_memory()?;
    let report = import(&mut library, &sources, &mut |_| Flow::Continue)?;
    problems.extend(report.problems);
    if library.counts()?.stories == 0 {
        tell(&problems);
        bail!("no stories in these files");
    }
    let _ = library.catch_up()?;
    crate::runtime::run(move || Ok(library))?;
    // After the screen is given back, where they can be read.
    tell(&problems);
    Ok(exit_code(&problems))
}
