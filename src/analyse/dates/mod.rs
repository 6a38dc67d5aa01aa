//! Dates in a text with the days they mean. It counts from the day of publication and from dates told before, and leaves
//! out what it cannot place.

mod absolute;
mod calendar;
mod choose;
mod context;
mod counted;
mod cues;
mod days;
mod feasts;
mod framed;
mod han;
mod lexicon;
mod monthly;
mod months;
mod numeric;
mod periods;
mod phrase;
mod quarters;
mod reports;
mod resolve;
mod scan;
mod shortened;
mod spans;
mod steps;
mod tenses;
mod tokens;
mod verbs;
mod weekdays;
mod years;

#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use phrase::Reader;

/// How exactly a date is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grain {
    Day,
    Week,
    Month,
    Quarter,
    Season,
    HalfYear,
    Year,
    Decade,
    Century,
    /// From one date to another: `3 to 5 November`, a weekend, `the past two weeks`.
    Range,
}

/// Where a text tells a date, and which.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DateMention {
    /// Byte offset into the text.
    pub start: usize,
    /// The first byte after it.
    pub end: usize,
    /// The first day that is meant.
    pub from: Date,
    /// The last day that is meant; `early March` ends before its month does.
    pub to: Date,
    pub grain: Grain,
    /// 1 for a date told in full, less the more was inferred; never 0.
    pub confidence: f32,
    /// Whether its clause speaks of what is to come; none where no verb tells or a year is named.
    #[serde(default)]
    pub to_come: Option<bool>,
}

/// The dates a text tells, in order, none inside another. `published` is the day it appeared: without it, `yesterday` and
/// the like are left out, since nothing tells when that was.
pub fn find_dates(text: &str, published: Option<Date>) -> Vec<DateMention> {
    let tokens = tokens::tokens(text);
    let reader = Reader {
        text,
        tokens: &tokens,
        published,
    };
    let phrases = scan::phrases(reader);
    resolve::resolve(reader, &phrases, published)
}
