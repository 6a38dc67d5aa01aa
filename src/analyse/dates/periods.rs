//! Quarters, halves, seasons, decades and centuries.

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
    /// `Q3 2018`, `the third quarter of 2018`, `the first half of the year`, `H1 2018`.
    pub(super) fn quarter(self, i: usize) -> Option<Phrase> {
        let bytes = self.word(i).as_bytes();
        // "FY2024", "FY24".
        if let [b'F', b'Y', digits @ ..] = bytes
            && matches!(digits.len(), 2 | 4)
            && let Ok(n) = self.word(i)[2..].parse::<u32>()
        {
            let year = if n < 100 { century(n) } else { n as i16 };
            return Some(Phrase::new(i, i, Point::Year(year), 0.7));
        }
        if let [letter @ (b'Q' | b'H'), digit @ b'1'..=b'4'] = bytes {
            let n = (digit - b'0') as i8;
            let year = self.year_behind(i + 1);
            let end = year.map_or(i, |(_, end)| end - 1);
            let year = year.map(|(y, _)| y);
            return match letter {
                b'Q' => Some(Phrase::new(
                    i,
                    end,
                    Point::Quarter(year, n, Which::Open),
                    0.9,
                )),
                _ if n <= 2 && year.is_some() => {
                    Some(Phrase::new(i, end, Point::Half(year, n), 0.9))
                }
                _ => None,
            };
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

    /// The year behind a quarter, if one is named; and the token behind `of 2018` or `of the year`.
    fn of_year(self, i: usize) -> (Option<i16>, usize) {
        if let Some((year, end)) = self.year_behind(i) {
            return (Some(year), end);
        }
        let of = self.key(i, Key::Of) && (self.key(i + 1, Key::The) || self.key(i + 1, Key::This));
        if of && self.is(i + 2, "year") {
            return (None, i + 3);
        }
        (None, i)
    }

    /// `spring 2018`, `the winter of 1941-42`, `in the summer`. A season without a year needs `in` or the like.
    pub(super) fn season(self, i: usize) -> Option<Phrase> {
        let kind = self
            .kind(i)
            .filter(|k| matches!(k, Kind::Season | Kind::Fall))?;
        let n = self.token(i)?.n as i8;
        if let Some((year, end)) = self.year_behind(i + 1) {
            let end = self.short_year_end(end);
            return Some(Phrase::new(
                i,
                end - 1,
                Point::Season(Some(year), n, Which::Open),
                1.0,
            ));
        }
        let article = self.key(i.wrapping_sub(1), Key::The) && i > 0;
        let at = if article { i - 1 } else { i };
        let framed = matches!(
            self.before(at),
            Some(Kind::Key(
                Key::In
                    | Key::During
                    | Key::Since
                    | Key::Until
                    | Key::Early
                    | Key::Late
                    | Key::By
                    | Key::Mid
            ))
        );
        let framed = framed || self.is(at.wrapping_sub(1), "into");
        let of = self.key(i + 1, Key::Of) || self.key(i + 1, Key::In);
        let noun = self.capital(i + 1) && !self.key(i + 1, Key::And);
        let fits = framed
            && !of
            && !noun
            && (kind == Kind::Season
                || article && !self.joined(i + 1)
                || self.mark(i + 1, '.')
                || self.mark(i + 1, ','));
        fits.then(|| Phrase::new(at, i, Point::Season(None, n, Which::Open), 0.7))
    }

    /// The end of `-42` or `/42` behind a year.
    fn short_year_end(self, i: usize) -> usize {
        let mark = self.mark(i, '-') || self.mark(i, '/');
        let number = self.kind(i + 1) == Some(Kind::Number);
        if mark && number && self.joined(i) && self.joined(i + 1) {
            i + 2
        } else {
            i
        }
    }

    /// `the 1990s`, `the '90s`, `the nineties`, `the 19th century`.
    pub(super) fn age(self, i: usize) -> Option<Phrase> {
        let token = self.token(i)?;
        if token.kind == Kind::Decade {
            let digits = self.word(i).starts_with(|c: char| c.is_ascii_digit());
            let framed = matches!(
                self.before(i),
                Some(Kind::Key(Key::The | Key::Early | Key::Late | Key::Mid) | Kind::Mark('-'))
            );
            let first = match token.n {
                n if super::absolute::YEARS.contains(&n) && n % 10 == 0 => n,
                n @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)
                    if digits && self.mark(i.wrapping_sub(1), '\'') && self.joined(i) =>
                {
                    1900 + n
                }
                _ => return None,
            };
            return (digits || framed).then(|| Phrase::new(i, i, Point::Decade(first as i16), 0.9));
        }
        let hyphen = usize::from(self.mark(i + 1, '-'));
        let century = token.kind == Kind::Nth
            && (1..=22).contains(&token.n)
            && self.is(i + 1 + hyphen, "century");
        if !century {
            return None;
        }
        let (era, end) = self.era(1, i + 2 + hyphen);
        let n = token.n as i16;
        let first = if era == 0 {
            -100 * n + 1
        } else {
            (n - 1) * 100
        };
        Some(Phrase::new(i, end - 1, Point::Century(first), 0.9))
    }

    /// `9/11` and `the Sept. 11 attacks` mean one day of one year.
    pub(super) fn nine_eleven(self, i: usize) -> Option<Phrase> {
        let number = |at: usize, n: u32| {
            self.token(at)
                .is_some_and(|t| t.kind == Kind::Number && t.n == n)
        };
        let slashed = number(i, 9)
            && self.mark(i + 1, '/')
            && number(i + 2, 11)
            && !self.mark(i + 3, '/')
            && self.joined(i + 1)
            && self.joined(i + 2);
        let end = if slashed {
            i + 3
        } else {
            let (month, next) = self.month_at(i)?;
            let attacks = self.is_any(next + 1, &["attack", "attacks", "terror", "terrorist"]);
            (month == 9 && number(next, 11) && attacks).then_some(next + 1)?
        };
        let point = Point::Date {
            year: Some(2001),
            month: 9,
            day: 11,
            weekday: None,
        };
        Some(Phrase::new(i, end - 1, point, 0.9))
    }
}
