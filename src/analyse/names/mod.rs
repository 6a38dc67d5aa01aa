//! New names in a text, by a tagger that was trained on open data: a linear-chain conditional random field (Lafferty,
//! `McCallum` and Pereira 2001) over hashed features. It knows no library and ties no name to another.

mod bodies;
mod classes;
mod clubs;
mod cues;
mod dateline;
mod features;
mod given_away;
mod hashed;
mod joined;
mod lists;
mod longer;
mod model;
mod split;
mod tables;
mod throughout;
mod tokens;
mod trim;
mod unseen;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::story::Kind;

pub use classes::Classes;
pub use features::features;
pub use lists::{List, Lists, is_demonym};
use longer::{Line, Stretch};
pub use model::{BadModel, Label, Model, WIDTH};
use throughout::Sure;
pub use tokens::{Token, sentences_of_tokens};
use trim::Marked;

/// Trained by `examples/names/`; its note stands beside it.
static BUNDLED: &[u8] = include_bytes!("../../../assets/names/names.model");

/// Sentences looked at together: all of a story; of a book as many as take little memory.
const CHAPTER: usize = 2_000;

/// Words that a name never is by itself.
const NO_NAMES: [&str; 35] = [
    "justices",
    "i",
    "he",
    "she",
    "it",
    "we",
    "they",
    "the",
    "a",
    "an",
    "mr",
    "mrs",
    "ms",
    "dr",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "but",
    "and",
];

/// Where a text seems to name somebody or something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Byte offset into the text.
    pub start: usize,
    /// The first byte after the name.
    pub end: usize,
    pub kind: Kind,
}

/// The names in a text, in order, by the bundled model.
pub fn find(text: &str) -> Vec<Name> {
    static MODEL: OnceLock<Option<Model>> = OnceLock::new();
    // A test reads the bundled model, so there is one.
    let model = MODEL.get_or_init(|| Model::read(BUNDLED).ok());
    model
        .as_ref()
        .map_or_else(Vec::new, |model| find_with(model, text))
}

/// What the tagger sees of each token of a text's sentences.
pub fn features_of(sentences: &[Vec<&str>], model: &Model) -> Vec<Vec<Vec<u64>>> {
    features(sentences, model.lists())
}

/// The names in a text, in order, by a model.
pub fn find_with(model: &Model, text: &str) -> Vec<Name> {
    let sentences = sentences_of_tokens(text);
    let mut names = Vec::new();
    for chapter in sentences.chunks(CHAPTER) {
        find_in(model, text, chapter, &mut names);
    }
    names
}

fn find_in(model: &Model, text: &str, sentences: &[Vec<Token>], names: &mut Vec<Name>) {
    let words: Vec<Vec<&str>> = sentences
        .iter()
        .map(|tokens| tokens.iter().map(|t| &text[t.start..t.end]).collect())
        .collect();
    let before = names.len();
    let mut rest: Vec<&Token> = Vec::new();
    let mut sure = Sure::new();
    for (tokens, features) in sentences.iter().zip(&features_of(&words, model)) {
        let first = names.len();
        rest.extend(in_sentence(model, (text, tokens), features, names));
        sure.extend(cued(model, (text, tokens), &names[first..]));
    }
    clubs::mark(text, &mut names[before..], model.lists());
    throughout::agree(text, &mut names[before..], &sure, model.lists());
    let kinds: HashMap<&str, Kind> = names[before..]
        .iter()
        .map(|n| (&text[n.start..n.end], n.kind))
        .collect();
    let joined = joined::names(text, rest, &kinds, model.lists());
    names.extend(joined);
    names[before..].sort_by_key(|name| name.start);
}

/// Adds the names in a sentence. What is left are the tokens in no name.
fn in_sentence<'t>(
    model: &Model,
    (text, tokens): (&str, &'t [Token]),
    features: &[Vec<u64>],
    names: &mut Vec<Name>,
) -> Vec<&'t Token> {
    let told = dateline::names(text, tokens, model.lists());
    let from = tokens.partition_point(|t| told.last().is_some_and(|n| t.start < n.end));
    names.extend(told);
    let mut line = Line {
        text,
        tokens,
        lists: model.lists(),
        stretches: stretches(text, tokens, &model.best(features), from),
    };
    unseen::add(&mut line, from);
    longer::grow(&mut line);
    for Stretch { at, kind } in &line.stretches {
        let (tokens, kind) = (&tokens[at.clone()], *kind);
        let marked = Marked { text, tokens, kind };
        names.extend(trim::names(marked, model.lists()).iter().filter_map(named));
    }
    (from..tokens.len())
        .filter(|at| line.over(*at).is_none())
        .map(|at| &tokens[at])
        .collect()
}

/// The names in a sentence whose kind it leaves no doubt of.
fn cued<'t>(model: &Model, (text, tokens): (&'t str, &[Token]), names: &[Name]) -> Sure<'t> {
    let kind = |name: &Name| {
        let first = tokens.partition_point(|t| t.end <= name.start);
        let behind = tokens.partition_point(|t| t.start < name.end);
        let seen = cues::Seen {
            text,
            tokens,
            at: (first, behind.max(first + 1)),
            kind: name.kind,
            lists: model.lists(),
        };
        Some((&text[name.start..name.end], cues::kind(&seen)?))
    };
    names.iter().filter_map(kind).collect()
}

/// What the tagger takes for names from a token of a sentence on.
fn stretches(text: &str, tokens: &[Token], labels: &[Label], from: usize) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut at = from;
    while let Some(label) = labels.get(at) {
        let Some(kind) = label.kind() else {
            let addressed = given_away::addressed(text, tokens, at);
            at = addressed.as_ref().map_or(at + 1, |person| person.end);
            let kind = Kind::Person;
            stretches.extend(addressed.map(|at| Stretch { at, kind }));
            continue;
        };
        let more = labels[at + 1..]
            .iter()
            .take_while(|next| **next == Label::Inside(kind));
        let mut end = at + 1 + more.count();
        if kind == Kind::Person {
            end += trim::surname_behind(text, &tokens[end..]);
        }
        stretches.push(Stretch { at: at..end, kind });
        at = end;
    }
    stretches
}

fn named(marked: &Marked<'_>) -> Option<Name> {
    let (first, last) = (marked.tokens.first()?, marked.tokens.last()?);
    let name = Name {
        start: first.start,
        end: last.end,
        kind: marked.kind,
    };
    let name = joined::bare(marked.text, name);
    is_name(&marked.text[name.start..name.end]).then_some(name)
}

/// Whether it is a time of the day somewhere: `Pacific Time`.
fn is_zone(text: &str) -> bool {
    const ZONES: [&str; 11] = [
        "Pacific", "Eastern", "Central", "Mountain", "Atlantic", "European", "Standard",
        "Daylight", "Summer", "Mean", "P.M.",
    ];
    text.strip_suffix(" Time")
        .is_some_and(|zone| zone.split(' ').any(|word| ZONES.contains(&word)))
}

fn is_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.chars().any(char::is_alphabetic)
        && !NO_NAMES.contains(&lower.as_str())
        && !lists::is_title(text)
        && !is_zone(text)
}
