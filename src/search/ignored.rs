//! What of a query was not understood, in words for its reader.

use std::fmt;

use super::Field;

/// A part of a query that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ignored {
    /// A field there is none of, and the one that may be meant.
    Misspelt { typed: String, meant: Field },
    /// A field there is none of; it was looked for as words.
    Unknown(String),
    /// A field without its value, or with one it cannot take.
    Value { field: Field, typed: String },
    /// `OR`, `-` or a bracket with nothing to work on.
    Lone(&'static str),
    /// Signs without a letter or digit.
    Signs(String),
    /// Words beyond the number a query may have.
    TooLong,
    /// Brackets within more brackets than a query may have.
    TooDeep,
}

impl fmt::Display for Ignored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Misspelt { typed, meant } => {
                write!(f, "{typed}: (did you mean {}: ?)", meant.name())
            }
            Self::Unknown(name) => write!(f, "{name}: (no such field, read as words)"),
            Self::Value { field, typed } => {
                write!(f, "{}:{typed} (needs {})", field.name(), field.expects())
            }
            Self::Lone(sign) => write!(f, "{sign} with nothing beside it"),
            Self::Signs(signs) => write!(f, "{signs}"),
            Self::TooLong => write!(f, "what follows the first {} words", super::parser::TERMS),
            Self::TooDeep => write!(f, "brackets deeper than {}", super::parser::DEPTH),
        }
    }
}
