//! Prints a table of the library's speed at several sizes, beside the same searches by `LIKE` and by FTS5.
//!
//! ```text
//! cargo build --release --bins --examples && target/release/examples/library_speed FOLDER [SIZE…]
//! ```
//!
//! Sizes are numbers of stories, 64, 10000, 100000 and 1000000 unless given. The folder keeps what was generated and
//! imported; a size whose library is already there is not imported again. Memory and times are those of this machine (Linux).

mod baseline;
mod import;
mod queries;
mod related;

#[path = "../support/terminal.rs"]
mod terminal;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use terminal::{Running, quantile};

/// Starts of the reader, and keys pressed, for each figure.
const RUNS: usize = 40;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().context("a folder to work in?")?);
    let mut sizes: Vec<u64> = arguments.map(|a| a.parse()).collect::<Result<_, _>>()?;
    if sizes.is_empty() {
        sizes = vec![64, 10_000, 100_000, 1_000_000];
    }
    std::fs::create_dir_all(&folder)?;
    let examples = std::env::current_exe()?;
    let examples = examples.parent().context("no folder")?;
    for size in sizes {
        println!("\n## {size} stories\n");
        println!("| what | p50 | p99 | |\n|---|---|---|---|");
        let library = import::import(&folder, examples, size)?;
        reader(examples, &library)?;
        related::measure(&library)?;
        queries::measure(&library, &baseline::build(&folder, &library, size)?)?;
    }
    Ok(())
}

/// The reader in a terminal: first frame, keys, memory.
fn reader(examples: &Path, library: &Path) -> Result<()> {
    let program = examples.parent().context("no folder")?.join("backstory");
    let bare = examples.join("bare");
    // The first start reads files from the disk.
    let read = || Running::start(&program, library, &["opening", "quit"]);
    read()?;
    let (mut firsts, mut stories, mut bares) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let seen = read()?.seen.clone();
        firsts.push(seen[0]);
        stories.push(seen[1]);
        bares.extend(&Running::start(&bare, library, &["┘"])?.seen);
    }
    let bare = quantile(&mut bares, 50);
    for (what, times) in [
        ("first frame, fresh process", &mut firsts),
        ("first frame with stories", &mut stories),
        ("a bare ratatui program's first frame", &mut bares),
    ] {
        row(what, times);
        println!(
            "| … beside the bare program's | {:.2} × | | |",
            quantile(times, 50) / bare
        );
    }
    let mut running = read()?;
    let mut keys = |what: &str, keys: &[&str]| -> Result<()> {
        let mut times = Vec::new();
        for n in 0..RUNS {
            times.push(running.frame_after(keys[n % keys.len()])?);
        }
        row(what, &mut times);
        Ok(())
    };
    keys("key to painted frame: down the list", &["h", "j"])?;
    keys(
        "key to painted frame: end of the list and page up",
        &["G", "b"],
    )?;
    keys(
        "key to painted frame: a letter into the search",
        &["/", "a", "n", "\x17"],
    )?;
    if let Some(own) = running.own_memory() {
        println!("| memory of the open reader, anonymous | {own:.0} MiB | | |");
    }
    Ok(())
}

/// A row of the table: times in ms.
fn row(what: &str, times: &mut [f64]) {
    let (p50, p99) = (quantile(times, 50), quantile(times, 99));
    println!("| {what} | {p50:.2} ms | {p99:.2} ms | |");
}
