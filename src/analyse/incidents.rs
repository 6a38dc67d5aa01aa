//! Incidents that a text mentions: sentences that say when, with whom they name. What the library has of them is asked
//! elsewhere.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::happened::{Time, is_sure};
use super::{Analysis, DateMention, Grain};
use crate::story::{PartialDate, Vantage};
use crate::text::sentences;

/// Days: a month is as exact as this.
const LOOSE: i64 = 2;
/// Days: a longer stretch is a weak ground.
const SEASON: i32 = 123;

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
    pub fn incidents(&self, text: &str, from: Option<Vantage>) -> Vec<Incident> {
        let mut incidents: Vec<Incident> = Vec::new();
        let mut told = Told::default();
        for sentence in sentences(text) {
            let mentions = within(&sentence, &self.mentions, |m| m.start).iter();
            let new = within(&sentence, &self.names, |n| n.start).iter();
            let money = within(&sentence, &self.amounts, |a| a.start);
            let known = mentions.map(|m| Named::Entity(m.entity));
            let named: Vec<Named<'_>> = known.chain(new.map(|n| Named::New(&n.name))).collect();
            if named.is_empty() && money.is_empty() {
                continue;
            }
            for time in self.times(text, &sentence, from) {
                let at = told.place(time, &named, incidents.len());
                let incident = Incident::told(time, &sentence, &named);
                match incidents.get_mut(at) {
                    Some(known) => known.take_in(incident),
                    None => incidents.push(incident),
                }
            }
        }
        incidents
    }
}

impl Analysis {
    /// Whether a date of the text lies within the time of an incident of another.
    pub fn tells_of(&self, incident: &Incident) -> bool {
        let dates = self.dates.iter().filter(|d| is_sure(d));
        let near = |d: &DateMention| incident.from <= d.from && d.to <= incident.to;
        dates.into_iter().any(near) && !incident.is_vague()
    }
}

impl Incident {
    fn told((from, to, grain): Time, sentence: &Range<usize>, named: &[Named<'_>]) -> Self {
        let entity = |who: &Named<'_>| match who {
            Named::Entity(key) => Some(*key),
            Named::New(_) => None,
        };
        let name = |who: &Named<'_>| match who {
            Named::Entity(_) => None,
            Named::New(name) => Some((*name).to_owned()),
        };
        Self {
            from,
            to,
            grain,
            sentence: sentence.clone(),
            told: vec![sentence.clone()],
            entities: named.iter().filter_map(entity).collect(),
            names: named.iter().filter_map(name).collect(),
        }
    }

    /// The first date, as a [code](PartialDate::code), under which a story is looked for that reports it. A month is told
    /// loosely: what became known in August may have happened on the last of July.
    pub fn first_code(&self) -> Option<u32> {
        let loose = if self.grain == Grain::Month { LOOSE } else { 0 };
        let first = PartialDate::of_day(self.from.saturating_sub(loose.days()))?.code();
        // A story known to the month lies before the month's first day, and one known to the year before the year's.
        Some(match (first / 100 % 100, first % 100) {
            (1, 1) => first / 10_000 * 10_000,
            (_, 1) => first - 1,
            _ => first,
        })
    }

    /// Whether a story of that date is of its very day.
    pub fn is_on(&self, date: Option<PartialDate>) -> bool {
        let day = date
            .filter(|d| d.day().is_some())
            .map(PartialDate::first_day);
        self.grain == Grain::Day && day == Some(self.from)
    }

    /// Whether its time is too wide to tie it to a story by itself: so much happens in a year.
    pub fn is_vague(&self) -> bool {
        (self.to - self.from).get_days() > SEASON
    }

    fn take_in(&mut self, other: Self) {
        // Sentences come in order, so that one told before is the last.
        if self.told.last() != Some(&other.sentence) {
            self.told.push(other.sentence);
        }
        self.entities.extend(other.entities);
        self.names.extend(other.names);
    }
}

/// Somebody named in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Named<'a> {
    Entity(i64),
    New(&'a str),
}

/// By time and name the first incident of that time that names it.
#[derive(Default)]
struct Told<'a> {
    first: HashMap<(Date, Date, Named<'a>), usize>,
}

impl<'a> Told<'a> {
    /// The place of the incident that a sentence tells of: of one known already where they share a name, else the next.
    fn place(&mut self, (from, to, _): Time, named: &[Named<'a>], next: usize) -> usize {
        let known = named
            .iter()
            .filter_map(|who| self.first.get(&(from, to, *who)));
        let at = known.min().copied().unwrap_or(next);
        self.first
            .extend(named.iter().map(|who| ((from, to, *who), at)));
        at
    }
}

/// Those of some findings, which are in order, that begin within a sentence.
pub(super) fn within<'f, T>(
    sentence: &Range<usize>,
    found: &'f [T],
    start: fn(&T) -> usize,
) -> &'f [T] {
    let first = found.partition_point(|f| start(f) < sentence.start);
    let count = found[first..].partition_point(|f| start(f) < sentence.end);
    &found[first..first + count]
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
        let published = Some(Vantage::from(Date::constant(2018, 10, 24)));
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
    fn the_finer_of_two_times_is_when_it_happened() {
        let text =
            "Two years earlier, on 22 November 2016, OKEx fell. In March, on the 5th, Huobi fell.";
        let found = [day("2016-11-22", 1), day("2018-03-05", 1)];
        assert_eq!(incidents(text), found);
    }

    #[test]
    fn what_lasts_and_what_is_planned_is_none() {
        let text = "OKEx has had clients since 2017. Huobi was open until 3 March. OKEx will open on 3 November. \
            OKEx grew from 2014 to 2017. Dams that Huobi built before 1985 stand.";
        assert_eq!(incidents(text), []);
        assert_eq!(
            incidents("Huobi has been shut since 3 March."),
            [day("2018-03-03", 1)]
        );
        assert_eq!(
            incidents("OKEx opened on 3 November 2018."),
            [day("2018-11-03", 1)]
        );
    }

    #[test]
    fn recently_is_a_time_too() {
        let found = incidents("Huobi recently bought a listed company.");
        assert_eq!(found, [("2018-06-24".into(), "2018-10-24".into(), 1)]);
    }

    #[test]
    fn incidents_that_share_a_name_with_one_told_before_are_that_one() {
        let text = "On 30 March OKEx fell. On 30 March Huobi fell. On 30 March OKEx and Huobi rose. Huobi shut on 30 March.";
        assert_eq!(
            incidents(text),
            [day("2018-03-30", 3), day("2018-03-30", 1)]
        );
        let many = incidents(&"On 30 March 2017 OKEx fell. ".repeat(5_000));
        assert_eq!(many, [day("2017-03-30", 5_000)]);
        let table = format!(
            "OKEx: {}",
            "3 May 2016, 4 May 2016, 7 June 2017, ".repeat(2_000)
        );
        assert_eq!(incidents(&table).len(), 3);
    }
}
