//! A byte stream of JSON cut into its elements, one at a time: the values of an array, of JSON Lines, or of a collection's
//! lists. It finds where values begin and end; whether they are right is left to the JSON parser.
//!
//! A broken element ends where the next line can begin one, so that one bad story does not cost the others.

use std::collections::VecDeque;
use std::io::{self, BufRead};

use serde_json::{Map, Value};

/// A raw value with its place in the stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    pub bytes: Vec<u8>,
    /// The line it starts on, from 1.
    pub line: usize,
    pub list: List,
}

/// Which list of a file an element stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// An array of stories, JSON Lines, or one value alone.
    Stories,
    Entities,
    /// A collection's head.
    Head,
}

/// No story is larger than this (bytes); what is, is passed over with a problem.
const LARGEST: usize = 64 << 20;

/// The elements of a stream. See the module.
#[derive(Debug)]
pub struct Elements<R> {
    input: R,
    line: usize,
    state: State,
    /// Elements that were read ahead.
    pending: VecDeque<Element>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Between values that follow each other: the start of the stream, and JSON Lines.
    Top,
    /// In an array of stories.
    Array,
    /// In a collection, between its keys.
    Object,
    /// In a list of a collection.
    List(List),
}

impl<R: BufRead> Elements<R> {
    pub fn new(input: R) -> Self {
        Self {
            input,
            line: 1,
            state: State::Top,
            pending: VecDeque::new(),
        }
    }

    /// The next element; none at the end of the stream.
    ///
    /// # Errors
    /// When the stream cannot be read, or an element is larger than 64 MiB.
    pub fn next_element(&mut self) -> io::Result<Option<Element>> {
        loop {
            if let Some(element) = self.pending.pop_front() {
                return Ok(Some(element));
            }
            let Some(byte) = self.skip_blank()? else {
                return Ok(None);
            };
            match (self.state, byte) {
                (State::Top, b'[') => self.enter(State::Array),
                (State::Top, b'{') => {
                    if let Some(element) = self.object()? {
                        return Ok(Some(element));
                    }
                }
                (State::Array, b']') | (State::Object, b'}') => self.enter(State::Top),
                (State::Object, b'"') => {
                    if let Some(element) = self.member()? {
                        return Ok(Some(element));
                    }
                }
                // A list's end; or in a broken file a stray byte, neither key nor end.
                (State::List(_), b']') | (State::Object, _) => self.enter(State::Object),
                (State::List(list), _) => return self.value(list).map(Some),
                (State::Top | State::Array, _) => return self.value(List::Stories).map(Some),
            }
        }
    }

    /// At a `{` of the top: a whole object, or the way into a collection.
    fn object(&mut self) -> io::Result<Option<Element>> {
        let line = self.line;
        let mut bytes = Vec::new();
        if self.scan(&mut bytes, true)? {
            self.state = State::Object;
            self.begin_collection(&bytes, line);
            return self.after_key(&bytes);
        }
        Ok(Some(Element {
            bytes,
            line,
            list: List::Stories,
        }))
    }

    /// What stood in a collection before the key that told that it is one; `bytes` end with that key.
    fn begin_collection(&mut self, bytes: &[u8], line: usize) {
        let key = bytes[..bytes.len() - 1]
            .iter()
            .rposition(|b| *b == b'"')
            .unwrap_or(0);
        let before = bytes[..key].trim_ascii_end();
        let mut object = before.strip_suffix(b",").unwrap_or(before).to_vec();
        object.push(b'}');
        let Ok(mut members) = serde_json::from_slice::<Map<String, Value>>(&object) else {
            return;
        };
        if let Some(Value::Array(entities)) = members.remove("entities") {
            self.pending.extend(entities.iter().map(|entity| Element {
                bytes: entity.to_string().into_bytes(),
                line,
                list: List::Entities,
            }));
        }
    }

