//! Whose dollar a bare `$` is in a text that tells several dollars apart.

/// A country's dollar: its code, how it is written where it is told apart, and how a text names the country or its cities.
type Dollar = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

#[rustfmt::skip]
const DOLLARS: [Dollar; 5] = [
    ("AUD", &["A$", "AU$", "$A", "Australian dollar"], &["AUSTRALIA", "CANBERRA", "SYDNEY", "MELBOURNE", "BRISBANE", "PERTH", "ADELAIDE"]),
    ("CAD", &["C$", "CA$", "Can$", "Canadian dollar"], &["CANAD", "OTTAWA", "TORONTO", "MONTREAL", "VANCOUVER", "CALGARY", "ALBERTA", "ONTARIO", "QUEBEC"]),
    ("NZD", &["NZ$", "$NZ", "New Zealand dollar"], &["NEW ZEALAND", "WELLINGTON", "AUCKLAND", "CHRISTCHURCH"]),
    ("SGD", &["S$", "SG$", "Singapore dollar"], &["SINGAPORE"]),
    ("HKD", &["HK$", "Hong Kong dollar"], &["HONG KONG"]),
];

/// How much of a text tells where it was written (bytes).
const LEAD: usize = 400;

/// The code of what a bare `$` is in a text. It is an American dollar, unless the text opens in the country of another one,
/// writes that one's own sign somewhere, and writes `US$` for the American. Who does so has no need of a bare `$` for either
/// of the two abroad, and so means the one at home.
pub(super) fn bare_dollar(text: &str) -> &'static str {
    const AMERICAN: &str = "USD";
    if !text.contains("US$") || is_converted(text) {
        return AMERICAN;
    }
    let mut end = LEAD.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let lead = text[..end].to_uppercase();
    let mut told = DOLLARS.iter().filter(|(_, signs, places)| {
        let here = places.iter().any(|place| lead.contains(place));
        here && signs.iter().any(|sign| has_sign(text, sign))
    });
    match (told.next(), told.next()) {
        (Some((code, _, _)), None) => code,
        _ => AMERICAN,
    }
}

/// Whether a bare `$` stands in brackets, as an agency writes it behind an amount of the country it reports from.
fn is_converted(text: &str) -> bool {
    text.split('(').skip(1).any(|behind| {
        let inside = behind.split(')').next().unwrap_or_default();
        let bare = inside
            .find('$')
            .is_some_and(|at| !inside[..at].ends_with(char::is_uppercase));
        let short = inside.len() < 40 && !inside.contains("$A") && !inside.contains("$NZ");
        bare && short
    })
}

/// Whether a text has a sign that is not the end of a longer one: `S$` is no `US$`.
fn has_sign(text: &str, sign: &str) -> bool {
    let mut places = text.match_indices(sign);
    places.any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphabetic()))
}

/// Whether the second of two amounts is how far the first has come, by what stands between them: `US$43, down $1`.
pub(super) fn is_step(between: &str) -> bool {
    const STEPS: [&str; 5] = ["up", "down", "from", "to", "by"];
    let last = between.trim_end().rsplit(' ').next().unwrap_or_default();
    between.len() < 40 && !between.contains(". ") && STEPS.contains(&last)
}
