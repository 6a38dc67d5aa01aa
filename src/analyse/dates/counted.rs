//! The days that `Tuesday`, `two days later` and `the past week` mean: these are counted, no year is to be found.

use jiff::civil::Date;

use super::Grain;
use super::calendar::{Stretch, plus, weekday_from, weekday_until};
use super::context::Context;
use super::phrase::{Anchor, Unit, Which};
use super::tokens::Key;

fn steps_from(day: Date, unit: Unit, by: i32, sure: f32) -> Option<(Stretch, f32)> {
    Stretch::shifted(day, unit, by).map(|s| (s, sure))
}

impl Context<'_> {
    pub(super) fn weekday(
        &self,
        n: i8,
        which: Which,
        future: Option<bool>,
        paragraph: u32,
    ) -> Option<(Stretch, f32)> {
        let event = self.event.filter(|_| !self.day_is_near(paragraph));
        let told = event.or_else(|| self.day_told());
        let narrative = match which {
            Which::Told if self.days.same(n).is_some() => self.days.same(n),
            Which::Told => told.and_then(|d| weekday_from(plus(d, -3)?, n)),
            Which::Following => told.and_then(|d| weekday_from(plus(d, 1)?, n)),
            Which::Previous => told.and_then(|d| weekday_until(plus(d, -1)?, n)),
            _ if self.history => told.and_then(|d| weekday_from(d, n)),
            _ => None,
        };
        if let Some(day) = narrative {
            return Some((Stretch::day(day), 0.6));
        }
        let published = self
            .published
            .filter(|_| !self.history || self.told.is_none())?;
        let (day, sure) = match which {
            Which::Last | Which::Previous => (weekday_until(plus(published, -1)?, n), 0.9),
            Which::Next | Which::Following => (weekday_from(plus(published, 1)?, n), 0.85),
            Which::This if future != Some(false) => (weekday_from(published, n), 0.8),
            _ if future == Some(true) => (weekday_from(published, n), 0.75),
            _ => (weekday_until(published, n), 0.9),
        };
        day.map(|day| (Stretch::day(day), sure))
    }

    pub(super) fn shift(
        &self,
        unit: Unit,
        by: i32,
        anchor: Anchor,
        future: Option<bool>,
        paragraph: u32,
    ) -> Option<(Stretch, f32)> {
        if (unit, by) == (Unit::Year, -1)
            && let Some(found) = self.year_before(paragraph)
        {
            return Some(found);
        }
        match anchor {
            Anchor::Published if unit == Unit::Weekend => {
                let by = if by == 0 {
                    self.this_weekend(future)?
                } else {
                    by
                };
                steps_from(self.published?, unit, by, 0.85)
            }
            Anchor::Published => steps_from(
                self.published?,
                unit,
                by,
                if by.abs() < 2 { 1.0 } else { 0.8 },
            ),
            Anchor::Context if unit == Unit::Weekend => {
                steps_from(self.published?, unit, self.this_weekend(future)?, 0.8)
            }
            Anchor::Context => {
                let told = self.told.filter(|_| self.history).map(|t| t.stretch.from);
                steps_from(told.or(self.published)?, unit, by, 0.8)
            }
            Anchor::Event => {
                if let Some(day) = self.just_told().filter(|_| unit == Unit::Day) {
                    return Some((Stretch::day(day), 0.7));
                }
                let event = self.event.filter(|_| !self.history)?;
                let found = steps_from(event, unit, by, 0.55)?;
                // News knows nothing of days to come: then it is about something else.
                let known = self.published.is_none_or(|p| found.0.from <= p);
                known.then_some(found)
            }
            Anchor::Told => self.since_told(unit, by, future, paragraph),
        }
    }

    /// The weekend around or before publication, or the one to come.
    fn this_weekend(&self, future: Option<bool>) -> Option<i32> {
        let weekday = self.published?.weekday().to_monday_zero_offset();
        let over = weekday < 5 && future != Some(true);
        Some(-i32::from(over))
    }

    fn since_told(
        &self,
        unit: Unit,
        by: i32,
        future: Option<bool>,
        paragraph: u32,
    ) -> Option<(Stretch, f32)> {
        if matches!(unit, Unit::Hour | Unit::Day) {
            let found = self.day_since_told(unit, by, future, paragraph);
            // What has happened is no later than what tells of it.
            let known = |day: Date| future == Some(true) || self.published.is_none_or(|p| day <= p);
            return found.filter(|(stretch, _)| by < 0 || self.history || known(stretch.from));
        }
        let latest = self.latest.filter(|t| t.is_in(paragraph));
        let told = latest.or(self.told).map(|t| t.stretch);
        let day = told.map(|s| s.from).or(self.published)?;
        // Two months after "2015" is nothing one could tell.
        let coarse = told.is_some_and(|s| {
            s.grain >= Grain::Year && s.grain != Grain::Range && unit < Unit::Year
        });
        let sure = if told.is_some() { 0.65 } else { 0.4 };
        if coarse {
            return None;
        }
        steps_from(day, unit, by, sure)
    }

    /// The same for a step in days.
    fn day_since_told(
        &self,
        unit: Unit,
        by: i32,
        future: Option<bool>,
        paragraph: u32,
    ) -> Option<(Stretch, f32)> {
        if let Some(month) = self.month_of_sentence() {
            // A week after May: some day of a month that begins a week later.
            let stretch = Stretch {
                from: plus(month.from, by)?,
                to: plus(month.to, by)?,
                grain: Grain::Range,
            };
            return Some((stretch, 0.5));
        }
        if self.compares() {
            return steps_from(self.published?, unit, by, 0.7);
        }
        let Some(day) = self.days.anchor(future, paragraph) else {
            // Nothing else is known: news tells what is new.
            let fresh = self.told.is_none() && by.abs() <= 7;
            return steps_from(self.published.filter(|_| fresh)?, unit, by, 0.3);
        };
        // Far from any day, a text goes on with what the news is about.
        if let Some(event) = self.event.filter(|_| !self.day_is_near(paragraph)) {
            return steps_from(event, unit, by, 0.55);
        }
        let near = self.told.is_some_and(|t| t.is_near(paragraph));
        steps_from(day, unit, by, if near { 0.75 } else { 0.5 })
    }

    /// Whether a step compares prices with those of another day: "up 6 cents from a day earlier". News tells the prices of its
    /// own day.
    fn compares(&self) -> bool {
        let from = self.reader.key(self.here.0.wrapping_sub(1), Key::From);
        from && !self.history && !self.day_in_sentence()
    }

    pub(super) fn past(&self, unit: Unit, n: i32) -> Option<(Stretch, f32)> {
        let published = self.published.filter(|_| !self.history)?;
        let days = match unit {
            Unit::Hour => n / 24,
            Unit::Day => n,
            Unit::Week | Unit::Weekend => n.checked_mul(7)?,
            Unit::Fortnight => n.checked_mul(14)?,
            Unit::Month => n.checked_mul(30)?,
            Unit::Quarter => n.checked_mul(91)?,
            Unit::Year => n.checked_mul(365)?,
            Unit::Decade => n.checked_mul(3652)?,
            Unit::Century => return None,
        };
        let from = plus(published, days.checked_neg()?)?;
        let stretch = Stretch {
            from,
            to: published,
            grain: Grain::Range,
        };
        Some((stretch, 0.8))
    }

    /// `the 24th`: of the month told last, or of the latest month that has had one.
    pub(super) fn day_of_month(&self, day: i8, future: Option<bool>) -> Option<(Stretch, f32)> {
        let told = self
            .told
            .map(|t| t.stretch)
            .filter(|s| s.grain <= Grain::Month);
        if let Some(told) = told {
            let date = Date::new(told.from.year(), told.from.month(), day).ok()?;
            return Some((Stretch::day(date), 0.7));
        }
        let published = self.published?;
        let back = i32::from(day > published.day() && future != Some(true));
        let month = Stretch::shifted(published, Unit::Month, -back)?.from;
        let date = Date::new(month.year(), month.month(), day).ok()?;
        Some((Stretch::day(date), 0.6))
    }
}
