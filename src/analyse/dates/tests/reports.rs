//! The quarters that companies report on and compare with.

use super::check;

/// A Wednesday.
const DAY: &str = "2018-10-24";

#[test]
fn quarters_are_compared_with_those_a_year_before() {
    check(
        DAY,
        &[
            (
                "Profit rose 4% in the third quarter from the year-earlier quarter.",
                &[
                    "the third quarter = 2018-07-01..2018-09-30 quarter",
                    "the year-earlier quarter = 2017-07-01..2017-09-30 quarter",
                ],
            ),
            (
                "Net for the quarter ended June 30 was $3 million, against a year-earlier loss. Sales in the quarter rose.",
                &[
                    "the quarter = 2018-04-01..2018-06-30 quarter",
                    "June 30 = 2018-06-30",
                    "year-earlier = 2017-04-01..2017-06-30 quarter",
                    "the quarter = 2018-04-01..2018-06-30 quarter",
                ],
            ),
            (
                "Its third-quarter net was $5 million, up from $4 million a year ago.",
                &[
                    "third-quarter = 2018-07-01..2018-09-30 quarter",
                    "a year ago = 2017-07-01..2017-09-30 quarter",
                ],
            ),
            (
                "Third-quarter net fell. For the nine months it rose from a year earlier.",
                &[
                    "Third-quarter = 2018-07-01..2018-09-30 quarter",
                    "a year earlier = 2017-01-01..2017-12-31 year",
                ],
            ),
            (
                "the year-ago third quarter",
                &["the year-ago third quarter = 2017-07-01..2017-09-30 quarter"],
            ),
        ],
    );
}

#[test]
fn quarters_of_a_named_year() {
    check(
        DAY,
        &[
            (
                "the 2016 third quarter",
                &["the 2016 third quarter = 2016-07-01..2016-09-30 quarter"],
            ),
            (
                "Second-quarter sales beat those of the 2016 period.",
                &[
                    "Second-quarter = 2018-04-01..2018-06-30 quarter",
                    "the 2016 period = 2016-04-01..2016-06-30 quarter",
                ],
            ),
            (
                "last year's third quarter",
                &["last year's third quarter = 2017-07-01..2017-09-30 quarter"],
            ),
            (
                "Sales beat the same quarter last year.",
                &["the same quarter last year = 2017-07-01..2017-09-30 quarter"],
            ),
            (
                "in the latest quarter",
                &["the latest quarter = 2018-07-01..2018-09-30 quarter"],
            ),
            (
                "First-half profit rose.",
                &["First-half = 2018-01-01..2018-06-30 halfyear"],
            ),
            (
                "the last half of 2016",
                &["the last half of 2016 = 2016-07-01..2016-12-31 halfyear"],
            ),
            ("a first-half goal", &[]),
            ("They walked through the quarter.", &[]),
            ("a quarter-to-quarter change, the period", &[]),
        ],
    );
}

#[test]
fn parts_of_a_year() {
    check(
        DAY,
        &[
            (
                "It shrank in the final quarter of 2017 and grew in 4Q16 and 1H 2018.",
                &[
                    "the final quarter of 2017 = 2017-10-01..2017-12-31 quarter",
                    "4Q16 = 2016-10-01..2016-12-31 quarter",
                    "1H 2018 = 2018-01-01..2018-06-30 halfyear",
                ],
            ),
            (
                "Sales in the first nine months of last year beat those of the last six months of 2016.",
                &[
                    "the first nine months of last year = 2017-01-01..2017-09-30 range",
                    "the last six months of 2016 = 2016-07-01..2016-12-31 range",
                ],
            ),
            (
                "Revenue for the second quarter of fiscal 2015 was $75 million.",
                &["the second quarter of fiscal 2015 = 2015-04-01..2015-06-30 quarter"],
            ),
            (
                "The start of 2017 was cold.",
                &["The start of 2017 = 2017-01-01..2017-02-28 year"],
            ),
        ],
    );
}
