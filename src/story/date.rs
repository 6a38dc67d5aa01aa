//! Calendar dates that may lack a day or a month, and the distance between two of them in words.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

/// A date known to the year, the month or the day. Ordered by time; a month stands before its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    code: u32,
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

impl PartialDate {
    /// The date, unless there is no such day (year 1 to 9999; a day needs a month).
    pub fn new(year: u32, month: Option<u32>, day: Option<u32>) -> Option<Self> {
        if !(1..=9999).contains(&year) || (month.is_none() && day.is_some()) {
            return None;
        }
        let (m, d) = (month.unwrap_or(1), day.unwrap_or(1));
        Date::new(year as i16, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok()?;
        Some(Self {
            code: year * 10_000 + month.unwrap_or(0) * 100 + day.unwrap_or(0),
        })
    }

    /// The date of a day; none before the year 1.
    pub fn of_day(day: Date) -> Option<Self> {
        let year = u32::try_from(day.year()).ok()?;
        Self::new(year, Some(day.month() as u32), Some(day.day() as u32))
    }

    /// `year·10000 + month·100 + day` with zeros for what is unknown: sorts as the date does.
    pub fn code(self) -> u32 {
        self.code
    }

    /// The date of a [`code`](Self::code).
    pub fn from_code(code: u32) -> Option<Self> {
        let part = |n: u32| (n > 0).then_some(n);
        Self::new(code / 10_000, part(code / 100 % 100), part(code % 100))
    }

    /// The codes of every date that lies within this one, both ends included.
    pub fn codes_within(self) -> (u32, u32) {
        match (self.month(), self.day()) {
            (None, _) => (self.code, self.code + 9_999),
            (Some(_), None) => (self.code, self.code + 99),
            (Some(_), Some(_)) => (self.code, self.code),
        }
    }

    pub fn year(self) -> u32 {
        self.code / 10_000
    }

    pub fn month(self) -> Option<u32> {
        Some(self.code / 100 % 100).filter(|m| *m > 0)
    }

    pub fn day(self) -> Option<u32> {
        Some(self.code % 100).filter(|d| *d > 0)
    }

    /// The first day the date can mean.
    pub fn first_day(self) -> Date {
        let (m, d) = (self.month().unwrap_or(1), self.day().unwrap_or(1));
        Date::new(self.year() as i16, m as i8, d as i8).unwrap_or(Date::MIN)
    }

    /// The last day the date can mean.
    pub fn last_day(self) -> Date {
        let first = self.first_day();
        match (self.month(), self.day()) {
            (None, _) => first.last_of_year(),
            (Some(_), None) => first.last_of_month(),
            (Some(_), Some(_)) => first,
        }
    }

    /// `23 Oct`, `Oct` or nothing: what stands beside a headline under its year.
    pub fn short(self) -> String {
        match (self.month(), self.day()) {
            (Some(m), Some(d)) => format!("{d:>2} {}", MONTHS[m as usize - 1]),
            (Some(m), None) => format!("   {}", MONTHS[m as usize - 1]),
            _ => String::new(),
        }
    }

    /// `23 Oct 2018`, `Oct 2018` or `2018`.
    pub fn long(self) -> String {
        let year = self.year();
        match (self.month(), self.day()) {
            (Some(m), Some(d)) => format!("{d} {} {year}", MONTHS[m as usize - 1]),
            (Some(m), None) => format!("{} {year}", MONTHS[m as usize - 1]),
            _ => year.to_string(),
        }
    }

    /// The days from one to another in words: `23 Oct 2018`, `Oct 2018`, `2018`, `8 May – 7 Jun 2018`.
    pub fn stretch(from: Date, to: Date) -> String {
        let (Some(first), Some(last)) = (Self::of_day(from), Self::of_day(to)) else {
            return String::new();
        };
        let begins = from.day() == 1 && to == to.last_of_month();
        let whole = |date: Option<Self>| date.map(Self::long).unwrap_or_default();
        if from == to {
            first.long()
        } else if begins && from.first_of_month() == to.first_of_month() {
            whole(Self::new(first.year(), first.month(), None))
        } else if from == from.first_of_year() && to == from.last_of_year() {
            whole(Self::new(first.year(), None, None))
        } else if first.year() == last.year() {
            format!("{} – {}", first.short().trim_start(), last.long())
        } else {
            format!("{} – {}", first.long(), last.long())
        }
    }

    /// `Oct`, where the month is known.
    pub fn month_name(self) -> Option<&'static str> {
        self.month().map(|m| MONTHS[m as usize - 1])
    }
}

/// ISO 8601: `2018`, `2018-03`, `2018-03-24`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year())?;
        if let Some(m) = self.month() {
            write!(f, "-{m:02}")?;
        }
        if let Some(d) = self.day() {
            write!(f, "-{d:02}")?;
        }
        Ok(())
    }
}

