//! What is wrong with a piece of input: where it stands, which field, and what was expected there.

use std::fmt;

use serde::Serialize;

/// One fault in a file, with everything a person needs to mend it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Problem {
    pub file: String,
    /// The line the faulty element starts on, from 1.
    pub line: Option<usize>,
    /// The field, as a path: `links[2].kind`.
    pub field: Option<String>,
    pub message: String,
    /// Whether the whole element was refused, not only the field.
    #[serde(skip)]
    pub rejected: bool,
}

impl Problem {
    /// A fault in one field; the rest of the element is kept.
    pub fn field(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            field: Some(field.into()),
            message: message.into(),
            ..Self::default()
        }
    }

    /// A fault for which the whole element is refused.
    pub fn rejected(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            rejected: true,
            ..Self::default()
        }
    }

    /// The same fault, told where it stands.
    #[must_use]
    pub fn at(mut self, file: &str, line: usize) -> Self {
        file.clone_into(&mut self.file);
        self.line = Some(line);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(field) = &self.field {
            write!(f, ": {field}")?;
        }
        write!(f, ": {}", self.message)
    }
}
