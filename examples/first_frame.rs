//! Measures the frames of a fresh process, the reader's beside a bare ratatui program's, in turn in one run: the first,
//! and the first with stories in it.
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
    // The end of the reader's first frame, of its first frame with stories, and of the bare program's frame.
    let read = || Running::start(&reader, &library, &["opening", "quit"]).map(|r| r.seen.clone());
    let plain = || Running::start(&bare, &library, &["┘"]).map(|r| r.seen.clone());
    // The first start of all imports the bundled collection, and the system reads the programs from disk.
    read()?;
    plain()?;
    let (mut firsts, mut stories, mut bares) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let seen = read()?;
        firsts.push(seen[0]);
        stories.push(seen[1]);
        bares.extend(plain()?);
    }
    let bare = quantile(&mut bares, 50);
    println!(
        "frame                    p50 ms   p90 ms   beside bare   ({RUNS} runs each, in turn)"
    );
    for (name, times) in [
        ("backstory, first", &mut firsts),
        ("backstory, with stories", &mut stories),
        ("bare ratatui program", &mut bares),
    ] {
        let (p50, p90) = (quantile(times, 50), quantile(times, 90));
        println!("{name:<24} {p50:>6.2}   {p90:>6.2}   {:>6.2} ×", p50 / bare);
    }
    Ok(())
}
