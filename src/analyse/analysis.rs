//! Everything the analysis finds in one text, and its compact form on disk. How each part is found stands in its own file.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{
    Amount, DateMention, Gazetteer, Grain, Mention, NewName, find_amounts, find_dates, find_names,
};
use crate::story::{PartialDate, Vantage};
use crate::text::unwrapped;

/// What a text tells.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Analysis {
    /// Of the analysis that found it.
    #[serde(rename = "v", default)]
    version: u32,
    /// Where it names entities of the library.
    #[serde(skip)]
    pub mentions: Vec<Mention>,
    /// Where it names anybody or anything else.
    #[serde(default)]
    pub names: Vec<NewName>,
    #[serde(default)]
    pub dates: Vec<DateMention>,
    #[serde(default)]
    pub amounts: Vec<Amount>,
}

impl Analysis {
    /// The analysis of a text, as of when it speaks, against the names of a library.
    pub fn of(text: &str, from: Option<Vantage>, gazetteer: &Gazetteer) -> Self {
        let text = &unwrapped(text);
        let (mentions, mut names) = find_names(text, gazetteer);
        let (dates, amounts) = (dates(text, from), find_amounts(text));
        // What is told as a date or as money names nobody.
        let figures = dates.iter().map(|d| (d.start, d.end));
        let mut figures: Vec<(usize, usize)> = figures
            .chain(amounts.iter().map(|a| (a.start, a.end)))
            .collect();
        figures.sort_unstable();
        names.retain(|name| {
            let before = figures.partition_point(|(start, _)| *start < name.end);
            let last = figures[..before].last();
            last.is_none_or(|(_, end)| *end <= name.start)
        });
        Self {
            version: Self::VERSION,
            mentions,
            names,
            dates,
            amounts,
        }
    }

    /// Grows with every change that finds something else in the same text.
    pub const VERSION: u32 = 7;

    /// An analysis as it was stored; what an older version found, or what is missing or damaged, is found again, as far as
    /// that goes without a library's names.
    pub fn read(json: Option<&str>, text: &str, from: Option<Vantage>) -> Self {
        let stored = json.and_then(|json| serde_json::from_str::<Self>(json).ok());
        match stored.filter(|stored| stored.version == Self::VERSION) {
            Some(stored) => stored.within(text),
            None => Self::of(text, from, &Gazetteer::default()),
        }
    }

    /// What it found within some stretches of the text, without dates and amounts.
    #[must_use]
    pub fn names_within(&self, stretches: &[Range<usize>]) -> Self {
        let tells = |at: usize| stretches.iter().any(|s| s.contains(&at));
        let mentions = self.mentions.iter().filter(|m| tells(m.start));
        let names = self.names.iter().filter(|n| tells(n.start));
        Self {
            mentions: mentions.copied().collect(),
            names: names.cloned().collect(),
            ..Self::default()
        }
    }

    /// The codes of the dates told: a day's, a month's or a year's; of longer times those of both ends.
    pub fn days_told(&self) -> BTreeSet<u32> {
        let mut codes = BTreeSet::new();
        for told in &self.dates {
            // Years before Christ have no code.
            let (Some(from), Some(to)) =
                (PartialDate::of_day(told.from), PartialDate::of_day(told.to))
            else {
                continue;
            };
            match told.grain {
                Grain::Month => codes.insert(from.code() / 100 * 100),
                Grain::Year => codes.insert(from.code() / 10_000 * 10_000),
                _ => codes.insert(from.code()) | codes.insert(to.code()),
            };
        }
        codes
    }

    /// Leaves out what does not lie within the text: a damaged file must not make a later slice panic.
    #[must_use]
    pub fn within(mut self, text: &str) -> Self {
        let lies = |start, end| text.get(start..end).is_some();
        self.mentions.retain(|m| lies(m.start, m.end));
        self.names.retain(|n| lies(n.start, n.end));
        self.dates.retain(|d| lies(d.start, d.end));
        let amounts = self.amounts.len();
        self.amounts.retain(|a| lies(a.start, a.end));
        if self.amounts.len() < amounts {
            // Their places in the list have changed.
            self.amounts.iter_mut().for_each(|a| a.converted = None);
        }
        self
    }
}

/// The dates of a text. Where the day it speaks from is not known, those that mean the same counted from the first and from
/// the last day it can be: "last year" stays, and "yesterday" is left out.
fn dates(text: &str, from: Option<Vantage>) -> Vec<DateMention> {
    let mut dates = find_dates(text, from.map(|from| from.last));
    if let Some(from) = from.filter(|from| from.first < from.last) {
        let earlier = find_dates(text, Some(from.first));
        dates.retain(|date| {
            let at = earlier.partition_point(|other| other.start < date.start);
            earlier.get(at).is_some_and(|other| {
                (other.start, other.end) == (date.start, date.end)
                    && (other.from, other.to) == (date.from, date.to)
            })
        });
    }
    dates
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(text: &str, published: &str) -> Vec<String> {
        let published: PartialDate = published.parse().expect("a date");
        let analysis = Analysis::of(text, Some(published.into()), &Gazetteer::default());
        let told = analysis.dates.iter();
        told.map(|d| PartialDate::stretch(d.from, d.to)).collect()
    }

    #[test]
    fn what_counts_from_an_unknown_day_is_left_out() {
        let text = "The shop shut yesterday. It opened on Monday. It was sold three days ago. It began last year. \
            It grew on 5 May 2016. Prices rose last month.";
        assert_eq!(dates(text, "2018"), ["2017", "5 May 2016"]);
        assert_eq!(dates(text, "2018-03"), ["2017", "5 May 2016", "Feb 2018"]);
        assert_eq!(dates(text, "2018-03-07").len(), 6);
    }
}
