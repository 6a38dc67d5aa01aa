//! The index thread: keeps the search index up to the library while the reader is in use.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::{Message, send};
use crate::app::Event;
use crate::library::{CaughtUp, Library, Result};

/// The first frame and the first keys come before the index.
const HEAD_START: Duration = Duration::from_millis(30);
/// How often the library is looked at for changes.
const LOOK: Duration = Duration::from_secs(2);

/// The thread ends with the process: an index that is left half-way is caught up next time.
pub(super) fn spawn(folder: Option<PathBuf>, sender: Sender<Message>) -> io::Result<()> {
    let Some(folder) = folder else {
        return Ok(());
    };
    let work = move || {
        if let Err(error) = keep_up(&folder, &sender) {
            send(&sender, Event::Failed(error.to_string()));
        }
    };
    thread::Builder::new().name("index".into()).spawn(work)?;
    Ok(())
}

fn keep_up(folder: &Path, sender: &Sender<Message>) -> Result<()> {
    thread::sleep(HEAD_START);
    let mut library = Library::open(folder)?;
    library.refresh()?;
    loop {
        let tell = &mut |progress| send(sender, Event::Indexing(progress));
        if let CaughtUp::Done(1..) = library.catch_up_telling(tell)? {
            // Counted here, so that the reader need not wait for it.
            library.frequencies()?;
            send(sender, Event::Indexed);
        }
        thread::sleep(LOOK);
    }
}
