//! Items into a library, a batch at a time: the names of known entities are found, changes are written, everything is
//! counted. However long the sources are, only one batch is in memory.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::io::Read;

use serde::Serialize;

use super::files::{Flow, Item, Source, read};
use crate::analyse::{Analysis, Gazetteer};
use crate::library::{Change, KnownNames, Library, Result, Touched};
use crate::story::{Collection, Entity, Problem, Story};

/// Stories written in one transaction: enough to make the disk's waiting small, few enough that little is lost by a kill.
const BATCH: usize = 1_000;
/// The same in bytes of text, for stories as long as books.
const BATCH_BYTES: usize = 16 << 20;
/// A report keeps no more problems than this: a file of another kind has one on every line.
const PROBLEMS: usize = 10_000;

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    pub added: u64,
    pub updated: u64,
    pub unchanged: u64,
    /// Stories and files that could not be used.
    pub rejected: u64,
    /// What was wrong, the first ten thousand.
    pub problems: Vec<Problem>,
}

/// What an import tells while it runs. Whoever is told says whether to go on.
#[derive(Debug)]
pub enum Told<'t> {
    /// So many bytes more were read.
    Read(u64),
    /// These stories are in the library now, whatever happens.
    Stored(&'t [(String, Change)]),
    Problem(&'t Problem),
}

/// Listens to an import.
pub type Listener<'l> = &'l mut dyn FnMut(Told<'_>) -> Flow;

/// Imports sources into a library. Stopped by its listener, it keeps what is done.
///
/// # Errors
/// When the library cannot be written; what is wrong with a source is in the report.
pub fn import(library: &mut Library, sources: &[Source], tell: Listener<'_>) -> Result<Report> {
    let mut importing = Importing::new(library, "", tell)?;
    for source in sources {
        importing.source(source);
        if importing.head.is_some() {
            // What other files hold does not belong to this collection.
            importing.flush()?;
            importing.head = None;
        }
        if importing.flow == Flow::Stop {
            break;
        }
    }
    let stopped = importing.flow == Flow::Stop;
    let report = importing.finish()?;
    // Names that came after stories in which they may stand. Whoever stops does not want to wait for it: it stays noted.
    if !stopped {
        library.make_good()?;
    }
    library.settle();
    Ok(report)
}

/// An import under way.
pub(super) struct Importing<'i> {
    library: &'i mut Library,
    names: KnownNames,
    /// The version of the collection, where it has one.
    version: &'i str,
    tell: Listener<'i>,
    flow: Flow,
    /// The first thing that went wrong with the library.
    failed: Result<()>,
    report: Report,
    /// The collection that is being read.
    head: Option<Collection>,
    entities: Vec<Entity>,
    stories: Vec<Story>,
    bytes: usize,
}

impl<'i> Importing<'i> {
    pub(super) fn new(
        library: &'i mut Library,
        version: &'i str,
        tell: Listener<'i>,
    ) -> Result<Self> {
        Ok(Self {
            names: library.names()?,
            library,
            version,
            tell,
            flow: Flow::Continue,
            failed: Ok(()),
            report: Report::default(),
            head: None,
            entities: Vec::new(),
            stories: Vec::new(),
            bytes: 0,
        })
    }

    fn source(&mut self, source: &Source) {
        match source.open() {
            Ok(input) => self.read(&source.name(), input),
            Err(error) => self.problem(Problem {
                file: source.name(),
                ..Problem::rejected(format!("cannot be opened: {error}"))
            }),
        }
    }

    /// Takes every item of a stream.
    pub(super) fn read(&mut self, name: &str, input: impl Read) {
        let count = Cell::new(0);
        let counted = Counted {
            input,
            count: &count,
        };
        let mut told = 0;
        read(name, counted, &mut |item| {
            let more = count.get() - std::mem::replace(&mut told, count.get());
            if more > 0 {
                self.told(|tell| tell(Told::Read(more)));
            }
            self.take(item);
            self.flow
        });
    }

    fn told(&mut self, tell: impl FnOnce(&mut dyn FnMut(Told<'_>) -> Flow) -> Flow) {
        if tell(self.tell) == Flow::Stop {
            self.flow = Flow::Stop;
        }
    }

    fn take(&mut self, item: Item) {
        match item {
            Item::Story(story, _) => {
                self.bytes += story.body.len();
                self.stories.push(*story);
            }
            Item::Entity(entity, _) => self.entities.push(*entity),
            Item::Head(head) => self.head = Some(head),
            Item::Problem(problem) => self.problem(problem),
        }
        let full = self.stories.len() >= BATCH || self.bytes >= BATCH_BYTES;
        if full && let Err(error) = self.flush() {
            self.failed = Err(error);
            self.flow = Flow::Stop;
        }
    }

    fn problem(&mut self, problem: Problem) {
        self.report.rejected += u64::from(problem.rejected);
        self.told(|tell| tell(Told::Problem(&problem)));
        if self.report.problems.len() < PROBLEMS {
            self.report.problems.push(problem);
        }
    }

    /// Writes what has been read, entities first, so that stories can name them.
    pub(super) fn flush(&mut self) -> Result<()> {
        std::mem::replace(&mut self.failed, Ok(()))?;
        self.flush_entities()?;
        let stored = loop {
            if let Some(stored) = self.write()? {
                break stored;
            }
            // Somebody has changed names meanwhile.
            self.names = self.library.names()?;
        };
        self.bytes = 0;
        for (_, change) in &stored {
            match change {
                Change::Added => self.report.added += 1,
                Change::Updated => self.report.updated += 1,
                Change::Unchanged => self.report.unchanged += 1,
            }
        }
        self.told(|tell| tell(Told::Stored(&stored)));
        Ok(())
    }

    /// Writes the stories; none where they were searched for names that are no longer the library's.
    fn write(&mut self) -> Result<Option<Vec<(String, Change)>>> {
        // Before the library is taken for writing: nobody waits for that.
        let analyses = analyses(&self.stories, &self.names.gazetteer);
        let mut writer = self.library.writer()?;
        if !writer.knows(&self.names)? {
            return Ok(None);
        }
        let id = self.head.as_ref().map(|head| head.id.as_str());
        let mut stored = Vec::with_capacity(self.stories.len());
        for (story, analysis) in self.stories.drain(..).zip(analyses) {
            let change = writer.put_story(&story, &analysis, id)?;
            stored.push((story.id, change));
        }
        if let Some(head) = &self.head {
            writer.put_collection(head, self.version)?;
        }
        writer.commit()?;
        Ok(Some(stored))
    }

    /// Writes the entities, and notes that the stories in which they may stand are to be read again.
    fn flush_entities(&mut self) -> Result<()> {
        if self.entities.is_empty() {
            return Ok(());
        }
        let mut touched = Touched::default();
        let mut writer = self.library.writer()?;
        for entity in self.entities.drain(..) {
            let before = writer.entity_by_id(&entity.id)?;
            if writer.put_entity(&entity)? == Change::Unchanged {
                continue;
            }
            for entity in before.iter().chain([&entity]) {
                touched.add(entity);
            }
        }
        writer.note_touched(&touched)?;
        writer.commit()?;
        if !touched.is_empty() {
            self.names = self.library.names()?;
        }
        Ok(())
    }

    /// Writes the rest.
    pub(super) fn finish(mut self) -> Result<Report> {
        self.flush()?;
        Ok(self.report)
    }
}

/// The analyses of stories in their order. Half of them are made beside: it is most of an import's work.
fn analyses(stories: &[Story], gazetteer: &Gazetteer) -> Vec<Analysis> {
    let each = |stories: &[Story]| -> Vec<Analysis> {
        let of = |s: &Story| Analysis::of(&s.body, s.speaks_from(), gazetteer);
        stories.iter().map(of).collect()
    };
    let (here, beside) = stories.split_at(stories.len() / 2);
    std::thread::scope(|scope| {
        let beside = scope.spawn(|| each(beside));
        let mut all = each(here);
        match beside.join() {
            Ok(more) => all.extend(more),
            Err(panic) => std::panic::resume_unwind(panic),
        }
        all
    })
}

/// Removes the stories that an older version of a collection had and this one has not.
pub(super) fn remove_vanished(
    library: &mut Library,
    collection: &str,
    now: &BTreeSet<String>,
) -> Result<()> {
    let mut writer = library.writer()?;
    for id in writer.collection_ids(collection)? {
        if !now.contains(&id) {
            writer.remove_story(&id)?;
        }
    }
    writer.commit()
}

/// A stream that counts the bytes read from it.
struct Counted<'c, R> {
    input: R,
    count: &'c Cell<u64>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.input.read(buffer)?;
        self.count.set(self.count.get() + n as u64);
        Ok(n)
    }
}
