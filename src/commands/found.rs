//! What `annotate` says of a text as JSON: the keys and their order, written out without a copy of the whole.

use jiff::civil::Date;
use serde::Serialize;

use crate::analyse::Grain;

/// Everything found in one text.
#[derive(Serialize)]
pub(super) struct Found<'a> {
    pub(super) id: &'a str,
    pub(super) mentions: Vec<FoundName<'a>>,
    pub(super) dates: Vec<FoundDate<'a>>,
    pub(super) amounts: Vec<FoundAmount<'a>>,
    pub(super) incidents: Vec<FoundIncident<'a>>,
}

/// A stretch of the body that was given, and exactly what it holds.
#[derive(Serialize)]
pub(super) struct FoundSpan<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'a str,
}

#[derive(Serialize)]
pub(super) struct FoundName<'a> {
    #[serde(flatten)]
    pub(super) span: FoundSpan<'a>,
    pub(super) kind: &'a str,
    /// The library's entity; none where the name is new.
    pub(super) entity: Option<&'a str>,
    pub(super) name: &'a str,
}

#[derive(Serialize)]
pub(super) struct FoundDate<'a> {
    #[serde(flatten)]
    pub(super) span: FoundSpan<'a>,
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) grain: Grain,
    pub(super) confidence: f64,
}

#[derive(Serialize)]
pub(super) struct FoundAmount<'a> {
    #[serde(flatten)]
    pub(super) span: FoundSpan<'a>,
    pub(super) currency: &'a str,
    pub(super) value: f64,
    pub(super) converted: Option<usize>,
}

#[derive(Serialize)]
pub(super) struct FoundIncident<'a> {
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) grain: Grain,
    pub(super) sentence_start: usize,
    pub(super) sentence_end: usize,
    pub(super) entities: Vec<&'a str>,
}
