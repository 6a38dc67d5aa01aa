//! Story files to items: every story, entity and collection head that can be read, and every problem with its place.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use serde_json::{Deserializer, Value};

use super::elements::{Element, Elements, List};
use crate::story::{
    Collection, Entity, Problem, Story, decode_collection, decode_entity, decode_story,
};

/// Something a file holds, with the line it starts on (from 1); or something that is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    Story(Box<Story>, usize),
    Entity(Box<Entity>, usize),
    Head(Collection),
    Problem(Problem),
}

/// Where stories are read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    File(PathBuf),
    Stdin,
}

impl Source {
    /// The files a path means: itself, standard input for `-`, and for a folder every `.json`, `.jsonl` and `.ndjson`
    /// below it in the order of their names.
    ///
    /// # Errors
    /// When the path does not exist or a folder cannot be read.
    pub fn all(path: &Path) -> io::Result<Vec<Self>> {
        if path == Path::new("-") {
            return Ok(vec![Self::Stdin]);
        }
        if !path.metadata()?.is_dir() {
            return Ok(vec![Self::File(path.to_owned())]);
        }
        let mut found = Vec::new();
        let mut folders = vec![path.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in folder.read_dir()? {
                let entry = entry?;
                let path = entry.path();
                // Links to folders are not followed: they may lead in a circle.
                if entry.file_type()?.is_dir() {
                    folders.push(path);
                } else if path
                    .extension()
                    .is_some_and(|e| e == "json" || e == "jsonl" || e == "ndjson")
                {
                    found.push(path);
                }
            }
        }
        found.sort();
        Ok(found.into_iter().map(Self::File).collect())
    }

    /// The name in messages.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => crate::text::clean_line(&path.to_string_lossy()),
            Self::Stdin => "standard input".into(),
        }
    }

    /// Opens the source for reading.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn open(&self) -> io::Result<Box<dyn Read>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Stdin => Box::new(io::stdin()),
        })
    }

    /// How many bytes there are to read, where that is known.
    pub fn size(&self) -> Option<u64> {
        match self {
            Self::File(path) => path.metadata().ok().map(|m| m.len()),
            Self::Stdin => None,
        }
    }
}

/// Reads a stream to its end and hands every item to `take`, until that says to stop.
pub fn read(name: &str, input: impl Read, take: &mut dyn FnMut(Item) -> Flow) {
    let mut elements = Elements::new(BufReader::with_capacity(1 << 16, input));
    let mut broken = false;
    loop {
        let element = match elements.next_element() {
            Ok(Some(element)) => element,
            Ok(None) => return,
            Err(error) => {
                take(Item::Problem(
                    Problem::rejected(format!("cannot be read further: {error}")).at(name, 1),
                ));
                return;
            }
        };
        // What is left of a broken element is part of the problem already named.
        let rubble = broken && !element.bytes.starts_with(b"{");
        if rubble {
            continue;
        }
        let (items, whole) = items(name, &element);
        broken = !whole;
        for item in items {
            if take(item) == Flow::Stop {
                return;
            }
        }
    }
}

/// Whether the one who takes items wants more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    Continue,
    Stop,
}

/// The items of one element, and whether it was JSON at all.
fn items(name: &str, element: &Element) -> (Vec<Item>, bool) {
    let text = String::from_utf8_lossy(&element.bytes);
    match serde_json::from_str(&text) {
        Ok(value) => {
            let mut items = decode(name, value, element.line, element.list);
            if matches!(text, std::borrow::Cow::Owned(_)) {
                let problem = Problem::field(
                    "",
                    "is not UTF-8; the bytes that are not were replaced by �",
                );
                items.push(Item::Problem(
                    Problem {
                        field: None,
                        ..problem
                    }
                    .at(name, element.line),
                ));
            }
            (items, true)
        }
        Err(error) => {
            let line = element.line + error.line().saturating_sub(1);
            let message = format!("not valid JSON: {}", without_place(&error));
            let problem = Problem::rejected(message).at(name, line);
            let mut items = vec![Item::Problem(problem)];
            items.extend(recover(name, &text, element.line));
            (items, false)
        }
    }
}

