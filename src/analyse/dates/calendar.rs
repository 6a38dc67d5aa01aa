//! Stretches of the calendar: the week, quarter or season a day lies in, and those before and after it.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::Grain;
use super::phrase::{Feast, Part, Unit};

/// Two days, both included, and how exactly they are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) grain: Grain,
}

impl Stretch {
    pub(super) fn day(date: Date) -> Self {
        Self {
            from: date,
            to: date,
            grain: Grain::Day,
        }
    }

    fn new(from: Option<Date>, to: Option<Date>, grain: Grain) -> Option<Self> {
        let (from, to) = (from?, to?);
        (from <= to).then_some(Self { from, to, grain })
    }

    /// So many months from the first of one.
    fn months(year: i16, month: i8, count: i32, grain: Grain) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        let last = first.checked_add(count.months()).ok()?.yesterday().ok();
        Self::new(Some(first), last, grain)
    }

    pub(super) fn month(year: i16, month: i8) -> Option<Self> {
        Self::months(year, month, 1, Grain::Month)
    }

    pub(super) fn quarter(year: i16, n: i8) -> Option<Self> {
        Self::months(year, n * 3 - 2, 3, Grain::Quarter)
    }

    pub(super) fn half(year: i16, n: i8) -> Option<Self> {
        Self::months(year, n * 6 - 5, 6, Grain::HalfYear)
    }

    /// Of the northern half of the world. Winter begins in the December of its year.
    pub(super) fn season(year: i16, n: i8) -> Option<Self> {
        Self::months(year, n * 3 + 3, 3, Grain::Season)
    }

    pub(super) fn year(year: i16) -> Option<Self> {
        Self::months(year, 1, 12, Grain::Year)
    }

    pub(super) fn decade(year: i16) -> Option<Self> {
        Self::months(year, 1, 120, Grain::Decade)
    }

    pub(super) fn century(year: i16) -> Option<Self> {
        Self::months(year, 1, 1200, Grain::Century)
    }

    /// Monday to Sunday.
    pub(super) fn week(day: Date) -> Option<Self> {
        let monday = plus(day, -i32::from(day.weekday().to_monday_zero_offset()));
        Self::new(monday, plus(monday?, 6), Grain::Week)
    }

    /// The unit that the day lies in, `by` units on.
    pub(super) fn shifted(day: Date, unit: Unit, by: i32) -> Option<Self> {
        let months = |by: i32| day.first_of_month().checked_add(by.months()).ok();
        match unit {
            Unit::Hour => plus(day, by / 24).map(Self::day),
            Unit::Day => plus(day, by).map(Self::day),
            Unit::Week => Self::week(plus(day, by.checked_mul(7)?)?),
            Unit::Fortnight => Self::week(plus(day, by.checked_mul(14)?)?),
            Unit::Weekend => {
                let monday = Self::week(plus(day, by.checked_mul(7)?)?)?.from;
                Self::new(plus(monday, 5), plus(monday, 6), Grain::Range)
            }
            Unit::Month => months(by).and_then(|d| Self::month(d.year(), d.month())),
            Unit::Quarter => {
                let d = months(by.checked_mul(3)?)?;
                Self::quarter(d.year(), (d.month() + 2) / 3)
            }
            Unit::Year => Self::year(shift_year(day, by)?),
            Unit::Decade => Self::decade(floor(shift_year(day, by.checked_mul(10)?)?, 10)),
            Unit::Century => Self::century(floor(shift_year(day, by.checked_mul(100)?)?, 100)),
        }
    }

    /// The part of the stretch that is meant; a day has none.
    pub(super) fn part(self, part: Part, published: Option<Date>) -> Self {
        if matches!(self.grain, Grain::Decade | Grain::Century) {
            return self.years(part).unwrap_or(self);
        }
        let days = (self.to - self.from).get_days();
        let sixth = |n: i32| self.sixth(n, days).unwrap_or(self.from);
        let until = |n: i32| sixth(n).yesterday().unwrap_or(self.from);
        let (from, to) = match part {
            Part::WeekOf => return Self::shifted(self.from, Unit::Week, 0).unwrap_or(self),
            _ if self.grain == Grain::Day => return self,
            Part::Whole => return self,
            Part::Start => (self.from, until(1)),
            Part::Early => (self.from, until(2)),
            Part::Middle => (sixth(2), until(4)),
            Part::Late => (sixth(4), self.to),
            Part::End => (sixth(5), self.to),
            Part::Before => (self.from, published.map_or(self.to, |p| p.min(self.to))),
            Part::After => (published.map_or(self.from, |p| p.max(self.from)), self.to),
        };
        if from > to {
            return self;
        }
        Self { from, to, ..self }
    }
}

