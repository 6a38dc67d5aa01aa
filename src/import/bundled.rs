//! The collection that ships inside the program, read by the same loader as a user's files.

use std::collections::BTreeSet;

use include_dir::{Dir, include_dir};

use super::files::{Flow, Item, read};
use super::store::{Importing, Report, Told, remove_vanished};
use crate::library::{Library, Result};

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// The checksum of the bundled files, from the build script.
const VERSION: &str = env!("BACKSTORY_BUNDLE");
/// The id of the bundled collection.
const ID: &str = "exchange-incidents";

/// Imports the bundled collection unless the library holds this very version of it; marks stay. Other stories in which its names
/// stand are only noted to be read again: the first frame waits for this.
///
/// # Errors
/// When the library cannot be written.
pub fn ensure_bundled(library: &mut Library) -> Result<Report> {
    if library.collection_version(ID)?.as_deref() == Some(VERSION) {
        return Ok(Report::default());
    }
    let mut ids = BTreeSet::new();
    let listen = &mut |told: Told<'_>| {
        if let Told::Stored(stories) = told {
            ids.extend(stories.iter().map(|(id, _)| id.clone()));
        }
        Flow::Continue
    };
    let mut importing = Importing::new(library, VERSION, listen)?;
    visit(&DATA, &mut |path, bytes| importing.read(path, bytes));
    let report = importing.finish()?;
    remove_vanished(library, ID, &ids)?;
    library.settle();
    Ok(report)
}

/// Hands every item of the bundled collection to `take`.
pub fn read_bundled(take: &mut dyn FnMut(Item) -> Flow) {
    visit(&DATA, &mut |path, bytes| read(path, bytes, take));
}

fn visit(dir: &'static Dir<'_>, see: &mut dyn FnMut(&str, &'static [u8])) {
    for file in dir.files() {
        see(&file.path().to_string_lossy(), file.contents());
    }
    for inner in dir.dirs() {
        visit(inner, see);
    }
}