    /// At a key of a collection: its head, or the way into one of its lists.
    fn member(&mut self) -> io::Result<Option<Element>> {
        let mut key = Vec::new();
        self.scan(&mut key, false)?;
        self.after_key(&key)
    }

    /// Behind a key of a collection, which `bytes` end with.
    fn after_key(&mut self, bytes: &[u8]) -> io::Result<Option<Element>> {
        let list = [
            ("\"stories\"", List::Stories),
            ("\"entities\"", List::Entities),
            ("\"collection\"", List::Head),
        ]
        .into_iter()
        .find_map(|(key, list)| bytes.ends_with(key.as_bytes()).then_some(list));
        match (list, self.skip_blank()?) {
            (Some(list @ (List::Stories | List::Entities)), Some(b'[')) => {
                self.enter(State::List(list));
                Ok(None)
            }
            (Some(list), Some(_)) => self.value(list).map(Some),
            (None, Some(_)) => {
                // A key this program does not know says nothing about stories.
                self.value(List::Head)?;
                Ok(None)
            }
            (_, None) => Ok(None),
        }
    }

    fn value(&mut self, list: List) -> io::Result<Element> {
        let line = self.line;
        let mut bytes = Vec::new();
        self.scan(&mut bytes, false)?;
        Ok(Element { bytes, line, list })
    }

    fn enter(&mut self, state: State) {
        self.input.consume(1);
        self.state = state;
    }

    /// Passes over blanks, commas and colons between values, and a byte order mark; gives the byte that follows.
    fn skip_blank(&mut self) -> io::Result<Option<u8>> {
        loop {
            let buffer = self.input.fill_buf()?;
            let Some(&first) = buffer.first() else {
                return Ok(None);
            };
            let blank = |b: &u8| {
                matches!(
                    b,
                    b' ' | b'\t' | b'\r' | b'\n' | b',' | b':' | 0xef | 0xbb | 0xbf
                )
            };
            if !blank(&first) {
                return Ok(Some(first));
            }
            let len = buffer.iter().take_while(|b| blank(b)).count();
            self.line += newlines(&buffer[..len]);
            self.input.consume(len);
        }
    }

    /// Reads one value into `bytes`. With `watch`, stops behind the first key that makes the
    /// object a collection, and says so.
    fn scan(&mut self, bytes: &mut Vec<u8>, watch: bool) -> io::Result<bool> {
        let mut scan = Scan::default();
        loop {
            let buffer = self.input.fill_buf()?;
            if buffer.is_empty() {
                return Ok(false);
            }
            let mut used = 0;
            let mut stop = None;
            for &byte in buffer {
                let found = scan.step(byte, self.state != State::Top);
                if found == Step::Before {
                    stop = Some(false);
                    break;
                }
                used += 1;
                bytes.push(byte);
                if found == Step::After {
                    stop = Some(false);
                    break;
                }
                if watch
                    && scan.depth == 1
                    && !scan.string
                    && byte == b'"'
                    && is_collection_key(bytes)
                {
                    stop = Some(true);
                    break;
                }
            }
            self.line += newlines(&buffer[..used]);
            self.input.consume(used);
            if let Some(collection) = stop {
                return Ok(collection);
            }
            if bytes.len() > LARGEST {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    "a value of more than 64 MiB",
                ));
            }
        }
    }
}

/// A story may hold `entities` too; only a collection has the keys `stories` and `collection`. A text of that name
/// is no key: it follows a colon.
fn is_collection_key(bytes: &[u8]) -> bool {
    [&b"\"stories\""[..], b"\"collection\""]
        .into_iter()
        .any(|key| {
            let before = bytes.strip_suffix(key).map(<[u8]>::trim_ascii_end);
            before.is_some_and(|b| b.ends_with(b",") || b.ends_with(b"{"))
        })
}

fn newlines(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes).count()
}

