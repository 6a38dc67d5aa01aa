//! Everything the analysis finds in one text, and its compact form on disk. How each part is found stands in its own file.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Amount, DateMention, Gazetteer, Grain, Mention, NewName, find_amounts, find_dates, find_names,
};
use crate::story::PartialDate;
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
    /// The analysis of a text that appeared on a day, against the names of a library.
    pub fn of(text: &str, published: Option<Date>, gazetteer: &Gazetteer) -> Self {
        let text = &unwrapped(text);
        let (mentions, mut names) = find_names(text, gazetteer);
        let (dates, amounts) = (find_dates(text, published), find_amounts(text));
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
    pub const VERSION: u32 = 6;

    /// An analysis as it was stored; what an older version found, or what is missing or damaged, is found again, as far as
    /// that goes without a library's names.
    pub fn read(json: Option<&str>, text: &str, day: Option<Date>) -> Self {
        let stored = json.and_then(|json| serde_json::from_str::<Self>(json).ok());
        match stored.filter(|stored| stored.version == Self::VERSION) {
            Some(stored) => stored.within(text),
            None => Self::of(text, day, &Gazetteer::default()),
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
