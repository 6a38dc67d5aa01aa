//! The dateline that a report begins with, such as `GENEVA (Reuters) -`: it names places and an agency whatever the tagger
//! makes of them.

use std::ops::Range;

use super::Name;
use super::lists::{List, Lists};
use super::tokens::Token;
use crate::story::Kind;

/// The most tokens of a dateline before its dash.
const LONGEST: usize = 16;
/// The most words of a place in capitals.
const WORDS: usize = 3;
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

/// A sentence that may begin with one.
struct Line<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl<'t> Line<'t> {
    fn word(&self, at: usize) -> &'t str {
        self.tokens
            .get(at)
            .map_or("", |t| &self.text[t.start..t.end])
    }

    fn name(&self, range: &Range<usize>, kind: Kind) -> Name {
        Name {
            start: self.tokens[range.start].start,
            end: self.tokens[range.end - 1].end,
            kind,
        }
    }

    /// The end of the words in capitals from a token on.
    fn loud(&self, from: usize) -> usize {
        let loud = |at: &usize| {
            let word = self.word(*at);
            let mark = |c| matches!(c, '.' | '-' | '\'' | '’');
            word.len() > 1
                && word.starts_with(char::is_alphabetic)
                && word.chars().all(|c| c.is_uppercase() || mark(c))
        };
        (from..self.tokens.len())
            .find(|at| !loud(at))
            .unwrap_or(self.tokens.len())
    }

    /// The places in capitals that it begins with: one, or several parted by slashes.
    fn places(&self) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        let mut from = 0;
        loop {
            let end = self.loud(from);
            if end == from || end > from + WORDS {
                return Vec::new();
            }
            places.push(from..end);
            if self.word(end) != "/" {
                return places;
            }
            from = end + 1;
        }
    }

    fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "—" | "_")
    }
}

/// The names in the dateline that a sentence begins with: the places in capitals, where they lie, and the agency.
pub(super) fn names(text: &str, tokens: &[Token], lists: &Lists) -> Vec<Name> {
    let line = Line { text, tokens };
    let places = line.places();
    let Some(end) = places.last().map(|place| place.end) else {
        return signed(&line);
    };
    let Some(dash) = (end..tokens.len().min(LONGEST)).find(|at| line.is_dash(*at)) else {
        return Vec::new();
    };
    let mut names: Vec<Name> = places.iter().map(|p| line.name(p, Kind::Place)).collect();
    let lies = (end + 1..dash).find(|at| !line.word(*at).starts_with(char::is_uppercase));
    let lies = end + 1..lies.unwrap_or(dash);
    if line.word(end) == "," && !lies.is_empty() && !is_month(line.word(lies.start)) {
        names.push(line.name(&lies, Kind::Place));
    } else if line.word(end) != "(" && dash != end && line.word(end) != "," {
        return Vec::new();
    }
    let agency =
        (end..dash).find(|at| line.word(at - 1) == "(" && AGENCIES.contains(&line.word(*at)));
    // "NATO – the alliance of the West – said" has no dateline.
    let spelled = text[names[0].start..names[0].end].to_lowercase();
    let listed = lists.of(&spelled);
    let opens = text[..tokens[0].start].trim().is_empty();
    let behind = dash + 1 + usize::from(line.is_dash(dash + 1));
    let unlisted = opens
        && dash == end
        && places.len() == 1
        && listed & List::Body as u8 == 0
        && spelled.len() > 4
        && begins(line.word(behind));
    if agency.is_none() && listed & List::Place as u8 == 0 && !unlisted {
        return Vec::new();
    }
    names.extend(agency.map(|at| line.name(&(at..at + 1), Kind::Organisation)));
    names
}

/// Whether a text's line begins at a byte.
pub(super) fn opens(text: &str, start: usize) -> bool {
    text[..start].trim_end_matches([' ', '\t']).is_empty() || text[..start].ends_with('\n')
}

/// Whether a report can begin with a word.
fn begins(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '“'))
}

/// The names in a dateline whose place is not in capitals but that an agency signs: `Amizmiz (Morocco) (AFP) –`.
fn signed(line: &Line<'_>) -> Vec<Name> {
    let Some(agency) = (2..line.tokens.len().min(LONGEST)).find(|at| {
        line.word(at - 1) == "(" && AGENCIES.contains(&line.word(*at)) && line.is_dash(at + 2)
    }) else {
        return Vec::new();
    };
    let mut names = Vec::new();
    let mut from = 0;
    for at in 0..agency {
        if matches!(line.word(at), "," | "(" | ")" | "/") {
            names.push(from..at);
            from = at + 1;
        } else if !line.word(at).starts_with(char::is_uppercase) {
            return Vec::new();
        }
    }
    names.retain(|name| !name.is_empty());
    if names.iter().any(|name| name.len() > WORDS) {
        return Vec::new();
    }
    let mut names: Vec<Name> = names.iter().map(|n| line.name(n, Kind::Place)).collect();
    names.push(line.name(&(agency..agency + 1), Kind::Organisation));
    names
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    MONTHS.iter().any(|month| word.starts_with(month))
}
