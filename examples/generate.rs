//! Writes made-up stories as JSON Lines.
//!
//! ```text
//! cargo run --release --example generate -- STORIES [SEED] > stories.jsonl
//! ```

#[path = "support/stories.rs"]
mod stories;

use std::io::{self, BufWriter, Write};

use anyhow::{Context, Result};
use stories::Stories;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().context("how many stories?")?.parse()?;
    let seed: u64 = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    for story in Stories::new(seed).take(count) {
        writeln!(out, "{story}")?;
    }
    Ok(out.flush()?)
}
