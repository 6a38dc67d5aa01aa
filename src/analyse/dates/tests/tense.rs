//! Whether a day, month or season without a year is past or to come, as the verbs of its clause tell.

use super::check;

/// A Wednesday.
const DAY: &str = "2018-10-24";

/// The days that one row's sentences tell, in one text each.
fn days(rows: &[(&str, &str)]) {
    for (text, day) in rows {
        check(DAY, &[(text, &[day])]);
    }
}

#[test]
fn timetables_tell_of_days_to_come() {
    days(&[
        ("Talks resume Tuesday in Geneva.", "Tuesday = 2018-10-30"),
        ("Voters go to the polls on Sunday.", "Sunday = 2018-10-28"),
        ("Tickets go on sale Friday.", "Friday = 2018-10-26"),
        ("He goes on trial Monday.", "Monday = 2018-10-29"),
        (
            "The retailer reports earnings on Thursday.",
            "Thursday = 2018-10-25",
        ),
        ("The hearing is on Friday.", "Friday = 2018-10-26"),
        ("The two leaders meet on Friday.", "Friday = 2018-10-26"),
        ("The deal was to close on Friday.", "Friday = 2018-10-26"),
        (
            "Officials hope to reopen the road by Friday.",
            "Friday = 2018-10-26",
        ),
        ("Monday's meeting will decide.", "Monday = 2018-10-29"),
        ("The service is at 2 p.m. Sunday.", "Sunday = 2018-10-28"),
        (
            "The ministry releases its report Friday.",
            "Friday = 2018-10-26",
        ),
        (
            "Ahead of Thursday's meeting, shares rose.",
            "Thursday = 2018-10-25",
        ),
        (
            "He leads in polls before Tuesday's election.",
            "Tuesday = 2018-10-30",
        ),
    ]);
}

#[test]
fn what_was_said_of_the_future_was_said_before() {
    days(&[
        (
            "The carmaker on Monday said it will buy the firm.",
            "Monday = 2018-10-22",
        ),
        (
            "The firm will create 200 jobs, according to a statement on Monday.",
            "Monday = 2018-10-22",
        ),
        (
            "\"We will appeal,\" his lawyer wrote in an email Friday.",
            "Friday = 2018-10-19",
        ),
        (
            "Shares fell more than expected on Tuesday.",
            "Tuesday = 2018-10-23",
        ),
        (
            "The ministry unveiled plans on Monday to build homes.",
            "Monday = 2018-10-22",
        ),
        (
            "The bank announced plans to sell its unit on Monday.",
            "Monday = 2018-10-22",
        ),
        (
            "Roads were closed due to snow on Monday.",
            "Monday = 2018-10-22",
        ),
        (
            "She flew home to meet her lawyers on Monday.",
            "Monday = 2018-10-22",
        ),
        ("Tuesday's vote was close.", "Tuesday = 2018-10-23"),
    ]);
}

#[test]
fn months_to_come() {
    days(&[
        (
            "Oil for December delivery rose 20 cents.",
            "December = 2018-12-01..2018-12-31 month",
        ),
        (
            "They expect to finish in February.",
            "February = 2019-02-01..2019-02-28 month",
        ),
        (
            "A vote is likely in January.",
            "January = 2019-01-01..2019-01-31 month",
        ),
        (
            "The money stayed blocked until September.",
            "September = 2018-09-01..2018-09-30 month",
        ),
        (
            "She becomes chief executive in January.",
            "January = 2019-01-01..2019-01-31 month",
        ),
        (
            "A semicolon ends it: now it will open; in March it closed.",
            "March = 2018-03-01..2018-03-31 month",
        ),
    ]);
}

#[test]
fn what_was_tried_and_what_stands_beside_tell_of_days_that_were() {
    days(&[
        (
            "Dozens were hurt in the market next to the old station on Friday.",
            "Friday = 2018-10-19",
        ),
        (
            "The owner could not be reached on Monday.",
            "Monday = 2018-10-22",
        ),
        (
            "Neither the mayor nor his deputy could be found Tuesday.",
            "Tuesday = 2018-10-23",
        ),
        (
            "A storm tore the roof off the school Friday night.",
            "Friday = 2018-10-19",
        ),
        (
            "The ferry may sail again as soon as Friday.",
            "Friday = 2018-10-26",
        ),
        (
            "A court subpoenaed him to appear on Monday.",
            "Monday = 2018-10-29",
        ),
    ]);
}

#[test]
fn limits_that_are_still_open_lie_ahead() {
    days(&[
        (
            "It announced a programme to pay back the loan by February.",
            "February = 2019-02-01..2019-02-28 month",
        ),
        (
            "The ministry gave the owners until 9 a.m. Friday to answer.",
            "Friday = 2018-10-26",
        ),
        (
            "Banks have extended the credit through January.",
            "January = 2019-01-01..2019-01-31 month",
        ),
        (
            "The talks are supposed to end on Friday.",
            "Friday = 2018-10-26",
        ),
        (
            "He wants to stay until the case is heard in May.",
            "May = 2019-05-01..2019-05-31 month",
        ),
        ("The shop stayed open until Friday.", "Friday = 2018-10-19"),
        (
            "The works were finished by August.",
            "August = 2018-08-01..2018-08-31 month",
        ),
    ]);
}

#[test]
fn so_long_from_now() {
    check(
        DAY,
        &[
            (
                "The shares will be redeemed in five years.",
                &["five years = 2023-01-01..2023-12-31 year"],
            ),
            ("She will know in two days.", &["two days = 2018-10-26"]),
            // How long it lasts, and how often it was.
            ("They crossed the sea in two weeks.", &[]),
            ("It would be the third strike in two weeks.", &[]),
        ],
    );
}

#[test]
fn plans_and_calls_tell_of_days_to_come() {
    days(&[
        (
            "He said crews would have until Friday to leave.",
            "Friday = 2018-10-26",
        ),
        (
            "The union called a strike for Friday.",
            "Friday = 2018-10-26",
        ),
        (
            "Shares rose ahead of the vote on Friday.",
            "Friday = 2018-10-26",
        ),
        (
            "Ahead of her trip, the ministry on Friday warned travellers.",
            "Friday = 2018-10-19",
        ),
        (
            "The fund, due to hold its meeting on 9 November, offered help.",
            "9 November = 2018-11-09",
        ),
        ("The game is out on 9 November.", "9 November = 2018-11-09"),
        (
            "The film is released on 9 November.",
            "9 November = 2018-11-09",
        ),
        (
            "Miners will see their reward halved in April.",
            "April = 2019-04-01..2019-04-30 month",
        ),
        (
            "The airline cancelled flights through Nov. 24.",
            "Nov. 24 = 2018-11-24",
        ),
        (
            "A building would not be ready until the spring.",
            "the spring = 2019-03-01..2019-05-31 season",
        ),
    ]);
    check(
        DAY,
        &[
            (
                "The banks, closed since August, stay shut until at least Friday.",
                &[
                    "August = 2018-08-01..2018-08-31 month",
                    "Friday = 2018-10-26",
                ],
            ),
            (
                "The tests start on Friday and Saturday.",
                &["Friday = 2018-10-26", "Saturday = 2018-10-27"],
            ),
        ],
    );
}
