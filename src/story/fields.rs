//! The fields of a JSON object, taken out one by one; what is of the wrong form is named and stays, as do unknown keys.

use serde_json::{Map, Value};

use super::{PartialDate, Problem};
use crate::text::{clean_block, clean_line};

/// The fields of one JSON object: what has been read is taken out, what is left is unknown and kept.
pub(super) struct Fields {
    pub(super) rest: Map<String, Value>,
    path: String,
    pub(super) problems: Vec<Problem>,
}

impl Fields {
    pub(super) fn of(value: Value) -> Option<Self> {
        let Value::Object(rest) = value else {
            return None;
        };
        Some(Self {
            rest,
            path: String::new(),
            problems: Vec::new(),
        })
    }

    pub(super) fn problem(&mut self, key: &str, message: &str) {
        let dot = if self.path.is_empty() || key.is_empty() {
            ""
        } else {
            "."
        };
        let field = format!("{}{dot}{key}", self.path);
        self.problems.push(Problem::field(field, message));
    }

    /// Takes the value out, unless it is missing or null.
    fn take(&mut self, key: &str) -> Option<Value> {
        // A null says "unknown", as a missing key does, but the file said it: it stays and is written back.
        match self.rest.get(key) {
            None | Some(Value::Null) => None,
            Some(_) => self.rest.shift_remove(key),
        }
    }

    fn text(&mut self, key: &str) -> Option<String> {
        match self.take(key)? {
            Value::String(text) => Some(text),
            Value::Number(number) if key == "id" => Some(number.to_string()),
            other => {
                let message = format!("expected a text, found {}", shown(&other));
                self.problem(key, &message);
                self.rest.insert(key.into(), other);
                None
            }
        }
    }

    pub(super) fn line(&mut self, key: &str) -> String {
        self.text(key).map(|t| clean_line(&t)).unwrap_or_default()
    }

    pub(super) fn block(&mut self, key: &str) -> String {
        self.text(key).map(|t| clean_block(&t)).unwrap_or_default()
    }

    pub(super) fn optional_line(&mut self, key: &str) -> Option<String> {
        Some(self.line(key)).filter(|text| !text.is_empty())
    }

    pub(super) fn required(&mut self, key: &str) -> Option<String> {
        let text = self.line(key);
        if text.is_empty() {
            self.problem(key, "is required, a text");
            return None;
        }
        Some(text)
    }

    pub(super) fn date(&mut self, key: &str) -> Option<PartialDate> {
        let text = self.text(key)?;
        let date = text.trim().parse().ok();
        if date.is_none() && !text.trim().is_empty() {
            let message = format!(
                "expected a date like 2018, 2018-03 or 2018-03-24, found {}",
                shown(&Value::String(text.clone()))
            );
            self.problem(key, &message);
        }
        // What the partial date cannot say again (a time of day, a wrong form) stays in the story's own words.
        if date.is_none_or(|d: PartialDate| d.to_string() != text) && !text.is_empty() {
            self.rest
                .insert(key.into(), Value::String(clean_line(&text)));
        }
        date
    }

    pub(super) fn number(&mut self, key: &str) -> Option<f64> {
        let value = self.take(key)?;
        let number = value.as_f64();
        if number.is_none() {
            let message = format!("expected a number, found {}", shown(&value));
            self.problem(key, &message);
            self.rest.insert(key.into(), value);
        }
        number
    }

    pub(super) fn named<T: Copy>(
        &mut self,
        key: &str,
        from: fn(&str) -> Option<T>,
        names: &[&str],
        default: T,
    ) -> T {
        let Some(text) = self.text(key) else {
            return default;
        };
        from(&text).unwrap_or_else(|| {
            let found = shown(&Value::String(text.clone()));
            self.problem(
                key,
                &format!("expected one of {}, found {found}", names.join(", ")),
            );
            self.rest
                .insert(key.into(), Value::String(clean_line(&text)));
            default
        })
    }

    /// The readable elements of an array; the others are kept under the same key.
    fn elements<T>(
        &mut self,
        key: &str,
        mut read: impl FnMut(Value, &str, &mut Vec<Problem>) -> Result<T, Value>,
    ) -> Vec<T> {
        let items = match self.take(key) {
            None => return Vec::new(),
            Some(Value::Array(items)) => items,
            Some(other) => {
                let message = format!("expected an array, found {}", shown(&other));
                self.problem(key, &message);
                self.rest.insert(key.into(), other);
                return Vec::new();
            }
        };
        let (mut good, mut bad) = (Vec::with_capacity(items.len()), Vec::new());
        for (i, item) in items.into_iter().enumerate() {
            let path = format!("{key}[{i}]");
            match read(item, &path, &mut self.problems) {
                Ok(element) => good.push(element),
                Err(item) => bad.push(item),
            }
        }
        if !bad.is_empty() {
            self.rest.insert(key.into(), Value::Array(bad));
        }
        good
    }

    pub(super) fn lines(&mut self, key: &str) -> Vec<String> {
        self.elements(key, |item, path, problems| match item {
            Value::String(text) => Ok(clean_line(&text)),
            other => {
                problems.push(Problem::field(
                    path,
                    format!("expected a text, found {}", shown(&other)),
                ));
                Err(other)
            }
        })
    }

    pub(super) fn list<T>(&mut self, key: &str, read: fn(&mut Self) -> Option<T>) -> Vec<T> {
        self.elements(key, |item, path, problems| {
            let whole = item.clone();
            let Some(mut fields) = Self::of(item) else {
                problems.push(Problem::field(
                    path,
                    format!("expected an object, found {}", shown(&whole)),
                ));
                return Err(whole);
            };
            path.clone_into(&mut fields.path);
            let element = read(&mut fields);
            problems.append(&mut fields.problems);
            element.ok_or(whole)
        })
    }

    pub(super) fn take_rest(&mut self) -> Map<String, Value> {
        std::mem::take(&mut self.rest)
    }
}

/// A value as a message shows it: short, clean, in quotes where it is a text.
fn shown(value: &Value) -> String {
    let text = clean_line(&value.to_string());
    if text.chars().count() <= 40 {
        return text;
    }
    let start: String = text.chars().take(39).collect();
    format!("{start}…")
}
