//! Everything the analysis finds in one text, and its compact form on disk. How each part is found stands in its own file.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Amount, DateMention, Gazetteer, Grain, Mention, NewName, find_amounts, find_dates, find_names,
};
use crate::story::PartialDate;

/// What a text tells.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Analysis {
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
        let (mentions, mut names) = find_names(text, gazetteer);
        let (dates, amounts) = (find_dates(text, published), find_amounts(text));
        // What is told as a date or as money names nobody.
        let figures = dates.iter().map(|d| (d.start, d.end));
        let figures: Vec<(usize, usize)> = figures
            .chain(amounts.iter().map(|a| (a.start, a.end)))
            .collect();
        names.retain(|name| {
            figures
                .iter()
                .all(|(start, end)| name.end <= *start || *end <= name.start)
        });
        Self {
            mentions,
            names,
            dates,
            amounts,
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
