//! `backstory annotate`: what texts name and tell, as JSON or for people, without storing anything. Each text is printed before
//! the next one is read.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, stdin};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::annotated::{Annotated, Known};
use super::pages::{Form, Pages};
use super::problems::SOME_BAD;
use crate::cli::{Annotate, Cli};
use crate::import::{Elements, List, without_place};
use crate::story::{Problem, Story, Vantage, decode_story};
use crate::text::{clean_block, clean_line};

/// What editors of some systems set before a text.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

pub(super) fn run(cli: &Cli, asked: &Annotate) -> Result<ExitCode> {
    let anchor = asked.published.map(Vantage::from);
    let known = Known::of(&super::library_or_bundled(cli)?, anchor)?;
    let mut texts = Texts {
        known: &known,
        pages: Pages::new(&known),
        file: name(&asked.file),
        wrong: false,
    };
    let input = open(&asked.file)?;
    let done = if asked.jsonl {
        texts.lines(input)
    } else {
        texts.whole(input, asked.json)
    };
    match done {
        Err(error) if nobody_reads(&error) => {}
        other => other?,
    }
    Ok(if texts.wrong {
        SOME_BAD.into()
    } else {
        ExitCode::SUCCESS
    })
}

/// Whether the one who read the output has gone away, as `head` does: no error.
fn nobody_reads(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<io::Error>();
    io.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn open(path: &Path) -> Result<Box<dyn Read>> {
    if path == Path::new("-") {
        return Ok(Box::new(stdin().lock()));
    }
    Ok(Box::new(
        File::open(path).with_context(|| path.display().to_string())?,
    ))
}

/// A file's name in messages.
fn name(path: &Path) -> String {
    if path == Path::new("-") {
        return "standard input".to_owned();
    }
    clean_line(&path.to_string_lossy())
}

/// A story, and its body as it was given.
pub(super) struct Given {
    pub(super) story: Story,
    pub(super) body: String,
}

/// The texts of one file on their way to the pages.
struct Texts<'k> {
    known: &'k Known,
    pages: Pages<'k>,
    file: String,
    /// Whether some input had problems; the good part was used.
    wrong: bool,
}

impl Texts<'_> {
    /// One story a line. As bytes: a line that is no text must not cost those behind it.
    fn lines(&mut self, input: impl Read) -> Result<()> {
        self.pages.begin(Form::Lines);
        for (number, line) in (1..).zip(BufReader::new(input).split(b'\n')) {
            let line = line.with_context(|| format!("{}: line {number}", self.file))?;
            let line = match number {
                1 => line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&line),
                _ => &line,
            };
            if !line.trim_ascii().is_empty() {
                self.story(line, number)?;
            }
        }
        Ok(())
    }

    /// A whole file: stories in a form that an import reads, or else a text that is itself the body of one.
    fn whole(&mut self, mut input: impl Read, json: bool) -> Result<()> {
        let mut bytes = Vec::new();
        let read = input.read_to_end(&mut bytes);
        read.with_context(|| self.file.clone())?;
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes);
        if is_json(bytes) {
            return self.elements(bytes, json);
        }
        let body = std::str::from_utf8(bytes).with_context(|| self.file.clone())?;
        let story = Story {
            body: clean_block(body),
            ..Story::default()
        };
        let body = body.to_owned();
        self.pages.begin(Form::of(json, false));
        self.pages
            .add(&Annotated::of(self.known, Given { story, body }))?;
        Ok(self.pages.end()?)
    }

    fn elements(&mut self, bytes: &[u8], json: bool) -> Result<()> {
        let mut elements = Elements::new(bytes);
        let (mut begun, mut broken) = (false, false);
        loop {
            let element = match elements.next_element() {
                Ok(Some(element)) => element,
                Ok(None) => break,
                Err(error) => {
                    let why = format!("cannot be read further: {error}");
                    self.complain(Problem::rejected(why), 1);
                    break;
                }
            };
            // What is left of a broken element is part of the problem already named.
            let rubble = broken && !element.bytes.starts_with(b"{");
            if rubble || element.list != List::Stories {
                continue;
            }
            if !begun {
                let alone = element.bytes.trim_ascii() == bytes.trim_ascii();
                self.pages.begin(Form::of(json, !alone));
                begun = true;
            }
            broken = !self.story(&element.bytes, element.line)?;
        }
        if !begun {
            self.pages.begin(Form::of(json, true));
        }
        Ok(self.pages.end()?)
    }

    /// Annotates the story in some JSON, as far as it is good, and says whether that was JSON at all.
    fn story(&mut self, json: &[u8], line: usize) -> Result<bool> {
        let value = match read(json) {
            Ok(value) => value,
            Err((below, problem)) => {
                self.complain(problem, line + below);
                return Ok(false);
            }
        };
        let body = value["body"].as_str().unwrap_or_default().to_owned();
        let (story, problems) = decode_story(value);
        for problem in problems {
            self.complain(problem, line);
        }
        if let Some(story) = story {
            self.pages
                .add(&Annotated::of(self.known, Given { story, body }))?;
        }
        Ok(true)
    }

    fn complain(&mut self, problem: Problem, line: usize) {
        self.wrong = true;
        super::problems::tell(&[problem.at(&self.file, line)]);
    }
}

/// Whether a file is meant as JSON. A text may begin with a bracket, but hardly with a brace.
fn is_json(bytes: &[u8]) -> bool {
    match bytes.trim_ascii_start() {
        [b'{', ..] => true,
        [b'[', rest @ ..] => matches!(rest.trim_ascii_start(), [b'{' | b']', ..]),
        _ => false,
    }
}

/// The value of some JSON; or what is wrong with it, and how many lines below its first.
fn read(json: &[u8]) -> std::result::Result<Value, (usize, Problem)> {
    let text = std::str::from_utf8(json).map_err(|_| (0, Problem::rejected("is not UTF-8")))?;
    serde_json::from_str(text).map_err(|error| {
        let why = format!("not valid JSON: {}", without_place(&error));
        (error.line().saturating_sub(1), Problem::rejected(why))
    })
}
