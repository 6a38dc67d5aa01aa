//! Names that the tagger passes over and that their words or their place give away: listed places and bodies, acronyms, and a
//! word that nobody knows before a verb of speaking.

use super::bodies::is_end;
use super::cues::{PARTS, is_company};
use super::is_name;
use super::lists::{List, is_demonym, is_title};
use super::longer::{Line, Stretch};
use crate::story::Kind;

/// Acronyms that name nobody, and currencies.
#[rustfmt::skip]
const WORDS: [&str; 70] = [
    "AIDS", "HIV", "DNA", "RNA", "SUV", "CEO", "CFO", "COO", "CTO", "ERA", "MVP", "EST", "EDT", "PST", "PDT",
    "GMT", "UTC", "BST", "CET", "GDP", "GNP", "CPI", "PMI", "IPO", "ETF", "VAT", "DVD", "GPS", "USB", "URL", "FAQ",
    "RBI", "PDF", "LNG", "LGBT", "COVID", "PHD", "MBA", "NGO", "ATM", "RSVP", "III", "USD", "EUR", "GBP", "JPY",
    "CNY", "RMB", "KRW", "HKD", "CHF", "AUD", "CAD", "INR", "NZD", "SGD", "TWD", "BRL", "RUB", "SEK", "NOK", "DKK",
    "ZAR", "MXN", "BTC", "ETH", "XRP", "USDT", "USDC", "API",
];
/// What only somebody does.
#[rustfmt::skip]
const DOES: [&str; 42] = [
    "said", "says", "told", "reported", "reports", "announced", "estimated", "estimates", "expects", "expected", "plans", "gained",
    "pledged", "counts", "declined", "warned", "posted", "predicted", "forecast", "added", "bought", "sold", "agreed", "confirmed",
    "denied", "raised", "lost", "rose", "fell", "closed", "set", "launched", "filed", "owns", "makes", "won", "lowered", "cut",
    "hired", "jumped", "climbed", "slipped",
];
/// What companies do and what they trade in does too.
const MOVES: [&str; 7] = [
    "gained", "lost", "rose", "fell", "jumped", "climbed", "slipped",
];

/// Adds the names that the tagger passed over.
pub(super) fn add(line: &mut Line<'_>, from: usize) {
    let count = line.tokens.len();
    let capitals = (from..count).filter(|at| line.is_capital(*at)).count();
    // In a headline every word has a capital.
    if count < from + 4 || capitals * 2 > count - from {
        return;
    }
    let mut at = from;
    while at < count {
        let mut end = at;
        while end < count && line.is_capital(end) && line.over(end).is_none() {
            end += 1;
        }
        if end > at {
            let start = at + usize::from(line.word(at) == "The" && end > at + 1);
            let home =
                end > start + 1 && is_title(line.word(end - 1)) && is_home(line, start, end - 1);
            let last = if home { end - 1 } else { end };
            if let Some(kind) = kind(line, start, last, from).or(home.then_some(Kind::Place)) {
                let at = start..last;
                let place = line.stretches.partition_point(|s| s.at.end <= at.start);
                line.stretches.insert(place, Stretch { at, kind });
            }
        }
        at = end.max(at + 1);
    }
}

/// Whether words before a title say where: `Florida Governor`.
fn is_home(line: &Line<'_>, start: usize, end: usize) -> bool {
    let spelled = &line.text[line.tokens[start].start..line.tokens[end - 1].end];
    line.lists.of(&spelled.to_lowercase()) == List::Place as u8
}

