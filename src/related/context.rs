//! A story with everything that stands around it on the screen: who it names, and what came earlier and later.

use super::features::reports;
use super::figures::{Figure, dates, money};
use super::findings::Findings;
use super::moments::Moment;
use super::{Node, Score, Storyline};
use crate::analyse::{Analysis, is_demonym};
use crate::library::{Library, Result, Row, Stored};
use crate::story::{Gap, Kind, LinkKind};
use crate::text::fold;

/// The score from which a found story belongs to the storyline.
const BELONGS: f32 = 0.3;

/// A story and its surroundings.
#[derive(Debug, Clone, PartialEq)]
pub struct Context {
    pub stored: Stored,
    /// The name of the place, where it is known.
    pub place: Option<String>,
    /// Who and what the body names, by kind: the library's entities by how often, then new names.
    pub named: Vec<Named>,
    /// The amounts of money it tells, in its order.
    pub money: Vec<Figure>,
    /// The dates it tells, the earliest first.
    pub dates: Vec<Figure>,
    /// Other prints of the same report.
    pub copies: Vec<Related>,
    /// Related incidents: the earlier ones, then the later ones; of each the stated ones, then the found ones, the nearest
    /// first.
    pub related: Vec<Related>,
    /// Incidents that the body mentions and no story reports.
    pub mentioned: Vec<Moment>,
}

/// Who or what a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The library's entity with this key.
    Entity(i64),
    /// A name that was found, in its fullest form.
    Name(String),
}

/// Somebody or something a story names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub who: Who,
    pub label: String,
    pub kind: Kind,
    /// Where the body names it (bytes), in order.
    pub spans: Vec<(usize, usize)>,
    /// Stories in the library that name it; of new names found out later.
    pub everywhere: Option<u64>,
}

/// A related incident and why it is one.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    pub row: Row,
    /// What it is to the story, where somebody has stated it; none where it was found.
    pub kind: Option<LinkKind>,
    /// The reason in a phrase.
    pub why: String,
    /// How far it lies from the story, in words; empty when a date is missing.
    pub gap: String,
    /// Whether it stands earlier in the storyline than the story.
    pub earlier: bool,
    /// How much the two belong together and by what, once it has been worked out.
    pub score: Option<Score>,
    /// Whether it reports something that the story mentions.
    pub reported: bool,
    /// What the analysis has to say for it, in phrases.
    pub reasons: Vec<String>,
    /// Copies of it that were found too.
    pub copies: Vec<Row>,
    /// Who published it and its copies.
    pub publishers: Vec<String>,
}

/// The story with an id and its surroundings.
///
/// # Errors
/// When the library cannot be read.
pub fn context(library: &Library, id: &str) -> Result<Option<Context>> {
    let Some(stored) = library.story(id)? else {
        return Ok(None);
    };
    let place = stored.story.place.as_deref().map(|id| library.name_of(id));
    let analysis = library.analysis(stored.row.place.key, &stored.story)?;
    Ok(Some(Context {
        named: named(library, &stored, &analysis)?,
        money: money(&analysis, &stored.story.body),
        dates: dates(&analysis, &stored.story.body),
        copies: Vec::new(),
        related: related(library, &stored)?,
        mentioned: Vec::new(),
        place: place.transpose()?,
        stored,
    }))
}

impl Context {
    /// The storyline that runs through this story: what is stated, what surely belongs to it, and what is only mentioned.
    pub fn storyline(&self) -> Storyline {
        let stories = self.storyline_rows().map(Node::from);
        let mentioned = self.mentioned.iter().filter_map(Node::mentioned);
        Storyline::new(&self.stored.row.id, stories.chain(mentioned))
    }

    /// The stories of the storyline, this one included; of copies one stands for all.
    pub(super) fn storyline_rows(&self) -> impl Iterator<Item = &Row> {
        let belonging = self.related.iter().filter(|r| r.belongs());
        belonging.map(|r| &r.row).chain([&self.stored.row])
    }

