//! Measures the first frame of a fresh process, the reader's beside a bare ratatui program's, in turn in one run.
//!
//! ```text
//! cargo build --release --bins --examples && target/release/examples/first_frame [LIBRARY]
//! ```

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const RUNS: usize = 60;
const SIZE: PtySize = PtySize {
    rows: 40,
    cols: 140,
    pixel_width: 0,
    pixel_height: 0,
};

fn main() -> Result<()> {
    let examples = std::env::current_exe()?;
    let examples = examples.parent().context("no folder")?;
    let release = examples.parent().context("no folder")?;
    let own = tempfile::tempdir()?;
    let library = std::env::args_os().nth(1).map(PathBuf::from);
    let library = library.unwrap_or_else(|| own.path().to_owned());
    let reader = release.join("backstory");
    let bare = examples.join("bare");
    // The last cell of the bare program's border, and the last hint of the reader's status line.
    let reader_ends = "quit";
    // The first start of all imports the bundled collection, and the system reads the programs from disk.
    first_frame(&reader, &library, reader_ends)?;
    first_frame(&bare, &library, "┘")?;
    let (mut readers, mut bares) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        readers.push(first_frame(&reader, &library, reader_ends)?);
        bares.push(first_frame(&bare, &library, "┘")?);
    }
    let (reader, bare) = (quantile(&mut readers, 50), quantile(&mut bares, 50));
    println!("program    p50 ms   p90 ms   ({RUNS} runs each, in turn)");
    for (name, times) in [("backstory", &mut readers), ("bare", &mut bares)] {
        let (p50, p90) = (quantile(times, 50), quantile(times, 90));
        println!("{name:<10} {p50:>6.2}   {p90:>6.2}");
    }
    println!("ratio      {:>6.2}", reader / bare);
    Ok(())
}

/// The time from starting a program until the last part of its first frame has arrived (ms).
fn first_frame(program: &Path, library: &Path, last: &str) -> Result<f64> {
    let pair = native_pty_system().openpty(SIZE)?;
    let mut command = CommandBuilder::new(program);
    command.env("TERM", "xterm-256color");
    command.env("BACKSTORY_LIBRARY", library);
    let mut output = pair.master.try_clone_reader()?;
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command)?;
    drop(pair.slave);
    let mut seen = Vec::new();
    let mut buffer = vec![0; 65536];
    let took = loop {
        let n = output.read(&mut buffer)?;
        anyhow::ensure!(n > 0, "{} ended early", program.display());
        seen.extend_from_slice(&buffer[..n]);
        if seen.windows(last.len()).any(|w| w == last.as_bytes()) {
            break start.elapsed();
        }
    };
    child.kill()?;
    child.wait()?;
    Ok(took.as_secs_f64() * Duration::from_secs(1).as_millis() as f64)
}

fn quantile(times: &mut [f64], percent: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() - 1) * percent / 100]
}