/// What a row of capitalised words names, for sure.
fn kind(line: &Line<'_>, start: usize, end: usize, from: usize) -> Option<Kind> {
    let opens = start == from && end == start + 1;
    // Most words that open a sentence are dealt with by what stands behind them.
    if opens && !line.is_loud(start) && !line.word(start).contains('.') && !is_doing(line, start) {
        return None;
    }
    let spelled = &line.text[line.tokens[start].start..line.tokens[end - 1].end];
    let listed = line.lists.of(&spelled.to_lowercase());
    let beside = line.over(end).is_some() || start > 0 && line.over(start - 1).is_some();
    if end > start + 1 {
        return match listed {
            _ if beside => None,
            _ if listed & List::Body as u8 != 0 || is_end(line.word(end - 1)) => {
                Some(Kind::Organisation)
            }
            _ if listed & List::Place as u8 != 0 => Some(Kind::Place),
            _ => None,
        };
    }
    let word = line.word(start);
    if listed == List::Place as u8 && !beside && word.len() > 3 {
        return Some(Kind::Place);
    }
    let acronym = (3..=5).contains(&word.len()) && line.is_loud(start) && !WORDS.contains(&word);
    let before = start.checked_sub(1).map_or("", |at| line.word(at));
    if acronym && !beside && is_led(line.word(end)) {
        return Some(Kind::Organisation);
    }
    if acronym && !beside && start > from && !before.chars().any(|c| c.is_ascii_digit()) {
        let behind = matches!(
            before,
            "the" | "The" | "of" | "by" | "to" | "at" | "told" | "for" | "and" | "'s" | "’s"
        );
        return behind.then_some(Kind::Organisation);
    }
    if listed == List::Body as u8 && !beside && start > from && word.len() > 3 {
        return Some(Kind::Organisation);
    }
    if beside || start == from {
        let opens = start == from && speaks(line, start, listed);
        let moves = MOVES.contains(&line.word(end)) && !line.is_loud(start);
        return opens.then_some(if moves {
            Kind::Other
        } else {
            Kind::Organisation
        });
    }
    let unknown = is_unknown(line, word, listed);
    let sibling = sibling(line, start, listed);
    sibling.or(unknown.then(|| unknown_kind(line, start)))
}

/// Whether somebody is told of behind a body: `IPL chairman Ann Ito`.
fn is_led(word: &str) -> bool {
    const LED: [&str; 9] = [
        "chairman",
        "chairwoman",
        "president",
        "chief",
        "spokesman",
        "spokeswoman",
        "officials",
        "boss",
        "secretary",
    ];
    LED.contains(&word)
}

/// The kind of the name that a word is joined to by `and` or a comma: `Suncor Energy, Syncrude and Shell`.
fn sibling(line: &Line<'_>, at: usize, listed: u8) -> Option<Kind> {
    let (word, before) = (line.word(at), line.word(at - 1));
    let known = listed & !(List::Place as u8) != 0 || !is_name(word) || is_demonym(word);
    if known || word.len() < 3 || !matches!(before, "and" | "or" | ",") {
        return None;
    }
    let sibling = &line.stretches[line.over(at.checked_sub(2)?)?];
    match sibling.kind {
        Kind::Person => None,
        _ if is_company(line.word(sibling.at.end - 1)) => Some(Kind::Organisation),
        kind => Some(kind),
    }
}

/// Whether a word is in no list and in no class of words, and no figure or abbreviation either.
fn is_unknown(line: &Line<'_>, word: &str, listed: u8) -> bool {
    listed == 0
        && word.len() > 3
        && word.chars().all(char::is_alphabetic)
        && word.contains(char::is_lowercase)
        && line.lists.classes.of(&word.to_lowercase()) == [0, 0]
}

/// What an unknown word may name.
fn unknown_kind(line: &Line<'_>, at: usize) -> Kind {
    let before = |back: usize| at.checked_sub(back).map_or("", |at| line.word(at));
    let within = before(1) == "of" && PARTS.contains(&before(2));
    match before(1) {
        "in" | "near" | "northern" | "southern" | "eastern" | "western" => Kind::Place,
        word if within || PARTS.contains(&word) || PARTS.contains(&line.word(at + 1)) => {
            Kind::Place
        }
        "\"" | "”" | "''" if DOES.contains(&line.word(at + 1)) => Kind::Person,
        _ if DOES.contains(&line.word(at + 1)) => Kind::Organisation,
        _ => Kind::Other,
    }
}

/// Whether a sentence opens with a word that no list has and that does what only somebody does.
fn speaks(line: &Line<'_>, at: usize, listed: u8) -> bool {
    let word = line.word(at);
    let lower = word.to_lowercase();
    let known = listed != 0 || !line.is_loud(at) && line.lists.classes.of(&lower) != [0, 0];
    word.len() > 3 && !known && is_doing(line, at)
}

/// Whether what stands behind a word tells that it is somebody, or some body.
fn is_doing(line: &Line<'_>, at: usize) -> bool {
    let next = line.word(at + 1);
    let told = next == ","
        && (matches!(
            line.word(at + 2),
            "which" | "whose" | "who" | "the" | "a" | "an"
        ) || line.is_capital(at + 2) && matches!(line.word(at + 3), "'s" | "’s"));
    told || DOES.contains(&next)
}
