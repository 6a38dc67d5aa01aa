//! What sentences written for the purpose say, as `words = first day[..last day] grain`.

mod days;
mod frames;
mod none;
mod reports;
mod stretches;
mod tense;
mod told;

use jiff::civil::Date;

use super::{DateMention, find_dates};

/// Finds the dates of a text, published on a day or (`""`) nobody knows when, written as in the tables.
fn found(text: &str, published: &str) -> Vec<String> {
    let published: Option<Date> = published.parse().ok();
    let mentions = find_dates(text, published);
    mentions.iter().map(|m| written(text, m)).collect()
}

fn written(text: &str, m: &DateMention) -> String {
    let words = &text[m.start..m.end];
    let grain = format!("{:?}", m.grain).to_lowercase();
    if m.from == m.to {
        return format!("{words} = {}", m.from);
    }
    format!("{words} = {}..{} {grain}", m.from, m.to)
}

/// Each row: the text, and what is found in it.
fn check(published: &str, rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(
            found(text, published),
            *expected,
            "{text:?} of {published:?}"
        );
    }
}

#[test]
fn nothing_ever_panics() {
    let nasty = "“On Oct. 23–24, 2018年10月24日 and 0000-00-00, '99s 31 February 30th of 9999-99-99 the next century 999 centuries \
        later, two hundred decades ago, between 9999 and 1000 BC 4000 BC’s 29 Feb 1900 from 3 to 5 the 99th 12月32日 Q4 2150 \
        2150s 22nd century BC, last weekend before Sun. 12/31/9999 — 999999999 years earlier Mon. the past 999 centuries, mid-\
        ,late -the end of 1 BC December 9999 to January, winter 2149-50 é́𝟚𝟘𝟙𝟠年 24.10.2018.1 \u{0}\u{feff} 24‑hour May May Sun the '99 quarter ended Feb. 30 a year \
        ago last week Sunday nineteen ninety '9 '00s year-end, 4000 quarter last year's H2 the year-earlier period 上周 星期 周 last day of the first Monday in a week on Monday week 999 years and a half ago FY99 FY9999 FY 2018-10-24T:: 31st of that month vote votes”";
    let published = "2018-10-24".parse().ok();
    let cuts: Vec<usize> = nasty.char_indices().map(|(at, _)| at).collect();
    for at in cuts {
        for piece in [&nasty[at..], &nasty[..at]] {
            for date in [published, Some(Date::MIN), Some(Date::MAX), None] {
                for m in find_dates(piece, date) {
                    assert!(m.start < m.end && m.from <= m.to && m.confidence > 0.0);
                    assert!(piece.get(m.start..m.end).is_some());
                }
            }
            crate::analyse::find_amounts(piece);
            crate::text::sentences(piece);
        }
    }
}

#[test]
fn mentions_are_in_order_and_apart() {
    let text = "On Monday, 22 October, two days after the 2018 vote, and again from 3 to 5 November or the day before yesterday.";
    let mentions = find_dates(text, "2018-10-24".parse().ok());
    assert!(mentions.windows(2).all(|w| w[0].end <= w[1].start));
    assert!(mentions.len() >= 4);
}

#[test]
fn what_is_inferred_is_less_sure() {
    let sure = |text: &str| find_dates(text, "2018-10-24".parse().ok())[0].confidence;
    let [full, short, relative] = [
        "on 24 October 2018",
        "on 12 March",
        "It ended the day before.",
    ]
    .map(sure);
    assert!(full > 0.99 && full > short && short > relative);
}
