//! Answers the reader's questions from a library. The thread it works in stands elsewhere.

use crate::app::{Completed, Effect, Entry, Event, Opened, Page, Results, SavedRow, Start};
use crate::library::{Error, Filter, From, Library, Result, Row};
use crate::related::{Context, context, findings};
use crate::search::{completing, parse, snippet};

/// Rows the reader opens with.
const FIRST_PAGE: usize = 120;
/// The widest snippet (columns).
const SNIPPET: usize = 120;

/// Answers questions from a library.
#[derive(Debug)]
pub struct Worker {
    library: Library,
    seen: Seen,
}

/// What the reader opens with: the newest stories, and the story that was open last, or the lead.
///
/// # Errors
/// When the library cannot be read.
pub fn start(library: &Library) -> Result<Start> {
    library.at_once(read_start)
}

fn read_start(library: &Library) -> Result<Start> {
    let (trail, at) = library.trail()?;
    let collections = library.collections()?;
    let lead = collections.iter().find_map(|(head, _)| head.lead.clone());
    let last = trail.get(at).map(|stop| stop.story.clone());
    let mut article: Option<Context> = None;
    for id in last.into_iter().chain(lead) {
        if article.is_none() {
            article = context(library, &id)?;
        }
    }
    let all = Filter::default();
    let mut page = page(library, &all, From::Newest, FIRST_PAGE)?;
    if let Some(open) = article.as_ref().map(|a| &a.stored.row)
        && page.entries.iter().all(|e| e.row.id != open.id)
    {
        page = around(library, open)?;
    }
    let title = match collections.as_slice() {
        [(only, _)] => only.title.clone(),
        [] => String::new(),
        more => format!("{} collections", more.len()),
    };
    Ok(Start {
        title,
        counts: library.counts()?,
        page,
        article,
        saved: library.saved()?,
        trail,
        at,
    })
}

/// The rows on both sides of a story.
fn around(library: &Library, open: &Row) -> Result<Page> {
    let all = Filter::default();
    let above = page(library, &all, From::Above(open.place), FIRST_PAGE / 2)?;
    let below = page(library, &all, From::Below(open.place), FIRST_PAGE / 2)?;
    let mut entries = above.entries;
    entries.push(entry(open.clone()));
    entries.extend(below.entries);
    Ok(Page {
        entries,
        begins: above.begins,
        ends: below.ends,
    })
}

fn entry(row: Row) -> Entry {
    Entry { row, snippet: None }
}

fn page(library: &Library, filter: &Filter, from: From, count: usize) -> Result<Page> {
    let rows = library.page(filter, from, count)?;
    let short = rows.len() < count;
    let (begins, ends) = match from {
        From::Newest => (true, short),
        From::Oldest => (short, true),
        From::Below(_) => (false, short),
        From::Above(_) => (short, false),
    };
    Ok(Page {
        entries: rows.into_iter().map(entry).collect(),
        begins,
        ends,
    })
}

impl Worker {
    pub fn new(mut library: Library) -> Self {
        // That would keep the reader waiting; there is a thread for it.
        library.leave_mending();
        // A library that cannot be read now is told of at the first question.
        let seen = Seen::now(&library).unwrap_or_default();
        Self { library, seen }
    }

    /// The library, for looking at what was stored.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Does what an effect asks for; an answer comes back where there is one.
    pub fn answer(&mut self, effect: Effect) -> Option<Event> {
        self.try_answer(effect)
            .unwrap_or_else(|error| Some(Event::Failed(error.to_string())))
    }

    fn try_answer(&mut self, effect: Effect) -> Result<Option<Event>> {
        match effect {
            Effect::List {
                generation,
                filter,
                from,
                count,
            } => {
                let page = page(&self.library, &filter, from, count)?;
                Ok(Some(Event::Listed { generation, page }))
            }
            Effect::Open { generation, id } => {
                let context = self.library.at_once(|library| context(library, &id));
                let opened = Opened {
                    generation,
                    id,
                    context: context.map_err(|error| error.to_string()),
                };
                Ok(Some(Event::Opened(Box::new(opened))))
            }
            Effect::Relate { id } => match findings(&self.library, &id) {
                // It is asked for again when there is an index.
                Err(Error::NoIndex) => Ok(None),
                found => Ok(found?.map(|findings| Event::Related(Box::new(findings)))),
            },
            Effect::Search {
                generation,
                text,
                skip,
                count,
            } => Ok(Some(Event::Found(
                self.search(generation, &text, skip, count)?,
            ))),
            Effect::Mark { id, mark, on } => {
                self.library.set_mark(&id, mark, on)?;
                Ok(Some(Event::Counted(self.library.counts()?)))
            }
            Effect::Save(saved) => {
                self.library.save(&saved)?;
                Ok(None)
            }
            Effect::CountSaved => Ok(Some(Event::Saved(self.saved()?))),
            Effect::Complete { text, cursor } => self.complete(text, cursor),
            Effect::SaveTrail { stops, at } => {
                self.library.set_trail(&stops, at)?;
                Ok(None)
            }
            Effect::Suspend | Effect::Redraw | Effect::Quit => Ok(None),
        }
    }

    fn search(
        &mut self,
        generation: u64,
        text: &str,
        skip: usize,
        count: usize,
    ) -> Result<Results> {
        let query = parse(text);
        let (entries, total) = self.library.at_once(|library| {
            let results = library.search(&query, skip, count)?;
            let mut entries = Vec::with_capacity(results.hits.len());
            for hit in results.hits {
                let body = library.body(hit.row.place.key)?;
                entries.push(Entry {
                    snippet: Some(snippet(&query, &body, SNIPPET)),
                    row: hit.row,
                });
            }
            Ok((entries, results.total))
        })?;
        let ends = skip + entries.len() >= total;
        Ok(Results {
            generation,
            skipped: skip,
            total,
            page: Page {
                entries,
                begins: skip == 0,
                ends,
            },
        })
    }

    fn saved(&self) -> Result<Vec<SavedRow>> {
        let saved = self.library.saved()?.into_iter();
        Ok(saved
            .map(|saved| SavedRow {
                // While the index is being built there is nothing to count.
                counts: self.library.count(&parse(&saved.query)).ok(),
                saved,
            })
            .collect())
    }

    fn complete(&self, text: String, cursor: usize) -> Result<Option<Event>> {
        let Some(completing) = completing(&text, cursor) else {
            return Ok(None);
        };
        let candidates = self.library.complete(&completing)?;
        Ok(Some(Event::Completed(Completed {
            text,
            completing,
            candidates,
        })))
    }

    /// What others have changed since the last look.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn look(&mut self) -> Result<Vec<Event>> {
        let seen = Seen::now(&self.library)?;
        let before = std::mem::replace(&mut self.seen, seen);
        if before.version == seen.version {
            return Ok(Vec::new());
        }
        let mut events = vec![Event::Counted(self.library.counts()?)];
        if before.sequence != seen.sequence {
            let added = seen.stories.saturating_sub(before.stories);
            events.push(Event::Changed { added });
        }
        Ok(events)
    }
}

/// What tells that another process has changed the library.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    version: i64,
    sequence: u64,
    stories: u64,
}

impl Seen {
    fn now(library: &Library) -> Result<Self> {
        Ok(Self {
            version: library.data_version()?,
            sequence: library.sequence()?,
            stories: library.counts()?.stories,
        })
    }
}
