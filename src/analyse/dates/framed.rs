//! Dates told by a word before them: `last Friday`, `this month`, `the following year`, `the past two weeks`.

use super::cues;
use super::phrase::{Anchor, Part, Phrase, Point, Reader, Unit, Which};
use super::tokens::{Key, Kind};

impl Reader<'_> {
    /// `last Friday`, `this month`, `the following year`, `that night`, `the past two weeks`.
    pub(super) fn framed(self, i: usize) -> Option<Phrase> {
        let the = self.key(i, Key::The);
        let at = i + usize::from(the);
        let Kind::Key(key) = self.kind(at)? else {
            return self.the_unit(i);
        };
        let mut next = at + 1;
        let which = match key {
            Key::Last | Key::Past => Which::Last,
            Key::This if self.key(next, Key::Past) => {
                next += 1;
                Which::Last
            }
            Key::This | Key::That if self.key(next, Key::Same) => {
                next += 1;
                Which::Told
            }
            Key::This | Key::Current => Which::This,
            Key::Next if self.unit(next) == Some(Unit::Day) => Which::Following,
            // "Shut for at least the next week", as things are.
            Key::Next if the && self.is_within(i) && cues::future(self, i, next) == Some(true) => {
                Which::Next
            }
            Key::Next if the && self.unit(next).is_some_and(|u| u != Unit::Weekend) => {
                Which::Following
            }
            Key::Next if the && self.kind(next) == Some(Kind::PartOfDay) => Which::Following,
            Key::Next => Which::Next,
            Key::Following if the => Which::Following,
            Key::Previous | Key::Prior if the => Which::Previous,
            Key::Same | Key::That => Which::Told,
            _ => return None,
        };
        self.counted_past(i, next, which)
            .or_else(|| self.unit_of(i, next, which, the || key == Key::Past))
            .or_else(|| self.named(i, next, which, key))
    }

    /// Whether a stretch is told in which something goes on: `over the next week`, `for at least the next year`.
    fn is_within(self, i: usize) -> bool {
        let at = i.wrapping_sub(1);
        let least = self.is(at, "least") && self.is(at.wrapping_sub(1), "at");
        let at = if least { at.wrapping_sub(2) } else { at };
        matches!(self.kind(at), Some(Kind::Key(Key::During | Key::In)))
            || self.is_any(at, &["for", "within"])
    }

    /// `the past two weeks`.
    fn counted_past(self, first: usize, at: usize, which: Which) -> Option<Phrase> {
        let (n, next) = self
            .count(at)
            .filter(|_| which == Which::Last && !self.key(at, Key::A))?;
        let unit = self.unit(next)?;
        Some(Phrase::new(first, next, Point::Past(unit, n), 0.5))
    }

    fn unit_of(self, first: usize, at: usize, which: Which, the: bool) -> Option<Phrase> {
        let day_part = self.kind(at) == Some(Kind::PartOfDay);
        let unit = if day_part { Unit::Day } else { self.unit(at)? };
        let plural = self.word(at).ends_with(['s', 'S']);
        let (by, anchor) = match which {
            // "the last day" is the last of something; "the last year" goes up to now.
            Which::Last if unit <= Unit::Day && !day_part => return None,
            Which::Last if the && !day_part && unit != Unit::Weekend => {
                let of = self.key(at + 1, Key::Of);
                return (!of && !plural).then(|| Phrase::new(first, at, Point::Past(unit, 1), 0.5));
            }
            Which::Last => (-1, Anchor::Published),
            Which::This if unit == Unit::Day && !day_part => (0, Anchor::Told),
            Which::This => (0, Anchor::Published),
            Which::Next => (1, Anchor::Published),
            Which::Following => (1, Anchor::Told),
            Which::Previous => (-1, Anchor::Told),
            Which::Told | Which::Open | Which::YearBefore => (0, Anchor::Told),
        };
        let fits = unit != Unit::Hour && !plural;
        fits.then(|| Phrase::new(first, at, Point::Shift(unit, by, anchor), 0.95))
    }

    /// A weekday, month, season or feast behind its frame.
    fn named(self, first: usize, at: usize, which: Which, key: Key) -> Option<Phrase> {
        let token = self.token(at)?;
        let n = token.n as i8;
        // "She said that Tuesday was cold": no frame at all.
        if key == Key::That && self.key(at - 1, Key::That) && !self.opens(at - 1) {
            return None;
        }
        match token.kind {
            Kind::Weekday => {
                let found = self.weekday(at)?;
                let point = match found.point {
                    Point::Weekday(n, _) => Point::Weekday(n, which),
                    other => other,
                };
                Some(Phrase { point, ..found }.from(first))
            }
            Kind::Month | Kind::MonthShort => {
                let (month, next) = self.month_at(at)?;
                if let Some(found) = self.calendar_day(at) {
                    return Some(found.from(first));
                }
                let dated = self.year_behind(next).is_some();
                (!dated)
                    .then(|| Phrase::new(first, next - 1, Point::Month(None, month, which), 1.0))
            }
            Kind::Season | Kind::Fall => {
                let verb = token.kind == Kind::Fall && self.key(at + 1, Key::In);
                (!verb && !self.key(at + 1, Key::Of))
                    .then(|| Phrase::new(first, at, Point::Season(None, n, which), 0.9))
            }
            _ => {
                let found = self.feast(at)?;
                let Point::Feast(year, feast, _) = found.point else {
                    return None;
                };
                Some(
                    Phrase {
                        point: Point::Feast(year, feast, which),
                        ..found
                    }
                    .from(first),
                )
            }
        }
    }

    /// `the day before`, `the night after` at the end of a clause; `over the weekend`.
    fn the_unit(self, i: usize) -> Option<Phrase> {
        let part = self.kind(i + 1) == Some(Kind::PartOfDay);
        let unit = if part { Unit::Day } else { self.unit(i + 1)? };
        if unit == Unit::Weekend {
            let framed = matches!(self.before(i), Some(Kind::Key(Key::During)))
                || self.is_any(i.wrapping_sub(1), &["at", "into"]);
            let point = Point::Shift(unit, 0, Anchor::Context);
            return framed.then(|| Phrase::new(i, i + 1, point, 0.8));
        }
        if unit == Unit::Week
            && self.key(i + 2, Key::Of)
            && let Some(day) = self.calendar_day(i + 3)
        {
            return Some(
                Phrase {
                    part: Part::WeekOf,
                    ..day
                }
                .from(i),
            );
        }
        let told = self.direction(i + 2).map(|found| (found, Anchor::Told));
        // "The days before the shooting" are several.
        let one = !self.word(i + 1).ends_with(['s', 'S']);
        let event = || Some((self.event_direction(i + 2).filter(|_| one)?, Anchor::Event));
        let ((by, next), anchor) = told.or_else(event)?;
        let point = Point::Shift(unit, by, anchor);
        Some(Phrase::new(i, next - 1, point, 0.8))
    }
}
