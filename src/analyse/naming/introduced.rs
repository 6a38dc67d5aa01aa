//! Other names that a text introduces beside a name: `Financial Services Agency (FSA)`, `Star Xu (徐明星)`,
//! `Meta, formerly Facebook`.

use super::{Form, Span};
use crate::story::Kind;
use crate::text::is_cjk;

/// What stands between a name and the one it had, or has besides.
const FORMERLY: [&str; 12] = [
    ", formerly known as ",
    ", formerly called ",
    ", formerly ",
    " (formerly known as ",
    " (formerly ",
    ", previously known as ",
    ", previously called ",
    " (previously known as ",
    " (previously ",
    ", also known as ",
    " (also known as ",
    ", better known as ",
];

/// The longest name in words behind `formerly`.
const LONGEST: usize = 4;
/// What is introduced in brackets is shorter than this (bytes).
const SHORT: usize = 100;

/// The forms introduced behind the spans of a text.
pub(super) fn forms(text: &str, spans: &[Span]) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for span in spans {
        let Some(start) = other_name(text, span) else {
            continue;
        };
        let at = spans.partition_point(|s| s.start < start.at);
        if spans
            .get(at)
            .is_some_and(|s| s.start == start.at && s.who == span.who)
        {
            continue;
        }
        forms.push(Form {
            text: start.name.to_owned(),
            after: start.at,
            before: text.len(),
            kind: span.kind,
            who: span.who.clone(),
        });
    }
    forms
}

/// A name beside another.
struct Beside<'t> {
    name: &'t str,
    at: usize,
}

fn other_name<'t>(text: &'t str, span: &Span) -> Option<Beside<'t>> {
    let rest = &text[span.end..];
    for formerly in FORMERLY {
        if let Some(behind) = rest.strip_prefix(formerly) {
            let name = capitalised(start_of(behind));
            let at = span.end + formerly.len();
            return (name.len() > 1).then_some(Beside { name, at });
        }
    }
    if let Some(behind) = rest.strip_prefix(", or ").or(rest.strip_prefix(" or ")) {
        let name = start_of(behind);
        let name = &name[..name.find([',', '.', ' ', ')']).unwrap_or(name.len())];
        let at = text.len() - behind.len();
        let full = &text[span.start..span.end];
        return is_acronym(name, full, span.kind).then_some(Beside { name, at });
    }
    let behind = rest
        .strip_prefix(" (")
        .or_else(|| rest.strip_prefix('（'))?;
    let at = text.len() - behind.len();
    let end = start_of(behind).find([')', '）'])?;
    let name = behind[..end].trim_matches(['"', '“', '”', '\'']);
    let at = at + (behind[..end].find(name)?);
    let foreign = name.chars().count() >= 2 && name.chars().all(is_cjk);
    (foreign || is_acronym(name, &text[span.start..span.end], span.kind))
        .then_some(Beside { name, at })
}

/// As much of a text as can hold a name.
fn start_of(text: &str) -> &str {
    let mut end = SHORT.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether the letters are the first letters of words of a name, in order, at least most of them.
fn is_acronym(letters: &str, name: &str, kind: Kind) -> bool {
    let bare: String = letters.chars().filter(|c| *c != '.').collect();
    let fits = (2..=8).contains(&bare.len())
        && bare.chars().all(|c| c.is_ascii_uppercase() || c == '&')
        && !matches!(kind, Kind::Person);
    if !fits {
        return false;
    }
    let mut initials = name
        .split([' ', '-'])
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_alphabetic() || *c == '&')
        .map(|c| c.to_ascii_uppercase())
        .peekable();
    let first = initials.peek().copied();
    let found = bare
        .chars()
        .filter(|c| initials.by_ref().any(|i| i == *c))
        .count();
    first == bare.chars().next() && found * 3 >= bare.len() * 2
}

/// The capitalised words at the start of a text.
fn capitalised(text: &str) -> &str {
    let mut end = 0;
    for (count, word) in text.split_inclusive(' ').enumerate() {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if count >= LONGEST || !bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            break;
        }
        end += bare.len();
        if bare.len() + 1 != word.len() || !word.ends_with(' ') {
            return &text[..end];
        }
        end += 1;
    }
    text[..end].trim_end()
}
