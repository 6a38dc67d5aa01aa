//! Problems of input on standard error, and the exit code they call for.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::import::Source;
use crate::story::Problem;

/// Some input had problems; the good part was used.
pub(super) const SOME_BAD: u8 = 1;

/// The sources that paths mean, and a problem for each path that cannot be used.
pub(super) fn sources(paths: &[PathBuf]) -> (Vec<Source>, Vec<Problem>) {
    let (mut sources, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        match Source::all(path) {
            Ok(found) => sources.extend(found),
            Err(error) => problems.push(Problem {
                file: crate::text::clean_line(&path.to_string_lossy()),
                ..Problem::rejected(format!("cannot be opened: {error}"))
            }),
        }
    }
    (sources, problems)
}

pub(super) fn tell(problems: &[Problem]) {
    for problem in problems {
        eprintln!("{problem}");
    }
}

pub(super) fn exit_code(problems: &[Problem]) -> ExitCode {
    if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(SOME_BAD)
    }
}
