//! Spans that lie over each other: which of two stands, and where a short form found later still has room.

use std::collections::BTreeMap;
use std::ops::Range;

use super::places::places;
use super::{Form, Span, Who};
use crate::analyse::known::is_whole;
use crate::story::Kind;

/// Known and new spans as one list in order. What a person has put into the library stands, unless it is a place or a
/// currency inside the longer name of somebody else: the Bank of China is not China.
pub(super) fn merged(known: Vec<Span>, new: Vec<Span>) -> Vec<Span> {
    let mut stays = vec![true; known.len()];
    let mut spans = Vec::with_capacity(known.len() + new.len());
    for new in new {
        let gives_way = |known: &Span| {
            matches!(known.kind, Kind::Place | Kind::Currency)
                && !matches!(new.kind, Kind::Place | Kind::Other)
                && new.start <= known.start
                && known.end <= new.end
                && new.end - new.start > known.end - known.start
        };
        let over = over(&known, new.start, new.end);
        if known[over.clone()].iter().all(gives_way) {
            stays[over].fill(false);
            spans.push(new);
        }
    }
    let known = known.into_iter().zip(stays);
    spans.extend(known.filter_map(|(span, stays)| stays.then_some(span)));
    spans.sort_by_key(|span| span.start);
    spans
}

/// Which of some spans, in order and none over another, lie over a stretch of the text.
fn over(spans: &[Span], start: usize, end: usize) -> Range<usize> {
    let first = spans.partition_point(|s| s.end <= start);
    let count = spans[first..].partition_point(|s| s.start < end);
    first..first + count
}

/// Puts in the later places where short forms stand: alone, as whole words, in no other name.
pub(super) fn put_forms(text: &str, spans: &mut Vec<Span>, forms: &[Form]) {
    if forms.is_empty() {
        return;
    }
    let places = places(text, forms.iter().map(|form| form.text.as_str()));
    let old = std::mem::take(spans).into_iter();
    let mut by_start: BTreeMap<usize, Span> = old.map(|span| (span.start, span)).collect();
    for (form, places) in forms.iter().zip(places) {
        let mut last = form.after;
        for start in places {
            let end = start + form.text.len();
            if start < last || end > form.before {
                continue;
            }
            last = end;
            if is_whole(text, start, end) && !is_part_of_a_name(text, start, end, form) {
                put(text, &mut by_start, start..end, form);
            }
        }
    }
    spans.extend(by_start.into_values());
}

/// Puts a form in its place, unless another name lies over it. One that stands for a fuller name already keeps it.
fn put(text: &str, by_start: &mut BTreeMap<usize, Span>, place: Range<usize>, form: &Form) {
    let before = by_start.range_mut(..place.end).next_back();
    match before.map(|(_, span)| span) {
        Some(span) if (span.start..span.end) == place => {
            if matches!(&span.who, Who::New(name) if *name == text[place]) {
                (span.kind, span.who) = (form.kind, form.who.clone());
            }
        }
        Some(span) if span.end > place.start => {}
        _ => {
            let span = Span {
                start: place.start,
                end: place.end,
                kind: form.kind,
                who: form.who.clone(),
            };
            by_start.insert(span.start, span);
        }
    }
}

/// Whether a surname stands beside another capitalised word, as in another person's full name.
fn is_part_of_a_name(text: &str, start: usize, end: usize, form: &Form) -> bool {
    if form.kind != Kind::Person {
        return false;
    }
    let capital = |word: Option<&str>| word.is_some_and(|w| w.starts_with(char::is_uppercase));
    let before = text[..start]
        .strip_suffix(' ')
        .and_then(|t| t.rsplit([' ', '\n']).next());
    let after = text[end..]
        .strip_prefix(' ')
        .and_then(|t| t.split([' ', '\n']).next());
    // A title, and the word that opens a sentence, are no first names.
    let opens = |word: &str| {
        let at = start - 1 - word.len();
        text[..at].trim_end().is_empty()
            || text[..at].trim_end().ends_with(['.', '!', '?', '”', '"'])
    };
    let first_name = capital(before)
        && before.is_some_and(|w| !w.ends_with(['.', ',', ':', ';']) && !opens(w) && !is_title(w));
    first_name || capital(after)
}

fn is_title(word: &str) -> bool {
    const TITLES: [&str; 18] = [
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Dr",
        "Professor",
        "President",
        "Minister",
        "Senator",
        "Governor",
        "Mayor",
        "Judge",
        "General",
        "Officer",
        "Chairman",
        "Sir",
        "Lord",
        "Chancellor",
    ];
    TITLES.contains(&word)
}
