//! Years that stand alone: whether `1984` is a year or a number of things is told by the words around it.

use super::months::OWNERS;
use super::phrase::{Phrase, Point, Reader};
use super::tokens::{Key, Kind};

/// What people count: behind a number, it was no year.
pub(super) const COUNTED: [&str; 29] = [
    "people",
    "men",
    "women",
    "children",
    "percent",
    "per",
    "bitcoin",
    "bitcoins",
    "metres",
    "meters",
    "miles",
    "km",
    "kilometers",
    "kilometres",
    "pounds",
    "dollars",
    "euros",
    "yen",
    "yuan",
    "votes",
    "points",
    "troops",
    "soldiers",
    "deaths",
    "homes",
    "shares",
    "times",
    "feet",
    "block",
];

/// What takes place in a year and is called after it.
const EVENTS: [&str; 23] = [
    "cup",
    "games",
    "olympics",
    "election",
    "elections",
    "summit",
    "conference",
    "awards",
    "festival",
    "championship",
    "championships",
    "expo",
    "forum",
    "fiscal",
    "fy",
    "budget",
    "act",
    "davos",
    "euro",
    "season",
    "class",
    "year",
    "calendar",
];

/// Verbs that say something of a year.
const TELLS: [&str; 13] = [
    "was", "is", "will", "saw", "marked", "has", "had", "began", "ended", "brought", "also",
    "would", "may",
];

/// Words that end in an s and count nothing.
const NO_PLURALS: [&str; 7] = ["was", "is", "as", "has", "this", "its", "his"];

/// Words that a year follows, whatever comes next.
const IN: [Key; 7] = [
    Key::In,
    Key::Since,
    Key::Until,
    Key::During,
    Key::Early,
    Key::Late,
    Key::Mid,
];

/// Words that a year or another number follows.
const BY: [Key; 12] = [
    Key::By,
    Key::Of,
    Key::To,
    Key::From,
    Key::After,
    Key::Before,
    Key::Around,
    Key::Between,
    Key::And,
    Key::Or,
    Key::End,
    Key::Start,
];

