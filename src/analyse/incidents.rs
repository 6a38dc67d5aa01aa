//! Incidents that a text mentions: sentences that say when, with whom they name. What the library has of them is asked
//! elsewhere.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Analysis, DateMention, Grain};
use crate::story::PartialDate;
use crate::text::sentences;

/// Words that say "not long ago" and no more.
const RECENT: [&str; 4] = ["recently", "recent", "lately", "newly"];
/// How long ago that is at most (months).
const RECENT_MONTHS: i32 = 4;
/// Dates less sure than this make no incident.
const SURE: f32 = 0.3;
/// Words behind which a date ends something.
const UNTIL: [&str; 3] = ["until", "till", "til"];
/// What is so on a day was planned when that was told.
const SET: [&str; 5] = ["set", "scheduled", "due", "slated", "planned"];
/// Days: "weeks ago" is as exact as this.
const WEEKS: i64 = 3;
/// Days: a month is as exact as this.
const LOOSE: i64 = 2;
/// Days: a longer stretch is no incident.
const YEAR: i32 = 366;
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
        let mut times: Vec<(Date, Date, Grain)> = Vec::new();
        for date in dates.filter(|d| tells(text, d, published)) {
            let time = time(text, date);
            if !times.contains(&time) {
                times.push(time);
            }
        }
        // "Two years earlier, on 22 November 2023": the day inside the year is when it happened.
        let all = times.clone();
        times.retain(|wide| !all.iter().any(|fine| is_inside(fine, wide)));
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

/// Whether something happened at a date: what begins to count or ceases then, and what is planned, has not.
fn tells(text: &str, date: &DateMention, published: Option<Date>) -> bool {
    let days = (date.to - date.from).get_days();
    let fits = date.grain <= Grain::Year || date.grain == Grain::Range && days <= YEAR;
    // A year that is named tells of a later chapter, where one that is not tells of what was still to come.
    let named = text[date.start..date.end]
        .split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4);
    let planned = !named && published.is_some_and(|p| date.from > p);
    let before = text[..date.start].trim_end();
    let mut words = before.rsplit(|c: char| !c.is_alphabetic());
    let mut word = || words.next().unwrap_or_default().to_lowercase();
    let (word, second) = (word(), word());
    // "Set for 30 January", "due on 3 March".
    let planned = planned || SET.contains(&second.as_str());
    let lasts = UNTIL.contains(&word.as_str()) || word == "since" && date.grain != Grain::Day;
    date.confidence >= SURE && fits && !planned && !lasts
}

fn is_inside(fine: &(Date, Date, Grain), wide: &(Date, Date, Grain)) -> bool {
    let within = wide.0 <= fine.0 && fine.1 <= wide.1;
    within && (fine.0, fine.1) != (wide.0, wide.1)
}

/// The time of an incident that a date tells. "Five weeks before" counts in weeks: the day may be one of some around.
fn time(text: &str, date: &DateMention) -> (Date, Date, Grain) {
    let said = &text[date.start..date.end];
    if date.grain == Grain::Day && said.split(' ').any(|word| word == "weeks") {
        let span = WEEKS.days();
        let (from, to) = (date.from.saturating_sub(span), date.to.saturating_add(span));
        return (from, to, Grain::Range);
    }
    (date.from, date.to, date.grain)
}

impl Analysis {
    /// Whether a date of the text lies within the time of an incident of another.
    pub fn tells_of(&self, incident: &Incident) -> bool {
        let dates = self.dates.iter().filter(|d| d.confidence >= SURE);
        let near = |d: &DateMention| incident.from <= d.from && d.to <= incident.to;
        dates.into_iter().any(near) && !incident.is_vague()
    }
}

impl Incident {
    /// The days among which a story is looked for that reports it. A month is told loosely: what became known in August may
    /// have happened on the last of July.
    pub fn window(&self) -> (Date, Date) {
        if self.grain == Grain::Month {
            return (self.from.saturating_sub(LOOSE.days()), self.to);
        }
        (self.from, self.to)
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
    fn the_finer_of_two_times_is_when_it_happened() {
        let text =
            "Two years earlier, on 22 November 2016, OKEx fell. In March, on the 5th, Huobi fell.";
        let found = [day("2016-11-22", 1), day("2018-03-05", 1)];
        assert_eq!(incidents(text), found);
    }

    #[test]
    fn what_lasts_and_what_is_planned_is_none() {
        let text = "OKEx has had clients since 2017. Huobi was open until 3 March. OKEx will open on 3 November. \
            OKEx grew from 2014 to 2017.";
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
}
