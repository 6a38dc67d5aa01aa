//! `Tuesday`, alone or with its date, and the days that have names of their own: `yesterday`, `today`.

use super::phrase::{Anchor, Phrase, Point, Reader, Unit, Which};
use super::tokens::{Key, Kind};

/// Names that begin with a weekday, by what follows it.
const NAMES: [&str; 12] = [
    "times",
    "telegraph",
    "school",
    "mirror",
    "express",
    "mail",
    "independent",
    "herald",
    "post",
    "magazine",
    "league",
    "world",
];

/// Names that end with a weekday, by what stands before it.
const NAMED: [&str; 10] = [
    "super",
    "bowl",
    "bloody",
    "palm",
    "cyber",
    "fat",
    "sheffield",
    "maundy",
    "giving",
    "ruby",
];

impl Reader<'_> {
    /// `Tuesday`, alone or with the date that follows it.
    pub(super) fn weekday(self, i: usize) -> Option<Phrase> {
        let n = self.token(i)?.n as i8;
        let short = self.kind(i) == Some(Kind::WeekdayShort);
        let next = i + 1 + usize::from(short && self.mark(i + 1, '.') && self.joined(i + 1));
        let at = next + usize::from(self.kind(next) == Some(Kind::PartOfDay));
        let at = at + usize::from(self.mark(at, ',') || self.mark(at, '('));
        let at = at + usize::from(self.key(at, Key::The));
        if let Some(found) = self.calendar_day(at)
            && let Point::Date {
                year, month, day, ..
            } = found.point
        {
            let point = Point::Date {
                year,
                month,
                day,
                weekday: Some(n),
            };
            return Some(Phrase::new(i, found.last, point, 1.0));
        }
        if let Some((weeks, end)) = self.week_around(i, next) {
            let point = Point::WeekdayOf(n, weeks);
            return Some(Phrase::new(i, end - 1, point, 1.0));
        }
        if let Some(found) = self.week_on(i, next, n) {
            return Some(found);
        }
        let set = matches!(self.before(i), Some(Kind::Key(Key::Each)));
        let set = set || self.is_any(i + 1, &["nights", "mornings", "evenings", "afternoons"]);
        let name = self.capital(i + 1) && self.is_any(i + 1, &NAMES)
            || self.is_any(i.wrapping_sub(1), &NAMED);
        let show =
            self.is(i + 1, "night") && self.is_any(i + 2, &["live", "football", "lights", "fever"]);
        let paper = self.is(i.wrapping_sub(2), "mail") && self.key(i.wrapping_sub(1), Key::On);
        let on = self.key(i.wrapping_sub(1), Key::On);
        if short && !(on && (self.mark(i + 1, '.') || n < 5 && self.capital(i)))
            || set
            || name
            || show
            || paper
        {
            return None;
        }
        let sure = if self.capital(i) { 1.0 } else { 0.8 };
        Some(Phrase::new(
            i,
            next - 1,
            Point::Weekday(n, Which::Open),
            sure,
        ))
    }

    /// `Monday week` and `a week on Monday`: the Monday after the next one.
    fn week_on(self, i: usize, next: usize, n: i8) -> Option<Phrase> {
        let behind = self.is(next, "week")
            && self
                .before(next + 1)
                .is_none_or(|_| self.ends_week(next + 1));
        let before =
            i > 2 && self.key(i - 1, Key::On) && self.is(i - 2, "week") && self.key(i - 3, Key::A);
        let (first, last) = match (before, behind) {
            (true, _) => (i - 3, next - 1),
            (_, true) => (i, next),
            _ => return None,
        };
        let point = Point::WeekdayAfter(n, 1);
        Some(Phrase::new(first, last, point, 0.8))
    }

    /// Whether a clause ends at the token: "Monday week" is no "Monday week-long".
    fn ends_week(self, i: usize) -> bool {
        matches!(
            self.kind(i),
            Some(Kind::Mark('.' | ',' | ';' | ')' | '!' | '?'))
        ) || self.key(i, Key::And)
    }

    /// The week that is named behind a weekday or before it, as weeks from publication; and the token behind.
    fn week_around(self, i: usize, next: usize) -> Option<(i32, usize)> {
        let week = |at: usize| {
            let by = match self.kind(at)? {
                Kind::Key(Key::Last) => -1,
                Kind::Key(Key::This) => 0,
                Kind::Key(Key::Next) => 1,
                _ => return None,
            };
            self.is(at + 1, "week").then_some(by)
        };
        let behind = next + usize::from(self.key(next, Key::Of));
        if let Some(by) = week(behind) {
            return Some((by, behind + 2));
        }
        // "last week on Thursday".
        let on = usize::from(self.key(i.wrapping_sub(1), Key::On));
        let by = week(i.checked_sub(2 + on)?)?;
        Some((by, next))
    }

    /// `overnight`, the night to the day that is spoken of; not `an overnight stay`, `overnight into Friday`, which names the day.
    pub(super) fn overnight(self, i: usize) -> Option<Phrase> {
        let thing = matches!(self.before(i), Some(Kind::Key(Key::A | Key::The)) | None);
        let named = matches!(
            self.kind(i + 1),
            Some(Kind::Weekday | Kind::Month | Kind::Key(Key::On | Key::To | Key::From))
        ) || self.is(i + 1, "into");
        let day = |by| Point::Shift(Unit::Day, by, Anchor::Context);
        let night = Phrase {
            sure: 0.6,
            ..Phrase::range(i, i, day(-1), day(0))
        };
        (!thing && !named).then_some(night)
    }

    /// `today`, `yesterday`, `the day before yesterday`.
    pub(super) fn simple(self, i: usize) -> Option<Phrase> {
        let Kind::Key(key) = self.kind(i)? else {
            return None;
        };
        let by = match key {
            Key::Today | Key::Tonight => 0,
            Key::Yesterday => -1,
            Key::Tomorrow => 1,
            _ => return None,
        };
        // "USA Today".
        if self.capital(i) && !self.opens(i) && (i == 0 || self.capital(i - 1)) {
            return None;
        }
        let far = i >= 2
            && self.is(i - 2, "day")
            && match key {
                Key::Yesterday => self.key(i - 1, Key::Before),
                Key::Tomorrow => self.key(i - 1, Key::After),
                _ => false,
            };
        let (first, by) = if far {
            (
                i - 2 - usize::from(i > 2 && self.key(i - 3, Key::The)),
                by * 2,
            )
        } else {
            (i, by)
        };
        Some(Phrase::new(
            first,
            i,
            Point::Shift(Unit::Day, by, Anchor::Published),
            1.0,
        ))
    }
}
