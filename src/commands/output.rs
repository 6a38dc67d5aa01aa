//! What commands print: text for people, and JSON that is safe to look at in a terminal.

use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _, stdout};

use anyhow::Result;
use serde::Serialize;

use crate::text::steers;

/// Prints to standard output; a reader that has gone away, as `head` does, is no error.
pub(super) fn print(text: &str) -> Result<()> {
    match stdout()
        .write_all(text.as_bytes())
        .and_then(|()| stdout().flush())
    {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

/// Prints a value as one line of JSON.
pub(super) fn print_json(value: &impl Serialize) -> Result<()> {
    print(&format!("{}\n", json_text(value)?))
}

/// A value as JSON on one line. What would steer a terminal is escaped, not removed: a program reads the same value from it.
pub(super) fn json_text(value: &impl Serialize) -> Result<String> {
    let json = serde_json::to_string(value)?;
    if !json.contains(steers) {
        return Ok(json);
    }
    let mut safe = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        // Such a character stands only within a JSON string: the ASCII ones were escaped there before.
        if steers(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(safe, "\\u{unit:04x}")?;
            }
        } else {
            safe.push(c);
        }
    }
    Ok(safe)
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
