//! Steps from another date, and parts of a stretch: `two days later`, `three weeks ago`, `early March`.

use super::cues;
use super::phrase::{Anchor, Part, Phrase, Point, Reader, Unit};
use super::tokens::{Key, Kind};

impl Reader<'_> {
    /// -1 for `before`, 1 for `later`, and the token behind. `before` and `after` only where their clause ends.
    pub(super) fn direction(self, i: usize) -> Option<(i32, usize)> {
        // "Two days after that".
        let that = matches!(self.kind(i), Some(Kind::Key(Key::Before | Key::After)))
            && self.key(i + 1, Key::That);
        let end = i + 1 + usize::from(that);
        let ends = match self.kind(end) {
            Some(Kind::Mark(c)) => !matches!(c, '\'' | '"' | '“' | '(' | '-' | '$'),
            None | Some(Kind::Key(Key::And)) => true,
            _ => self.before(end).is_none(),
        };
        match self.kind(i)? {
            Kind::Key(Key::Earlier) => Some((-1, i + 1)),
            Kind::Key(Key::Prior) if !self.key(i + 1, Key::To) => Some((-1, i + 1)),
            Kind::Key(Key::Before) if ends => Some((-1, end)),
            Kind::Key(Key::Later) => Some((1, i + 1)),
            Kind::Key(Key::After | Key::Following) if ends => Some((1, end)),
            _ => None,
        }
    }

    /// As [`direction`](Self::direction), where what happened is named behind it: `before the crash`, `after his arrest`.
    pub(super) fn event_direction(self, i: usize) -> Option<(i32, usize)> {
        const OWNERS: [&str; 5] = ["his", "her", "their", "its", "that"];
        let sign = match self.kind(i)? {
            Kind::Key(Key::Before) => -1,
            Kind::Key(Key::After) => 1,
            _ => return None,
        };
        let owned = self.key(i + 1, Key::The) || self.is_any(i + 1, &OWNERS);
        let noun = self.kind(i + 2) == Some(Kind::Word) && !self.capital(i + 2);
        (owned && noun).then_some((sign, i + 1))
    }

    /// `two days ago`, `a week later`, `three months from now`, `in two weeks' time`.
    pub(super) fn counted(self, i: usize) -> Option<Phrase> {
        let (n, at) = self.count(i)?;
        let at =
            at + usize::from(self.mark(at, '-') || self.is_any(at, &["full", "whole", "short"]));
        let unit = self.unit(at)?;
        if let Some(found) = self.and_a_half(i, n, unit, at + 1) {
            return Some(found);
        }
        if unit == Unit::Hour && n % 24 != 0 || self.key(i.wrapping_sub(1), Key::Each) {
            return None;
        }
        // "half a century ago".
        if self.key(i.wrapping_sub(1), Key::Half) {
            return None;
        }
        let shift =
            |by: i32, anchor, last| Some(Phrase::new(i, last, Point::Shift(unit, by, anchor), 0.9));
        // "A week today".
        let on = match self.kind(at + 1) {
            Some(Kind::Key(Key::Today)) => Some(0),
            Some(Kind::Key(Key::Tomorrow)) => Some(1),
            _ => None,
        };
        if let Some(on) = on.filter(|_| unit == Unit::Week) {
            let point = Point::Shift(Unit::Day, n.checked_mul(7)? + on, Anchor::Published);
            return Some(Phrase::new(i, at + 1, point, 0.9));
        }
        if self.key(at + 1, Key::Ago) {
            return self.ago(i, n, unit, at + 1);
        }
        if self.key(at + 1, Key::From) && self.is_any(at + 2, &["now", "today"]) {
            return shift(n, Anchor::Published, at + 2);
        }
        if self.is_ahead(i, at) {
            let point = Point::Shift(unit, n, Anchor::Published);
            return Some(Phrase::new(i, at, point, 0.7));
        }
        let time = self.mark(at + 1, '\'')
            && self.is(at + 2, "time")
            && self.key(i.wrapping_sub(1), Key::In);
        if time {
            return shift(n, Anchor::Published, at + 2);
        }
        let told = self.direction(at + 1).map(|found| (found, Anchor::Told));
        let event = || Some((self.event_direction(at + 1)?, Anchor::Event));
        let ((sign, next), anchor) = told.or_else(event)?;
        // A tale that goes on "a week later" tells the day, where "the following week" does not.
        let (unit, by) = match unit {
            Unit::Week => (Unit::Day, n * 7),
            Unit::Fortnight => (Unit::Day, n * 14),
            unit => (unit, n),
        };
        let point = Point::Shift(unit, by * sign, anchor);
        Some(Phrase::new(i, next - 1, point, 0.9))
    }

    /// Whether "in two weeks" tells when something will be, not how long it lasts or what is the third time in two weeks.
    fn is_ahead(self, i: usize, unit: usize) -> bool {
        const OF: [&str; 8] = [
            "time", "times", "first", "only", "once", "twice", "best", "worst",
        ];
        let within = i > 1 && self.key(i - 1, Key::In);
        let counts = (i.saturating_sub(6)..i)
            .any(|at| self.kind(at) == Some(Kind::Nth) || self.is_any(at, &OF));
        let ends = !self.mark(unit + 1, '\'') && self.direction(unit + 1).is_none();
        let is = self.is_any(i.wrapping_sub(2), &["is", "are"]);
        within && ends && !counts && (is || cues::future(self, i, unit) == Some(true))
    }

    /// `a year and a half ago`, in units that are whole.
    fn and_a_half(self, i: usize, n: i32, unit: Unit, at: usize) -> Option<Phrase> {
        let half =
            self.key(at, Key::And) && self.key(at + 1, Key::A) && self.key(at + 2, Key::Half);
        if !half {
            return None;
        }
        let (unit, n) = match unit {
            Unit::Year => (Unit::Month, n * 12 + 6),
            Unit::Decade => (Unit::Year, n * 10 + 5),
            Unit::Month => (Unit::Week, n * 4 + 2),
            _ => return None,
        };
        if self.key(at + 3, Key::Ago) {
            let point = Point::Shift(unit, -n, Anchor::Published);
            return Some(Phrase::new(i, at + 3, point, 0.8));
        }
        let (sign, next) = self.direction(at + 3)?;
        Some(Phrase::new(
            i,
            next - 1,
            Point::Shift(unit, n * sign, Anchor::Told),
            0.7,
        ))
    }

    /// `a week ago`, with the day that may be named behind it: `a week ago today`, `two weeks ago on Sunday`.
    fn ago(self, i: usize, n: i32, unit: Unit, ago: usize) -> Option<Phrase> {
        let point = Point::Shift(unit, -n, Anchor::Published);
        // "three weeks ago, on a Tuesday".
        let comma = self.mark(ago + 1, ',') && self.key(ago + 2, Key::On);
        let on = ago + 1 + usize::from(comma);
        let on = on + usize::from(self.key(on, Key::On));
        let on = on + usize::from(comma && self.key(on, Key::A));
        let behind = self.token(on).filter(|_| unit == Unit::Week);
        let (point, last) = match behind.map(|t| (t.kind, t.n)) {
            Some((Kind::Key(Key::Today), _)) => {
                let days = n.checked_mul(-7)?;
                (Point::Shift(Unit::Day, days, Anchor::Published), on)
            }
            Some((Kind::Weekday, day)) => (Point::WeekdayOf(day as i8, -n), on),
            _ => (point, ago),
        };
        Some(Phrase::new(i, last, point, 0.9))
    }

    /// `early March`, `late last year`, `the end of the month`, `earlier this week`, `mid-2018`: the part and what behind it
    /// it is a part of.
    pub(super) fn part(self, i: usize) -> Option<(Part, usize)> {
        // "The rest of the year".
        if self.is_any(i, &["rest", "remainder"]) && self.key(i + 1, Key::Of) {
            return Some((Part::After, i + 2));
        }
        let Kind::Key(key) = self.kind(i)? else {
            return None;
        };
        let part = match key {
            Key::Early => Part::Early,
            Key::Start => Part::Start,
            Key::Mid => Part::Middle,
            Key::Late => Part::Late,
            Key::End => Part::End,
            Key::Earlier => Part::Before,
            Key::Later => Part::After,
            _ => return None,
        };
        let needs = matches!(key, Key::Start | Key::End) || self.is(i, "middle");
        let linked = self.key(i + 1, Key::Of)
            || self.key(i + 1, Key::In)
            || self.mark(i + 1, '-')
            || self.key(i + 1, Key::On);
        if needs && !self.key(i + 1, Key::Of) {
            return None;
        }
        Some((part, i + 1 + usize::from(linked)))
    }

    /// `the year`, `the month` behind a part.
    pub(super) fn context_unit(self, i: usize) -> Option<Phrase> {
        let unit = self.unit(i + 1).filter(|_| self.key(i, Key::The))?;
        let fits = matches!(
            unit,
            Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade
        );
        // "later in the day", which the date told last names.
        let within = self.key(i.wrapping_sub(1), Key::In)
            && matches!(
                self.kind(i.wrapping_sub(2)),
                Some(Kind::Key(Key::Earlier | Key::Later))
            );
        if unit == Unit::Day && within {
            let point = Point::Shift(unit, 0, Anchor::Told);
            return Some(Phrase::new(i, i + 1, point, 0.7));
        }
        let hyphen = self.mark(i + 2, '-') && self.joined(i + 2);
        let plural = hyphen || self.word(i + 1).ends_with(['s', 'S']);
        (fits && !plural)
            .then(|| Phrase::new(i, i + 1, Point::Shift(unit, 0, Anchor::Context), 0.8))
    }

    /// `year-end` and `the month's end`.
    pub(super) fn unit_end(self, i: usize) -> Option<Phrase> {
        let unit = self.unit(i)?;
        let owned = self.mark(i + 1, '\'') && self.is(i + 2, "s");
        let at = i
            + 1
            + if owned {
                2
            } else {
                usize::from(self.mark(i + 1, '-'))
            };
        let broad = matches!(
            unit,
            Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade
        );
        let fits = broad && self.is(at, "end") && (at > i + 1 || self.is(i, "year"));
        let by = -i32::from(self.key(i.wrapping_sub(1), Key::Since));
        let point = Point::Shift(unit, by, Anchor::Context);
        fits.then(|| Phrase {
            part: Part::End,
            ..Phrase::new(i, at, point, 0.8)
        })
    }
}
