//! The storyline in full: the stories that belong to a story and the incidents it only mentions, in time order.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::clues::strongest;
use super::features::{EntityNames, Features};
use super::findings::findings;
use crate::analyse::Incident;
use crate::library::{Clues, Library, Result, Row, Told};
use crate::story::{Gap, PartialDate};

/// The score from which a found story belongs to the storyline.
pub(super) const BELONGS: f32 = 0.3;
/// Stories of the right time that are asked whether they report an incident.
const REPORTS: usize = 12;
/// How alike a sentence and a story are if the one mentions what the other reports.
const TIED: f32 = 0.09;

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

/// The story that reports an incident another one mentions: it happened in that time, names somebody named in the sentence,
/// and says much the same.
///
/// # Errors
/// When the library or its index cannot be read.
pub fn report(
    library: &Library,
    row: &Row,
    told: &Told,
    incident: &Incident,
) -> Result<Option<Row>> {
    let frequencies = library.frequencies()?;
    let mut entities = EntityNames::new();
    let sentences: Vec<&str> = incident
        .told
        .iter()
        .map(|s| &told.body[s.clone()])
        .collect();
    let sentence = Told {
        analysis: crate::analyse::Analysis {
            mentions: told
                .analysis
                .mentions
                .iter()
                .filter(|m| tells(incident, m.start))
                .copied()
                .collect(),
            names: told
                .analysis
                .names
                .iter()
                .filter(|n| tells(incident, n.start))
                .cloned()
                .collect(),
            ..Default::default()
        },
        body: sentences.join(" "),
        ..Told::default()
    };
    let here = Features::of(library, &frequencies, &sentence, &mut entities)?;
    let code = |day: Date| PartialDate::of_day(day).map(PartialDate::code);
    let (Some(from), Some(to)) = (code(incident.from), code(incident.to)) else {
        return Ok(None);
    };
    let clues = Clues {
        words: strongest(&[&sentence.body], &here.text, &frequencies),
        // A story known to the month lies before the month's first day.
        within: Some((
            if incident.from.day() == 1 {
                from / 100 * 100
            } else {
                from
            },
            to,
        )),
        ..Clues::default()
    };
    let mut best: Option<(f32, i64)> = None;
    for key in library.alike(&clues, REPORTS)? {
        if key == row.place.key {
            continue;
        }
        let Some(other) = library.told(key)? else {
            continue;
        };
        let there = Features::of(library, &frequencies, &other, &mut entities)?;
        let money = incident.entities.is_empty() && incident.names.is_empty();
        let named = money
            || here
                .names
                .iter()
                .any(|(slot, _)| there.names.binary_search_by_key(slot, |(s, _)| *s).is_ok());
        let alike = here.text.cosine(&there.text) + 0.5 * here.text.cosine(&there.title);
        // Without a shared name the words must say more.
        let enough = if named { TIED } else { 2.0 * TIED };
        if alike >= enough && best.is_none_or(|(most, _)| alike > most) {
            best = Some((alike, key));
        }
    }
    match best {
        Some((_, key)) => library.row_of(key),
        None => Ok(None),
    }
}

fn tells(incident: &Incident, at: usize) -> bool {
    incident.told.iter().any(|sentence| sentence.contains(&at))
}
