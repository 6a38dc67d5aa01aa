//! What commands print: text for people, and JSON that is safe to look at in a terminal.

use std::io::{self, BufWriter, ErrorKind, Write, stdout};

use anyhow::Result;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::text::steers;

/// Prints to standard output; a reader that has gone away, as `head` does, is no error.
pub(super) fn print(text: &str) -> Result<()> {
    let written = stdout().write_all(text.as_bytes());
    passed_on(written.and_then(|()| stdout().flush()))
}

/// Prints a value as one line of JSON.
pub(super) fn print_json(value: &impl Serialize) -> Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, stdout().lock());
    let written = write_json(&mut out, value).and_then(|()| out.write_all(b"\n"));
    passed_on(written.and_then(|()| out.flush()))
}

/// What came of writing to standard output; a reader that has gone away, as `head` does, is no error.
fn passed_on(written: io::Result<()>) -> Result<()> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

/// A value as JSON on one line. What would steer a terminal is escaped, not removed: a program reads the same value from it.
pub(super) fn json_text(value: &impl Serialize) -> Result<String> {
    let mut json = Vec::with_capacity(256);
    write_json(&mut json, value)?;
    Ok(String::from_utf8(json)?)
}

/// Writes what [`json_text`] gives, piece by piece.
pub(super) fn write_json(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(out, Harmless);
    value.serialize(&mut serializer).map_err(io::Error::from)
}

/// JSON in which nothing steers a terminal.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(steers) {
            out.write_all(&rest.as_bytes()[..at])?;
            let c = rest[at..].chars().next().unwrap_or_default();
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &rest[at + c.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn what_steers_a_terminal_is_escaped_and_means_the_same() {
        let value = json!({"k\u{9b}": "a\u{1b}[31m \u{202e}b\u{7f} \u{e0041} 徐 é"});
        let text = json_text(&value).expect("JSON");
        assert!(!text.contains(steers), "{text:?}");
        assert!(text.contains("徐 é"), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), value);
    }
}
