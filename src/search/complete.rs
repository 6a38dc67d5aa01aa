//! What stands under the cursor of a search line and could be completed: a field's name, or its value.

use std::ops::Range;

use super::Field;
use super::lexer::{Piece, pieces};

/// Something that can be completed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completing {
    /// The bytes that a completion replaces.
    pub span: Range<usize>,
    /// The field whose value is typed; without one it is a field's name, or any entity's name.
    pub field: Option<Field>,
    /// What is typed of it.
    pub typed: String,
}

/// What the word that ends at the cursor could become; nothing where no word ends.
pub fn completing(text: &str, cursor: usize) -> Option<Completing> {
    let text = text.get(..cursor)?;
    let (at, piece) = pieces(text).pop()?;
    let Piece::Value {
        field,
        value,
        last: true,
        ..
    } = piece
    else {
        return None;
    };
    let Some(name) = field else {
        let typed = value.to_owned();
        return (!typed.is_empty()).then_some(Completing {
            span: at..cursor,
            field: None,
            typed,
        });
    };
    Some(Completing {
        span: at + name.len() + 1..cursor,
        field: Some(Field::from_name(name)?),
        typed: value.to_owned(),
    })
}

impl Completing {
    /// The completions the language itself knows: names of fields, and values of those with few.
    pub fn known(&self) -> Vec<String> {
        let typed = self.typed.to_lowercase();
        let begins = |word: &&str| word.starts_with(&typed);
        match self.field {
            None => Field::ALL
                .iter()
                .map(|field| field.name())
                .filter(begins)
                .map(|name| format!("{name}:"))
                .collect(),
            Some(field) => field
                .values()
                .iter()
                .copied()
                .filter(begins)
                .map(str::to_owned)
                .collect(),
        }
    }

    /// The line and its cursor with a completion put in. A value of several words is quoted, and a blank ends it.
    pub fn put(&self, text: &str, completion: &str) -> (String, usize) {
        let open = completion.ends_with(':');
        let inside = if completion.contains(char::is_whitespace) {
            format!("\"{completion}\"")
        } else {
            completion.to_owned()
        };
        let end = if open { "" } else { " " };
        let head = format!("{}{inside}{end}", &text[..self.span.start]);
        let tail = text[self.span.end..].trim_start();
        (format!("{head}{tail}"), head.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_values() {
        let names = |text: &str| completing(text, text.len()).map(|c| c.known());
        assert_eq!(names("okex pe"), Some(vec!["person:".to_owned()]));
        assert_eq!(
            names("is:"),
            Some(vec!["unread".into(), "read".into(), "starred".into()])
        );
        assert_eq!(names("okex "), None);
        let at = completing("a person:\"star x", 16).expect("a value");
        assert_eq!(
            (at.field, at.typed.as_str()),
            (Some(Field::Person), "star x")
        );
        assert_eq!(
            at.put("a person:\"star x", "Star Xu"),
            ("a person:\"Star Xu\" ".into(), 19)
        );
        let at = completing("pers b", 4).expect("a name");
        assert_eq!(at.put("pers b", "person:"), ("person:b".into(), 7));
    }
}
