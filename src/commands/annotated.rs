//! A text with what was found in it, by the bytes of the body that was given, and for people.

use std::collections::HashSet;

use super::annotate::Given;
use super::found::{Found, FoundAmount, FoundDate, FoundIncident, FoundName, FoundSpan};
use crate::analyse::{Analysis, Gazetteer, Incident};
use crate::library::{EntityRow, Library, Result};
use crate::story::{PartialDate, Story, Vantage};
use crate::text::{Origins, traced_block};

/// The library's entities, and when texts speak from that do not say it.
pub(super) struct Known {
    gazetteer: Gazetteer,
    rows: Vec<EntityRow>,
    anchor: Option<Vantage>,
}

impl Known {
    pub(super) fn of(library: &Library, anchor: Option<Vantage>) -> Result<Self> {
        Ok(Self {
            gazetteer: library.gazetteer()?,
            rows: library.entities()?,
            anchor,
        })
    }

    fn row(&self, key: i64) -> Option<&EntityRow> {
        let at = self.rows.binary_search_by_key(&key, |row| row.key).ok()?;
        Some(&self.rows[at])
    }
}

/// A text and what was found in it.
pub(super) struct Annotated {
    story: Story,
    analysis: Analysis,
    incidents: Vec<Incident>,
    /// The body as it was given.
    given: String,
    /// From the cleaned body, which was analysed, to that.
    origins: Origins,
}

/// A name in the text, of an entity or a new one.
struct Named<'a> {
    start: usize,
    end: usize,
    kind: &'a str,
    entity: Option<&'a str>,
    name: &'a str,
}

impl Annotated {
    pub(super) fn of(known: &Known, given: Given) -> Self {
        let story = given.story;
        let from = story.speaks_from().or(known.anchor);
        let analysis = Analysis::of(&story.body, from, &known.gazetteer);
        Self {
            incidents: analysis.incidents(&story.body, from),
            origins: traced_block(&given.body).1,
            given: given.body,
            analysis,
            story,
        }
    }

    fn named<'a>(&'a self, known: &'a Known) -> Vec<Named<'a>> {
        let mentions = self.analysis.mentions.iter().filter_map(|m| {
            let entity = &known.row(m.entity)?.entity;
            Some(Named {
                start: m.start,
                end: m.end,
                kind: entity.kind.name(),
                entity: Some(&entity.id),
                name: &entity.name,
            })
        });
        let new = self.analysis.names.iter().map(|n| Named {
            start: n.start,
            end: n.end,
            kind: n.kind.name(),
            entity: None,
            name: &n.name,
        });
        let mut named: Vec<Named<'_>> = mentions.chain(new).collect();
        named.sort_by_key(|named| named.start);
        named
    }

    /// What was found, by the bytes of the body that was given.
    pub(super) fn found<'a>(&'a self, known: &'a Known) -> Found<'a> {
        let span = |start: usize, end: usize| {
            let (start, end) = self.origins.span(start, end);
            let text = self.given.get(start..end).unwrap_or_default();
            FoundSpan { start, end, text }
        };
        let mentions = self.named(known).into_iter().map(|n| FoundName {
            span: span(n.start, n.end),
            kind: n.kind,
            entity: n.entity,
            name: n.name,
        });
        let dates = self.analysis.dates.iter().map(|d| FoundDate {
            span: span(d.start, d.end),
            from: d.from,
            to: d.to,
            grain: d.grain,
            confidence: (f64::from(d.confidence) * 100.0).round() / 100.0,
        });
        let amounts = self.analysis.amounts.iter().map(|a| FoundAmount {
            span: span(a.start, a.end),
            currency: &a.currency,
            value: a.value,
            converted: a.converted,
        });
        let incidents = self.incidents.iter().map(|i| {
            let (sentence_start, sentence_end) =
                self.origins.span(i.sentence.start, i.sentence.end);
            let entities = i.entities.iter().filter_map(|key| known.row(*key));
            let entities = entities.map(|row| row.entity.id.as_str());
            FoundIncident {
                from: i.from,
                to: i.to,
                grain: i.grain,
                sentence_start,
                sentence_end,
                entities: entities.chain(i.names.iter().map(String::as_str)).collect(),
            }
        });
        Found {
            id: &self.story.id,
            mentions: mentions.collect(),
            dates: dates.collect(),
            amounts: amounts.collect(),
            incidents: incidents.collect(),
        }
    }

    /// The findings under their headings, below the headline where there are several texts.
    pub(super) fn for_people(&self, known: &Known, several: bool) -> String {
        let shown = |start: usize, end: usize| self.story.body[start..end].replace('\n', " ");
        let mut seen = HashSet::new();
        let mut names: Vec<String> = Vec::new();
        for named in self.named(known) {
            if seen.insert((named.name, named.kind, named.entity.is_none())) {
                let new = if named.entity.is_none() { ", new" } else { "" };
                names.push(format!("{} ({}{new})", named.name, named.kind));
            }
        }
        let dates = self.analysis.dates.iter().map(|d| {
            let days = PartialDate::stretch(d.from, d.to);
            format!("{days:<24} {}", shown(d.start, d.end))
        });
        let money = self
            .analysis
            .amounts
            .iter()
            .map(|a| format!("{} {:<20} {}", a.currency, a.value, shown(a.start, a.end)));
        let incidents = self.incidents.iter().map(|i| {
            let days = PartialDate::stretch(i.from, i.to);
            format!("{days:<24} {}", shown(i.sentence.start, i.sentence.end))
        });
        let parts = [
            ("NAMES", names),
            ("DATES", dates.collect()),
            ("MONEY", money.collect()),
            ("INCIDENTS", incidents.collect()),
        ];
        let mut text = String::new();
        if several {
            text += &format!("{}\n", self.story.title());
        }
        for (heading, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
            text += &format!("{heading}\n  {}\n", lines.join("\n  "));
        }
        if text.is_empty() {
            text += "nothing found\n";
        }
        text
    }
}
