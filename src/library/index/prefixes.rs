//! The first letters of words as words of their own, so that a search can begin with the first key.

use std::collections::BTreeSet;

use tantivy::tokenizer::{PreTokenizedString, Token};

/// Prefixes of up to this many characters are in the index; longer ones are few enough to be looked up.
pub(super) const LONGEST_EDGE: usize = 3;

/// Every distinct prefix of the words. CJK pairs give their second character too: it may end a run.
pub(super) fn edges(words: &[Token]) -> PreTokenizedString {
    let mut edges = BTreeSet::new();
    for word in words {
        for (n, (at, c)) in word.text.char_indices().enumerate().take(LONGEST_EDGE) {
            edges.insert(&word.text[..at + c.len_utf8()]);
            if n == 1 && crate::text::is_cjk(c) {
                edges.insert(&word.text[at..at + c.len_utf8()]);
            }
        }
    }
    let tokens = edges.into_iter().enumerate().map(|(position, edge)| Token {
        offset_from: 0,
        offset_to: 0,
        position,
        text: edge.to_owned(),
        position_length: 1,
    });
    PreTokenizedString {
        text: String::new(),
        tokens: tokens.collect(),
    }
}
