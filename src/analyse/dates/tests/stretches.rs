//! Weeks, months and longer in news, and from one day to another.

use super::check;

/// A Wednesday.
const DAY: &str = "2018-10-24";

#[test]
fn stretches_from_publication() {
    check(
        DAY,
        &[
            (
                "It rose last month.",
                &["last month = 2018-09-01..2018-09-30 month"],
            ),
            ("last week", &["last week = 2018-10-15..2018-10-21 week"]),
            (
                "three months ago",
                &["three months ago = 2018-07-01..2018-07-31 month"],
            ),
            (
                "earlier this year",
                &["earlier this year = 2018-01-01..2018-10-24 year"],
            ),
            (
                "later this year",
                &["later this year = 2018-10-24..2018-12-31 year"],
            ),
            (
                "late last year",
                &["late last year = 2017-09-01..2017-12-31 year"],
            ),
            ("next year", &["next year = 2019-01-01..2019-12-31 year"]),
            (
                "over the weekend",
                &["the weekend = 2018-10-20..2018-10-21 range"],
            ),
            (
                "the past two weeks",
                &["the past two weeks = 2018-10-10..2018-10-24 range"],
            ),
            (
                "by the end of the month",
                &["the end of the month = 2018-10-26..2018-10-31 month"],
            ),
            (
                "last summer",
                &["last summer = 2018-06-01..2018-08-31 season"],
            ),
            (
                "two years ago",
                &["two years ago = 2016-01-01..2016-12-31 year"],
            ),
        ],
    );
}

#[test]
fn months() {
    check(
        DAY,
        &[
            (
                "It closed in March.",
                &["March = 2018-03-01..2018-03-31 month"],
            ),
            (
                "It closed in December.",
                &["December = 2017-12-01..2017-12-31 month"],
            ),
            (
                "It will close in March.",
                &["March = 2019-03-01..2019-03-31 month"],
            ),
            (
                "last September",
                &["last September = 2018-09-01..2018-09-30 month"],
            ),
            ("in May 2017", &["May 2017 = 2017-05-01..2017-05-31 month"]),
            (
                "in early March",
                &["early March = 2018-03-01..2018-03-10 month"],
            ),
            (
                "by mid-September",
                &["mid-September = 2018-09-11..2018-09-20 month"],
            ),
            ("the July raid", &["July = 2018-07-01..2018-07-31 month"]),
            ("2018年3月", &["2018年3月 = 2018-03-01..2018-03-31 month"]),
        ],
    );
}

#[test]
fn quarters_and_longer() {
    check(
        DAY,
        &[
            ("Q3 2018", &["Q3 2018 = 2018-07-01..2018-09-30 quarter"]),
            (
                "in the third quarter",
                &["the third quarter = 2018-07-01..2018-09-30 quarter"],
            ),
            (
                "the first quarter of 2017",
                &["the first quarter of 2017 = 2017-01-01..2017-03-31 quarter"],
            ),
            (
                "its third-quarter profit",
                &["third-quarter = 2018-07-01..2018-09-30 quarter"],
            ),
            ("a touchdown in the third quarter", &[]),
            (
                "the first half of 2016",
                &["the first half of 2016 = 2016-01-01..2016-06-30 halfyear"],
            ),
            (
                "in the summer of 2015",
                &["summer of 2015 = 2015-06-01..2015-08-31 season"],
            ),
            (
                "the winter of 2014-15",
                &["winter of 2014-15 = 2014-12-01..2015-02-28 season"],
            ),
            (
                "in 2016, since 2011",
                &[
                    "2016 = 2016-01-01..2016-12-31 year",
                    "2011 = 2011-01-01..2011-12-31 year",
                ],
            ),
            ("the 2016 election", &["2016 = 2016-01-01..2016-12-31 year"]),
            (
                "in the 1990s and the '80s",
                &[
                    "the 1990s = 1990-01-01..1999-12-31 decade",
                    "'80s = 1980-01-01..1989-12-31 decade",
                ],
            ),
            (
                "the 19th century",
                &["the 19th century = 1800-01-01..1899-12-31 century"],
            ),
            ("in 480 BC", &["480 BC = -000479-01-01..-000479-12-31 year"]),
            ("He died on Christmas Eve.", &["Christmas Eve = 2017-12-24"]),
        ],
    );
}

#[test]
fn ranges() {
    check(
        DAY,
        &[
            (
                "from 3 to 5 November 2017",
                &["from 3 to 5 November 2017 = 2017-11-03..2017-11-05 range"],
            ),
            (
                "between March and May 2018",
                &["between March and May 2018 = 2018-03-01..2018-05-31 range"],
            ),
            ("Oct. 20-23", &["Oct. 20-23 = 2018-10-20..2018-10-23 range"]),
            (
                "Oct. 23–Nov. 2, 2017",
                &["Oct. 23–Nov. 2, 2017 = 2017-10-23..2017-11-02 range"],
            ),
            (
                "from November 2017 to March",
                &["from November 2017 to March = 2017-11-01..2018-03-31 range"],
            ),
            (
                "Sales fell between November and February.",
                &["between November and February = 2017-11-01..2018-02-28 range"],
            ),
            (
                "in 2013-2015",
                &["2013-2015 = 2013-01-01..2015-12-31 range"],
            ),
            (
                "1939 to 1945",
                &["1939 to 1945 = 1939-01-01..1945-12-31 range"],
            ),
            (
                "the 2017/18 season",
                &["2017/18 = 2017-01-01..2018-12-31 range"],
            ),
            (
                "from Monday to Wednesday",
                &["from Monday to Wednesday = 2018-10-22..2018-10-24 range"],
            ),
        ],
    );
}

#[test]
fn years_of_publication_and_years_written_short() {
    check(
        DAY,
        &[
            (
                "in June last year",
                &["June last year = 2017-06-01..2017-06-30 month"],
            ),
            (
                "in January of this year",
                &["January of this year = 2018-01-01..2018-01-31 month"],
            ),
            (
                "Back in '89 it fell.",
                &["'89 = 1989-01-01..1989-12-31 year"],
            ),
            (
                "in the mid-'80s",
                &["the mid-'80s = 1984-01-01..1986-12-31 decade"],
            ),
            (
                "in nineteen ninety-four",
                &["nineteen ninety-four = 1994-01-01..1994-12-31 year"],
            ),
            (
                "due by year-end",
                &["year-end = 2018-11-01..2018-12-31 year"],
            ),
            (
                "For 2019, analysts expect a loss.",
                &["2019 = 2019-01-01..2019-12-31 year"],
            ),
            (
                "his failed 2016 campaign",
                &["2016 = 2016-01-01..2016-12-31 year"],
            ),
            (
                "October was the worst month.",
                &["October = 2018-10-01..2018-10-31 month"],
            ),
            (
                "the prior year",
                &["the prior year = 2017-01-01..2017-12-31 year"],
            ),
        ],
    );
}
