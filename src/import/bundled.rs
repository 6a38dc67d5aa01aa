//! The collection that ships inside the program, read by the same loader as a user's files.

use include_dir::{Dir, include_dir};

use super::files::{Flow, Item, read};
use super::store::{Batch, Report, remove_vanished, store};
use crate::library::{Library, Result};

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// The id of the bundled collection.
const ID: &str = "exchange-incidents";

/// Imports the bundled collection unless the library holds this very version of it; marks stay.
///
/// # Errors
/// When the library cannot be written.
pub fn ensure_bundled(library: &mut Library) -> Result<Report> {
    let version = bundled_version();
    let known = library.collections()?;
    if known.iter().any(|(head, v)| head.id == ID && *v == version) {
        return Ok(Report::default());
    }
    let (batch, mut report) = bundled();
    remove_vanished(library, ID, &batch.stories)?;
    store(library, &batch, &version, &mut report)?;
    Ok(report)
}

/// A checksum of all bundled files.
pub fn bundled_version() -> String {
    let mut hash = crc32fast::Hasher::new();
    visit(&DATA, &mut |path, bytes| {
        hash.update(path.as_bytes());
        hash.update(bytes);
    });
    format!("{:08x}", hash.finalize())
}

fn bundled() -> (Batch, Report) {
    let (mut batch, mut report) = (Batch::default(), Report::default());
    visit(&DATA, &mut |path, bytes| {
        read(path, bytes, &mut |item: Item| {
            batch.take(item, &mut report);
            Flow::Continue
        });
    });
    (batch, report)
}

fn visit(dir: &'static Dir<'_>, see: &mut dyn FnMut(&str, &'static [u8])) {
    for file in dir.files() {
        see(&file.path().to_string_lossy(), file.contents());
    }
    for inner in dir.dirs() {
        visit(inner, see);
    }
}
