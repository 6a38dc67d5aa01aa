//! A text as sentences of tokens, cut as the training data are: punctuation and `'s` stand alone, hyphens and the stops of
//! abbreviations stay.

use std::ops::Range;

use crate::text::{is_cjk, sentences};

/// A token's place in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub start: usize,
    /// The first byte after the token.
    pub end: usize,
}

/// No sentence has more tokens; a table or a joke has.
const LONGEST: usize = 500;

/// Short words whose stop belongs to them.
const ABBREVIATED: [&str; 24] = [
    "mr", "mrs", "ms", "dr", "st", "jr", "sr", "inc", "corp", "co", "cos", "bros", "ltd", "gen",
    "sen", "rep", "gov", "lt", "col", "sgt", "capt", "prof", "rev", "vs",
];

/// States and provinces as newspapers shorten them.
const STATES: [&str; 34] = [
    "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky",
    "La", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ont", "Ore",
    "Pa", "Que", "Tenn", "Tex", "Va", "Wash", "Wis", "Wyo",
];

/// The sentences of a text, each as its tokens. A line that goes on in a capital begins a new one, as headlines and tables do.
pub fn sentences_of_tokens(text: &str) -> Vec<Vec<Token>> {
    let mut all = Vec::new();
    let mut whole: Vec<Range<usize>> = Vec::new();
    for sentence in sentences(text) {
        match whole.last_mut() {
            Some(last) if is_between_initials(text, last.end, sentence.start) => {
                last.end = sentence.end;
            }
            _ => whole.push(sentence),
        }
    }
    for sentence in whole {
        for line in lines(text, sentence) {
            let tokens = tokens(text, line);
            all.extend(tokens.chunks(LONGEST).map(<[Token]>::to_vec));
        }
    }
    all
}

/// Whether a sentence seems to end between two initials of one name: `M. A. Chidambaram Stadium`.
fn is_between_initials(text: &str, end: usize, start: usize) -> bool {
    let initial = |word: &str| {
        word.len() == 2 && word.starts_with(|c: char| c.is_ascii_uppercase()) && word.ends_with('.')
    };
    let before = text[..end].trim_end();
    let last = before.rsplit(char::is_whitespace).next();
    let next = text[start..].split(char::is_whitespace).next();
    last.is_some_and(|w| initial(w) && w != "I.") && next.is_some_and(initial)
}

fn lines(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = span.start;
    for (at, _) in text[span.clone()].match_indices('\n') {
        let at = span.start + at;
        if !text[at + 1..span.end].starts_with(|c: char| c.is_lowercase()) {
            lines.push(start..at);
            start = at + 1;
        }
    }
    lines.push(start..span.end);
    lines
}

fn tokens(text: &str, span: Range<usize>) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(span.len() / 5 + 1);
    let mut at = span.start;
    for word in text[span].split(char::is_whitespace) {
        cut(word, at, &mut tokens);
        at += word.len()
            + text[at + word.len()..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
    }
    tokens
}

/// Cuts a run without blanks.
fn cut(word: &str, start: usize, tokens: &mut Vec<Token>) {
    let mut push = |from: usize, to: usize| {
        if from < to {
            tokens.push(Token {
                start: start + from,
                end: start + to,
            });
        }
    };
    let is_mark =
        |c: char| !c.is_alphanumeric() && !matches!(c, '$' | '#' | '@' | '&' | '%' | '£' | '€');
    let mut from = 0;
    while let Some(c) = word[from..].chars().next().filter(|c| is_mark(*c)) {
        push(from, from + c.len_utf8());
        from += c.len_utf8();
    }
    let mut to = word.len();
    let mut behind = Vec::new();
    while let Some(c) = word[from..to].chars().next_back().filter(|c| is_mark(*c)) {
        if c == '.' && keeps_stop(&word[from..to - 1]) {
            break;
        }
        behind.push((to - c.len_utf8(), to));
        to -= c.len_utf8();
    }
    let core = &word[from..to];
    let tail = ["'s", "’s", "'S", "’S"]
        .iter()
        .find(|tail| core.len() > tail.len() && core.ends_with(**tail));
    let split = to - tail.map_or(0, |tail| tail.len());
    inner(&word[from..split], from, &mut push);
    push(split, to);
    for (from, to) in behind.into_iter().rev() {
        push(from, to);
    }
}

/// Cuts at marks inside that join nothing: brackets, slashes, dashes, and where a script without blanks begins.
fn inner(core: &str, offset: usize, push: &mut impl FnMut(usize, usize)) {
    let mut from = 0;
    let mut before = None;
    for (at, c) in core.char_indices() {
        let alone = matches!(
            c,
            '(' | ')' | '[' | ']' | '/' | '"' | '“' | '”' | '—' | '–' | ';' | '…'
        );
        let turns = before.is_some_and(|b| is_cjk(b) != is_cjk(c));
        if alone || turns {
            push(offset + from, offset + at);
            from = at;
        }
        if alone {
            push(offset + at, offset + at + c.len_utf8());
            from = at + c.len_utf8();
        }
        before = Some(c);
    }
    push(offset + from, offset + core.len());
}

fn keeps_stop(word: &str) -> bool {
    let initials = word.contains('.') && word.chars().all(|c| c.is_alphabetic() || c == '.');
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initials
        || initial
        || STATES.contains(&word)
        || ABBREVIATED
            .iter()
            .any(|short| short.eq_ignore_ascii_case(word))
}
