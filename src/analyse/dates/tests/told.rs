//! Dates that go by others the text has told, and texts of old times.

use super::check;

const DAY: &str = "2018-10-24";

#[test]
fn days_go_by_the_day_told_last() {
    check(
        DAY,
        &[
            (
                "It fell on 3 March 2017. Two days later it rose; the previous day nobody knew.",
                &[
                    "3 March 2017 = 2017-03-03",
                    "Two days later = 2017-03-05",
                    "the previous day = 2017-03-04",
                ],
            ),
            (
                "The warning came on 23 March. A day prior he had left, and a week later he was back.",
                &[
                    "23 March = 2018-03-23",
                    "A day prior = 2018-03-22",
                    "a week later = 2018-03-29",
                ],
            ),
            (
                "Masked men broke into the office on 23 October. The day before the break-in he had complained. Two weeks after his complaint, nothing had come of it.",
                &["23 October = 2018-10-23", "The day before = 2018-10-22"],
            ),
            // What has happened is no later than what tells of it.
            (
                "They quarrelled on 22 October. A week later two of them left.",
                &["22 October = 2018-10-22"],
            ),
            // Several days, and nothing tells how many.
            ("It was seen in the days before the shooting.", &[]),
            (
                "Guards came on 18 September. She left in May; a week later he was hired.",
                &[
                    "18 September = 2018-09-18",
                    "May = 2018-05-01..2018-05-31 month",
                    "a week later = 2018-05-08..2018-06-07 range",
                ],
            ),
            (
                "On 5 May she sold; the same day it burned.",
                &["5 May = 2018-05-05", "the same day = 2018-05-05"],
            ),
            (
                "They met on Friday, 9 March 2018. On the same Friday he resigned. The following Monday he was gone.",
                &[
                    "Friday, 9 March 2018 = 2018-03-09",
                    "the same Friday = 2018-03-09",
                    "The following Monday = 2018-03-12",
                ],
            ),
            (
                "On 5 May it burned; the day before, all was well.",
                &["5 May = 2018-05-05", "the day before = 2018-05-04"],
            ),
        ],
    );
}

#[test]
fn longer_steps() {
    check(
        DAY,
        &[
            (
                "He was hired in June 2015. Two months later he left; that year it failed.",
                &[
                    "June 2015 = 2015-06-01..2015-06-30 month",
                    "Two months later = 2015-08-01..2015-08-31 month",
                    "that year = 2015-01-01..2015-12-31 year",
                ],
            ),
            (
                "It began in 1998. The following year it ended.",
                &[
                    "1998 = 1998-01-01..1998-12-31 year",
                    "The following year = 1999-01-01..1999-12-31 year",
                ],
            ),
        ],
    );
}

#[test]
fn days_without_a_year_go_on_with_a_dated_tale() {
    check(
        DAY,
        &[
            (
                "In October 2015 he was arrested. On 12 December he was freed.",
                &[
                    "October 2015 = 2015-10-01..2015-10-31 month",
                    "12 December = 2015-12-12",
                ],
            ),
            (
                "In October 2015 he was arrested.\n\nOn 12 October he spoke.",
                &[
                    "October 2015 = 2015-10-01..2015-10-31 month",
                    "12 October = 2018-10-12",
                ],
            ),
            (
                "Li, born on 3 May 1980, was held on 12 October.",
                &["3 May 1980 = 1980-05-03", "12 October = 2018-10-12"],
            ),
        ],
    );
}

#[test]
fn history_goes_by_its_own_years() {
    let text = "War came in 1812. In 1813 the king fled. By May 1814 it was over; on 4 June he returned. In December he died. \
        As of today nobody mourns. On 3 January 1815 peace was made. By March all was quiet.";
    check(
        DAY,
        &[(
            text,
            &[
                "1812 = 1812-01-01..1812-12-31 year",
                "1813 = 1813-01-01..1813-12-31 year",
                "May 1814 = 1814-05-01..1814-05-31 month",
                "4 June = 1814-06-04",
                "December = 1814-12-01..1814-12-31 month",
                "today = 2018-10-24",
                "3 January 1815 = 1815-01-03",
                "March = 1815-03-01..1815-03-31 month",
            ],
        )],
    );
}

#[test]
fn what_will_be_and_what_others_said_is_no_part_of_an_old_tale() {
    check(
        DAY,
        &[
            (
                "She took office on 9 April 2013 and will be sworn in on Tuesday, 30 October.",
                &[
                    "9 April 2013 = 2013-04-09",
                    "Tuesday, 30 October = 2018-10-30",
                ],
            ),
            (
                "The first request dates from 10 March 2017. Oslo said on 2 October that it was ready.",
                &["10 March 2017 = 2017-03-10", "2 October = 2018-10-02"],
            ),
        ],
    );
}

#[test]
fn a_paragraph_without_a_day_goes_on_with_the_news() {
    check(
        DAY,
        &[
            (
                "The rail line closed on Monday.\n\nIt had opened on 3 May 1998.\n\nNobody was hurt.\n\nThe mayor had met the operator a day earlier.",
                &[
                    "Monday = 2018-10-22",
                    "3 May 1998 = 1998-05-03",
                    "a day earlier = 2018-10-21",
                ],
            ),
            // News tells the prices of its own day.
            (
                "The storm struck on 14 September. Petrol cost $2.75, up 6 cents from a day earlier.",
                &["14 September = 2018-09-14", "a day earlier = 2018-10-23"],
            ),
        ],
    );
}

#[test]
fn an_old_tale_still_speaks_of_last_june() {
    check(
        DAY,
        &[(
            "He set out in 1953, reached the pole in 1958 and wrote of it in 1961. The last of them died last June.",
            &[
                "1953 = 1953-01-01..1953-12-31 year",
                "1958 = 1958-01-01..1958-12-31 year",
                "1961 = 1961-01-01..1961-12-31 year",
                "last June = 2018-06-01..2018-06-30 month",
            ],
        )],
    );
}

#[test]
fn without_publication_only_what_the_text_places() {
    check(
        "",
        &[
            (
                "Yesterday, on Tuesday, last week, three days ago, in March.",
                &[],
            ),
            (
                "It fell on 3 March 2017. The next day it rose. By Tuesday it was gone.",
                &[
                    "3 March 2017 = 2017-03-03",
                    "The next day = 2017-03-04",
                    "Tuesday = 2017-03-07",
                ],
            ),
            ("the following day", &[]),
        ],
    );
}

#[test]
fn that_month_is_the_one_told() {
    check(
        DAY,
        &[(
            "It was sold in March 2011. That June it burned.",
            &[
                "March 2011 = 2011-03-01..2011-03-31 month",
                "That June = 2011-06-01..2011-06-30 month",
            ],
        )],
    );
}

#[test]
fn a_day_may_be_told_twice() {
    check(
        DAY,
        &[(
            "On Monday, two days after the hack, trading resumed.",
            &["Monday = 2018-10-22", "two days after = 2018-10-22"],
        )],
    );
}
