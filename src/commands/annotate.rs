//! `backstory annotate`: what texts name and tell, as JSON or for people, without storing anything.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, stdin};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::annotated::{Annotated, Known};
use super::problems::SOME_BAD;
use crate::cli::{Annotate, Cli};
use crate::story::Story;
use crate::story::{PartialDate, decode_story};
use crate::text::clean_block;

pub(super) fn run(cli: &Cli, asked: &Annotate) -> Result<ExitCode> {
    let anchor = asked.published.map(PartialDate::first_day);
    let known = Known::of(&super::library(cli)?, anchor)?;
    if asked.jsonl {
        return lines(&known, asked);
    }
    let file = asked.file.display().to_string();
    let mut text = String::new();
    open(&asked.file)?
        .read_to_string(&mut text)
        .with_context(|| file.clone())?;
    let (several, texts) = texts(&text);
    let mut wrong = 0;
    let mut all = Vec::new();
    for (number, text) in (1..).zip(texts) {
        match text {
            Ok(text) => all.push(Annotated::of(&known, text)),
            Err(why) => {
                wrong += 1;
                eprintln!("{file}: story {number}: {why}");
            }
        }
    }
    let text = match (asked.json, several) {
        (true, true) => {
            let array = all.iter().map(|text| text.as_json(&known));
            format!("{}\n", Value::Array(array.collect()))
        }
        (true, false) => all
            .iter()
            .map(|text| format!("{}\n", text.as_json(&known)))
            .collect::<Vec<_>>()
            .concat(),
        (false, _) => {
            let pages: Vec<String> = all
                .iter()
                .map(|text| text.for_people(&known, several))
                .collect();
            pages.join("\n")
        }
    };
    super::print(&text)?;
    Ok(exit_code(wrong))
}

fn exit_code(wrong: usize) -> ExitCode {
    if wrong > 0 {
        SOME_BAD.into()
    } else {
        ExitCode::SUCCESS
    }
}

fn open(path: &Path) -> Result<Box<dyn Read>> {
    if path == Path::new("-") {
        return Ok(Box::new(stdin().lock()));
    }
    Ok(Box::new(
        File::open(path).with_context(|| path.display().to_string())?,
    ))
}

/// A story, and its body as it was given.
pub(super) struct Given {
    pub(super) story: Story,
    pub(super) body: String,
}

/// What is wrong with a text, where it is no story.
type Text = std::result::Result<Given, String>;

/// The stories of a file and whether it is of a form for several: a story as JSON, an array, a collection; else the text
/// itself is the body of one.
fn texts(text: &str) -> (bool, Vec<Text>) {
    match serde_json::from_str(text) {
        Ok(Value::Array(stories)) => (true, stories.into_iter().map(given).collect()),
        Ok(Value::Object(mut object)) => match object.remove("stories") {
            Some(Value::Array(stories)) => (true, stories.into_iter().map(given).collect()),
            _ => (false, vec![given(Value::Object(object))]),
        },
        _ => {
            let story = Story {
                body: clean_block(text),
                ..Story::default()
            };
            let body = text.to_owned();
            (false, vec![Ok(Given { story, body })])
        }
    }
}

fn given(value: Value) -> Text {
    let body = value["body"].as_str().unwrap_or_default().to_owned();
    let (story, problems) = decode_story(value);
    story.map(|story| Given { story, body }).ok_or_else(|| {
        let why: Vec<String> = problems.into_iter().map(|p| p.message).collect();
        why.join("; ")
    })
}

fn lines(known: &Known, asked: &Annotate) -> Result<ExitCode> {
    let mut wrong = 0;
    for (number, line) in (1..).zip(BufReader::new(open(&asked.file)?).lines()) {
        let line = line.with_context(|| format!("{}: line {number}", asked.file.display()))?;
        if line.trim().is_empty() {
            continue;
        }
        let value = serde_json::from_str(&line).map_err(|error| error.to_string());
        match value.and_then(given) {
            Ok(text) => {
                let value = Annotated::of(known, text).as_json(known);
                super::print(&format!("{value}\n"))?;
            }
            Err(why) => {
                wrong += 1;
                eprintln!("{}: line {number}: {why}", asked.file.display());
            }
        }
    }
    Ok(exit_code(wrong))
}
