//! The story that reports what another only mentions, looked for by its time, its names and its words.

use jiff::ToSpan;
use jiff::civil::Date;

use super::clues::strongest;
use super::features::{EntityNames, Features};
use super::score::REPORTED_WITHIN;
use crate::analyse::Incident;
use crate::library::{Clues, Library, Result, Row, Told};
use crate::story::PartialDate;

/// Stories of the right time that are asked whether they report an incident.
const REPORTS: usize = 12;
/// How alike a sentence and a story are if the one mentions what the other reports.
const TIED: f32 = 0.09;

/// The story that reports an incident another one mentions: it happened in that time or, where nothing but its day of
/// publication is known, appeared then or shortly after; it names somebody named in the sentence, and says much the same. `own` tells that the story reports the incident itself.
///
/// # Errors
/// When the library or its index cannot be read.
pub(super) fn report(
    library: &Library,
    (row, told): (&Row, &Told),
    incident: &Incident,
    own: bool,
) -> Result<Option<Row>> {
    let Some(within) = within(told, incident, own) else {
        return Ok(None);
    };
    let frequencies = library.frequencies()?;
    let mut entities = EntityNames::new();
    let sentence = sentence(told, incident);
    let text = &sentence.body;
    let here = Features::of(library, &frequencies, &sentence, text, &mut entities)?;
    let clues = Clues {
        words: strongest(&[text], &here.text, &frequencies),
        within: Some(within),
        ..Clues::default()
    };
    let money = incident.entities.is_empty() && incident.names.is_empty();
    let mut best: Option<(f32, i64)> = None;
    for key in library.alike(&clues, REPORTS)? {
        if key == row.place.key {
            continue;
        }
        let Some(other) = library.told(key)?.filter(|o| may_report(o, incident)) else {
            continue;
        };
        let there = Features::of(library, &frequencies, &other, &other.body, &mut entities)?;
        let alike = here.text.cosine(&there.text) + 0.5 * here.text.cosine(&there.title);
        // Without a shared name the words must say more.
        let named = money || share_a_name(&here, &there) || incident.is_on(other.date());
        let enough = if named && !incident.is_vague() {
            TIED
        } else {
            2.0 * TIED
        };
        if alike >= enough && best.is_none_or(|(most, _)| alike > most) {
            best = Some((alike, key));
        }
    }
    match best {
        Some((_, key)) => library.row_of(key),
        None => Ok(None),
    }
}

/// The days under which stories are filed that may report an incident, as codes.
fn within(told: &Told, incident: &Incident, own: bool) -> Option<(u32, u32)> {
    let code = |day: Date| PartialDate::of_day(day).map(PartialDate::code);
    let mut last = incident.to.saturating_add(REPORTED_WITHIN.days());
    if own {
        // What appears after this story does not report it any more than this one.
        let before = told.date().map(PartialDate::first_day);
        let before = before.map_or(last, |day| day.saturating_sub(1.day()));
        last = last.min(before).max(incident.to);
    }
    Some((incident.first_code()?, code(last)?))
}

/// Whether a story was in time to report an incident: what is known to have happened later is something else.
fn may_report(other: &Told, incident: &Incident) -> bool {
    let last = PartialDate::of_day(incident.to);
    other.occurred.is_none() || other.occurred <= last
}

/// The sentences that tell of an incident, as a story of their own.
fn sentence(told: &Told, incident: &Incident) -> Told {
    let sentences = incident.told.iter().map(|s| &told.body[s.clone()]);
    Told {
        analysis: told.analysis.names_within(&incident.told),
        body: sentences.collect::<Vec<_>>().join(" "),
        ..Told::default()
    }
}

fn share_a_name(here: &Features, there: &Features) -> bool {
    let has = |slot| there.names.binary_search_by_key(slot, |(s, _)| *s).is_ok();
    here.names.iter().any(|(slot, _)| has(slot))
}
