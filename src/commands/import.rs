//! `backstory import`: files into the library, with the search index built beside it.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::Result;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::problems::{exit_code, sources};
use crate::cli::{Cli, Import};
use crate::import::{Flow, Source, Told, import};
use crate::library::{CaughtUp, Library};

/// How long the index waits for more stories.
const PAUSE: Duration = Duration::from_millis(200);
/// What a shell gives a program that Ctrl-C ended.
const INTERRUPTED: u8 = 130;

pub(super) fn run(cli: &Cli, arguments: &Import) -> Result<ExitCode> {
    let mut library = super::library(cli)?;
    let (sources, missing) = sources(&arguments.files.paths);
    let stop = crate::runtime::interrupted()?;
    let bar = bar(&sources);
    for problem in &missing {
        bar.suspend(|| eprintln!("{problem}"));
    }
    let index = Indexing::beside(&library)?;
    let mut stories = 0_u64;
    let mut gone = Ok(());
    let report = import(&mut library, &sources, &mut |told| {
        match told {
            Told::Read(bytes) => bar.inc(bytes),
            Told::Problem(problem) => bar.suspend(|| eprintln!("{problem}")),
            Told::Stored(stored) => {
                stories += stored.len() as u64;
                bar.set_message(format!("{stories} stories"));
                if arguments.verbose {
                    gone = acknowledge(stored.iter().map(|(id, _)| id.as_str()));
                }
            }
        }
        if stop.load(Ordering::Relaxed) || gone.is_err() {
            return Flow::Stop;
        }
        Flow::Continue
    });
    index.finish();
    let mut report = report?;
    report.rejected += missing.len() as u64;
    report.problems.splice(0..0, missing);
    finish_index(&library, &bar, &stop)?;
    bar.finish_and_clear();
    if arguments.files.json {
        super::print_json(&report)?;
    } else if !arguments.verbose {
        super::print(&format!(
            "{} added, {} updated, {} unchanged, {} rejected\n",
            report.added, report.updated, report.unchanged, report.rejected
        ))?;
    }
    if stop.load(Ordering::Relaxed) {
        eprintln!("stopped; what was done is kept, and the same command goes on from there");
        return Ok(ExitCode::from(INTERRUPTED));
    }
    Ok(exit_code(&report.problems))
}

/// Prints the ids of stories that are safe now. An error means that nobody reads any more.
fn acknowledge<'i>(ids: impl Iterator<Item = &'i str>) -> std::io::Result<()> {
    let mut lines = String::new();
    for id in ids {
        lines += id;
        lines.push('\n');
    }
    let mut out = std::io::stdout().lock();
    out.write_all(lines.as_bytes())?;
    out.flush()
}

/// Bytes read, rate and time left, on a terminal only.
fn bar(sources: &[Source]) -> ProgressBar {
    let size: Option<u64> = sources.iter().map(Source::size).sum();
    let bar = ProgressBar::with_draw_target(size, ProgressDrawTarget::stderr());
    let template = match size {
        Some(_) => "{bar:24} {bytes}/{total_bytes} · {msg} · {bytes_per_sec} · {eta} left",
        None => "{bytes} · {msg} · {bytes_per_sec}",
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar
}

/// What the index could not do while the import ran.
fn finish_index(library: &Library, bar: &ProgressBar, stop: &AtomicBool) -> Result<()> {
    if stop.load(Ordering::Relaxed) {
        // The index catches up at the next start.
        return Ok(());
    }
    let shown = std::io::stderr().is_terminal();
    let done = library.catch_up_telling(&mut |progress| {
        if shown {
            bar.set_length(progress.of);
            bar.set_position(progress.done);
            bar.set_message("indexing");
        }
    })?;
    if done == CaughtUp::Busy {
        eprintln!("another backstory is building the search index");
        return Ok(());
    }
    // Counted now, so that the first question for related stories need not wait for it.
    library.frequencies()?;
    Ok(())
}

/// The index thread: takes up what the import has written so far, again and again.
struct Indexing {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Indexing {
    fn beside(library: &Library) -> Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&stop);
        let Some(folder) = library.folder().map(std::path::Path::to_owned) else {
            return Ok(Self { stop, thread: None });
        };
        let work = move || {
            // What fails here is tried again, and told of, when the import is done.
            let Ok(library) = Library::open(&folder) else {
                return;
            };
            while !flag.load(Ordering::Relaxed) {
                if library.catch_up().is_err() {
                    return;
                }
                thread::park_timeout(PAUSE);
            }
        };
        let thread = thread::Builder::new().name("index".into()).spawn(work)?;
        Ok(Self {
            stop,
            thread: Some(thread),
        })
    }

    fn finish(self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread {
            thread.thread().unpark();
            let _ = thread.join();
        }
    }
}
