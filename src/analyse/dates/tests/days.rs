//! Days in news, with the day of publication: mostly of what has just happened.

use super::check;

/// A Wednesday.
const DAY: &str = "2018-10-24";

#[test]
fn dates_in_full() {
    for published in [DAY, ""] {
        check(
            published,
            &[
                (
                    "It opened on 24 October 2018.",
                    &["24 October 2018 = 2018-10-24"],
                ),
                (
                    "It opened on Oct. 24, 2018, at noon.",
                    &["Oct. 24, 2018 = 2018-10-24"],
                ),
                ("October 24th, 2018", &["October 24th, 2018 = 2018-10-24"]),
                ("the 3rd of May 2017", &["the 3rd of May 2017 = 2017-05-03"]),
                (
                    "Filed 2018-10-24, again 24/10/2018.",
                    &["2018-10-24 = 2018-10-24", "24/10/2018 = 2018-10-24"],
                ),
                (
                    "10/24/2018 and 24.10.2018",
                    &["10/24/2018 = 2018-10-24", "24.10.2018 = 2018-10-24"],
                ),
                ("at 8 p.m. on 10/24/18", &["10/24/18 = 2018-10-24"]),
                ("Either order: 04/05/2018.", &[]),
                ("24/7/365, on 24/7 and 10/24", &[]),
                ("他于2018年10月24日到任", &["2018年10月24日 = 2018-10-24"]),
                (
                    "Friday, 23 March 2018",
                    &["Friday, 23 March 2018 = 2018-03-23"],
                ),
                ("after the Sept. 11 attacks", &["Sept. 11 = 2001-09-11"]),
            ],
        );
    }
}

#[test]
fn days_without_a_year() {
    check(
        DAY,
        &[
            ("It closed on 12 March.", &["12 March = 2018-03-12"]),
            ("He was held on Dec. 3.", &["Dec. 3 = 2017-12-03"]),
            ("She will be tried on Dec. 3.", &["Dec. 3 = 2018-12-03"]),
            ("A hearing is set for Jan. 5.", &["Jan. 5 = 2019-01-05"]),
            (
                "He is due in court on 7 January after a raid on 9 August.",
                &["7 January = 2019-01-07", "9 August = 2018-08-09"],
            ),
            ("10月2日，他说", &["10月2日 = 2018-10-02"]),
            (
                "On Oct. 22 and 23 it rained.",
                &["Oct. 22 = 2018-10-22", "23 = 2018-10-23"],
            ),
            (
                "on 22 and 23 October",
                &["22 = 2018-10-22", "23 October = 2018-10-23"],
            ),
            ("It began on the 15th.", &["the 15th = 2018-10-15"]),
        ],
    );
}

#[test]
fn weekdays() {
    check(
        DAY,
        &[
            (
                "Police said Tuesday they had met on Wednesday.",
                &["Tuesday = 2018-10-23", "Wednesday = 2018-10-24"],
            ),
            (
                "A man arrested Thursday will appear in court Friday.",
                &["Thursday = 2018-10-18", "Friday = 2018-10-26"],
            ),
            (
                "He was ordered to appear on Monday.",
                &["Monday = 2018-10-29"],
            ),
            (
                "The vote was scheduled for Tuesday.",
                &["Tuesday = 2018-10-30"],
            ),
            (
                "They met last Friday and meet next Monday.",
                &["last Friday = 2018-10-19", "next Monday = 2018-10-29"],
            ),
            ("last Wednesday", &["last Wednesday = 2018-10-17"]),
            ("Shops open Monday through Friday and on Sundays.", &[]),
            ("The Sunday Times, Super Tuesday, every Friday.", &[]),
            (
                "On Sunday, Oct. 21, it snowed.",
                &["Sunday, Oct. 21 = 2018-10-21"],
            ),
            ("He fled late Monday night.", &["late Monday = 2018-10-22"]),
        ],
    );
}

#[test]
fn days_from_publication() {
    check(
        DAY,
        &[
            (
                "Today it fell, as yesterday.",
                &["Today = 2018-10-24", "yesterday = 2018-10-23"],
            ),
            (
                "the day before yesterday",
                &["the day before yesterday = 2018-10-22"],
            ),
            (
                "It ends tomorrow; last night it rained.",
                &["tomorrow = 2018-10-25", "last night = 2018-10-23"],
            ),
            ("He died three days ago.", &["three days ago = 2018-10-21"]),
            (
                "a couple of days ago",
                &["a couple of days ago = 2018-10-22"],
            ),
            ("USA Today wrote so.", &[]),
        ],
    );
}

#[test]
fn dividends_and_deadlines_are_to_come() {
    check(
        DAY,
        &[
            (
                "It declared a dividend of five cents, payable Dec. 7 to stock of record Nov. 22.",
                &["Dec. 7 = 2018-12-07", "Nov. 22 = 2018-11-22"],
            ),
            (
                "The offer, which had been due to expire on Friday, was extended.",
                &["Friday = 2018-10-19"],
            ),
        ],
    );
}

#[test]
fn weekdays_of_a_named_week() {
    check(
        DAY,
        &[
            (
                "They met on Thursday last week.",
                &["Thursday last week = 2018-10-18"],
            ),
            (
                "on Monday of last week",
                &["Monday of last week = 2018-10-15"],
            ),
            (
                "A week ago today it vanished.",
                &["A week ago today = 2018-10-17"],
            ),
            (
                "a week ago on Monday",
                &["a week ago on Monday = 2018-10-15"],
            ),
            ("on the evening of the 20th", &["the 20th = 2018-10-20"]),
        ],
    );
}

#[test]
fn numbers_in_either_order_are_of_late() {
    check(
        DAY,
        &[
            ("It fell on 10/11/2018.", &["10/11/2018 = 2018-10-11"]),
            ("It fell on 5/10/18.", &["5/10/18 = 2018-10-05"]),
            (
                "signed on 22/10, seen on 10/23",
                &["22/10 = 2018-10-22", "10/23 = 2018-10-23"],
            ),
            ("Either was long ago: 04/05/2016.", &[]),
        ],
    );
}