/// Where a scan stands in a value.
#[derive(Debug, Default)]
struct Scan {
    depth: usize,
    string: bool,
    escaped: bool,
    begun: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Within,
    /// The value ends before this byte.
    Before,
    /// The value ends with this byte.
    After,
}

impl Scan {
    fn step(&mut self, byte: u8, in_list: bool) -> Step {
        let fresh = !self.begun;
        self.begun = true;
        if self.string {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.string = false,
                // JSON has no line end in a text: the quote was never closed, and the next line begins afresh.
                b'\n' => return Step::Before,
                _ => {}
            }
            return self.end(byte == b'"' && !self.string);
        }
        match byte {
            b'"' => self.string = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' if self.depth == 0 => {
                return if fresh { Step::After } else { Step::Before };
            }
            b'}' | b']' => {
                self.depth -= 1;
                return self.end(true);
            }
            b',' | b'\n' if self.depth == 0 => return Step::Before,
            b' ' | b'\t' | b'\r' if self.depth == 0 && in_list => return Step::Before,
            _ => {}
        }
        Step::Within
    }

    fn end(&self, closed: bool) -> Step {
        if closed && self.depth == 0 {
            Step::After
        } else {
            Step::Within
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(usize, String, List)> {
        // A small buffer, so that values lie across its ends.
        let mut elements = Elements::new(io::BufReader::with_capacity(3, text.as_bytes()));
        let mut all = Vec::new();
        while let Some(e) = elements.next_element().expect("reads") {
            all.push((e.line, String::from_utf8(e.bytes).expect("text"), e.list));
        }
        all
    }

    fn stories(text: &str) -> Vec<(usize, String)> {
        cut(text)
            .into_iter()
            .map(|(line, bytes, _)| (line, bytes))
            .collect()
    }

    #[test]
    fn one_story_an_array_and_lines() {
        let one = "{\"a\": \"}\\\"\",\n \"entities\": [{}]}";
        assert_eq!(stories(one), [(1, one.to_owned())]);
        assert_eq!(
            stories("[{\"a\":1},\n {\"b\":[2]}]\n"),
            [(1, "{\"a\":1}".into()), (2, "{\"b\":[2]}".into())]
        );
        assert_eq!(
            stories("\u{feff}{\"a\":1}\n\n{\"b\":2}\n"),
            [(1, "{\"a\":1}".into()), (3, "{\"b\":2}".into())]
        );
        assert_eq!(stories(""), []);
    }

    #[test]
    fn a_collection_in_any_order() {
        let text = "{\"about\": {\"x\": [1]},\n\"entities\": [{\"id\":\"e\"}],\n \"collection\": {\"id\":\"c\"},\n\"stories\": [\n{\"a\":1}, {\"b\":2}]}";
        let got = cut(text);
        assert_eq!(
            got.iter().map(|g| g.2).collect::<Vec<_>>(),
            [List::Head, List::Entities, List::Stories, List::Stories]
        );
        let text = "{\"collection\": {\"id\":\"c\"}, \"entities\": [{\"id\":\"e\"}], \"odd\": 1, \"stories\": [{\"a\":1}]}";
        assert_eq!(
            cut(text)
                .into_iter()
                .map(|g| (g.1, g.2))
                .collect::<Vec<_>>(),
            [
                ("{\"id\":\"c\"}".into(), List::Head),
                ("{\"id\":\"e\"}".into(), List::Entities),
                ("{\"a\":1}".into(), List::Stories)
            ]
        );
    }

    #[test]
    fn a_broken_line_costs_only_itself() {
        assert_eq!(
            stories("{\"a\": \"open\n{\"b\":2}\n"),
            [(1, "{\"a\": \"open".into()), (2, "{\"b\":2}".into())]
        );
        assert_eq!(
            stories("nonsense here\n{\"b\":2}"),
            [(1, "nonsense here".into()), (2, "{\"b\":2}".into())]
        );
        assert_eq!(stories("[{\"a\":1}, oops, {\"b\":2}]").len(), 3);
    }
}
