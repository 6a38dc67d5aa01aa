//! Dates of numbers alone: `2018-10-24`, `24/10/2018`, `10/24/18`, `24.10.2018`, `on 10/24`.

use jiff::civil::Date;

use super::absolute::{YEARS, century};
use super::phrase::{Phrase, Point, Reader};
use super::tokens::{Key, Kind};

/// Days: a date whose order nothing else tells is one of the last weeks.
const RECENT: i32 = 45;

impl Reader<'_> {
    /// A date of three numbers; where two orders give one, that which publication makes likely.
    pub(super) fn numeric(self, i: usize) -> Option<Phrase> {
        let token = self
            .token(i)
            .filter(|_| !self.joined(i) || self.mark(i - 1, '('))?;
        if token.kind == Kind::Figure {
            let mut parts = self.word(i).split('.').map(|p| p.parse::<u32>().ok());
            let numbers = [parts.next()??, parts.next()??, parts.next()??];
            let (point, sure) = self
                .day_month_year(numbers)
                .filter(|_| parts.next().is_none())?;
            return Some(Phrase::new(i, i, point, sure));
        }
        let mark = self
            .kind(i + 1)
            .filter(|k| matches!(k, Kind::Mark('-' | '/')))?;
        if self.kind(i + 3) != Some(mark) || !self.joined(i + 3) {
            return self.slashed_day(i);
        }
        let number = |at: usize| self.token(at).filter(|t| t.kind == Kind::Number);
        let (a, b, last) = (number(i)?.n, number(i + 2)?.n, self.token(i + 4)?);
        let together = (i + 1..i + 5).all(|at| self.joined(at));
        let free = !(self.joined(i + 5)
            && matches!(self.kind(i + 5), Some(Kind::Mark('-' | '/')))
            && self.joined(i + 6));
        if !together || !free {
            return None;
        }
        let slashes = mark == Kind::Mark('/') || last.n > 99;
        let (point, sure) = if self.year_at(i).is_some() {
            // The day may be followed by its time: "2018-10-24T09:30".
            (date_point(a, b, last.n)?, 1.0)
        } else if last.kind == Kind::Number && slashes {
            self.day_month_year([a, b, last.n])?
        } else {
            return None;
        };
        Some(Phrase::new(i, self.end_of_time(i + 4), point, sure))
    }

    /// The last token of the time behind a day: `2018-10-24T09:30:00Z`.
    fn end_of_time(self, day: usize) -> usize {
        let part = |i: usize| {
            let digits = self.word(i).starts_with(|c: char| c.is_ascii_digit());
            self.mark(i - 1, ':') && self.joined(i - 1) && self.joined(i) && digits
        };
        let mut last = day;
        while self.kind(day) == Some(Kind::Word) && last < day + 4 && part(last + 2) {
            last += 2;
        }
        last
    }

    /// `on 10/24`: only one order may give a day, and a word before must ask for one.
    fn slashed_day(self, i: usize) -> Option<Phrase> {
        let asked = matches!(
            self.before(i),
            Some(Kind::Key(Key::On | Key::Until | Key::Since))
        );
        let number = |at: usize| self.token(at).filter(|t| t.kind == Kind::Number);
        let (a, b) = (number(i)?.n, number(i + 2)?.n);
        let slash = self.mark(i + 1, '/') && self.joined(i + 1) && self.joined(i + 2);
        let free = !self.joined(i + 3) || matches!(self.kind(i + 3), Some(Kind::Mark('.' | ',')));
        let (month, day) = match (a, b) {
            // "24/7".
            (24, 7) => return None,
            (1..=12, 13..=31) => (a, b),
            (13..=31, 1..=12) => (b, a),
            _ => return None,
        };
        let point = Point::Date {
            year: None,
            month: month as i8,
            day: day as i8,
            weekday: None,
        };
        (asked && slash && free).then(|| Phrase::new(i, i + 2, point, 0.8))
    }

    /// The date of three numbers with the year at the end, and how sure it is.
    fn day_month_year(self, [a, b, year]: [u32; 3]) -> Option<(Point, f32)> {
        let short = year < 100;
        let year = if short { century(year) as u32 } else { year };
        if !YEARS.contains(&year) {
            return None;
        }
        match (date_point(year, b, a), date_point(year, a, b)) {
            (Some(one), Some(other)) if one != other => {
                Some((self.recent(year, [(b, a), (a, b)])?, 0.6))
            }
            (Some(_), Some(_)) if short => None,
            (one, other) => Some((one.or(other)?, 1.0)),
        }
    }

    /// The one of two days of a year, as month and day, that publication makes likely: it has come, and lately if both have.
    fn recent(self, year: u32, days: [(u32, u32); 2]) -> Option<Point> {
        let published = self.published?;
        let ago = |(month, day): (u32, u32)| {
            let date = Date::new(year as i16, month as i8, day as i8).ok()?;
            Some((published - date).get_days()).filter(|days| *days >= 0)
        };
        let [one, other] = days;
        let meant = match (ago(one), ago(other)) {
            (Some(a), Some(b)) if a.min(b) > RECENT => return None,
            (Some(a), Some(b)) if a < b => one,
            (Some(_), None) => one,
            (_, Some(_)) => other,
            (None, None) => return None,
        };
        date_point(year, meant.0, meant.1)
    }
}

fn date_point(year: u32, month: u32, day: u32) -> Option<Point> {
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then_some(Point::Date {
        year: Some(year as i16),
        month: month as i8,
        day: day as i8,
        weekday: None,
    })
}