impl Stretch {
    /// The day on which a sixth begins; of a year those are two months each.
    fn sixth(self, n: i32, days: i32) -> Option<Date> {
        if self.grain == Grain::Year {
            let month = i8::try_from(n * 2 + 1).ok()?;
            return Date::new(self.from.year(), month, 1).ok();
        }
        plus(self.from, (days + 1) * n / 6)
    }

    /// The years that a part of a decade or century means: `the mid-1990s` are those from 1994 to 1996.
    fn years(self, part: Part) -> Option<Self> {
        let tenth = if self.grain == Grain::Decade { 1 } else { 10 };
        let (first, last) = match part {
            Part::Start => (0, 0),
            Part::Early => (0, 3),
            Part::Middle => (4, 6),
            Part::Late => (7, 9),
            Part::End => (9, 9),
            Part::Whole | Part::Before | Part::After | Part::WeekOf => return None,
        };
        let from = Date::new(self.from.year().checked_add(first * tenth)?, 1, 1).ok()?;
        let end = self.from.year().checked_add((last + 1) * tenth - 1)?;
        Some(Self {
            from,
            to: Date::new(end, 12, 31).ok()?,
            ..self
        })
    }
}

/// The day so many days on.
pub(super) fn plus(day: Date, days: i32) -> Option<Date> {
    // Far more days than the calendar has: jiff's spans are bounded.
    (days.unsigned_abs() < 4_000_000).then(|| day.checked_add(days.days()).ok())?
}

fn shift_year(day: Date, by: i32) -> Option<i16> {
    i16::try_from(i32::from(day.year()).checked_add(by)?).ok()
}

fn floor(year: i16, size: i16) -> i16 {
    year - year.rem_euclid(size)
}

/// The weekday on or after a day, 0 for Monday.
pub(super) fn weekday_from(day: Date, weekday: i8) -> Option<Date> {
    let ahead = weekday - day.weekday().to_monday_zero_offset();
    plus(day, i32::from(ahead.rem_euclid(7)))
}

/// The weekday on or before a day.
pub(super) fn weekday_until(day: Date, weekday: i8) -> Option<Date> {
    let back = day.weekday().to_monday_zero_offset() - weekday;
    plus(day, -i32::from(back.rem_euclid(7)))
}

/// The day a feast falls on.
pub(super) fn feast(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
        Feast::Nth(month, weekday, n) => nth_weekday(year, month, weekday, n),
        Feast::After(month, weekday, n, days) => plus(nth_weekday(year, month, weekday, n)?, days),
        Feast::LastDay(month) => Some(Date::new(year, month, 1).ok()?.last_of_month()),
        Feast::Easter(days) => plus(easter(i32::from(year))?, days),
    }
}

fn nth_weekday(year: i16, month: i8, weekday: i8, n: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_zero_offset(weekday).ok()?;
    let first = Date::new(year, month, 1).ok()?;
    first.nth_weekday_of_month(n, weekday).ok()
}

/// Easter Sunday by the Gregorian rule (Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<Date> {
    let (golden, hundreds, rest) = (year % 19, year / 100, year % 100);
    let lunar = (8 * hundreds + 13) / 25;
    let epact = (19 * golden + hundreds - hundreds / 4 - lunar + 15) % 30;
    let weekday = (32 + 2 * (hundreds % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let day = epact + weekday - 7 * shift + 114;
    Date::new(year as i16, (day / 31) as i8, (day % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn feasts_that_move() {
        assert_eq!(easter(2018), Some(date(2018, 4, 1)));
        assert_eq!(easter(2024), Some(date(2024, 3, 31)));
        let thanksgiving = Feast::Nth(11, 3, 4);
        assert_eq!(feast(thanksgiving, 2018), Some(date(2018, 11, 22)));
    }

    #[test]
    fn units_around_a_day() {
        let day = date(2018, 10, 24);
        let span = |unit, by| Stretch::shifted(day, unit, by).map(|s| (s.from, s.to));
        let (week, month) = (span(Unit::Week, -1), span(Unit::Month, 3));
        assert_eq!(week, Some((date(2018, 10, 15), date(2018, 10, 21))));
        assert_eq!(month, Some((date(2019, 1, 1), date(2019, 1, 31))));
        assert_eq!(span(Unit::Decade, i32::MAX), None);
        assert_eq!(span(Unit::Day, i32::MIN), None);
        assert_eq!(weekday_until(day, 2), Some(day));
        assert_eq!(weekday_from(day, 1), Some(date(2018, 10, 30)));
    }
}
