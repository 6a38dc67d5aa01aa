//! Measures the first frame of a fresh process, the reader's beside a bare ratatui program's, in turn in one run.
//!
//! ```text
//! cargo build --release --bins --examples && target/release/examples/first_frame [LIBRARY]
//! ```

#[path = "support/terminal.rs"]
mod terminal;

use std::path::PathBuf;

use anyhow::{Context, Result};
use terminal::{Running, quantile};

const RUNS: usize = 60;

fn main() -> Result<()> {
    let examples = std::env::current_exe()?;
    let examples = examples.parent().context("no folder")?;
    let release = examples.parent().context("no folder")?;
    let own = tempfile::tempdir()?;
    let library = std::env::args_os().nth(1).map(PathBuf::from);
    let library = library.unwrap_or_else(|| own.path().to_owned());
    let reader = release.join("backstory");
    let bare = examples.join("bare");
    // What each paints last: a hint of the status line, the corner of a border.
    let read = || Running::start(&reader, &library, "quit").map(|r| r.first_frame);
    let plain = || Running::start(&bare, &library, "┘").map(|r| r.first_frame);
    // The first start of all imports the bundled collection, and the system reads the programs from disk.
    read()?;
    plain()?;
    let (mut readers, mut bares) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        readers.push(read()?);
        bares.push(plain()?);
    }
    println!("program    p50 ms   p90 ms   ({RUNS} runs each, in turn)");
    for (name, times) in [("backstory", &mut readers), ("bare", &mut bares)] {
        let (p50, p90) = (quantile(times, 50), quantile(times, 90));
        println!("{name:<10} {p50:>6.2}   {p90:>6.2}");
    }
    let ratio = quantile(&mut readers, 50) / quantile(&mut bares, 50);
    println!("ratio      {ratio:>6.2}");
    Ok(())
}
