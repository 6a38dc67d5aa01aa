//! Generates stories and imports them by the program itself, timed.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::terminal::memory;

/// The library of a size, made if it is not there yet. Prints its rows of the table.
pub(crate) fn import(folder: &Path, examples: &Path, size: u64) -> Result<PathBuf> {
    let library = folder.join(format!("library-{size}"));
    let stories = folder.join(format!("stories-{size}.jsonl"));
    if !library.join("library.db").exists() {
        generate(examples, &stories, size)?;
        let program = examples.parent().context("no folder")?.join("backstory");
        let bytes = fs::metadata(&stories)?.len();
        let start = Instant::now();
        let mut child = Command::new(program)
            .arg("import")
            .arg(&stories)
            .env("BACKSTORY_LIBRARY", &library)
            .stdout(Stdio::null())
            .spawn()?;
        let (mut peak, mut own) = (0.0_f64, 0.0_f64);
        let status = loop {
            let now = |line| memory(child.id(), line).unwrap_or(0.0);
            (peak, own) = (peak.max(now("VmHWM:")), own.max(now("RssAnon:")));
            if let Some(status) = child.try_wait()? {
                break status;
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        ensure!(status.success(), "the import failed");
        let seconds = start.elapsed().as_secs_f64();
        let rate = bytes as f64 / 1e6 / seconds;
        println!(
            "| import with index, {:.0} MB in {seconds:.1} s | {rate:.1} MB/s | | |",
            bytes as f64 / 1e6
        );
        println!(
            "| memory of the import: anonymous, with mapped files | {own:.0} MiB, {peak:.0} MiB | | |"
        );
        fs::remove_file(&stories)?;
    }
    let size = |name: &str| size_of(&library.join(name)) as f64 / 1e6;
    println!(
        "| library.db, index | {:.0} MB, {:.0} MB | | |",
        size("library.db"),
        size("index")
    );
    Ok(library)
}

fn generate(examples: &Path, to: &Path, size: u64) -> Result<()> {
    let status = Command::new(examples.join("generate"))
        .arg(size.to_string())
        .stdout(File::create(to)?)
        .status()?;
    ensure!(status.success(), "generating failed");
    Ok(())
}

fn size_of(path: &Path) -> u64 {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().map(|e| size_of(&e.path())).sum(),
        Err(_) => fs::metadata(path).map_or(0, |m| m.len()),
    }
}
