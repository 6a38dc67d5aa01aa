//! Quarters and halves of a year: `the third quarter of 2018`, `4Q25`, `the first nine months of last year`.

use super::absolute::century;
use super::phrase::{Phrase, Point, Reader, Which};
use super::tokens::{Key, Kind};

/// Words that tell a game's quarter from a year's.
const SPORT: [&str; 10] = [
    "touchdown",
    "yards",
    "yard",
    "quarterback",
    "rebounds",
    "halftime",
    "scored",
    "goal",
    "pass",
    "kick",
];

/// What a company reports for a half year, where a game's first half has goals.
const FIGURES: [&str; 14] = [
    "profit",
    "profits",
    "earnings",
    "results",
    "sales",
    "revenue",
    "revenues",
    "net",
    "loss",
    "losses",
    "income",
    "pretax",
    "operating",
    "figures",
];

impl Reader<'_> {
    /// `FY24`, `4Q25`, `Q3 2018`, `H1 2018`.
    fn short_quarter(self, i: usize) -> Option<Phrase> {
        let year = |digits: &[u8]| {
            let n: u32 = std::str::from_utf8(digits).ok()?.parse().ok()?;
            match digits.len() {
                2 => Some(century(n)),
                4 => Some(n as i16),
                _ => None,
            }
        };
        let (letter, digit, year, end) = match self.word(i).as_bytes() {
            [b'F', b'Y', digits @ ..] => {
                return Some(Phrase::new(i, i, Point::Year(year(digits)?), 0.7));
            }
            [letter @ (b'Q' | b'H'), digit] | [digit, letter @ (b'Q' | b'H')] => {
                let behind = self.year_behind(i + 1);
                let end = behind.map_or(i, |(_, end)| end - 1);
                (letter, digit, behind.map(|(year, _)| year), end)
            }
            [digit, letter @ (b'Q' | b'H'), digits @ ..] => (letter, digit, Some(year(digits)?), i),
            _ => return None,
        };
        let n = digit.checked_sub(b'0').filter(|n| (1..=4).contains(n))? as i8;
        let point = match letter {
            b'Q' => Point::Quarter(year, n, Which::Open),
            _ if n <= 2 && year.is_some() => Point::Half(year, n),
            _ => return None,
        };
        Some(Phrase::new(i, end, point, 0.9))
    }

    /// `the third quarter of 2018`, `third-quarter results`, `the first half of the year`, and the short forms.
    pub(super) fn quarter(self, i: usize) -> Option<Phrase> {
        if let Some(found) = self.short_quarter(i) {
            return Some(found);
        }
        let n = match self.kind(i) {
            Some(Kind::Nth) => self.token(i)?.n as i8,
            Some(Kind::Key(Key::Last)) if self.key(i + 1, Key::Half) => 2,
            _ if self.is(i, "latter") => 2,
            _ => return None,
        };
        // "third-quarter earnings" too.
        let at = i + 1 + usize::from(self.mark(i + 1, '-'));
        if self.is(at, "quarter") && (1..=4).contains(&n) {
            let (year, end) = self.of_year(at + 1);
            let sport = (i.saturating_sub(12)..i + 14).any(|at| self.is_any(at, &SPORT));
            let point = Point::Quarter(year, n, Which::Open);
            return (year.is_some() || !sport)
                .then(|| Phrase::new(i, end - 1, point, if year.is_some() { 1.0 } else { 0.6 }));
        }
        if self.mark(i + 1, '-')
            && self.key(at, Key::Half)
            && self.is_any(at + 1, &FIGURES)
            && n <= 2
        {
            return Some(Phrase::new(i, at, Point::Half(None, n), 0.8));
        }
        let half = self.key(i + 1, Key::Half) && n <= 2;
        let (year, end) = self.of_year(i + 2);
        (half && end > i + 2).then(|| Phrase::new(i, end - 1, Point::Half(year, n), 0.9))
    }

    /// `the last quarter of 2024`, `the first nine months of last year`: where no year is named, "the last quarter" is the one
    /// before publication.
    pub(super) fn part_of_year(self, i: usize) -> Option<Phrase> {
        let at = i + usize::from(self.key(i, Key::The));
        let first = self.kind(at) == Some(Kind::Nth) && self.is(at, "first");
        let last = self.key(at, Key::Last) || self.is_any(at, &["final", "closing"]);
        if !first && !last {
            return None;
        }
        if last && self.is(at + 1, "quarter") {
            let (year, end) = self.of_year(at + 2);
            let point = Point::Quarter(Some(year?), 4, Which::Open);
            return Some(Phrase::new(i, end - 1, point, 1.0));
        }
        let (n, next) = self.count(at + 1)?;
        let months = i8::try_from(n).ok().filter(|n| (2..=11).contains(n))?;
        let of = usize::from(self.key(next + 1, Key::Of));
        let (year, end) = self
            .year_behind(next + 1)
            .or_else(|| self.year_by_publication(next + 1 + of))
            .filter(|_| self.is(next, "months"))?;
        let month = |n| Point::Month(Some(year), n, Which::Open);
        let (from, to) = if first {
            (1, months)
        } else {
            (13 - months, 12)
        };
        Some(Phrase::range(i, end - 1, month(from), month(to)))
    }

    /// The year behind a quarter, if one is named; and the token behind `of 2018` or `of the year`.
    fn of_year(self, i: usize) -> (Option<i16>, usize) {
        if let Some((year, end)) = self.year_behind(i) {
            return (Some(year), end);
        }
        // "The second quarter of its fiscal year 2015": the company's own, near to the calendar's.
        let owner = i + 1 + usize::from(self.is_any(i + 1, &["its", "their"]));
        let fiscal = self.key(i, Key::Of) && self.is_any(owner, &["fiscal", "financial"]);
        let year = owner + 1 + usize::from(self.is(owner + 1, "year"));
        if fiscal && self.year_at(year).is_some() {
            return (self.year_at(year), year + 1);
        }
        let of = self.key(i, Key::Of) && (self.key(i + 1, Key::The) || self.key(i + 1, Key::This));
        if of && self.is(i + 2, "year") {
            return (None, i + 3);
        }
        (None, i)
    }
}
