//! The day a text speaks from: what its `yesterday`, its `Monday` and its `in March` count from.

use jiff::ToSpan;
use jiff::civil::Date;

use super::PartialDate;

/// How much later than what it reports a story is no news any more (days).
const HISTORY: i32 = 300;
/// What belongs to an incident mostly follows within so many days.
const AFTERMATH: i64 = 30;
/// The same of a source, which tells more than the story's own day (days).
const FIRST_REPORT: i32 = 366;

/// The day a text speaks from: the day it appeared, the first one where only a month or a year is known.
///
/// A story drawn from several sources speaks from the first of them that reports what happened; what came later it has
/// taken in with full dates. One that tells of old times speaks from those: its `in June` is the June of what it reports.
pub fn speaks_from(
    published: Option<PartialDate>,
    occurred: Option<PartialDate>,
    sources: impl IntoIterator<Item = PartialDate>,
) -> Option<Date> {
    let published = published.map(PartialDate::first_day);
    let occurred = occurred.map(PartialDate::first_day);
    let (Some(published), Some(occurred)) = (published, occurred) else {
        return published.or(occurred);
    };
    let days = sources.into_iter();
    let first = days.filter_map(|day| report(day, occurred)).min();
    if let Some(first) = first.filter(|day| *day <= published) {
        return Some(first);
    }
    if (published - occurred).get_days() > HISTORY {
        return Some(occurred.saturating_add(AFTERMATH.days()));
    }
    Some(published)
}

/// The first day a source can have reported what happened on another; a year alone tells too little.
fn report(source: PartialDate, occurred: Date) -> Option<Date> {
    source.month()?;
    let day = source.first_day();
    let same_month = source.day().is_none() && day == occurred.first_of_month();
    let day = if same_month { occurred } else { day };
    let after = (day - occurred).get_days();
    (0..=FIRST_REPORT).contains(&after).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaks(published: &str, occurred: &str, sources: &[&str]) -> String {
        let date = |text: &str| text.parse::<PartialDate>().ok();
        let sources = sources.iter().filter_map(|s| date(s));
        speaks_from(date(published), date(occurred), sources)
            .map_or_else(String::new, |day| day.to_string())
    }

    #[test]
    fn a_story_of_several_sources_speaks_from_the_first_report() {
        for (published, occurred, sources, expected) in [
            ("2018-10-24", "", &[][..], "2018-10-24"),
            ("", "2018-10-24", &[], "2018-10-24"),
            ("2018-10-24", "2018-08-27", &[], "2018-10-24"),
            (
                "2018-10-24",
                "2018-08-27",
                &["2018-10-24", "2018-08-28", "2018-02-09"],
                "2018-08-28",
            ),
            (
                "2016-09-22",
                "2015-05-30",
                &["2015-05", "2015-06-01"],
                "2015-05-30",
            ),
            (
                "2024-02",
                "2019-01-14",
                &["2019-05-16", "2024-02"],
                "2019-05-16",
            ),
            ("2019-01", "2018-02-09", &["2019"], "2018-03-11"),
            ("2018-10-24", "2018-10-23", &["2019-01-01"], "2018-10-24"),
        ] {
            assert_eq!(
                speaks(published, occurred, sources),
                expected,
                "{published} {sources:?}"
            );
        }
    }
}
