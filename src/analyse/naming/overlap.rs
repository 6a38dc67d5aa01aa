//! Spans that lie over each other: which of two stands, and where a short form found later still has room.

use super::{Form, Span, Who};
use crate::analyse::known::is_whole;
use crate::story::Kind;

/// Known and new spans as one list in order. What a person has put into the library stands, unless it is a place or a
/// currency inside the longer name of somebody else: the Bank of China is not China.
pub(super) fn merged(known: Vec<Span>, new: Vec<Span>) -> Vec<Span> {
    let mut spans = known;
    for new in new {
        let over = |known: &Span| known.start < new.end && new.start < known.end;
        let gives_way = |known: &Span| {
            matches!(known.kind, Kind::Place | Kind::Currency)
                && !matches!(new.kind, Kind::Place | Kind::Other)
                && new.start <= known.start
                && known.end <= new.end
                && new.end - new.start > known.end - known.start
        };
        if spans
            .iter()
            .filter(|s| over(s))
            .all(|s| matches!(s.who, Who::Known(_)) && gives_way(s))
        {
            spans.retain(|s| !over(s));
            spans.push(new);
        }
    }
    spans.sort_by_key(|span| span.start);
    spans
}

/// Puts in the later places where short forms stand: alone, as whole words, in no other name.
pub(super) fn put_forms(text: &str, spans: &mut Vec<Span>, forms: &[Form]) {
    for form in forms {
        let found: Vec<usize> =
            memchr::memmem::find_iter(&text.as_bytes()[form.after..form.before], &form.text)
                .map(|at| at + form.after)
                .collect();
        for start in found {
            let end = start + form.text.len();
            if !text.is_char_boundary(start)
                || !is_whole(text, start, end)
                || is_part_of_a_name(text, start, end, form)
            {
                continue;
            }
            let over = |s: &Span| s.start < end && start < s.end;
            let same = |s: &Span| s.start == start && s.end == end && matches!(s.who, Who::New(_));
            if spans.iter().any(|s| over(s) && !same(s)) {
                continue;
            }
            spans.retain(|s| !over(s));
            spans.push(Span {
                start,
                end,
                kind: form.kind,
                who: form.who.clone(),
            });
        }
    }
    spans.sort_by_key(|span| span.start);
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
