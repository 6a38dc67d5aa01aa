//! How long it takes to find what belongs to a story: related stories with reasons, and everything around it.

use std::path::Path;

use anyhow::Result;
use backstory::library::{Filter, From, Library, Row};
use backstory::related::{find_related, findings};

use crate::queries::time;
use crate::row;

const RUNS: usize = 100;
/// Related stories asked for, as the command does.
const COUNT: usize = 10;

/// Prints the rows.
pub(crate) fn measure(library: &Path) -> Result<()> {
    let folder = library;
    let frequencies = || {
        let library = Library::open(folder)?;
        time(|| {
            library.frequencies()?;
            Ok(())
        })
    };
    let _ = std::fs::remove_file(folder.join("index/frequencies.bin"));
    row(
        "how rare words are: counted, after much has changed",
        &mut [frequencies()?],
    );
    row(
        "how rare words are: read, once a session",
        &mut [frequencies()?],
    );
    let library = Library::open(folder)?;
    let stories = spread(&library)?;
    let mut times = Vec::new();
    for story in &stories {
        times.push(time(|| {
            find_related(&library, story, COUNT)?;
            Ok(())
        })?);
    }
    row("related stories with reasons", &mut times);
    let mut times = Vec::new();
    for story in &stories {
        times.push(time(|| {
            findings(&library, &story.id)?;
            Ok(())
        })?);
    }
    row("all that is found around a story", &mut times);
    Ok(())
}

/// Stories of all times: a place in the list is asked for by its day.
fn spread(library: &Library) -> Result<Vec<Row>> {
    let all = Filter::default();
    let ends = |from| library.page(&all, from, 1);
    let (Some(newest), Some(oldest)) = (ends(From::Newest)?.pop(), ends(From::Oldest)?.pop())
    else {
        return Ok(Vec::new());
    };
    let (first, last) = (oldest.place.day, newest.place.day);
    let mut stories = Vec::new();
    for n in 1..=RUNS {
        let mut place = newest.place;
        place.day = first + (u64::from(last - first) * n as u64 / RUNS as u64) as u32;
        stories.extend(library.page(&all, From::Below(place), 1)?);
    }
    Ok(stories)
}