impl Reader<'_> {
    /// A year without a month. `in 2018`, `the 2018 election`, `(2018)`, `480 BC`.
    pub(super) fn lone_year(self, i: usize) -> Option<Phrase> {
        let token = self.token(i).filter(|t| t.kind == Kind::Number)?;
        let (era, end) = self.era(0, i + 1);
        if end > i + 1 && (era == 1 || token.n < 2000) && token.n > 0 && token.n < 4000 {
            let (year, end) = self.era(token.n as i16, i + 1);
            return Some(Phrase::new(i, end - 1, Point::Year(year), 1.0));
        }
        let year = self.year_at(i)?;
        if self.joined(i + 1) && !self.may_touch(i + 1) || self.joined(i) && !self.may_precede(i) {
            return None;
        }
        let sure = self.year_sense(i, token.n)?;
        Some(Phrase::new(i, i, Point::Year(year), sure))
    }

    fn may_touch(self, i: usize) -> bool {
        match self.kind(i) {
            Some(Kind::Mark('.' | ',' | ';' | ':' | ')' | '"' | '”' | '\'' | '!' | '?' | ']')) => {
                !(self.joined(i + 1) && matches!(self.kind(i + 1), Some(Kind::Number)))
            }
            Some(Kind::Mark('-')) => !matches!(self.kind(i + 1), Some(Kind::Number | Kind::Figure)),
            _ => false,
        }
    }

    fn may_precede(self, i: usize) -> bool {
        match self.before(i) {
            Some(Kind::Mark('(' | '"' | '“' | '[')) => true,
            // "mid-2018", not "555-2018".
            Some(Kind::Mark('-')) => {
                i >= 2 && matches!(self.kind(i - 2), Some(Kind::Key(_) | Kind::Season))
                    || self.is(i.wrapping_sub(2), "pre")
                    || self.is(i.wrapping_sub(2), "post")
            }
            _ => false,
        }
    }

    /// How sure four digits mean a year; None where they count something.
    fn year_sense(self, i: usize, n: u32) -> Option<f32> {
        if self.is_any(i + 1, &COUNTED) || self.mark(i + 1, '%') {
            return None;
        }
        // "of 1249 Bells Ferry Road".
        let name = self.capital(i + 1) && self.kind(i + 1) == Some(Kind::Word);
        if name && self.key(i.wrapping_sub(1), Key::Of) {
            return None;
        }
        let modern = (1700..=2100).contains(&n);
        if self.is_any(i + 1, &EVENTS) || self.is_any(i.wrapping_sub(1), &EVENTS) {
            return modern.then_some(0.9);
        }
        let plural = self.lower_word(i + 1)
            && self.word(i + 1).ends_with('s')
            && !self.is_any(i + 1, &NO_PLURALS);
        match self.before(i) {
            Some(Kind::Key(key)) if IN.contains(&key) && (modern || !plural) => Some(0.95),
            Some(Kind::Key(key)) if BY.contains(&key) && !plural => {
                Some(if modern { 0.9 } else { 0.6 })
            }
            _ if modern => self.modern_year(i),
            _ => None,
        }
    }

    /// The same where no `in` stands before.
    fn modern_year(self, i: usize) -> Option<f32> {
        match self.before(i) {
            Some(Kind::Season | Kind::Fall | Kind::Unit | Kind::Mark('-')) => Some(0.8),
            Some(Kind::Key(Key::The | Key::A | Key::That | Key::Last | Key::Earlier)) => {
                self.adjective(i).then_some(0.7)
            }
            Some(Kind::Word)
                if self.is_any(i - 1, &OWNERS) || self.is_any(i - 1, &["post", "pre"]) =>
            {
                self.adjective(i).then_some(0.7)
            }
            Some(Kind::Mark('(' | '[')) => {
                matches!(self.kind(i + 1), Some(Kind::Mark(_))).then_some(0.8)
            }
            Some(Kind::Word) if self.told_of(i) => Some(0.7),
            _ if self.opens(i) && self.is_any(i + 1, &TELLS) => Some(0.8),
            None => self.is_heading(i).then_some(0.85),
            _ => None,
        }
    }

    /// Whether the word before a modern year is followed by years rather than by numbers: `for 2019`, `due 2025`, `both 2016
    /// and 2017`, `his failed 2016 campaign`.
    fn told_of(self, i: usize) -> bool {
        const AMOUNTS: [&str; 8] = [
            "nearly",
            "almost",
            "estimated",
            "additional",
            "other",
            "remaining",
            "extra",
            "further",
        ];
        let word = i - 1;
        let ends = !matches!(self.kind(i + 1), Some(Kind::Word | Kind::Unit))
            || self.before(i + 1).is_none()
            || self.capital(i + 1);
        if self.is(word, "for") {
            return ends && !self.mark(i + 1, '-') && !self.key(i + 1, Key::A);
        }
        if self.is(word, "due") {
            return ends;
        }
        if self.is(word, "both") {
            return self.key(i + 1, Key::And) && self.year_at(i + 2).is_some();
        }
        let owned = matches!(
            self.kind(word.wrapping_sub(1)),
            Some(Kind::Key(Key::The | Key::A))
        ) || self.is_any(word.wrapping_sub(1), &OWNERS);
        let plain =
            self.word(word).chars().all(char::is_lowercase) && !self.word(i + 1).ends_with('s');
        owned
            && plain
            && self.adjective(i)
            && self.lower_word(i + 1)
            && !self.is_any(word, &AMOUNTS)
    }

    /// Whether the token, the first of its paragraph, is all of it or all before a colon.
    fn is_heading(self, i: usize) -> bool {
        let colon = self.mark(i + 1, ':') && self.token(i + 2).is_some_and(|t| t.gap);
        colon || self.before(i + 1).is_none()
    }

    /// Whether the year is said of something, as in "the 2018 election" but not "the 2018 who came".
    fn adjective(self, i: usize) -> bool {
        let next = self.word(i + 1);
        self.kind(i + 1)
            .is_some_and(|k| !matches!(k, Kind::Mark(_) | Kind::Key(_)) || self.mark(i + 1, '-'))
            && !next.eq_ignore_ascii_case("who")
            && next
                .chars()
                .next()
                .is_some_and(|c| c.is_alphabetic() || !c.is_ascii())
    }
}
