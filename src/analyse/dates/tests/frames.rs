//! Days told by a frame around them: their place in a month, the week that is named, what a tale is about.

use super::check;

const DAY: &str = "2018-10-24";

#[test]
fn days_by_their_place_in_a_month() {
    check(
        DAY,
        &[
            (
                "The fair of May 2016 began on the fourth of that month. Ten days afterwards it closed, and on the 20th it was gone.",
                &[
                    "May 2016 = 2016-05-01..2016-05-31 month",
                    "the fourth of that month = 2016-05-04",
                    "Ten days afterwards = 2016-05-14",
                    "the 20th = 2016-05-20",
                ],
            ),
            (
                "He came on the 3rd of last month.",
                &["the 3rd of last month = 2018-09-03"],
            ),
            (
                "It met on the first Monday in October and on the last Friday of June 2017.",
                &[
                    "the first Monday in October = 2018-10-01",
                    "the last Friday of June 2017 = 2017-06-30",
                ],
            ),
            (
                "It ended on the last day of February 2016.",
                &["the last day of February 2016 = 2016-02-29"],
            ),
        ],
    );
}

#[test]
fn weeks_on_and_halves() {
    check(
        DAY,
        &[
            (
                "The sale starts on Monday week and ends a week on Tuesday.",
                &["Monday week = 2018-11-05", "a week on Tuesday = 2018-11-06"],
            ),
            (
                "Three weeks ago, on a Tuesday, he died.",
                &["Three weeks ago, on a Tuesday = 2018-10-02"],
            ),
            (
                "She will return in a fortnight.",
                &["a fortnight = 2018-11-05..2018-11-11 week"],
            ),
            (
                "It began a year and a half ago.",
                &["a year and a half ago = 2017-04-01..2017-04-30 month"],
            ),
        ],
    );
}

#[test]
fn the_same_weekday_is_the_one_told() {
    check(
        DAY,
        &[(
            "On Friday, 28 September 2018, the bank closed. A fire on 4 September had cost it dear. On the same Friday its rival opened.",
            &[
                "Friday, 28 September 2018 = 2018-09-28",
                "4 September = 2018-09-04",
                "the same Friday = 2018-09-28",
            ],
        )],
    );
}

#[test]
fn a_deadline_is_no_day_before() {
    check(
        DAY,
        &[(
            "The mill closed on 20 October. Bills must be paid by 2 November.\n\nIts rival announced its end the day before.",
            &[
                "20 October = 2018-10-20",
                "2 November = 2018-11-02",
                "the day before = 2018-10-19",
            ],
        )],
    );
}

#[test]
fn a_new_subject_leaves_an_old_tale() {
    check(
        DAY,
        &[
            (
                "In May 2015 he rejected it. The town, for its part, closed the hall in August.",
                &[
                    "May 2015 = 2015-05-01..2015-05-31 month",
                    "August = 2018-08-01..2018-08-31 month",
                ],
            ),
            (
                "In May 2015 he rejected it. His rival left in August.",
                &[
                    "May 2015 = 2015-05-01..2015-05-31 month",
                    "August = 2015-08-01..2015-08-31 month",
                ],
            ),
            (
                "It was sold in 2016. That September it burned.",
                &[
                    "2016 = 2016-01-01..2016-12-31 year",
                    "That September = 2016-09-01..2016-09-30 month",
                ],
            ),
        ],
    );
}

#[test]
fn a_day_in_apposition_is_told_once_more() {
    check(
        DAY,
        &[(
            "The mill closed on 14 October and paid every hand at ten, one day before the county's fair.",
            &["14 October = 2018-10-14", "one day before = 2018-10-14"],
        )],
    );
}

#[test]
fn fixtures_are_to_come() {
    check(
        DAY,
        &[
            ("Spurs host Fulham on Saturday.", &["Saturday = 2018-10-27"]),
            ("Chelsea play Arsenal on Sunday.", &["Sunday = 2018-10-28"]),
            ("The Rada votes on Thursday.", &["Thursday = 2018-10-25"]),
            (
                "Voters go to the polls on Saturday.",
                &["Saturday = 2018-10-27"],
            ),
            (
                "The Senate vote on Tuesday was close.",
                &["Tuesday = 2018-10-23"],
            ),
            (
                "The match kicks off on Friday. The day before, they will train.",
                &["Friday = 2018-10-26", "The day before = 2018-10-25"],
            ),
        ],
    );
}

#[test]
fn what_somebody_was_until_then_is_over() {
    check(
        DAY,
        &[
            (
                "Zhao, until February chief technology officer, on 20 October rejected it.",
                &[
                    "February = 2018-02-01..2018-02-28 month",
                    "20 October = 2018-10-20",
                ],
            ),
            (
                "The office takes views, until February at least.",
                &["February = 2019-02-01..2019-02-28 month"],
            ),
        ],
    );
}

#[test]
fn weeks_nights_and_rests() {
    check(
        DAY,
        &[
            (
                "The court hears it the week of 22 April 2019.",
                &["the week of 22 April 2019 = 2019-04-22..2019-04-28 week"],
            ),
            (
                "They parade a week today and sail a week tomorrow.",
                &["a week today = 2018-10-31", "a week tomorrow = 2018-11-01"],
            ),
            (
                "Schools reopen on the last Monday of the month.",
                &["the last Monday of the month = 2018-10-29"],
            ),
            (
                "Roads will be shut for at least the next week.",
                &["the next week = 2018-10-29..2018-11-04 week"],
            ),
            (
                "Rain overnight brought relief.",
                &["overnight = 2018-10-23..2018-10-24 range"],
            ),
            (
                "It has money for the rest of the year.",
                &["the rest of the year = 2018-10-24..2018-12-31 year"],
            ),
            (
                "She must answer by 4 September and appear two days after that.",
                &[
                    "4 September = 2018-09-04",
                    "two days after that = 2018-09-06",
                ],
            ),
            (
                "He would dissolve the house on the 23rd for a vote.",
                &["the 23rd = 2018-10-23"],
            ),
        ],
    );
}

#[test]
fn feasts_and_short_forms() {
    check(
        DAY,
        &[
            (
                "去年3月开业，明年1月10日关闭。",
                &[
                    "去年3月 = 2017-03-01..2017-03-31 month",
                    "明年1月10日 = 2019-01-10",
                ],
            ),
            (
                "He was rude to rivals before Election Day 2024.",
                &["Election Day 2024 = 2024-11-05"],
            ),
            (
                "On Black Friday 2024 it rained.",
                &["Black Friday 2024 = 2024-11-29"],
            ),
            ("At Easter 2025 it rained.", &["Easter 2025 = 2025-04-20"]),
            ("On May Day they marched.", &["May Day = 2018-05-01"]),
            (
                "It lost much in FY2024.",
                &["FY2024 = 2024-01-01..2024-12-31 year"],
            ),
            (
                "It fell at 2018-10-04T12:30 sharp.",
                &["2018-10-04T12:30 = 2018-10-04"],
            ),
            (
                "In the mid-1990s it grew.",
                &["the mid-1990s = 1994-01-01..1996-12-31 decade"],
            ),
        ],
    );
}

#[test]
fn chinese_days() {
    check(
        DAY,
        &[(
            "昨天他来了。上周五他走了,去年没来。2018年3月4日。周日",
            &[
                "昨天 = 2018-10-23",
                "上周五 = 2018-10-19",
                "去年 = 2017-01-01..2017-12-31 year",
                "2018年3月4日 = 2018-03-04",
                "周日 = 2018-10-21",
            ],
        )],
    );
}
