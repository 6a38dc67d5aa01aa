//! Items into a library: the names of known entities are found, changes are written in batches, everything is counted.

use std::collections::BTreeSet;

use serde::Serialize;

use super::files::{Flow, Item, Source, read};
use crate::analyse::Gazetteer;
use crate::library::{Change, Library, Result, Writer};
use crate::story::{Collection, Entity, Problem, Story};

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    pub added: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub rejected: u64,
    pub problems: Vec<Problem>,
}

impl Report {
    fn count(&mut self, change: Change) {
        match change {
            Change::Added => self.added += 1,
            Change::Updated => self.updated += 1,
            Change::Unchanged => self.unchanged += 1,
        }
    }

    pub(super) fn problem(&mut self, problem: Problem) {
        self.rejected += u64::from(problem.rejected);
        self.problems.push(problem);
    }
}

/// Everything a set of files holds, in the order of writing: entities first, so that stories can name them.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) head: Option<Collection>,
    pub(super) entities: Vec<Entity>,
    pub(super) stories: Vec<Story>,
}

impl Batch {
    pub(super) fn take(&mut self, item: Item, report: &mut Report) {
        match item {
            Item::Story(story) => self.stories.push(*story),
            Item::Entity(entity) => self.entities.push(*entity),
            Item::Head(head) => self.head = Some(head),
            Item::Problem(problem) => report.problem(problem),
        }
    }
}

/// Imports sources into a library.
///
/// # Errors
/// When the library cannot be written; what is wrong with a source is in the report.
pub fn import(library: &mut Library, sources: &[Source]) -> Result<Report> {
    let mut report = Report::default();
    for source in sources {
        let mut batch = Batch::default();
        match source.open() {
            Ok(input) => read(&source.name(), input, &mut |item| {
                batch.take(item, &mut report);
                Flow::Continue
            }),
            Err(error) => {
                let problem = Problem::rejected(format!("cannot be opened: {error}"));
                report.problem(Problem {
                    file: source.name(),
                    ..problem
                });
            }
        }
        store(library, &batch, "", &mut report)?;
    }
    Ok(report)
}

/// Writes a batch in one transaction.
pub(super) fn store(
    library: &mut Library,
    batch: &Batch,
    version: &str,
    report: &mut Report,
) -> Result<()> {
    if !batch.entities.is_empty() {
        let mut writer = library.writer()?;
        for entity in &batch.entities {
            writer.put_entity(entity)?;
        }
        writer.commit()?;
    }
    let gazetteer = library.gazetteer()?;
    let mut writer = library.writer()?;
    let id = batch.head.as_ref().map(|head| head.id.as_str());
    put_stories(&mut writer, &gazetteer, &batch.stories, id, report)?;
    if let Some(head) = &batch.head {
        writer.put_collection(head, version)?;
    }
    writer.commit()
}

fn put_stories(
    writer: &mut Writer<'_>,
    gazetteer: &Gazetteer,
    stories: &[Story],
    collection: Option<&str>,
    report: &mut Report,
) -> Result<()> {
    for story in stories {
        let mentions = gazetteer.find(&story.body);
        report.count(writer.put_story(story, &mentions, collection)?);
    }
    Ok(())
}

/// Removes the stories that an older version of a collection had and this one has not.
pub(super) fn remove_vanished(
    library: &mut Library,
    collection: &str,
    stories: &[Story],
) -> Result<()> {
    let mut writer = library.writer()?;
    let now: BTreeSet<&str> = stories.iter().map(|s| s.id.as_str()).collect();
    for id in writer.collection_ids(collection)? {
        if !now.contains(id.as_str()) {
            writer.remove_story(&id)?;
        }
    }
    writer.commit()
}
