//! The story that reports what another only mentions, looked for by its time, its names and its words.

use super::clues::strongest;
use super::features::{EntityNames, Features};
use crate::analyse::Incident;
use crate::library::{Clues, Library, Result, Row, Told};

/// Stories of the right time that are asked whether they report an incident.
const REPORTS: usize = 12;
/// How alike a sentence and a story are if the one mentions what the other reports.
const TIED: f32 = 0.09;

/// The story that reports an incident another one mentions: it happened in that time, names somebody named in the sentence,
/// and says much the same.
///
/// # Errors
/// When the library or its index cannot be read.
pub(super) fn report(
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
        analysis: told.analysis.names_within(&incident.told),
        body: sentences.join(" "),
        ..Told::default()
    };
    let here = Features::of(
        library,
        &frequencies,
        &sentence,
        &sentence.body,
        &mut entities,
    )?;
    let Some(within) = incident.codes() else {
        return Ok(None);
    };
    let clues = Clues {
        words: strongest(&[&sentence.body], &here.text, &frequencies),
        within: Some(within),
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
        let there = Features::of(library, &frequencies, &other, &other.body, &mut entities)?;
        let money = incident.entities.is_empty() && incident.names.is_empty();
        let named = money
            || here
                .names
                .iter()
                .any(|(slot, _)| there.names.binary_search_by_key(slot, |(s, _)| *s).is_ok());
        let alike = here.text.cosine(&there.text) + 0.5 * here.text.cosine(&there.title);
        // Without a shared name the words must say more.
        let named = named || incident.is_on(other.date());
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
