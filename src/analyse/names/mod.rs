//! New names in a text, by a tagger that was trained on open data: a linear-chain conditional random field (Lafferty,
//! `McCallum` and Pereira 2001) over hashed features. It knows no library and ties no name to another.

mod features;
mod hashed;
mod lists;
mod model;
mod tokens;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use crate::story::Kind;

pub use features::features;
pub use lists::{List, Lists, is_demonym};
pub use model::{BadModel, Label, Model, WIDTH};
pub use tokens::{Token, sentences_of_tokens};

/// Trained by `examples/names/`; its note stands beside it.
static BUNDLED: &[u8] = include_bytes!("../../../assets/names/names.model");

/// Sentences looked at together: all of a story; of a book as many as take little memory.
const CHAPTER: usize = 2_000;

/// Words that a name never is by itself.
const NO_NAMES: [&str; 34] = [
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
    let features = features_of(&words, model);
    for (tokens, features) in sentences.iter().zip(&features) {
        let labels = model.best(features);
        let mut at = 0;
        while let Some(label) = labels.get(at) {
            let Some(kind) = label.kind() else {
                at += 1;
                continue;
            };
            let more = labels[at + 1..]
                .iter()
                .take_while(|next| **next == Label::Inside(kind));
            let last = at + more.count();
            // "The European Commission" is named as "the European Commission" is.
            let article = last > at && has_article(&text[tokens[at].start..tokens[last].end]);
            let name = Name {
                start: tokens[at + usize::from(article)].start,
                end: tokens[last].end,
                kind,
            };
            if is_name(&text[name.start..name.end]) {
                names.push(name);
            }
            at = last + 1;
        }
    }
}

fn is_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.chars().any(char::is_alphabetic)
        && !NO_NAMES.contains(&lower.as_str())
        && !lists::is_title(text)
}

/// Whether a name begins with an article that is none of its own, as those of towns and newspapers are.
fn has_article(name: &str) -> bool {
    const TOWNS: [&str; 3] = ["Hague", "Bronx", "Gambia"];
    const PAPERS: [&str; 15] = [
        "Times",
        "Post",
        "Guardian",
        "Herald",
        "Tribune",
        "Journal",
        "Observer",
        "Independent",
        "Economist",
        "Telegraph",
        "Sun",
        "Mail",
        "Star",
        "Globe",
        "Verge",
    ];
    let rest = name.strip_prefix("The ").or(name.strip_prefix("THE "));
    let own = |rest: &str| {
        let last = rest.rsplit(' ').next().unwrap_or_default();
        TOWNS.contains(&rest) || PAPERS.contains(&last) || !rest.starts_with(char::is_uppercase)
    };
    rest.is_some_and(|rest| !own(rest))
}
