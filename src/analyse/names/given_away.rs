//! Names that their place gives away whatever the tagger makes of them: behind `Mrs`, and in a dateline such as
//! `GENEVA (Reuters) -`.

use std::ops::Range;

use super::Name;
use super::lists::{List, Lists};
use super::tokens::Token;
use crate::story::Kind;

/// Forms of address that stand before nothing but a person's name.
const ADDRESSES: [&str; 8] = ["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Mx"];
/// The most tokens of a dateline before its dash.
const DATELINE: usize = 14;
/// Agencies that sign datelines.
const AGENCIES: [&str; 12] = [
    "AP",
    "AFP",
    "Reuters",
    "UPI",
    "Xinhua",
    "Bloomberg",
    "Kyodo",
    "PA",
    "dpa",
    "DPA",
    "TASS",
    "CNN",
];

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

/// The names in the dateline that a sentence begins with: the place in capitals, where that lies, and the agency.
pub(super) fn dateline(text: &str, tokens: &[Token], lists: &Lists) -> Vec<Name> {
    let word = |at: usize| tokens.get(at).map_or("", |t| &text[t.start..t.end]);
    let loud = |at: &usize| {
        let word = word(*at);
        word.len() > 1
            && word
                .chars()
                .all(|c| c.is_uppercase() || matches!(c, '.' | '-' | '\''))
    };
    let place = (0..tokens.len()).find(|at| !loud(at)).unwrap_or(0);
    if place == 0 || place > 3 {
        return Vec::new();
    }
    let Some(dash) =
        (place..tokens.len().min(DATELINE)).find(|at| matches!(word(*at), "-" | "–" | "—" | "_"))
    else {
        return Vec::new();
    };
    let name = |range: Range<usize>, kind: Kind| Name {
        start: tokens[range.start].start,
        end: tokens[range.end - 1].end,
        kind,
    };
    let mut names = vec![name(0..place, Kind::Place)];
    let lies = (place + 1..dash).find(|at| !word(*at).starts_with(char::is_uppercase));
    let lies = place + 1..lies.unwrap_or(dash);
    if word(place) == "," && !lies.is_empty() && !is_month(word(lies.start)) {
        names.push(name(lies, Kind::Place));
    } else if word(place) != "(" && dash != place && word(place) != "," {
        return Vec::new();
    }
    let agency = (place..dash).find(|at| word(at - 1) == "(" && AGENCIES.contains(&word(*at)));
    // "NATO – the alliance of the West – said" has no dateline.
    let listed = lists.of(&text[names[0].start..names[0].end].to_lowercase());
    if agency.is_none() && listed & List::Place as u8 == 0 {
        return Vec::new();
    }
    names.extend(agency.map(|at| name(at..at + 1, Kind::Organisation)));
    names
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    MONTHS.iter().any(|month| word.starts_with(month))
}
