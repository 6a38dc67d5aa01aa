//! Names at the front of words joined by a hyphen: `China-based`, `Hezbollah-backed`, and behind a party's letter: `D-Buffalo`.

use std::collections::HashMap;

use super::Name;
use super::lists::{List, Lists};
use super::tokens::Token;
use crate::story::Kind;

/// Names in the tokens that are none as a whole, `named` being those that the text names otherwise.
pub(super) fn names(
    text: &str,
    tokens: Vec<&Token>,
    named: &HashMap<&str, Kind>,
    lists: &Lists,
) -> Vec<Name> {
    let mut found = Vec::new();
    for token in tokens {
        let word = &text[token.start..token.end];
        let Some((front, _)) = word.split_once('-').filter(|(_, rest)| is_joined(rest)) else {
            continue;
        };
        let listed = lists.of(&front.to_lowercase());
        let kind = match named.get(front) {
            Some(kind) => *kind,
            None if !front.starts_with(char::is_uppercase) => continue,
            None if listed & List::Place as u8 != 0 && listed & List::Ordinary as u8 == 0 => {
                Kind::Place
            }
            None if is_body(front, listed) => Kind::Organisation,
            None => continue,
        };
        found.push(Name {
            start: token.start,
            end: token.start + front.len(),
            kind,
        });
    }
    found
}

/// Whether it is a listed acronym: `FIFA-sanctioned`.
fn is_body(front: &str, listed: u8) -> bool {
    listed & List::Body as u8 != 0 && front.len() > 2 && front.chars().all(char::is_uppercase)
}

/// Whether what stands behind a hyphen is joined to a name and no part of it: `China-based`, but `Al-qaeda`.
fn is_joined(rest: &str) -> bool {
    const JOINED: [&str; 28] = [
        "sanctioned",
        "affiliated",
        "approved",
        "allied",
        "based",
        "backed",
        "led",
        "born",
        "style",
        "listed",
        "owned",
        "run",
        "held",
        "area",
        "made",
        "bound",
        "controlled",
        "funded",
        "friendly",
        "educated",
        "trained",
        "wide",
        "era",
        "linked",
        "sponsored",
        "dominated",
        "occupied",
        "ruled",
    ];
    JOINED.contains(&rest)
}

/// A marked name without the party's letter before it and without the word joined to its end.
pub(super) fn bare(text: &str, mut name: Name) -> Name {
    let marked = &text[name.start..name.end];
    let before = &text[..name.start];
    let behind_somebody = before.ends_with(", ") || before.ends_with('(');
    let home = ["R-", "D-", "I-"]
        .iter()
        .find_map(|p| marked.strip_prefix(p))
        .filter(|_| behind_somebody);
    if let Some(home) = home.filter(|home| home.starts_with(char::is_uppercase)) {
        name.start = name.end - home.len();
        name.kind = Kind::Place;
    }
    if let Some((front, rest)) = text[name.start..name.end].rsplit_once('-')
        && is_joined(rest)
        && front.len() > 1
    {
        name.end = name.start + front.len();
    }
    name
}