/// Reads the ISO forms, and a timestamp (`2018-03-24T09:30:00Z`) as its day.
impl FromStr for PartialDate {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let day = text.split(['T', ' ']).next().unwrap_or_default();
        let mut parts = day.split('-').map(digits);
        let year = parts.next().flatten().ok_or(())?;
        let (month, day) = (parts.next(), parts.next());
        if parts.next().is_some() || day == Some(None) || month == Some(None) {
            return Err(());
        }
        let known = |part: Option<Option<(u32, usize)>>| part.flatten();
        let two = |part: Option<(u32, usize)>| part.is_none_or(|(_, len)| len == 2);
        let (month, day) = (known(month), known(day));
        if year.1 != 4 || !two(month) || !two(day) {
            return Err(());
        }
        Self::new(year.0, month.map(|m| m.0), day.map(|d| d.0)).ok_or(())
    }
}

fn digits(part: &str) -> Option<(u32, usize)> {
    let all = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    all.then(|| part.parse().ok().map(|n| (n, part.len())))
        .flatten()
}

/// How far one date lies from another, as precisely as both are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    Days(i32),
    Months(i32),
    Years(i32),
}

impl Gap {
    /// The time from `from` to `to`; negative when `to` is earlier.
    pub fn between(from: PartialDate, to: PartialDate) -> Self {
        if from.month().is_none() || to.month().is_none() {
            return Self::Years(to.year() as i32 - from.year() as i32);
        }
        let months = |d: PartialDate| d.year() as i32 * 12 + d.month().unwrap_or(1) as i32;
        if from.day().is_none() || to.day().is_none() {
            return Self::Months(months(to) - months(from));
        }
        let days = (to.first_day() - from.first_day()).get_days();
        Self::Days(days)
    }

    fn words(self) -> String {
        let (n, unit) = match self {
            Self::Days(d) => match d.unsigned_abs() {
                n @ 0..=20 => (n, "day"),
                n @ 21..=59 => ((n + 3) / 7, "week"),
                n @ 60..=699 => ((n + 15) / 30, "month"),
                n => ((n + 182) / 365, "year"),
            },
            Self::Months(m) => match m.unsigned_abs() {
                n @ 0..=23 => (n, "month"),
                n => ((n + 6) / 12, "year"),
            },
            Self::Years(y) => (y.unsigned_abs(), "year"),
        };
        let plural = if n == 1 { "" } else { "s" };
        format!("{n} {unit}{plural}")
    }

    /// `7 months later`, `the same day`, `a day later`: from one moment to the one after it.
    pub fn words_later(self) -> String {
        match self {
            Self::Days(1) => "a day later".into(),
            _ if self.sign() == 0 => self.phrase(),
            _ => format!("{} later", self.words()),
        }
    }

    fn sign(self) -> i32 {
        let (Self::Days(n) | Self::Months(n) | Self::Years(n)) = self;
        n.signum()
    }

    /// `7 months before`, `the same day`, `the day after`.
    pub fn phrase(self) -> String {
        match self {
            Self::Days(0) => "the same day".into(),
            Self::Months(0) => "the same month".into(),
            Self::Years(0) => "the same year".into(),
            Self::Days(-1) => "the day before".into(),
            Self::Days(1) => "the day after".into(),
            _ if self.sign() < 0 => format!("{} before", self.words()),
            _ => format!("{} after", self.words()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    #[test]
    fn reads_and_writes_every_precision() {
        for text in ["2018", "2018-03", "2018-03-24"] {
            assert_eq!(date(text).to_string(), text);
            assert_eq!(PartialDate::from_code(date(text).code()), Some(date(text)));
        }
        assert_eq!(date("2018-03-24T09:30:00Z"), date("2018-03-24"));
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        for text in [
            "",
            "18",
            "2018-13",
            "2018-02-30",
            "2018-3-4",
            "yesterday",
            "2018-03-24-01",
            "0000",
            "2018-",
            "२०१८",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_month_stands_before_its_days() {
        assert!(date("2018-03") < date("2018-03-01"));
        assert!(date("2018-03-31") < date("2018-04"));
        assert_eq!(date("2018-03").codes_within(), (20_180_300, 20_180_399));
    }

    #[test]
    fn gaps_are_said_in_words() {
        let gap = |a: &str, b: &str| Gap::between(date(a), date(b)).phrase();
        assert_eq!(gap("2018-10-23", "2018-03-24"), "7 months before");
        assert_eq!(gap("2018-10-23", "2018-10-22"), "the day before");
        assert_eq!(gap("2018-10-23", "2018-10-23"), "the same day");
        assert_eq!(gap("2018-10-23", "2018-11-14"), "3 weeks after");
        assert_eq!(gap("2018-10", "2018-10-23"), "the same month");
        assert_eq!(gap("2011", "2018-10-23"), "7 years after");
    }
}
