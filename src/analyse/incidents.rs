//! Incidents that a text mentions: sentences that say when, with whom they name. What the library has of them is asked
//! elsewhere.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Analysis, Grain};
use crate::text::sentences;

/// Words that say "not long ago" and no more.
const RECENT: [&str; 4] = ["recently", "recent", "lately", "newly"];
/// How long ago that is at most (months).
const RECENT_MONTHS: i32 = 4;
/// Dates less sure than this make no incident.
const SURE: f32 = 0.3;

/// Something that happened, as one text tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Incident {
    /// The first day it can have happened.
    pub from: Date,
    /// The last day.
    pub to: Date,
    pub grain: Grain,
    /// The first sentence that tells it, in bytes of the text.
    pub sentence: Range<usize>,
    /// Every sentence that tells it, that one included.
    pub told: Vec<Range<usize>>,
    /// The library's entities named there, by their keys.
    pub entities: BTreeSet<i64>,
    /// The new names there.
    pub names: BTreeSet<String>,
}

impl Analysis {
    /// The incidents of the text this is the analysis of, in its order. A sentence tells of one for each date in it; those of
    /// one date that share a name are one.
    pub fn incidents(&self, text: &str, published: Option<Date>) -> Vec<Incident> {
        let mut incidents: Vec<Incident> = Vec::new();
        for sentence in sentences(text) {
            let mentions = within(&sentence, &self.mentions, |m| m.start);
            let entities: BTreeSet<i64> = mentions.iter().map(|m| m.entity).collect();
            let names = within(&sentence, &self.names, |n| n.start);
            let names: BTreeSet<String> = names.iter().map(|n| n.name.clone()).collect();
            let money = within(&sentence, &self.amounts, |a| a.start);
            if entities.is_empty() && names.is_empty() && money.is_empty() {
                continue;
            }
            for (from, to, grain) in self.times(text, &sentence, published) {
                let new = Incident {
                    from,
                    to,
                    grain,
                    sentence: sentence.clone(),
                    told: vec![sentence.clone()],
                    entities: entities.clone(),
                    names: names.clone(),
                };
                match incidents.iter_mut().find(|known| known.is_same(&new)) {
                    Some(known) => known.take_in(new),
                    None => incidents.push(new),
                }
            }
        }
        incidents
    }

    /// When the things a sentence tells of happened.
    fn times(
        &self,
        text: &str,
        sentence: &Range<usize>,
        published: Option<Date>,
    ) -> Vec<(Date, Date, Grain)> {
        let dates = within(sentence, &self.dates, |d| d.start).iter();
        let dates = dates.filter(|d| d.confidence >= SURE);
        let mut times: Vec<(Date, Date, Grain)> = Vec::new();
        for date in dates.filter(|d| d.grain <= Grain::Year || d.grain == Grain::Range) {
            let time = (date.from, date.to, date.grain);
            if !times.contains(&time) {
                times.push(time);
            }
        }
        if times.is_empty()
            && let Some(published) = published
            && says_recently(&text[sentence.clone()])
        {
            let from = published.saturating_sub(RECENT_MONTHS.months());
            times.push((from, published, Grain::Range));
        }
        times
    }
}

impl Incident {
    fn is_same(&self, other: &Self) -> bool {
        let named = |a: &Self, b: &Self| {
            !a.entities.is_disjoint(&b.entities) || !a.names.is_disjoint(&b.names)
        };
        (self.from, self.to) == (other.from, other.to) && named(self, other)
    }

    fn take_in(&mut self, other: Self) {
        if !self.told.contains(&other.sentence) {
            self.told.push(other.sentence);
        }
        self.entities.extend(other.entities);
        self.names.extend(other.names);
    }
}

/// Those of some findings, which are in order, that begin within a sentence.
fn within<'f, T>(sentence: &Range<usize>, found: &'f [T], start: fn(&T) -> usize) -> &'f [T] {
    let first = found.partition_point(|f| start(f) < sentence.start);
    let count = found[first..].partition_point(|f| start(f) < sentence.end);
    &found[first..first + count]
}

fn says_recently(sentence: &str) -> bool {
    sentence.split(|c: char| !c.is_alphabetic()).any(|word| {
        RECENT
            .iter()
            .any(|recent| recent.eq_ignore_ascii_case(word))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::analyse::Gazetteer;
    use crate::story::{Entity, decode_entity};

    fn incidents(text: &str) -> Vec<(String, String, usize)> {
        let entities: Vec<Entity> = [
            json!({"id": "okex", "name": "OKEx", "kind": "organisation"}),
            json!({"id": "huobi", "name": "Huobi", "kind": "organisation"}),
        ]
        .into_iter()
        .filter_map(|v| decode_entity(v).0)
        .collect();
        let gazetteer = Gazetteer::new((1..).zip(&entities));
        let published = Some(Date::constant(2018, 10, 24));
        let analysis = Analysis::of(text, published, &gazetteer);
        let told = analysis.incidents(text, published);
        told.iter()
            .map(|i| (i.from.to_string(), i.to.to_string(), i.told.len()))
            .collect()
    }

    fn day(text: &str, sentences: usize) -> (String, String, usize) {
        (text.into(), text.into(), sentences)
    }

    #[test]
    fn a_sentence_with_a_date_and_a_name_is_one() {
        assert_eq!(
            incidents("On 30 March OKEx rolled back trades. It rained on 2 April."),
            [day("2018-03-30", 1)]
        );
        assert_eq!(incidents("OKEx grew. Trading resumed."), []);
    }

    #[test]
    fn one_day_and_one_name_are_one_incident() {
        let text = "On 30 March OKEx stopped. Users of OKEx complained on 30 March. Huobi opened on 30 March.";
        assert_eq!(
            incidents(text),
            [day("2018-03-30", 2), day("2018-03-30", 1)]
        );
    }

    #[test]
    fn recently_is_a_time_too() {
        let found = incidents("Huobi recently bought a listed company.");
        assert_eq!(found, [("2018-06-24".into(), "2018-10-24".into(), 1)]);
    }
}
