//! Names that their place gives away whatever the tagger makes of them: behind `Mrs`.

use std::ops::Range;

use super::tokens::Token;

/// Forms of address that stand before nothing but a person's name.
const ADDRESSES: [&str; 8] = ["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Mx"];

/// Whether nobody but a person is named behind a word.
pub(super) fn is_address(word: &str) -> bool {
    ADDRESSES.contains(&word)
}

/// The name behind a form of address at a token, if there is one.
pub(super) fn addressed(text: &str, tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let word = |at: usize| tokens.get(at).map_or("", |t| &text[t.start..t.end]);
    if !is_address(word(at)) {
        return None;
    }
    let capital = |at: &usize| word(*at).starts_with(char::is_uppercase);
    let end = (at + 1..at + 4).find(|at| !capital(at)).unwrap_or(at + 4);
    (end > at + 1).then_some(at + 1..end)
}
