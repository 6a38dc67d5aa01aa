//! The thousands and millions behind a number, and what parts them from it.

use super::tables::SCALES;

/// The run of letters at the beginning of a text.
pub(super) fn word(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    &text[..end]
}

/// What stands behind one blank or hyphen, and whether there was one.
pub(super) fn behind(text: &str, at: usize) -> (usize, bool) {
    let next = text[at..]
        .chars()
        .next()
        .filter(|c| matches!(c, ' ' | '-' | '\u{a0}' | '\n' | '‑'));
    next.map_or((at, false), |c| (at + c.len_utf8(), true))
}

/// The thousands or millions behind a number, and their end.
pub(super) fn scale_behind(text: &str, at: usize) -> Option<(f64, usize)> {
    let (from, parted) = behind(text, at);
    let rest = &text[from..];
    let han = SCALES
        .iter()
        .filter(|(w, _)| !w.is_ascii() && rest.starts_with(w))
        .max_by_key(|(w, _)| w.len());
    if let Some((w, scale)) = han {
        return Some((*scale, from + w.len()));
    }
    let word = word(rest);
    let (w, scale) = SCALES.iter().find(|(w, _)| w.eq_ignore_ascii_case(word))?;
    // "$5 m" is an amount, "$5 k" and "$5 b" are none; 341 mm are a length.
    if parted && (w.len() < 2 && *w != "m" || *w == "mm") {
        return None;
    }
    let end = from + w.len();
    let (scale, end) =
        thousandfold(text, end).map_or((*scale, end), |(times, end)| (scale * times, end));
    Some((scale, end))
}

/// A second scale behind one: `lakh crore`, `thousand million`.
fn thousandfold(text: &str, at: usize) -> Option<(f64, usize)> {
    const LARGE: [&str; 5] = ["crore", "crores", "lakh", "million", "billion"];
    let (from, parted) = behind(text, at);
    let word = word(&text[from..]);
    let large = parted && LARGE.contains(&word);
    let (_, scale) = SCALES.iter().find(|(w, _)| large && *w == word)?;
    Some((*scale, from + word.len()))
}
