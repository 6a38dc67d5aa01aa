//! The index thread: brings the search index up to the library while the reader is already in use.

use std::io;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::thread;

use super::{Message, send};
use crate::app::Event;
use crate::library::Library;

pub(super) fn spawn(folder: Option<&Path>, sender: Sender<Message>) -> io::Result<()> {
    let Some(folder) = folder.map(Path::to_owned) else {
        return Ok(());
    };
    let work = move || {
        let done = Library::open(&folder).and_then(|library| library.catch_up());
        if let Err(error) = done {
            send(&sender, Event::Failed(format!("The search index: {error}")));
        }
    };
    thread::Builder::new().name("index".into()).spawn(work)?;
    Ok(())
}