/// The message without serde's own line and column, which count from the element's start.
pub fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ")
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// Whole stories that an element which never closed has swallowed: objects that begin a line and have a headline or a body.
fn recover(name: &str, text: &str, first_line: usize) -> Vec<Item> {
    const TRIES: usize = 1_000;
    let (mut items, mut skip_to, mut offset) = (Vec::new(), 0, 0);
    for (n, line) in text
        .split_inclusive('\n')
        .enumerate()
        .skip_while(|(n, _)| *n > TRIES)
    {
        let start = offset + line.len() - line.trim_start().len();
        offset += line.len();
        if n == 0 || start < skip_to || !text[start..].starts_with('{') {
            continue;
        }
        let mut stream = Deserializer::from_str(&text[start..]).into_iter::<Value>();
        if let Some(Ok(value)) = stream.next()
            && (value.get("headline").is_some() || value.get("body").is_some())
        {
            skip_to = start + stream.byte_offset();
            items.extend(decode(name, value, first_line + n, List::Stories));
        }
    }
    items
}

fn decode(name: &str, value: Value, line: usize, list: List) -> Vec<Item> {
    let (item, problems) = match list {
        List::Stories => {
            let (story, problems) = decode_story(value);
            (story.map(|s| Item::Story(Box::new(s), line)), problems)
        }
        List::Entities => {
            let (entity, problems) = decode_entity(value);
            (entity.map(|e| Item::Entity(Box::new(e), line)), problems)
        }
        List::Head => {
            let (head, problems) = decode_collection(value);
            (head.map(Item::Head), problems)
        }
    };
    let problems = problems
        .into_iter()
        .map(|p| Item::Problem(p.at(name, line)));
    item.into_iter().chain(problems).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> (Vec<String>, Vec<String>) {
        let (mut ids, mut problems) = (Vec::new(), Vec::new());
        read("f.json", text.as_bytes(), &mut |item| {
            match item {
                Item::Story(story, _) => ids.push(story.id),
                Item::Entity(entity, _) => ids.push(format!("entity {}", entity.id)),
                Item::Head(head) => ids.push(format!("collection {}", head.id)),
                Item::Problem(problem) => problems.push(problem.to_string()),
            }
            Flow::Continue
        });
        (ids, problems)
    }

    #[test]
    fn a_story_that_never_closes_costs_only_itself() {
        let (ids, problems) = all(
            "{\"id\":\"a\",\"headline\":\"A\"}\n{\"id\":\"b\",\"headline\n{\"id\":\"c\",\"headline\":\"C\"}\n{\"id\":\"d\",\n{\"id\":\"e\",\"headline\":\"E\"}\n",
        );
        assert_eq!(ids, ["a", "c", "e"]);
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(
            problems[0].starts_with("f.json:2: not valid JSON: "),
            "{problems:?}"
        );
    }

    #[test]
    fn a_broken_quote_in_a_long_form_array_is_one_problem() {
        let (ids, problems) = all(
            "[\n {\n  \"id\": \"a\",\n  \"headline\": \"A,\n  \"body\": \"x\"\n },\n {\n  \"id\": \"b\",\n  \"headline\": \"B\"\n }\n]",
        );
        assert_eq!(ids, ["b"]);
        assert_eq!(problems.len(), 1, "{problems:?}");
    }

    #[test]
    fn names_line_and_field() {
        let (ids, problems) = all("[{\"id\":\"a\",\"headline\":\"A\"},\n{\"id\":\"b\"},\n 7]");
        assert_eq!(ids, ["a"]);
        assert_eq!(
            problems,
            [
                "f.json:2: headline: a story needs a headline or a body, this one has neither",
                "f.json:3: expected a story: a JSON object"
            ]
        );
    }
}
