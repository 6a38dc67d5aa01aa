//! Dates told by numbers and months: `24 October 2018`, `Oct. 24`. Those of numbers alone are in [`super::numeric`],
//! ranges in [`super::spans`].

use super::phrase::{Phrase, Point, Reader};
use super::tokens::{Key, Kind};

/// Years that a number of four digits can be.
pub(super) const YEARS: std::ops::RangeInclusive<u32> = 1000..=2150;

impl Reader<'_> {
    /// A month's number and the token behind its name and full stop; what else the name may mean is not asked here.
    pub(super) fn month_at(self, i: usize) -> Option<(i8, usize)> {
        let token = self.token(i)?;
        match token.kind {
            Kind::Month if self.capital(i) => Some((token.n as i8, i + 1)),
            Kind::MonthShort if self.capital(i) => {
                let dot = self.mark(i + 1, '.') && self.joined(i + 1);
                Some((token.n as i8, i + 1 + usize::from(dot)))
            }
            _ => None,
        }
    }

    /// `24` or `24th` or `the 24th` as a day of a month.
    pub(super) fn day_at(self, i: usize) -> Option<(i8, usize)> {
        let i = i + usize::from(self.key(i, Key::The));
        let token = self.token(i)?;
        // "By May the Second Fleet" names a fleet.
        let name = token.kind == Kind::Nth && self.capital(i);
        let short = token.end - token.start <= 2 || token.kind == Kind::Nth && !name;
        let fits =
            matches!(token.kind, Kind::Number | Kind::Nth) && short && (1..=31).contains(&token.n);
        fits.then_some((token.n as i8, i + 1))
    }

    /// A year of four digits, which are no time of the day: "by 1015 GMT".
    pub(super) fn year_at(self, i: usize) -> Option<i16> {
        const CLOCKS: [&str; 18] = [
            "gmt", "utc", "bst", "est", "edt", "et", "cst", "cdt", "mst", "mdt", "pst", "pdt",
            "cet", "cest", "ist", "jst", "hours", "hrs",
        ];
        let token = self.token(i).filter(|t| t.kind == Kind::Number)?;
        let four = token.end - token.start == 4 && YEARS.contains(&token.n);
        (four && !self.is_any(i + 1, &CLOCKS)).then_some(token.n as i16)
    }

    /// The year behind a month or season: ` 2018`, `, 2018`, ` of 2018`, ` '18`; and the token behind it.
    pub(super) fn year_behind(self, i: usize) -> Option<(i16, usize)> {
        if let Some(found) = self.year_by_publication(i + usize::from(self.key(i, Key::Of))) {
            return Some(found);
        }
        let skipped = usize::from(self.mark(i, ',') || self.key(i, Key::Of));
        let at = i + skipped;
        if self.mark(at, '\'') && self.joined(at + 1) {
            let token = self.token(at + 1).filter(|t| t.kind == Kind::Number)?;
            let two = token.end - token.start == 2;
            return two.then(|| (century(token.n), at + 2));
        }
        let clock = self.mark(at + 1, ':') && self.joined(at + 1) && self.joined(at + 2);
        let number = self
            .token(at)
            .filter(|t| t.kind == Kind::Number && t.n < 4000)?;
        if let (year @ ..0, next) = self.era(number.n as i16, at + 1) {
            return Some((year, next));
        }
        let year = self.year_at(at).filter(|_| !clock)?;
        let (signed, next) = self.era(year, at + 1);
        Some((signed, next))
    }

    /// `last year` and the like as the year they mean, and the token behind.
    pub(super) fn year_by_publication(self, i: usize) -> Option<(i16, usize)> {
        let by = match self.kind(i)? {
            Kind::Key(Key::Last) => -1,
            Kind::Key(Key::This) => 0,
            Kind::Key(Key::Next) => 1,
            _ => return None,
        };
        let year = self.published?.year().checked_add(by)?;
        self.is(i + 1, "year").then_some((year, i + 2))
    }

    /// `BC` behind a year turns its sign (1 BC is the year 0).
    pub(super) fn era(self, year: i16, i: usize) -> (i16, usize) {
        let dotted = self.is(i, "B") && self.mark(i + 1, '.') && self.is(i + 2, "C");
        match self.kind(i) {
            Some(Kind::Key(Key::Bc)) => (1 - year, i + 1),
            Some(Kind::Key(Key::Ad)) => (year, i + 1),
            _ if dotted => (
                1 - year,
                i + 3 + usize::from(self.mark(i + 3, '.') && self.joined(i + 3)),
            ),
            _ => (year, i),
        }
    }

    /// A date of month and day in either order, with its year if it has one.
    pub(super) fn calendar_day(self, i: usize) -> Option<Phrase> {
        self.month_first(i).or_else(|| self.day_first(i))
    }

    fn month_first(self, i: usize) -> Option<Phrase> {
        let (month, next) = self.month_at(i)?;
        let next =
            next + usize::from(self.mark(next, '-') && self.joined(next) && self.joined(next + 1));
        let (day, next) = self.day_at(next)?;
        // "Oct. 24.5", "March 5:30", "May 20 percent".
        let clock = self.mark(next, ':') && self.joined(next) && self.joined(next + 1);
        let counted = self.is_any(next, &["percent", "per", "people", "million", "billion"])
            || self.mark(next, '%');
        if clock || counted || (self.mark(i.wrapping_sub(1), '$')) {
            return None;
        }
        let tight =
            self.mark(next, '-') && self.joined(next + 1) && self.year_at(next + 1).is_some();
        let next = next + usize::from(tight && self.mark(next - 2, '-'));
        Some(self.with_year(i, next, month, day))
    }

    fn day_first(self, i: usize) -> Option<Phrase> {
        let (day, next) = self.day_at(i)?;
        if self.joined(i)
            && !matches!(
                self.before(i),
                Some(Kind::Mark('(' | '"' | '[' | '-' | '“' | '\''))
            )
        {
            return None;
        }
        let at = next + usize::from(self.key(next, Key::Of));
        let at = at + usize::from(self.is(next, "day") && self.key(next + 1, Key::Of)) * 2;
        let at = at + usize::from(self.mark(at, '-') && self.joined(at + 1));
        let (month, next) = self.month_at(at)?;
        let next = next
            + usize::from(
                self.mark(next, '-') && self.joined(next + 1) && self.year_at(next + 1).is_some(),
            );
        Some(self.with_year(i, next, month, day))
    }

    fn with_year(self, first: usize, next: usize, month: i8, day: i8) -> Phrase {
        let year = self
            .year_behind(next)
            .filter(|_| !self.key(next, Key::Of) || self.year_at(next + 1).is_some());
        let (year, end) = year.map_or((None, next), |(year, end)| (Some(year), end));
        let point = Point::Date {
            year,
            month,
            day,
            weekday: None,
        };
        Phrase::new(first, end - 1, point, 1.0)
    }
}

/// The century of a year of two digits.
pub(super) fn century(n: u32) -> i16 {
    (if n < 40 { 2000 + n } else { 1900 + n % 100 }) as i16
}
