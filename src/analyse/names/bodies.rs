//! Companies and other bodies whose names the tagger cuts short: at `of`, `for`, `and`, at their last words and at `'s`.

use std::ops::Range;

use super::cues::is_company;
use super::longer::Line;
use super::tables::BRANDS;
use crate::story::Kind;

/// First words of bodies that are named for what they are for: `Department for Environment, Food and Rural Affairs`.
const BODIES: [&str; 33] = [
    "Academy",
    "Administration",
    "Agency",
    "Alliance",
    "Alternative",
    "Association",
    "Authority",
    "Board",
    "Bureau",
    "Center",
    "Centers",
    "Centre",
    "Coalition",
    "College",
    "Commission",
    "Committee",
    "Confederation",
    "Council",
    "Department",
    "Federation",
    "Foundation",
    "Fund",
    "Houses",
    "Institute",
    "Institution",
    "Ministry",
    "Movement",
    "Office",
    "Organisation",
    "Organization",
    "School",
    "Society",
    "University",
];
/// Last words of bodies, beside companies' own, which stand behind a place's or a founder's name.
const ENDS: [&str; 9] = [
    "Administration",
    "Agency",
    "Authority",
    "Board",
    "Bureau",
    "Committee",
    "Company",
    "Confederation",
    "Department",
];

/// `Moody's Analytics`: companies whose own name has the `'s`.
pub(super) fn brand(line: &mut Line<'_>, at: usize) {
    if BRANDS.contains(&line.word(at)) && matches!(line.word(at + 1), "'s" | "’s") {
        let end = (at + 2..line.tokens.len()).find(|at| !line.is_capital(*at));
        let joint = at > 1 && line.word(at - 1) == "&";
        let start = if joint { at - 2 } else { at };
        line.put(start..end.unwrap_or(line.tokens.len()), Kind::Organisation);
    }
}

/// `Board of Control for Cricket in India`: from the first word of a body over what it is for.
pub(super) fn body(line: &mut Line<'_>, at: usize) {
    if !BODIES.contains(&line.word(at)) || !matches!(line.word(at + 1), "of" | "for") {
        return;
    }
    let Some(mut end) = words(line, at + 1) else {
        return;
    };
    while let Some(more) = matches!(line.word(end), "of" | "for")
        .then(|| words(line, end))
        .flatten()
    {
        end = more;
        if line.word(end) == "in" {
            end = words(line, end).unwrap_or(end);
        }
    }
    end = listed(line, end).unwrap_or(end);
    let joint = |at: &usize| line.over(*at).is_some() && line.is_capital(*at);
    let start = (0..at).rev().take_while(joint).last().unwrap_or(at);
    let sure = matches!(
        line.word(at),
        "University" | "Ministry" | "Department" | "Institute" | "Federation"
    );
    let marked = sure || (start..end).any(|at| line.over(at).is_some());
    let cut = line
        .over(end - 1)
        .is_none_or(|place| line.stretches[place].at != (start..end));
    if marked
        && cut
        && line
            .over(end - 1)
            .is_none_or(|p| line.stretches[p].at.end <= end)
    {
        line.put(start..end, Kind::Organisation);
    }
}

/// The end of the capitalised words behind a small word and an article.
fn words(line: &Line<'_>, small: usize) -> Option<usize> {
    let from = small + 1 + usize::from(line.word(small + 1) == "the");
    let end = (from..line.tokens.len())
        .find(|at| !line.is_capital(*at))
        .unwrap_or(line.tokens.len());
    (end > from).then_some(end)
}

/// Where a list of what a body is for ends: `, Food and Rural Affairs`.
fn listed(line: &Line<'_>, from: usize) -> Option<usize> {
    const LAST: [&str; 10] = [
        "Affairs",
        "Services",
        "Development",
        "Skills",
        "Sport",
        "Science",
        "Sciences",
        "Technology",
        "Communities",
        "Trade",
    ];
    let mut end = from;
    while line.word(end) == "," && line.is_capital(end + 1) {
        end = words(line, end)?;
    }
    if line.word(end) == "," {
        end += 1;
    }
    if !matches!(line.word(end), "and" | "&") {
        return None;
    }
    let end = words(line, end)?;
    LAST.contains(&line.word(end - 1)).then_some(end)
}

/// `National Oceanic and Atmospheric Administration`: two attributes of one body.
pub(super) fn conjoined(line: &mut Line<'_>, at: usize) {
    const FIRST: [&str; 7] = [
        "National",
        "Federal",
        "International",
        "European",
        "Royal",
        "American",
        "General",
    ];
    let Some(place) = line
        .over(at)
        .filter(|p| line.stretches[*p].at.end == at + 1)
    else {
        return;
    };
    let start = line.stretches[place].at.start;
    let attribute = ["ic", "al", "ary", "ics", "ies"]
        .iter()
        .any(|ending| line.word(at).ends_with(ending));
    if !attribute || start == at || !FIRST.contains(&line.word(start)) || line.word(at + 1) != "and"
    {
        return;
    }
    if let Some(end) = words(line, at + 1).filter(|end| is_end(line.word(end - 1))) {
        line.put(start..end, Kind::Organisation);
    }
}

/// `Leeds City` | `Council`, `Karen Clark` | `& Co.`
pub(super) fn ended(line: &mut Line<'_>, place: usize) {
    let Range { start, end } = line.stretches[place].at;
    let company = line.word(end) == "&" && is_company(line.word(end + 1));
    let until = if company {
        Some(end + 2)
    } else {
        let last = words(line, end.wrapping_sub(1)).filter(|_| line.word(end) != "the");
        last.filter(|last| *last <= end + 3 && is_end(line.word(last - 1)))
    };
    let Some(until) = until else { return };
    let free = (end..until).all(|at| line.over(at).is_none());
    let person = line.stretches[place].kind == Kind::Person && !is_company(line.word(until - 1));
    if free && !person {
        line.put(start..until, Kind::Organisation);
    }
}

pub(super) fn is_end(word: &str) -> bool {
    ENDS.contains(&word) || is_company(word)
}
