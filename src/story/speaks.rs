//! When a text speaks from: what its `yesterday`, its `Monday` and its `in March` count from.

use jiff::ToSpan;
use jiff::civil::Date;

use super::PartialDate;

/// How much later than what it reports a story is no news any more (days).
const HISTORY: i32 = 300;
/// What belongs to an incident mostly follows within so many days.
const AFTERMATH: i64 = 30;
/// The same of a source, which tells more than the story's own day (days).
const FIRST_REPORT: i32 = 366;

/// When a text speaks from, as exactly as that is known: on a day, or on some day of a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vantage {
    /// The first day it can be.
    pub first: Date,
    /// The last one.
    pub last: Date,
}

impl From<Date> for Vantage {
    fn from(day: Date) -> Self {
        Self {
            first: day,
            last: day,
        }
    }
}

impl From<PartialDate> for Vantage {
    fn from(date: PartialDate) -> Self {
        Self {
            first: date.first_day(),
            last: date.last_day(),
        }
    }
}

impl Vantage {
    /// The same, but for the days before another.
    fn not_before(self, day: Date) -> Self {
        Self {
            first: self.first.max(day).min(self.last),
            last: self.last,
        }
    }
}

/// When a text speaks from: the day it appeared, or the month or the year where no more is known.
///
/// A story drawn from several sources speaks from the first of them that reports what happened; what came later it has
/// taken in with full dates. One that tells of old times speaks from those: its `in June` is the June of what it reports.
pub fn speaks_from(
    published: Option<PartialDate>,
    occurred: Option<PartialDate>,
    sources: impl IntoIterator<Item = PartialDate>,
) -> Option<Vantage> {
    let published = published.map(Vantage::from);
    let (Some(published), Some(occurred)) = (published, occurred) else {
        return published.or(occurred.map(Vantage::from));
    };
    let occurred = occurred.first_day();
    let days = sources.into_iter();
    let reports = days.filter_map(|day| report(day, occurred));
    // What is known to the day tells more than what is known to the month.
    let first =
        reports.min_by_key(|report| (report.first < report.last, report.first, report.last));
    if let Some(first) = first.filter(|report| report.first <= published.last) {
        return Some(first);
    }
    if (published.first - occurred).get_days() > HISTORY {
        return Some(occurred.saturating_add(AFTERMATH.days()).into());
    }
    // Nothing is reported before it happens.
    Some(published.not_before(occurred))
}

/// When a source can have reported first what happened on a day; a year alone tells too little.
fn report(source: PartialDate, occurred: Date) -> Option<Vantage> {
    source.month()?;
    let report = Vantage::from(source);
    let report = if report.last < occurred {
        report
    } else {
        report.not_before(occurred)
    };
    let after = (report.first - occurred).get_days();
    (0..=FIRST_REPORT).contains(&after).then_some(report)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaks(published: &str, occurred: &str, sources: &[&str]) -> String {
        let date = |text: &str| text.parse::<PartialDate>().ok();
        let sources = sources.iter().filter_map(|s| date(s));
        speaks_from(date(published), date(occurred), sources).map_or_else(String::new, |from| {
            PartialDate::stretch(from.first, from.last)
        })
    }

    #[test]
    fn a_story_of_several_sources_speaks_from_the_first_report() {
        for (published, occurred, sources, expected) in [
            ("2018-10-24", "", &[][..], "24 Oct 2018"),
            ("", "2018-10-24", &[], "24 Oct 2018"),
            ("2018-10-24", "2018-08-27", &[], "24 Oct 2018"),
            (
                "2018-10-24",
                "2018-08-27",
                &["2018-10-24", "2018-08-28", "2018-02-09"],
                "28 Aug 2018",
            ),
            (
                "2024-02",
                "2019-01-14",
                &["2019-05-16", "2024-02"],
                "16 May 2019",
            ),
            ("2019-01", "2018-02-09", &["2019"], "11 Mar 2018"),
            ("2018-10-24", "2018-10-23", &["2019-01-01"], "24 Oct 2018"),
            // As exactly as it is known, and not before it happened.
            ("2018", "", &[], "2018"),
            ("2018-10", "", &[], "Oct 2018"),
            ("", "2018-10", &[], "Oct 2018"),
            ("2018-10", "2018-10-23", &[], "23 Oct – 31 Oct 2018"),
            (
                "2016-09-22",
                "2015-05-30",
                &["2015-05", "2015-06-01"],
                "1 Jun 2015",
            ),
            (
                "2016-09-22",
                "2015-05-30",
                &["2015-05", "2015"],
                "30 May – 31 May 2015",
            ),
            ("2018-10-24", "2018-08-27", &["2018-09"], "Sep 2018"),
        ] {
            assert_eq!(
                speaks(published, occurred, sources),
                expected,
                "{published} {sources:?}"
            );
        }
    }
}
