//! Ranges: `from 3 to 5 November`, `Oct. 23-24`, `between March and May 2018`, `1939 to 1945`.

use super::phrase::{Phrase, Point, Reader, Which};
use super::tokens::{Key, Kind};

impl Reader<'_> {
    /// A range that begins at the token, with or without `from` or `between`.
    pub(super) fn range(self, i: usize) -> Option<Phrase> {
        let between = self.key(i, Key::Between);
        let framed = between || self.key(i, Key::From);
        let at = i + usize::from(framed);
        let (one, next) = self.end_of_range(at)?;
        let joins = match self.kind(next)? {
            Kind::Mark('/') => matches!(one, Point::Year(_) | Point::Month(..)),
            Kind::Mark('-') | Kind::Key(Key::To | Key::Until) => true,
            Kind::Key(Key::And) => between,
            _ => false,
        };
        if !joins
            || !framed
                && self.joined(at)
                && !matches!(self.before(at), Some(Kind::Mark('(' | '"' | '[' | '“')))
        {
            return None;
        }
        let tight = self.mark(next, '-') && self.joined(next) || self.mark(next, '/');
        let (other, end) = self.end_of_range(next + 1)?;
        let (one, other, end) = self.fit(one, other, end, tight, framed)?;
        let loose = self.joined(end)
            && matches!(self.kind(end), Some(Kind::Mark('-' | '/')))
            && self.joined(end + 1);
        (!loose).then(|| Phrase::range(i, end - 1, one, other))
    }

    /// A date, month, weekday, year or bare number as one end of a range.
    fn end_of_range(self, i: usize) -> Option<(Point, usize)> {
        if let Some(found) = self.calendar_day(i) {
            return Some((found.point, found.last + 1));
        }
        if let Some((month, next)) = self.month_at(i) {
            let year = self.year_behind(next);
            let end = year.map_or(next, |(_, end)| end);
            return Some((Point::Month(year.map(|y| y.0), month, Which::Open), end));
        }
        let token = self.token(i)?;
        match token.kind {
            Kind::Weekday => {
                let found = self.weekday(i)?;
                Some((found.point, found.last + 1))
            }
            Kind::Number if self.year_at(i).is_some() => {
                let (year, end) = self.era(token.n as i16, i + 1);
                Some((Point::Year(year), end))
            }
            Kind::Number if self.era(0, i + 1).0 == 1 && token.n < 4000 => {
                let (year, end) = self.era(token.n as i16, i + 1);
                Some((Point::Year(year), end))
            }
            Kind::Number | Kind::Nth if self.day_at(i).is_some() => {
                Some((Point::DayOfMonth(token.n as i8), i + 1))
            }
            // The end of "2018-19", and the years of "499–493 BC".
            Kind::Number if token.n < 1000 => Some((Point::Year(token.n as i16), i + 1)),
            _ => None,
        }
    }

    /// Makes both ends whole: what one leaves out the other tells. None where they are no range of dates.
    fn fit(
        self,
        one: Point,
        other: Point,
        end: usize,
        tight: bool,
        framed: bool,
    ) -> Option<(Point, Point, usize)> {
        match (one, other) {
            (
                Point::DayOfMonth(d),
                Point::Date {
                    year, month, day, ..
                },
            ) if d < day => Some((date(year, month, d), other, end)),
            (
                Point::Date {
                    year, month, day, ..
                },
                Point::DayOfMonth(d),
            ) if day < d && (tight || self.ends(end)) => {
                let (behind, end) = self
                    .year_behind(end)
                    .map_or((year, end), |(y, end)| (Some(y), end));
                Some((date(behind, month, day), date(behind, month, d), end))
            }
            (
                Point::Date {
                    year: None,
                    month,
                    day,
                    ..
                },
                Point::Date { year, month: m, .. },
            ) => {
                let year = year.map(|y| y - i16::from(month > m));
                Some((date(year, month, day), other, end))
            }
            (Point::Date { .. }, Point::Date { .. }) => Some((one, other, end)),
            (Point::Month(None, month, w), Point::Month(year, m, _)) => {
                let year = year.map(|y| y - i16::from(month > m));
                Some((Point::Month(year, month, w), other, end))
            }
            (Point::Month(Some(_), ..), Point::Month(..) | Point::Date { .. }) => {
                Some((one, other, end))
            }
            (Point::Weekday(..), Point::Weekday(..)) if framed => Some((one, other, end)),
            (Point::Year(a), Point::DayOfMonth(d)) => {
                let other = Point::Year(short_year(a, i16::from(d)).filter(|_| tight)?);
                Some((one, other, end))
            }
            (Point::Year(a), Point::Year(b)) => self.years(a, b, end, tight, framed),
            _ => None,
        }
    }

    fn years(
        self,
        a: i16,
        b: i16,
        end: usize,
        tight: bool,
        framed: bool,
    ) -> Option<(Point, Point, usize)> {
        // "499–493 BC": both ends lie before Christ.
        if b <= 0 && a > 0 {
            let a = 1 - a;
            return (a < b).then_some((Point::Year(a), Point::Year(b), end));
        }
        let b = if b < 100 && a >= 1000 {
            short_year(a, b).filter(|_| tight)?
        } else {
            b
        };
        let counted = self.kind(end) == Some(Kind::Word)
            && self.before(end).is_some()
            && self.word(end).ends_with('s')
            && !self.is_any(end, &["was", "is", "as", "has", "this"])
            || self.mark(end, '%')
            || self.is_any(end, &["people", "percent", "per"]);
        let modern = a >= 1600 && b <= 2100;
        let fits =
            a < b && (a <= 0 || a >= 1000) && (modern || a <= 0 || tight || framed) && !counted;
        fits.then_some((Point::Year(a), Point::Year(b), end))
    }

    /// Whether nothing that could be counted follows.
    fn ends(self, i: usize) -> bool {
        let verb = self.is_any(
            i,
            &[
                "was", "were", "when", "at", "he", "she", "they", "it", "had", "will", "as", "with",
            ],
        );
        !matches!(self.kind(i), Some(Kind::Word | Kind::Unit)) || self.before(i).is_none() || verb
    }

    /// The second day of `Oct. 23 and 24`, behind a date that ended before the token.
    pub(super) fn second_day(self, i: usize, first: &Phrase) -> Option<Phrase> {
        let Point::Date { year, month, .. } = first.point else {
            return None;
        };
        let linked = self.key(i, Key::And) || self.key(i, Key::Or);
        let told = self.day_at(first.last).is_some() && first.until.is_none();
        if !linked || !told || self.calendar_day(i + 1).is_some() {
            return None;
        }
        let (day, next) = self.day_at(i + 1)?;
        let behind = self.year_behind(next);
        let end = behind.map_or(next, |(_, end)| end);
        let point = date(behind.map(|b| b.0).or(year), month, day);
        self.ends(end)
            .then(|| Phrase::new(i + 1, end - 1, point, 0.9))
    }

    /// The first day of `23 and 24 October`.
    pub(super) fn first_of_two(self, i: usize) -> Option<Phrase> {
        let (day, next) = self.day_at(i).filter(|_| !self.joined(i))?;
        let linked = self.key(next, Key::And) || self.key(next, Key::Or);
        let found = self.calendar_day(next + 1).filter(|_| linked)?;
        let Point::Date { year, month, .. } = found.point else {
            return None;
        };
        let plain = self.day_at(next + 1).is_some();
        plain.then(|| Phrase::new(i, next - 1, date(year, month, day), 0.9))
    }

    /// The first month of `August and September 1914`.
    pub(super) fn first_of_months(self, i: usize) -> Option<Phrase> {
        let (month, next) = self.month_at(i)?;
        let linked = self.key(next, Key::And) || self.key(next, Key::Or);
        let (other, behind) = self.month_at(next + 1).filter(|_| linked)?;
        let (year, _) = self.year_behind(behind)?;
        let point = Point::Month(Some(year - i16::from(month > other)), month, Which::Open);
        Some(Phrase::new(i, next - 1, point, 0.95))
    }

    /// The token behind `Monday through Friday`, which is said of every week.
    pub(super) fn weekly(self, i: usize) -> Option<usize> {
        let weekday = |at: usize| matches!(self.kind(at), Some(Kind::Weekday | Kind::WeekdayShort));
        let joins = self.mark(i + 1, '-') || self.key(i + 1, Key::To);
        let from = matches!(self.before(i), Some(Kind::Key(Key::From | Key::Between)));
        (weekday(i) && joins && weekday(i + 2) && !from).then_some(i + 3)
    }
}

fn date(year: Option<i16>, month: i8, day: i8) -> Point {
    Point::Date {
        year,
        month,
        day,
        weekday: None,
    }
}

/// The year that `19` means in `2018-19`.
fn short_year(year: i16, short: i16) -> Option<i16> {
    let full = year - year.rem_euclid(100) + short;
    (year >= 1000 && short > 0 && full > year).then_some(full)
}
