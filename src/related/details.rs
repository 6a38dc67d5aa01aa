//! The amounts and dates a story tells, each once, as a reader looks for them.

use std::collections::HashMap;

use crate::analyse::{Analysis, DateMention};
use crate::story::PartialDate;

/// Dates less sure than this are not shown.
const SURE: f32 = 0.3;

/// An amount of money or a date that a body tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// The amount as it is written there, or the date that is meant.
    pub label: String,
    /// Where the body tells it (bytes), in order.
    pub spans: Vec<(usize, usize)>,
}

/// The amounts, in the order of the text. One that only converts another stands behind it.
pub(super) fn money(analysis: &Analysis, body: &str) -> Vec<Detail> {
    let told = analysis.amounts.iter().map(|amount| {
        let label = body[amount.start..amount.end].replace('\n', " ");
        (label, (amount.start, amount.end))
    });
    each_once(told)
}

/// The dates, the earliest first.
pub(super) fn dates(analysis: &Analysis, body: &str) -> Vec<Detail> {
    let mut told: Vec<&DateMention> = analysis
        .dates
        .iter()
        .filter(|d| d.confidence >= SURE && body.get(d.start..d.end).is_some())
        .collect();
    told.sort_by_key(|d| (d.from, d.to, d.start));
    each_once(told.into_iter().map(|date| {
        let label = PartialDate::stretch(date.from, date.to);
        (label, (date.start, date.end))
    }))
}

fn each_once(told: impl Iterator<Item = (String, (usize, usize))>) -> Vec<Detail> {
    let mut details: Vec<Detail> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (label, span) in told.filter(|(label, _)| !label.is_empty()) {
        let at = *known.entry(label).or_insert_with_key(|label| {
            details.push(Detail {
                label: label.clone(),
                spans: Vec::new(),
            });
            details.len() - 1
        });
        details[at].spans.push(span);
    }
    details
}
