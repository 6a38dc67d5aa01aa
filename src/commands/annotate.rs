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
use crate::import::{Elements, List, without_place};
use crate::story::{PartialDate, Story, decode_story};
use crate::text::{clean_block, clean_line};

pub(super) fn run(cli: &Cli, asked: &Annotate) -> Result<ExitCode> {
    let anchor = asked.published.map(PartialDate::first_day);
    let known = Known::of(&super::library_or_bundled(cli)?, anchor)?;
    if asked.jsonl {
        return lines(&known, asked);
    }
    let mut bytes = Vec::new();
    open(&asked.file)?
        .read_to_end(&mut bytes)
        .with_context(|| file(asked))?;
    let (several, texts) = texts(&bytes).with_context(|| file(asked))?;
    let mut wrong = 0;
    let mut all = Vec::new();
    for (line, text) in texts {
        match text {
            Ok(text) => all.push(Annotated::of(&known, text)),
            Err(fault) => {
                wrong += 1;
                complain(asked, line, &fault);
            }
        }
    }
    let text = match (asked.json, several) {
        (true, true) => {
            let array = all.iter().map(|text| text.as_json(&known));
            super::json_text(&array.collect::<Vec<_>>())? + "\n"
        }
        (true, false) => match all.first() {
            Some(text) => super::json_text(&text.as_json(&known))? + "\n",
            None => String::new(),
        },
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

/// What is wrong where a text is no story, and on which line behind its first.
struct Fault {
    below: usize,
    why: String,
}

type Text = std::result::Result<Given, Fault>;

/// The stories of a file with the lines they begin on, and whether it is of a form for several: as an import reads it where it is
/// JSON; else the text itself is the body of one.
fn texts(bytes: &[u8]) -> Result<(bool, Vec<(usize, Text)>)> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if !is_json(bytes) {
        let body = std::str::from_utf8(bytes)?.to_owned();
        let story = Story {
            body: clean_block(&body),
            ..Story::default()
        };
        return Ok((false, vec![(1, Ok(Given { story, body }))]));
    }
    let mut elements = Elements::new(bytes);
    let mut texts = Vec::new();
    let (mut broken, mut alone) = (false, false);
    while let Some(element) = elements.next_element()? {
        // What is left of a broken element is part of the problem already named.
        let rubble = broken && !element.bytes.starts_with(b"{");
        if rubble || element.list != List::Stories {
            continue;
        }
        alone = element.bytes.trim_ascii() == bytes.trim_ascii();
        let value = read(&element.bytes);
        broken = value.is_err();
        texts.push((element.line, value.and_then(given)));
    }
    Ok((!alone, texts))
}

/// Whether a file is meant as JSON. A text may begin with a bracket, but hardly with a brace.
fn is_json(bytes: &[u8]) -> bool {
    match bytes.trim_ascii_start() {
        [b'{', ..] => true,
        [b'[', rest @ ..] => matches!(rest.trim_ascii_start(), [b'{' | b']', ..]),
        _ => false,
    }
}

fn read(json: &[u8]) -> std::result::Result<Value, Fault> {
    let text = std::str::from_utf8(json).map_err(|_| Fault {
        below: 0,
        why: "is not UTF-8".to_owned(),
    })?;
    serde_json::from_str(text).map_err(|error| Fault {
        below: error.line().saturating_sub(1),
        why: format!("not valid JSON: {}", without_place(&error)),
    })
}

fn given(value: Value) -> Text {
    let body = value["body"].as_str().unwrap_or_default().to_owned();
    let (story, problems) = decode_story(value);
    story.map(|story| Given { story, body }).ok_or_else(|| {
        let why: Vec<String> = problems.into_iter().map(|p| p.message).collect();
        Fault {
            below: 0,
            why: why.join("; "),
        }
    })
}

fn lines(known: &Known, asked: &Annotate) -> Result<ExitCode> {
    let mut wrong = 0;
    // As bytes: a line that is no text must not cost those behind it.
    for (number, line) in (1..).zip(BufReader::new(open(&asked.file)?).split(b'\n')) {
        let line = line.with_context(|| format!("{}: line {number}", file(asked)))?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match read(&line).and_then(given) {
            Ok(text) => super::print_json(&Annotated::of(known, text).as_json(known))?,
            Err(fault) => {
                wrong += 1;
                complain(asked, number, &fault);
            }
        }
    }
    Ok(exit_code(wrong))
}

fn file(asked: &Annotate) -> String {
    clean_line(&asked.file.to_string_lossy())
}

fn complain(asked: &Annotate, line: usize, fault: &Fault) {
    let line = line + fault.below;
    eprintln!("{}: line {line}: {}", file(asked), clean_line(&fault.why));
}
