//! Names that the tagger cuts short, made whole: bodies, storms, initials, figures that belong to a name; and what somebody
//! is secretary of cut off.

use std::ops::Range;

use super::bodies;
use super::given_away::is_address;
use super::lists::{self, List, Lists, is_demonym};
use super::tables::OFFICES;
use super::tokens::Token;
use crate::story::Kind;

/// What storms are called before their names.
pub(super) const STORMS: [&str; 4] = ["Hurricane", "Typhoon", "Cyclone", "Storm"];
/// What stands behind `Hurricane` and is no storm's name.
const NO_STORMS: [&str; 10] = [
    "Center", "Centre", "Season", "Watch", "Warning", "Hunters", "Relief", "Hunter", "Research",
    "King",
];
/// Names that a figure belongs to.
const COUNTED: [&str; 26] = [
    "FTSE",
    "Nikkei",
    "CAC",
    "DAX",
    "MDAX",
    "TecDAX",
    "S&P",
    "Russell",
    "STOXX",
    "Stoxx",
    "CSI",
    "KOSPI",
    "Kospi",
    "Topix",
    "NASDAQ",
    "Nasdaq",
    "Fortune",
    "Dow",
    "ASX",
    "TSX",
    "IBEX",
    "Formula",
    "Apollo",
    "Gemini",
    "Soyuz",
    "PlayStation",
];

/// A row of tokens taken for a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) at: Range<usize>,
    pub(super) kind: Kind,
}

/// A sentence and the names in it, in order.
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    pub(super) lists: &'t Lists,
    pub(super) stretches: Vec<Stretch>,
}

impl<'t> Line<'t> {
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.tokens
            .get(at)
            .map_or("", |t| &self.text[t.start..t.end])
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether a word is an acronym.
    pub(super) fn is_loud(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase())
    }

    /// The stretch that a token is in.
    pub(super) fn over(&self, at: usize) -> Option<usize> {
        let place = self.stretches.partition_point(|s| s.at.end <= at);
        (self.stretches.get(place)?.at.start <= at).then_some(place)
    }

    /// Puts a name in the place of those that it lies over.
    pub(super) fn put(&mut self, at: Range<usize>, kind: Kind) {
        self.stretches
            .retain(|s| s.at.end <= at.start || at.end <= s.at.start);
        let place = self.stretches.partition_point(|s| s.at.end <= at.start);
        self.stretches.insert(place, Stretch { at, kind });
    }
}

/// Makes the names in a sentence whole.
pub(super) fn grow(line: &mut Line<'_>) {
    if line.stretches.is_empty() {
        return;
    }
    for at in 0..line.tokens.len() {
        // All that is looked for begins, or breaks off, at a capital.
        if !line.is_capital(at) {
            continue;
        }
        office(line, at);
        storm(line, at);
        bodies::brand(line, at);
        bodies::body(line, at);
        title(line, at);
        bodies::conjoined(line, at);
    }
    let mut place = 0;
    while place < line.stretches.len() {
        bodies::ended(line, place);
        counted(line, place);
        initialled(line, place);
        place += 1;
    }
}

/// `Secretary of State` | `John Kerry`: what somebody is the secretary of is no part of the name.
fn office(line: &mut Line<'_>, at: usize) {
    let of = at > 1 && line.word(at - 1) == "of" && lists::is_title(line.word(at - 2));
    if !of || !OFFICES.contains(&line.word(at)) {
        return;
    }
    let Some(place) = line.over(at) else { return };
    let end = line.stretches[place].at.end;
    if line.stretches[place].at.start == at && end > at + 1 {
        line.put(at + 1..end, Kind::Person);
    }
}

/// `Hurricane Michael`, `Tropical Storm Beryl`.
fn storm(line: &mut Line<'_>, at: usize) {
    let name = line.word(at + 1);
    if !STORMS.contains(&line.word(at)) || !line.is_capital(at + 1) || NO_STORMS.contains(&name) {
        return;
    }
    let tropical = at > 0 && line.word(at - 1) == "Tropical";
    // In a club's name, as Melbourne Storm, the word stands behind others.
    let alone = at == 0 || tropical || !line.is_capital(at - 1);
    if alone && !line.is_capital(at + 2) {
        line.put(at - usize::from(tropical)..at + 2, Kind::Other);
    }
}

/// `Call of` | `Duty`: what is named with `of` beside a name that has no home.
fn title(line: &mut Line<'_>, at: usize) {
    let Some(place) = line.over(at + 2) else {
        return;
    };
    let Stretch { at: rest, kind } = line.stretches[place].clone();
    let of = at > 0 && line.word(at + 1) == "of" && line.is_capital(at) && line.over(at).is_none();
    let free = matches!(kind, Kind::Other | Kind::Product) && rest.start == at + 2;
    let lower = line.word(at).to_lowercase();
    let ordinary = List::Title as u8 | List::Organisation as u8;
    let plain = super::is_name(line.word(at)) && line.lists.of(&lower) & ordinary == 0;
    let second = line.word(at + 2);
    if of && free && plain && !is_demonym(second) && !is_address(second) {
        line.put(at..rest.end, kind);
    }
}

/// `FTSE` | `100`.
fn counted(line: &mut Line<'_>, place: usize) {
    let Stretch { at, kind } = line.stretches[place].clone();
    let figure = line.word(at.end);
    let short = figure.len() <= 4 && figure.chars().all(|c| c.is_ascii_digit() || c == '.');
    let known = COUNTED.contains(&line.word(at.end - 1));
    if !figure.is_empty() && figure != "." && short && known {
        let kind = if kind == Kind::Person {
            Kind::Other
        } else {
            kind
        };
        line.put(at.start..at.end + 1, kind);
    }
}

/// `M. A.` | `Chidambaram Stadium`, `MS` | `Dhoni`.
fn initialled(line: &mut Line<'_>, place: usize) {
    let Stretch { at, kind } = line.stretches[place].clone();
    let initial = |word: &str| {
        let mut chars = word.chars();
        let letter = chars.next().is_some_and(char::is_uppercase);
        letter && chars.next() == Some('.') && chars.all(|c| c.is_uppercase() || c == '.')
    };
    let mut start = at.start;
    while start > 0 && initial(line.word(start - 1)) && line.word(start - 1).len() == 2 {
        start -= 1;
    }
    let loud = |word: &str| word.len() == 2 && word.chars().all(|c| c.is_ascii_uppercase());
    if start == at.start && kind == Kind::Person && start > 0 && loud(line.word(start - 1)) {
        let lower = line.word(start - 1).to_lowercase();
        let taken = List::Place as u8 | List::Body as u8 | List::Title as u8 | List::Demonym as u8;
        if (line.word(start - 1) == "MS" || line.lists.of(&lower) & taken == 0)
            && line.over(start - 1).is_none()
        {
            start -= 1;
        }
    }
    let ends = (start..at.start).all(|at| {
        let over = line.over(at).map(|p| &line.stretches[p]);
        over.is_none_or(|s| s.at.start >= start)
    });
    if start < at.start && ends {
        line.put(start..at.end, kind);
    }
}