    /// Takes up what was found around this story, in place of what was found before.
    pub fn take(&mut self, findings: Findings) {
        self.copies.clear();
        self.related.retain(|r| r.kind.is_some());
        for related in &mut self.related {
            related.copies.clear();
            related.reported = false;
        }
        for (name, stories) in findings.names {
            let is = |named: &&mut Named| named.who == Who::Name(name.clone());
            if let Some(named) = self.named.iter_mut().find(is) {
                named.everywhere = Some(stories);
            }
        }
        for found in findings.related {
            let (score, reasons) = (Some(found.score), found.reasons);
            if let Some(known) = self.related.iter_mut().find(|r| r.row.id == found.row.id) {
                (known.score, known.reasons) = (score, reasons);
                known.publishers = found.publishers;
                continue;
            }
            let first = self.related.iter_mut().find(|r| r.row.id == found.group);
            if let Some(first) = first.filter(|_| found.group != found.row.id) {
                first.copies.push(found.row);
                first.publishers.extend(found.publishers);
                continue;
            }
            let copy = found.group == self.stored.row.id;
            let why = reasons.join("; ");
            let mut related = linked(&self.stored.row, found.row, None, why);
            (related.score, related.reasons) = (score, reasons);
            related.publishers = found.publishers;
            let list = if copy {
                &mut self.copies
            } else {
                &mut self.related
            };
            list.push(related);
        }
        for row in findings.reported {
            self.take_reported(row);
        }
        in_order(&mut self.related);
        self.mentioned = findings.mentioned;
    }

    fn take_reported(&mut self, row: Row) {
        if self.copies.iter().any(|r| r.row.id == row.id) {
            return;
        }
        if let Some(known) = self.related.iter_mut().find(|r| r.row.id == row.id) {
            known.reported = true;
            return;
        }
        let reason = "reports what is mentioned here".to_owned();
        let mut related = linked(&self.stored.row, row, None, reason.clone());
        related.reported = true;
        related.reasons.push(reason);
        self.related.push(related);
    }
}

impl Related {
    /// Whether it is part of the storyline.
    fn belongs(&self) -> bool {
        let surely = self.score.is_some_and(|score| score.total() >= BELONGS);
        self.kind.is_some() || self.reported || surely
    }
}

fn named(library: &Library, stored: &Stored, analysis: &Analysis) -> Result<Vec<Named>> {
    let mut named: Vec<Named> = Vec::new();
    for mention in &stored.mentions {
        let (who, span) = (Who::Entity(mention.entity), (mention.start, mention.end));
        if let Some(known) = named.iter_mut().find(|n| n.who == who) {
            known.spans.push(span);
        } else if let Some(row) = library.entity(mention.entity)?.filter(|row| !row.hidden) {
            named.push(Named {
                who,
                label: row.entity.label(),
                kind: row.entity.kind,
                spans: vec![span],
                everywhere: Some(row.stories),
            });
        }
    }
    // Nobody would look among the names for who is from China, or for who reports it.
    let publishers = stored.story.sources.iter().map(|s| s.publisher.clone());
    let publishers: Vec<String> = publishers.collect();
    let new = analysis
        .names
        .iter()
        .filter(|new| !is_demonym(&new.name) && !reports(&publishers, &fold(&new.name)));
    for new in new {
        let (who, span) = (Who::Name(new.name.clone()), (new.start, new.end));
        match named.iter_mut().find(|n| n.who == who) {
            Some(known) => known.spans.push(span),
            None => named.push(Named {
                who,
                label: new.name.clone(),
                kind: new.kind,
                spans: vec![span],
                everywhere: None,
            }),
        }
    }
    let order = |n: &Named| {
        let new = matches!(n.who, Who::Name(_));
        (n.kind, new, std::cmp::Reverse(n.spans.len()))
    };
    named.sort_by(|a, b| order(a).cmp(&order(b)).then(a.label.cmp(&b.label)));
    Ok(named)
}

fn related(library: &Library, stored: &Stored) -> Result<Vec<Related>> {
    let links = library.links(&stored.row.id)?.into_iter();
    let mut related: Vec<Related> = links
        .map(|link| linked(&stored.row, link.row, Some(link.kind), link.why))
        .collect();
    in_order(&mut related);
    Ok(related)
}

fn linked(here: &Row, row: Row, kind: Option<LinkKind>, why: String) -> Related {
    Related {
        earlier: row.place < here.place,
        gap: match (here.date, row.date) {
            (Some(here), Some(there)) => Gap::between(here, there).phrase(),
            _ => String::new(),
        },
        row,
        kind,
        why,
        score: None,
        reported: false,
        reasons: Vec::new(),
        copies: Vec::new(),
        publishers: Vec::new(),
    }
}

fn in_order(related: &mut [Related]) {
    related.sort_by_key(|r| (!r.earlier, r.row.place));
    let earlier = related.iter().take_while(|r| r.earlier).count();
    related[..earlier].reverse();
    related.sort_by_key(|r| (!r.earlier, r.kind.is_none()));
}
