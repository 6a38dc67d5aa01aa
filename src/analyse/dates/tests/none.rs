//! Numbers and words that are no dates.

use super::check;

/// A Wednesday.
const DAY: &str = "2018-10-24";

#[test]
fn numbers_that_are_no_dates() {
    for text in [
        "2,641 people came",
        "the iPhone 2018 model",
        "under section 1984",
        "in room 2018",
        "some 2018 people voted",
        "It cost $2018 or 1,984 yuan.",
        "call 555-2018-1999",
        "they won 3-2",
        "24 percent of 1900 votes",
        "the 1500 metres",
        "5:30 to 10:45",
        "a ratio of 10/24",
        "page 24 of 300",
        "version 2.10.3",
        "flight 1812",
        "of 1249 Oak Road",
        "They paid for 2000 shares.",
        "the new 2000 jobs",
        "'20 people' and '50 Cent'",
        "nineteen of them",
        "It rose 3 percent by 1015 GMT.",
        "From 1200 GMT to 1500 GMT the road is shut.",
    ] {
        check(DAY, &[(text, &[])]);
    }
}

#[test]
fn words_that_are_no_dates() {
    for text in [
        "Theresa May said so.",
        "It may rain.",
        "They march on.",
        "The Sun wrote of it.",
        "a second chance",
        "Prices fall and spring back.",
        "April Jones spoke.",
        "Wait a second.",
        "She is in her sixties.",
        "the fall of Rome",
        "a four-day trip",
        "a 5-year-old boy",
        "for two years",
        "the March for Peace",
        "an august body",
        "Winter Olympics",
        "half a century ago",
        "an overnight stay",
        "at the far end of the year-old road",
    ] {
        check(DAY, &[(text, &[])]);
    }
}
