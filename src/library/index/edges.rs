//! The first letters of words as words of their own, so that a search can begin with the first key.

use std::collections::HashSet;

use tantivy::tokenizer::{PreTokenizedString, Token};

use crate::search::Names;
use crate::text::is_cjk;

/// Prefixes of up to this many characters are in the index; longer ones are few enough to be looked up.
pub(super) const LONGEST: usize = 3;

/// Where the words stand whose first letters these are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Text,
    Names(Names),
}

/// The token of a prefix. No word has a colon in it, so a name's cannot be taken for a text's.
pub(super) fn edge(of: Of, prefix: &str) -> String {
    let field = match of {
        Of::Text => return prefix.to_owned(),
        Of::Names(Names::People) => "p",
        Of::Names(Names::Organisations) => "o",
        Of::Names(Names::Places) => "l",
        Of::Names(Names::All) => "e",
    };
    format!("{field}:{prefix}")
}

/// The distinct prefixes of a story's words.
#[derive(Debug, Default)]
pub(super) struct Edges(HashSet<String>);

impl Edges {
    /// Adds every prefix of the words. CJK pairs give their second character too: it may end a run.
    pub(super) fn add(&mut self, of: Of, words: &[Token]) {
        for word in words {
            for (n, (at, c)) in word.text.char_indices().enumerate().take(LONGEST) {
                self.insert(of, &word.text[..at + c.len_utf8()]);
                if n == 1 && is_cjk(c) {
                    self.insert(of, &word.text[at..at + c.len_utf8()]);
                }
            }
        }
    }

    fn insert(&mut self, of: Of, prefix: &str) {
        if of == Of::Text && self.0.contains(prefix) {
            return;
        }
        self.0.insert(edge(of, prefix));
    }

    pub(super) fn finish(self) -> PreTokenizedString {
        let tokens = self
            .0
            .into_iter()
            .enumerate()
            .map(|(position, text)| Token {
                offset_from: 0,
                offset_to: 0,
                position,
                text,
                position_length: 1,
            });
        PreTokenizedString {
            text: String::new(),
            tokens: tokens.collect(),
        }
    }
}
