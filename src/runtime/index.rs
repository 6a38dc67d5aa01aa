//! The index thread: keeps the search index up to the library while the reader is in use, and reads stories again that need it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::{Message, send};
use crate::app::Event;
use crate::library::{CaughtUp, Library, Progress, Result};

/// The first frame and the first keys come before the index.
const HEAD_START: Duration = Duration::from_millis(30);
/// How often the library is looked at for changes.
const LOOK: Duration = Duration::from_secs(2);
/// Stories read again between two looks at how far that has come: about a second's work.
const SLICE: u64 = 1_000;
/// Slices before the index takes them up, which costs little beside them.
const SLICES: usize = 5;

/// The thread ends with the process: an index that is left half-way is caught up next time.
pub(super) fn spawn(folder: Option<PathBuf>, sender: Sender<Message>) -> io::Result<()> {
    let Some(folder) = folder else {
        return Ok(());
    };
    let work = move || {
        thread::sleep(HEAD_START);
        let mut told = String::new();
        loop {
            // What cannot be done now, as while the disk is full, is tried again, and told of once.
            if let Err(error) = keep_up(&folder, &sender) {
                let message = error.to_string();
                if message != told {
                    send(&sender, Event::Failed(message.clone()));
                }
                told = message;
            }
            thread::sleep(LOOK);
        }
    };
    thread::Builder::new().name("index".into()).spawn(work)?;
    Ok(())
}

/// Does what there is to do, again and again, until it fails.
fn keep_up(folder: &Path, sender: &Sender<Message>) -> Result<()> {
    let mut library = Library::open(folder)?;
    // Whether the reader has been told of work that is not done yet, or another process is doing it.
    let mut waiting = false;
    loop {
        let left = read_again(&mut library, sender)?;
        let tell = &mut |progress| send(sender, Event::Indexing(progress));
        let done = library.catch_up_telling(tell)?;
        let more = matches!(done, CaughtUp::Done(1..));
        if more {
            // Counted here, so that the reader need not wait for it.
            library.frequencies()?;
        }
        if more || (waiting && done != CaughtUp::Busy && left.is_none()) {
            send(sender, Event::Indexed);
        }
        waiting = left.is_some() || done == CaughtUp::Busy;
        match left {
            Some(progress) => send(sender, Event::Indexing(progress)),
            None => thread::sleep(LOOK),
        }
    }
}

/// Reads some stories again that need it, and tells how far that has come; none when nothing is left. Meanwhile the index answers
/// with what was found before.
fn read_again(library: &mut Library, sender: &Sender<Message>) -> Result<Option<Progress>> {
    let mut left = None;
    for _ in 0..SLICES {
        left = library.read_again(SLICE)?;
        let Some(progress) = left else { break };
        send(sender, Event::Indexing(progress));
    }
    Ok(left)
}
