//! Days told by their place in a month: `the 24th`, `the fourth of that month`, `the first Monday in October`.

use super::phrase::{Feast, Phrase, Point, Reader, Which};
use super::tokens::{Key, Kind};

impl Reader<'_> {
    /// Such a day, with or without `the`.
    pub(super) fn monthly(self, i: usize) -> Option<Phrase> {
        let at = i + usize::from(self.key(i, Key::The));
        let n = match self.kind(at)? {
            Kind::Nth => i8::try_from(self.token(at)?.n).ok()?,
            Kind::Key(Key::Last) => -1,
            _ => return None,
        };
        self.of_that_month(i, at + 1, n)
            .or_else(|| self.weekday_in(i, at + 1, n))
            .or_else(|| self.edge_of(i, at + 1, n))
    }

    /// `the fourth of that month`, `the 3rd of last month`.
    fn of_that_month(self, first: usize, at: usize, day: i8) -> Option<Phrase> {
        if !self.key(at, Key::Of) || !(1..=31).contains(&day) {
            return None;
        }
        let point = match self.kind(at + 1)? {
            Kind::Key(Key::The | Key::That) => Point::DayOfMonth(day),
            Kind::Key(Key::Last) => Point::DayOf(day, -1),
            Kind::Key(Key::This) => Point::DayOf(day, 0),
            Kind::Key(Key::Next) => Point::DayOf(day, 1),
            _ => return None,
        };
        self.is(at + 2, "month")
            .then(|| Phrase::new(first, at + 2, point, 0.9))
    }

    /// `the first Monday in October`.
    fn weekday_in(self, first: usize, at: usize, n: i8) -> Option<Phrase> {
        let weekday = self.token(at).filter(|t| t.kind == Kind::Weekday)?.n as i8;
        if !matches!(self.kind(at + 1), Some(Kind::Key(Key::Of | Key::In))) || n > 5 {
            return None;
        }
        let (month, year, end) = self
            .month_and_year(at + 2)
            .or_else(|| self.this_month(at + 2))?;
        let point = Point::Feast(year, Feast::Nth(month, weekday, n), Which::Open);
        Some(Phrase::new(first, end - 1, point, 0.95))
    }

    /// `the first day of January`, `the last day of January`.
    fn edge_of(self, first: usize, at: usize, n: i8) -> Option<Phrase> {
        if !self.is(at, "day") || !self.key(at + 1, Key::Of) || n.abs() != 1 {
            return None;
        }
        let (month, year, end) = self.month_and_year(at + 2)?;
        let feast = if n > 0 {
            Feast::Fixed(month, 1)
        } else {
            Feast::LastDay(month)
        };
        let point = Point::Feast(year, feast, Which::Open);
        Some(Phrase::new(first, end - 1, point, 0.95))
    }

    /// `on the 24th`, unless it counts something.
    pub(super) fn day_of_month(self, i: usize) -> Option<Phrase> {
        let framed = matches!(
            self.before(i),
            Some(Kind::Key(Key::On | Key::Until | Key::By | Key::Since))
        );
        let evening = self.key(i.wrapping_sub(1), Key::Of)
            && self.kind(i.wrapping_sub(2)) == Some(Kind::PartOfDay);
        let digits = self.word(i + 1).starts_with(|c: char| c.is_ascii_digit());
        if !(framed || evening)
            || !digits
            || self.kind(i + 1) != Some(Kind::Nth)
            || !self.key(i, Key::The)
        {
            return None;
        }
        let verb = self.is_any(
            i + 2,
            &[
                "was", "were", "is", "had", "has", "will", "when", "at", "he", "she", "they", "it",
                "for", "with", "as", "but", "while", "because", "where", "would", "could", "said",
            ],
        );
        let counts = matches!(self.kind(i + 2), Some(Kind::Word | Kind::Unit))
            && self.before(i + 2).is_some()
            && !verb;
        let (day, next) = self.day_at(i)?;
        (!counts && !self.key(next, Key::Of))
            .then(|| Phrase::new(i, next - 1, Point::DayOfMonth(day), 0.7))
    }

    /// `the month` and `this month`: that of publication.
    fn this_month(self, i: usize) -> Option<(i8, Option<i16>, usize)> {
        let day = self.published?;
        let framed = matches!(self.kind(i), Some(Kind::Key(Key::The | Key::This)));
        (framed && self.is(i + 1, "month")).then_some((day.month(), Some(day.year()), i + 2))
    }

    fn month_and_year(self, i: usize) -> Option<(i8, Option<i16>, usize)> {
        let (month, next) = self.month_at(i)?;
        Some(match self.year_behind(next) {
            Some((year, end)) => (month, Some(year), end),
            None => (month, None, next),
        })
    }
}
