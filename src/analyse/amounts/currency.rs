//! How currencies are written. Numbers are not read here.

use crate::text::is_cjk;

use super::local::Local;
use super::scales::{behind, word};
use super::tables::{BEFORE, CODES, COUNTRIES, DOUBTFUL, NAMES, SIGNS, TICKERS};

/// A currency as it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Money {
    code: &'static str,
    written: Written,
    /// Whether no country is said, where several have a currency of that name.
    open: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Written {
    /// Before the number: `$`, `USD`.
    Before,
    /// Before the number, and often something else: `R`, `COP`.
    Doubtful(&'static str),
    /// `$` alone.
    Dollar,
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
        match self.written {
            Written::Yen if local.yuan => "CNY",
            _ if self.is_bare_dollar() => local.dollar,
            _ => self.code,
        }
    }

    /// Whether it is a dollar, or cents, and nothing says whose.
    pub(super) fn is_bare_dollar(self) -> bool {
        let cents = self.written == Written::Cents && self.open && self.code == "USD";
        self.written == Written::Dollar || cents
    }

    /// Whether the country must be looked for in the text.
    pub(super) fn is_open(self) -> bool {
        self.open
    }

    /// Whether it is money with a number and what stands directly behind that: `R500 million` is, `R500` and `R 500 million`
    /// are not. `close` tells that nothing parts the two.
    pub(super) fn fits(self, number: &str, scale: Option<&str>, close: bool) -> bool {
        let Written::Doubtful(sign) = self.written else {
            return true;
        };
        let thousands = number.contains(',');
        let large = scale.is_some_and(|word| word.len() > 1 || word == "m");
        match sign {
            "R" | "N" | "P" => close && (large || thousands),
            "Sh" | "Shs" => close || large || thousands,
            _ => {
                let hundredths = number.find('.').is_some_and(|at| at + 3 == number.len());
                large || thousands || hundredths
            }
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
        matches!(
            self.written,
            Written::Before | Written::Doubtful(_) | Written::Dollar | Written::Yen
        )
    }
}

/// The beginning and currency of the sign or code that ends before `at`, with or without a blank between.
pub(super) fn sign_before(text: &str, at: usize) -> Option<(usize, Money)> {
    let before = &text[..at];
    let bare = before.strip_suffix([' ', '\u{a0}']).unwrap_or(before);
    for (sign, code) in BEFORE.iter().chain(&SIGNS) {
        if let Some(rest) = without(bare, sign) {
            let written = match *sign {
                "¥" | "￥" => Written::Yen,
                "$" => Written::Dollar,
                _ => Written::Before,
            };
            let open = matches!(*sign, "Rs" | "Rs." | "kr");
            return Some((
                rest.len(),
                Money {
                    code,
                    written,
                    open,
                },
            ));
        }
    }
    for (sign, code) in &DOUBTFUL {
        if let Some(rest) = without(bare, sign) {
            let (written, open) = (Written::Doubtful(sign), false);
            return Some((
                rest.len(),
                Money {
                    code,
                    written,
                    open,
                },
            ));
        }
    }
    let (code, rest) = CODES
        .iter()
        .find_map(|code| Some((*code, without(bare, code)?)))?;
    // "BTC 2018" and "buys BTC 5 days later" tell no amount.
    let crypto = matches!(code, "BTC" | "ETH") && bare.len() < before.len();
    let money = Money {
        code: iso(code),
        written: Written::Before,
        open: false,
    };
    (!crypto).then_some((rest.len(), money))
}

/// What stands before a sign or code, where it is one: "Mars 5" is no five rupees.
fn without<'t>(text: &'t str, sign: &str) -> Option<&'t str> {
    let rest = text.strip_suffix(sign)?;
    let part = sign.starts_with(char::is_alphabetic) && rest.ends_with(is_letter);
    (!part).then_some(rest)
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
        "wBTC" => "WBTC",
        "wETH" => "WETH",
        code => code,
    }
}

/// The currency behind a number (and its million), and its end. `large` tells an amount of won from a game won.
pub(super) fn code_behind(
    text: &str,
    at: usize,
    large: bool,
    local: Local,
) -> Option<(usize, Money)> {
    let (mut from, parted) = behind(text, at);
    let money = |code, written, open| Money {
        code,
        written,
        open,
    };
    let sign = SIGNS
        .iter()
        .find(|(s, _)| !parted && text[at..].starts_with(s));
    if let Some((s, code)) = sign {
        let end = at + s.len();
        let own = !text[end..].starts_with(|c: char| c.is_ascii_digit());
        return own.then_some((end, money(code, Written::Behind, false)));
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
        return Some((end, money(iso(code), Written::Behind, false)));
    }
    let (name, code) = NAMES.iter().find(|(n, _)| n.eq_ignore_ascii_case(word))?;
    // "99Bitcoins" is a name.
    if !parted && word.starts_with(char::is_uppercase) {
        return None;
    }
    let told = large || country.is_some();
    if !is_money(name, word, &text[end..], (large, told), local) {
        return None;
    }
    let own = country.and_then(|(_, own)| own.iter().find(|(start, _)| name.starts_with(start)));
    let code = own.map_or(*code, |(_, code)| code);
    let written = if matches!(*name, "cents" | "pence") {
        Written::Cents
    } else {
        Written::Behind
    };
    Some((end, money(code, written, country.is_none())))
}

/// Whether a currency's name, written as `word`, is one behind a number. `large` and `told`: the number is large, or it or a
/// country tells.
fn is_money(
    name: &str,
    word: &str,
    behind: &str,
    (large, told): (bool, bool),
    local: Local,
) -> bool {
    match name {
        "won" => large,
        "bitcoin" | "ether" | "litecoin" | "dogecoin" => !counts_things(behind),
        "pound" | "pounds" => {
            told && !behind.starts_with(" of") || behind.starts_with(" sterling") || local.sterling
        }
        "ripple" | "tether" => large || word == name,
        "rand" | "dong" | "lira" | "taka" | "tenge" => word == name,
        _ => true,
    }
}

/// Whether it is not coins that are counted, but what is called after them: `nine bitcoin firms`.
fn counts_things(behind: &str) -> bool {
    const NO_THINGS: [&str; 8] = ["was", "is", "has", "as", "this", "its", "his", "plus"];
    let Some(behind) = behind.strip_prefix(' ') else {
        return false;
    };
    let next = word(behind);
    let plural = next.len() > 3 && next.ends_with('s') && !next.ends_with("ss");
    plural && next.starts_with(char::is_lowercase) && !NO_THINGS.contains(&next)
}

/// The end of the `p` of pence behind the number that begins at `at`, as in `99p`; a picture of 720p is none, nor 5:03p.
pub(super) fn pence_behind(
    text: &str,
    (at, end): (usize, usize),
    number: f64,
    local: Local,
) -> Option<(usize, Money)> {
    const LINES: [f64; 8] = [144.0, 240.0, 360.0, 480.0, 720.0, 1080.0, 1440.0, 2160.0];
    let behind = end + 1;
    let letter = text[end..].starts_with('p') && !text[behind..].starts_with(is_letter);
    let few = number < 100.0 || local.sterling && !LINES.contains(&number);
    let time = text[..at].ends_with(':') || text[at..].starts_with('0') && number >= 1.0;
    let money = Money {
        code: "GBP",
        written: Written::Cents,
        open: false,
    };
    (letter && few && !time).then_some((behind, money))
}
