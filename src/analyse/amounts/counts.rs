//! Numbers in words before a scale or a currency: `two and a half`, `a quarter of a`, `twenty-five`, `three hundred`.

const SMALL: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// The number that the words at the end of a text tell, and where the first of them begins.
pub(super) fn counted(text: &str) -> Option<(f64, usize)> {
    let (word, before) = last(text);
    match word.to_ascii_lowercase().as_str() {
        "half" => Some(half(text, before)),
        "a" => Some(part(text, before).unwrap_or((1.0, before))),
        "hundred" => {
            let (times, from) = last(&text[..before]);
            let times = number(&times.to_ascii_lowercase()).filter(|n| *n < 10.0)?;
            Some((times * 100.0, from))
        }
        _ => whole(text),
    }
}

/// `five` and `twenty-five`.
fn whole(text: &str) -> Option<(f64, usize)> {
    let (word, before) = last(text);
    let units = number(&word.to_ascii_lowercase())?;
    let (tens, from) = last(&text[..before]);
    let tens = TENS.iter().position(|t| t.eq_ignore_ascii_case(tens));
    let joined = units < 10.0 && text[..before].ends_with('-');
    Some(match tens.filter(|_| joined) {
        Some(n) => ((n + 2) as f64 * 10.0 + units, from),
        None => (units, before),
    })
}

/// `half`, `a half` and `two and a half`; the word begins at `at`.
fn half(text: &str, at: usize) -> (f64, usize) {
    let (a, before) = last(&text[..at]);
    if !a.eq_ignore_ascii_case("a") {
        return (0.5, at);
    }
    let (and, from) = last(&text[..before]);
    let whole = whole(&text[..from]).filter(|_| and == "and");
    whole.map_or((0.5, before), |(n, from)| (n + 0.5, from))
}

/// `half a`, `a quarter of a`, `three quarters of a`; the last word begins at `at`.
fn part(text: &str, at: usize) -> Option<(f64, usize)> {
    let (word, from) = last(&text[..at]);
    if word.eq_ignore_ascii_case("half") {
        return Some((0.5, from));
    }
    let (quarter, from) = last(&text[..from]);
    let one = match (quarter, word) {
        ("quarter" | "quarters", "of") => 0.25,
        ("third" | "thirds", "of") => 1.0 / 3.0,
        _ => return None,
    };
    let (times, from) = last(&text[..from]);
    let times = if times.eq_ignore_ascii_case("a") {
        1.0
    } else {
        number(&times.to_ascii_lowercase())?
    };
    Some((one * times, from))
}

/// The number that a word is.
pub(super) fn number(word: &str) -> Option<f64> {
    let small = SMALL.iter().position(|w| *w == word).filter(|n| *n > 0);
    let tens = || TENS.iter().position(|w| *w == word).map(|n| (n + 2) * 10);
    small.or_else(tens).map(|n| n as f64)
}

/// The last word of a text and where it begins.
fn last(text: &str) -> (&str, usize) {
    let text = text.trim_end_matches([' ', '-', '\u{a0}']);
    let letters = text.bytes().rev().take_while(u8::is_ascii_alphabetic);
    let from = text.len() - letters.count();
    (&text[from..], from)
}
