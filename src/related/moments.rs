//! The storyline in full: the stories that belong to a story and the incidents it only mentions, in time order.

use super::context::context;
use super::findings::findings;
use crate::analyse::Incident;
use crate::library::{Library, Result, Row, Told};
use crate::story::{Gap, PartialDate};

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

/// The storyline around a story, earliest first.
///
/// # Errors
/// When the library or its index cannot be read.
pub fn moments(library: &Library, id: &str) -> Result<Vec<Moment>> {
    let (Some(mut context), Some(findings)) = (context(library, id)?, findings(library, id)?)
    else {
        return Ok(Vec::new());
    };
    context.take(findings);
    let rows = context.storyline_rows().cloned();
    let mut moments: Vec<Moment> = rows.map(Moment::from).collect();
    moments.append(&mut context.mentioned);
    moments.sort_by_key(|m| (m.from, m.story.as_ref().map(|row| row.place.key)));
    for at in 1..moments.len() {
        if let (Some(before), Some(here)) = (moments[at - 1].from, moments[at].from) {
            moments[at].gap = Gap::between(before, here).words_later();
        }
    }
    Ok(moments)
}
