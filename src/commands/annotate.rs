//! `backstory annotate`: what texts name and tell, as JSON or for people, without storing anything.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, stdin};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::analyse::{Analysis, Gazetteer};
use crate::cli::{Annotate, Cli};
use crate::library::{EntityRow, Library};
use crate::story::{Story, decode_story};
use crate::text::clean_block;

/// The library's entities, as far as a text needs them.
struct Known {
    gazetteer: Gazetteer,
    rows: Vec<EntityRow>,
}

impl Known {
    fn of(library: &Library) -> Result<Self> {
        Ok(Self {
            gazetteer: library.gazetteer()?,
            rows: library.entities()?,
        })
    }

    fn row(&self, key: i64) -> Option<&EntityRow> {
        let at = self.rows.binary_search_by_key(&key, |row| row.key).ok()?;
        Some(&self.rows[at])
    }
}

pub(super) fn run(cli: &Cli, asked: &Annotate) -> Result<ExitCode> {
    let known = Known::of(&super::library(cli)?)?;
    let anchor = asked.published.map(crate::story::PartialDate::first_day);
    if asked.jsonl {
        return lines(&known, asked, anchor);
    }
    let mut text = String::new();
    open(&asked.file)?
        .read_to_string(&mut text)
        .with_context(|| asked.file.display().to_string())?;
    let story = one(&text);
    let (analysis, value) = annotated(&known, &story, anchor);
    if asked.json {
        super::print(&format!("{value}\n"))?;
    } else {
        super::print(&for_people(&known, &story, &analysis, &value))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn open(path: &Path) -> Result<Box<dyn Read>> {
    if path == Path::new("-") {
        return Ok(Box::new(stdin().lock()));
    }
    Ok(Box::new(
        File::open(path).with_context(|| path.display().to_string())?,
    ))
}

/// A story as JSON, else the text itself as the body of one.
fn one(text: &str) -> Story {
    if let Ok(value @ Value::Object(_)) = serde_json::from_str(text)
        && let (Some(story), _) = decode_story(value)
    {
        return story;
    }
    Story {
        body: clean_block(text),
        ..Story::default()
    }
}

fn lines(known: &Known, asked: &Annotate, anchor: Option<Date>) -> Result<ExitCode> {
    let mut wrong = 0;
    for (number, line) in (1..).zip(BufReader::new(open(&asked.file)?).lines()) {
        let line = line.with_context(|| format!("{}: line {number}", asked.file.display()))?;
        if line.trim().is_empty() {
            continue;
        }
        let story = serde_json::from_str(&line)
            .map_err(|error| error.to_string())
            .and_then(|value| {
                let (story, problems) = decode_story(value);
                let why = || {
                    problems
                        .iter()
                        .map(|p| p.message.clone())
                        .collect::<Vec<_>>()
                        .join("; ")
                };
                story.ok_or_else(why)
            });
        match story {
            Ok(story) => {
                let (_, value) = annotated(known, &story, anchor);
                super::print(&format!("{value}\n"))?;
            }
            Err(why) => {
                wrong += 1;
                eprintln!("{}: line {number}: {why}", asked.file.display());
            }
        }
    }
    Ok(if wrong > 0 {
        super::problems::SOME_BAD.into()
    } else {
        ExitCode::SUCCESS
    })
}

fn annotated(known: &Known, story: &Story, anchor: Option<Date>) -> (Analysis, Value) {
    let published = story.speaks_from().or(anchor);
    let analysis = Analysis::of(&story.body, published, &known.gazetteer);
    let text = |start: usize, end: usize| &story.body[start..end];
    let id = |key: i64| known.row(key).map(|row| row.entity.id.as_str());
    let mut mentions: Vec<(usize, Value)> = Vec::new();
    for m in &analysis.mentions {
        let row = known.row(m.entity);
        mentions.push((
            m.start,
            json!({
                "start": m.start, "end": m.end, "text": text(m.start, m.end),
                "kind": row.map(|row| row.entity.kind.name()), "entity": id(m.entity),
                "name": row.map(|row| row.entity.name.as_str()),
            }),
        ));
    }
    for n in &analysis.names {
        mentions.push((
            n.start,
            json!({
                "start": n.start, "end": n.end, "text": text(n.start, n.end),
                "kind": n.kind.name(), "entity": null, "name": n.name,
            }),
        ));
    }
    mentions.sort_by_key(|(start, _)| *start);
    let mentions: Vec<Value> = mentions.into_iter().map(|(_, value)| value).collect();
    let dates = analysis.dates.iter().map(|d| {
        json!({
            "start": d.start, "end": d.end, "text": text(d.start, d.end),
            "from": d.from.to_string(), "to": d.to.to_string(), "grain": d.grain,
            "confidence": (d.confidence * 100.0).round() / 100.0,
        })
    });
    let amounts = analysis.amounts.iter().map(|a| {
        json!({
            "start": a.start, "end": a.end, "text": text(a.start, a.end),
            "currency": a.currency, "value": a.value, "converted": a.converted,
        })
    });
    let incidents = analysis.incidents(&story.body, published);
    let incidents = incidents.iter().map(|i| {
        let named = i
            .entities
            .iter()
            .filter_map(|key| id(*key))
            .map(str::to_owned);
        json!({
            "from": i.from.to_string(), "to": i.to.to_string(), "grain": i.grain,
            "sentence_start": i.sentence.start, "sentence_end": i.sentence.end,
            "entities": named.chain(i.names.iter().cloned()).collect::<Vec<_>>(),
        })
    });
    let value = json!({
        "id": story.id, "mentions": mentions, "dates": dates.collect::<Vec<_>>(),
        "amounts": amounts.collect::<Vec<_>>(), "incidents": incidents.collect::<Vec<_>>(),
    });
    (analysis, value)
}

fn for_people(known: &Known, story: &Story, analysis: &Analysis, value: &Value) -> String {
    let mut text = String::new();
    let mut part = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text += &format!("{heading}\n");
            for line in &lines {
                text += &format!("  {line}\n");
            }
        }
    };
    let shown = |start: usize, end: usize| story.body[start..end].replace('\n', " ");
    let mut names: Vec<String> = Vec::new();
    for m in value["mentions"].as_array().into_iter().flatten() {
        let (name, kind) = (
            m["name"].as_str().unwrap_or_default(),
            m["kind"].as_str().unwrap_or_default(),
        );
        let new = if m["entity"].is_null() { ", new" } else { "" };
        let line = format!("{name} ({kind}{new})");
        if !names.contains(&line) {
            names.push(line);
        }
    }
    part("NAMES", names);
    let span = |from: Date, to: Date| {
        if from == to {
            from.to_string()
        } else {
            format!("{from} to {to}")
        }
    };
    part(
        "DATES",
        analysis
            .dates
            .iter()
            .map(|d| format!("{:<24} {}", span(d.from, d.to), shown(d.start, d.end)))
            .collect(),
    );
    part(
        "MONEY",
        analysis
            .amounts
            .iter()
            .map(|a| format!("{} {:<20} {}", a.currency, a.value, shown(a.start, a.end)))
            .collect(),
    );
    let incidents = analysis.incidents(&story.body, story.speaks_from());
    let _ = known;
    part(
        "INCIDENTS",
        incidents
            .iter()
            .map(|i| {
                format!(
                    "{:<24} {}",
                    span(i.from, i.to),
                    shown(i.sentence.start, i.sentence.end)
                )
            })
            .collect(),
    );
    if text.is_empty() {
        text += "nothing found\n";
    }
    text
}
