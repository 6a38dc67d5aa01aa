//! How currencies, and the thousands and millions before them, are written. Numbers are not read here.

use crate::text::is_cjk;

use super::local::Local;
use super::tables::{BEFORE, CODES, COUNTRIES, NAMES, SCALES, SIGNS, TICKERS};

/// A currency as it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Money {
    code: &'static str,
    written: Written,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Written {
    /// Before the number: `$`, `USD`.
    Before,
    /// `¥`, which is a yen or a yuan.
    Yen,
    /// Behind the number: `dollars`.
    Behind,
    /// A hundredth, behind the number.
    Cents,
}

impl Money {
    /// The code in a text.
    pub(super) fn code(self, local: Local) -> &'static str {
        if self.written == Written::Yen && local.yuan {
            "CNY"
        } else {
            self.code
        }
    }

    /// What one of it is in whole units.
    pub(super) fn unit(self) -> f64 {
        if self.written == Written::Cents {
            0.01
        } else {
            1.0
        }
    }

    /// Whether it stands before its number.
    pub(super) fn is_before(self) -> bool {
        matches!(self.written, Written::Before | Written::Yen)
    }
}

/// The number that a word before `million` tells.
pub(super) fn count(word: &str) -> Option<f64> {
    const WORDS: [&str; 13] = [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let lower = word.to_ascii_lowercase();
    if matches!(lower.as_str(), "a" | "per") {
        return (lower == "a").then_some(1.0);
    }
    WORDS
        .iter()
        .position(|w| *w == lower)
        .filter(|n| *n > 0)
        .map(|n| n as f64)
}

/// The beginning and currency of the sign or code that ends before `at`, with or without a blank between.
pub(super) fn sign_before(text: &str, at: usize) -> Option<(usize, Money)> {
    let before = &text[..at];
    let bare = before.strip_suffix([' ', '\u{a0}']).unwrap_or(before);
    for (sign, code) in BEFORE.iter().chain(&SIGNS) {
        let letters = sign.starts_with(char::is_alphabetic);
        let rest = bare.strip_suffix(sign);
        // "Mars 5" is no five rupees.
        let rest = rest.filter(|rest| !letters || !rest.ends_with(is_letter));
        if let Some(rest) = rest {
            let written = if matches!(*sign, "¥" | "￥") {
                Written::Yen
            } else {
                Written::Before
            };
            return Some((rest.len(), Money { code, written }));
        }
    }
    let code = CODES.iter().find(|code| bare.ends_with(**code))?;
    let rest = &bare[..bare.len() - code.len()];
    let whole = !rest.ends_with(is_letter);
    // "BTC 2018" and "buys BTC 5 days later" tell no amount.
    let crypto = matches!(*code, "BTC" | "ETH") && bare.len() < before.len();
    whole
        .then_some((
            rest.len(),
            Money {
                code: iso(code),
                written: Written::Before,
            },
        ))
        .filter(|_| !crypto)
}

/// A letter or figure of a script with blanks between its words.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_cjk(c)
}

fn iso(code: &'static str) -> &'static str {
    match code {
        "RMB" | "Rmb" | "CNH" => "CNY",
        "NEM" => "XEM",
        "XBT" => "BTC",
        code => code,
    }
}

/// The run of letters at the beginning of a text.
fn word(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    &text[..end]
}

/// What stands behind one blank or hyphen, and whether there was one.
fn behind(text: &str, at: usize) -> (usize, bool) {
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
    // "$5 m" is an amount, "$5 k" and "$5 b" are none.
    (!(parted && w.len() < 2 && *w != "m")).then_some((*scale, from + w.len()))
}

/// The currency behind a number (and its million), and its end. `large` tells an amount of won from a game won.
pub(super) fn code_behind(
    text: &str,
    at: usize,
    large: bool,
    local: Local,
) -> Option<(usize, Money)> {
    let (mut from, parted) = behind(text, at);
    let sign = SIGNS
        .iter()
        .find(|(s, _)| !parted && text[at..].starts_with(s));
    if let Some((s, code)) = sign {
        let end = at + s.len();
        let own = !text[end..].starts_with(|c: char| c.is_ascii_digit());
        return own.then_some((
            end,
            Money {
                code,
                written: Written::Behind,
            },
        ));
    }
    let country = COUNTRIES.iter().find(|(c, _)| {
        text.get(from..from + c.len())
            .is_some_and(|t| t.eq_ignore_ascii_case(c))
    });
    from += country.map_or(0, |(c, _)| c.len());
    let rest = &text[from..];
    let han = NAMES
        .iter()
        .find(|(n, _)| !n.is_ascii() && rest.starts_with(n));
    let word = han.map_or_else(|| word(rest), |(n, _)| n);
    let end = from + word.len();
    let known = CODES.iter().chain(&TICKERS).find(|c| **c == word);
    // "8BTC" is a name.
    if let Some(code) = known.filter(|_| parted || country.is_some() || large) {
        return Some((
            end,
            Money {
                code: iso(code),
                written: Written::Behind,
            },
        ));
    }
    let (name, code) = NAMES.iter().find(|(n, _)| n.eq_ignore_ascii_case(word))?;
    let fits = match *name {
        "won" => large,
        "pound" | "pounds" => {
            (large || country.is_some()) && !text[end..].starts_with(" of")
                || text[end..].starts_with(" sterling")
                || local.sterling
        }
        "ripple" | "tether" => large || word == *name,
        "rand" | "dong" | "lira" | "taka" | "tenge" => word == *name,
        _ => true,
    };
    let own = country.and_then(|(_, own)| own.iter().find(|(start, _)| name.starts_with(start)));
    let code = own.map_or(*code, |(_, code)| code);
    let written = if matches!(*name, "cents" | "pence") {
        Written::Cents
    } else {
        Written::Behind
    };
    fits.then_some((end, Money { code, written }))
}
