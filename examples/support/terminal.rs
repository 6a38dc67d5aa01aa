//! A program in a terminal of its own, timed: when its frames arrive, and what memory it takes.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const SIZE: PtySize = PtySize {
    rows: 40,
    cols: 140,
    pixel_width: 0,
    pixel_height: 0,
};

/// A running program.
pub(crate) struct Running {
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    input: Box<dyn Write + Send>,
    /// From the start until each of the awaited texts had arrived (ms).
    pub(crate) seen: Vec<f64>,
    _master: Box<dyn MasterPty + Send>,
}

impl Running {
    /// Starts a program and waits for texts, one after the other: each the end of a frame.
    pub(crate) fn start(program: &Path, library: &Path, texts: &[&str]) -> Result<Self> {
        let pair = native_pty_system().openpty(SIZE)?;
        let mut command = CommandBuilder::new(program);
        command.env("TERM", "xterm-256color");
        command.env("BACKSTORY_LIBRARY", library);
        let mut reader = pair.master.try_clone_reader()?;
        let input = pair.master.take_writer()?;
        let (send, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..n].to_vec()).is_err() {
                    return;
                }
            }
        });
        let start = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        let mut running = Self {
            child,
            output,
            input,
            seen: Vec::new(),
            _master: pair.master,
        };
        let mut seen = Vec::new();
        for text in texts {
            while !seen.windows(text.len()).any(|w| w == text.as_bytes()) {
                let more = running.output.recv_timeout(Duration::from_secs(60));
                seen.extend(
                    more.with_context(|| format!("{} painted nothing", program.display()))?,
                );
            }
            running.seen.push(start.elapsed().as_secs_f64() * 1e3);
        }
        Ok(running)
    }

    /// Types keys and gives the time until the next frame begins to arrive (ms).
    #[allow(
        dead_code,
        reason = "one of the programs that share this file only starts programs"
    )]
    pub(crate) fn frame_after(&mut self, keys: &str) -> Result<f64> {
        // What is still under way belongs to an earlier key.
        while self.output.recv_timeout(Duration::from_millis(30)).is_ok() {}
        let start = Instant::now();
        self.input.write_all(keys.as_bytes())?;
        self.input.flush()?;
        self.output.recv_timeout(Duration::from_secs(10))?;
        Ok(start.elapsed().as_secs_f64() * 1e3)
    }

    /// Memory that is the program's own: anonymous pages (MiB). Linux only.
    #[allow(dead_code, reason = "as above")]
    pub(crate) fn own_memory(&self) -> Option<f64> {
        memory(self.child.process_id()?, "RssAnon:")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A line of `/proc/PID/status` in MiB.
pub(crate) fn memory(process: u32, line: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let value = status.lines().find_map(|l| l.strip_prefix(line))?;
    let kib: f64 = value.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib / 1024.0)
}

/// A quantile of some times.
pub(crate) fn quantile(times: &mut [f64], percent: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() - 1) * percent / 100]
}
