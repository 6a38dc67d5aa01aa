//! The amounts and dates a story tells, each once, as a reader looks for them.

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
    let mut details = Vec::new();
    for amount in &analysis.amounts {
        let label = body[amount.start..amount.end].replace('\n', " ");
        add(&mut details, label, (amount.start, amount.end));
    }
    details
}

/// The dates, the earliest first.
pub(super) fn dates(analysis: &Analysis, body: &str) -> Vec<Detail> {
    let mut told: Vec<&DateMention> = analysis
        .dates
        .iter()
        .filter(|d| d.confidence >= SURE && body.get(d.start..d.end).is_some())
        .collect();
    told.sort_by_key(|d| (d.from, d.to, d.start));
    let mut details = Vec::new();
    for date in told {
        add(
            &mut details,
            PartialDate::stretch(date.from, date.to),
            (date.start, date.end),
        );
    }
    details
}

fn add(details: &mut Vec<Detail>, label: String, span: (usize, usize)) {
    if label.is_empty() {
        return;
    }
    match details.iter_mut().find(|f| f.label == label) {
        Some(known) => known.spans.push(span),
        None => details.push(Detail {
            label,
            spans: vec![span],
        }),
    }
}
