//! The storyline in full: the stories that belong to a story and the incidents it only mentions, in time order.

use std::collections::BTreeSet;

use super::findings::findings;
use crate::analyse::Incident;
use crate::library::{Library, Result, Row, Told};
use crate::story::{Gap, PartialDate};

/// The score from which a found story belongs to the storyline.
pub(super) const BELONGS: f32 = 0.3;

/// One moment of a storyline: a story, or something that is only mentioned.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// The first and the last day it can have happened.
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
    /// The story that reports it; none for what is only mentioned.
    pub story: Option<Row>,
    /// The headline, or the sentence that mentions it.
    pub text: String,
    /// How long after the moment before, in words; empty for the first.
    pub gap: String,
    /// Where the story that was asked for mentions it: bytes of its body.
    pub mentioned_in: Option<(usize, usize)>,
}

impl Moment {
    /// An incident that a story only mentions.
    pub(super) fn mentioned(told: &Told, incident: &Incident) -> Self {
        let sentence = incident.sentence.clone();
        Self {
            from: PartialDate::of_day(incident.from),
            to: PartialDate::of_day(incident.to),
            story: None,
            text: told.body[sentence.clone()].replace('\n', " "),
            gap: String::new(),
            mentioned_in: Some((sentence.start, sentence.end)),
        }
    }
}

impl Moment {
    /// When it happened, in words: a day, a month, a year, or from when to when.
    pub fn when(&self) -> String {
        let (Some(from), Some(to)) = (self.from, self.to) else {
            return String::new();
        };
        PartialDate::stretch(from.first_day(), to.first_day())
    }
}

impl From<Row> for Moment {
    fn from(row: Row) -> Self {
        Self {
            from: row.date,
            to: row.date,
            text: row.headline.clone(),
            story: Some(row),
            gap: String::new(),
            mentioned_in: None,
        }
    }
}

/// The storyline around a story, earliest first. Of copies one stands for all.
///
/// # Errors
/// When the library or its index cannot be read.
pub fn moments(library: &Library, id: &str) -> Result<Vec<Moment>> {
    let (Some(row), Some(findings)) = (library.row(id)?, findings(library, id)?) else {
        return Ok(Vec::new());
    };
    let mut groups = BTreeSet::from([row.id.clone()]);
    let mut stories = vec![row];
    for found in findings.related {
        if (found.stated.is_some() || found.total() >= BELONGS)
            && groups.insert(found.group.clone())
        {
            stories.push(found.row);
        }
    }
    for report in findings.reported {
        if stories.iter().all(|s| s.id != report.id) {
            stories.push(report);
        }
    }
    let mut moments = findings.mentioned;
    moments.extend(stories.into_iter().map(Moment::from));
    moments.sort_by_key(|m| (m.from, m.story.as_ref().map(|row| row.place.key)));
    for at in 1..moments.len() {
        if let (Some(before), Some(here)) = (moments[at - 1].from, moments[at].from) {
            moments[at].gap = Gap::between(before, here).words_later();
        }
    }
    Ok(moments)
}
