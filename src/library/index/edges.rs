//! The first letters of words as words of their own, so that a search can begin with the first key.

use std::collections::HashSet;

use crate::search::Names;
use crate::text::{fold_into, is_cjk, words};

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
pub(super) struct Edges {
    seen: HashSet<String>,
    word: String,
}

impl Edges {
    /// Adds every prefix of a text's words. CJK pairs give their second character too: it may end a run.
    pub(super) fn add(&mut self, of: Of, text: &str) {
        for found in words(text) {
            let mut word = std::mem::take(&mut self.word);
            word.clear();
            fold_into(&text[found.start..found.end], &mut word);
            for (n, (at, c)) in word.char_indices().enumerate().take(LONGEST) {
                self.insert(of, &word[..at + c.len_utf8()]);
                if n == 1 && is_cjk(c) {
                    self.insert(of, &word[at..at + c.len_utf8()]);
                }
            }
            self.word = word;
        }
    }

    fn insert(&mut self, of: Of, prefix: &str) {
        if of == Of::Text && self.seen.contains(prefix) {
            return;
        }
        self.seen.insert(edge(of, prefix));
    }

    /// The prefixes with a blank between them.
    pub(super) fn finish(self) -> String {
        let mut text = String::with_capacity(self.seen.len() * 4);
        for edge in self.seen {
            text += &edge;
            text.push(' ');
        }
        text
    }
}
