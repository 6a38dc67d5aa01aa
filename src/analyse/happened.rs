//! When the things that a sentence tells of happened: which of its dates tell of something, and how exactly.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::incidents::within;
use super::{Analysis, DateMention, Grain};
use crate::story::Vantage;

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
/// The most times one sentence tells of.
const MANY: usize = 32;
/// Days: "weeks ago" is as exact as this.
const WEEKS: i64 = 3;
/// Days: a longer stretch is no incident.
const YEAR: i32 = 366;

/// The first and the last day it can have happened, and how exactly that is told.
pub(super) type Time = (Date, Date, Grain);

impl Analysis {
    /// When the things a sentence tells of happened.
    pub(super) fn times(
        &self,
        text: &str,
        sentence: &Range<usize>,
        from: Option<Vantage>,
    ) -> Vec<Time> {
        let dates = within(sentence, &self.dates, |d| d.start).iter();
        let mut times: Vec<Time> = Vec::new();
        for date in dates.filter(|d| tells(text, d, from)) {
            // No sentence tells of more; a table without full stops has thousands.
            if times.len() >= MANY {
                break;
            }
            let time = time(text, date);
            if !times.contains(&time) {
                times.push(time);
            }
        }
        // "Two years earlier, on 22 November 2023": the day inside the year is when it happened.
        let all = times.clone();
        times.retain(|wide| !all.iter().any(|fine| is_inside(fine, wide)));
        if times.is_empty()
            && let Some(told) = from
            && says_recently(&text[sentence.clone()])
        {
            let from = told.first.saturating_sub(RECENT_MONTHS.months());
            times.push((from, told.last, Grain::Range));
        }
        times
    }
}

/// Whether a date is sure enough to say when something happened.
pub(super) fn is_sure(date: &DateMention) -> bool {
    date.confidence >= SURE
}

/// Whether something happened at a date: what begins to count or ceases then, and what is planned, has not.
fn tells(text: &str, date: &DateMention, from: Option<Vantage>) -> bool {
    let days = (date.to - date.from).get_days();
    let fits = date.grain <= Grain::Year || date.grain == Grain::Range && days <= YEAR;
    // A year that is named tells of a later chapter, where one that is not tells of what was still to come.
    let named = text[date.start..date.end]
        .split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4);
    let ahead = from.is_some_and(|from| date.from > from.last) && date.to_come != Some(false);
    let planned = !named && ahead;
    let before = text[..date.start].trim_end();
    let mut words = before.rsplit(|c: char| !c.is_alphabetic());
    let mut word = || words.next().unwrap_or_default().to_lowercase();
    let (word, second) = (word(), word());
    // "Set for 30 January", "due on 3 March", "set 31 October as the end".
    let planned = planned || [&word, &second].iter().any(|w| SET.contains(&w.as_str()));
    // "Since 2017" and "before 1985" tell of years, and of nothing that happened in one.
    let open = matches!(word.as_str(), "since" | "before") && date.grain != Grain::Day;
    let lasts = UNTIL.contains(&word.as_str()) || open;
    is_sure(date) && fits && !planned && !lasts
}

fn is_inside(fine: &Time, wide: &Time) -> bool {
    let within = wide.0 <= fine.0 && fine.1 <= wide.1;
    within && (fine.0, fine.1) != (wide.0, wide.1)
}

/// The time of an incident that a date tells. "Five weeks before" counts in weeks: the day may be one of some around.
fn time(text: &str, date: &DateMention) -> Time {
    let said = &text[date.start..date.end];
    if date.grain == Grain::Day && said.split(' ').any(|word| word == "weeks") {
        let span = WEEKS.days();
        let (from, to) = (date.from.saturating_sub(span), date.to.saturating_add(span));
        return (from, to, Grain::Range);
    }
    (date.from, date.to, date.grain)
}

fn says_recently(sentence: &str) -> bool {
    sentence.split(|c: char| !c.is_alphabetic()).any(|word| {
        RECENT
            .iter()
            .any(|recent| recent.eq_ignore_ascii_case(word))
    })
}
