//! What kind a name is of where its last word or the words around it leave no doubt: `Goldin Financial`, `analysts at
//! Bernstein`, `Suncor's shares`.

use super::lists::{List, Lists};
use super::tokens::Token;
use crate::story::Kind;

/// Last words of companies' and other bodies' names of several words.
#[rustfmt::skip]
const ENDS: [&str; 83] = [
    "Airlines", "Airways", "Analytics", "Association", "Automotive", "Bancorp", "Bank", "Biosciences", "Biotech", "Brands",
    "Broadcasting", "Brothers", "Capital", "Cement", "Chemical", "Chemicals", "Co", "Co.", "Commission", "Communications",
    "Consulting", "Corp", "Corp.", "Corporation", "Council", "Economics", "Electric", "Electronics", "Energy",
    "Enterprises", "Entertainment", "FC", "Federation", "Financial", "Foods", "Foundation", "Group", "Healthcare", "Holding",
    "Holdings", "Inc", "Inc.", "Industries", "Institute", "Insurance", "Interactive", "Investment", "Investments",
    "Laboratories", "Labs", "Limited", "Logistics", "Ltd", "Ltd.", "Ministry", "Motor", "Motors", "Networks",
    "PLC", "Partners", "Petroleum", "Pharma", "Pharmaceuticals", "Platforms", "Plc", "Properties", "Robotics", "Securities",
    "Semiconductor", "Semiconductors", "Software", "Solutions", "Steel", "Systems", "Technologies", "Technology", "Telecom",
    "Textiles", "Therapeutics", "Trust", "University", "Ventures", "plc",
];
/// Plural names of parties' people, which stand for the parties.
const PARTIES: [&str; 5] = [
    "Republicans",
    "Democrats",
    "Conservatives",
    "Liberals",
    "Socialists",
];
/// Whose work is judging others: `analysts at Bernstein`.
const EXPERTS: [&str; 12] = [
    "analyst",
    "analysts",
    "economist",
    "economists",
    "strategist",
    "strategists",
    "trader",
    "traders",
    "director",
    "broker",
    "brokers",
    "executive",
];
/// What stands before a company's or another body's name.
#[rustfmt::skip]
const CALLED: [&str; 34] = [
    "airline", "automaker", "bank", "broadcaster", "broker", "brokerage", "carmaker", "carrier", "chipmaker", "company",
    "conglomerate", "consultancy", "distributor", "drugmaker", "insurer", "lender", "maker", "manufacturer", "miner",
    "network", "operator", "planemaker", "producer", "publisher", "regulator", "reinsurer", "retailer", "rival",
    "startup", "subsidiary", "supplier", "union", "utility", "watchdog",
];
/// What nobody but a company has.
#[rustfmt::skip]
const HELD: [&str; 15] = [
    "shares", "stock", "shareholders", "investors", "earnings", "revenue", "revenues", "profit", "profits", "customers",
    "subsidiary", "headquarters", "sales", "analysts", "investment",
];

/// A name in its sentence.
pub(super) struct Seen<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    /// The places of its first token and of the one behind it.
    pub(super) at: (usize, usize),
    pub(super) kind: Kind,
    pub(super) lists: &'t Lists,
}

impl<'t> Seen<'t> {
    fn word(&self, at: Option<usize>) -> &'t str {
        let token = at.and_then(|at| self.tokens.get(at));
        token.map_or("", |t| &self.text[t.start..t.end])
    }

    fn before(&self, back: usize) -> &'t str {
        self.word(self.at.0.checked_sub(back))
    }

    fn behind(&self, on: usize) -> &'t str {
        self.word(Some(self.at.1 - 1 + on))
    }

    fn last(&self) -> &'t str {
        self.behind(0)
    }

    fn name(&self) -> &'t str {
        let last = self.tokens[self.at.1 - 1].end;
        &self.text[self.tokens[self.at.0].start..last]
    }
}

/// The kind that a name is of for sure.
pub(super) fn kind(seen: &Seen<'_>) -> Option<Kind> {
    let count = seen.at.1 - seen.at.0;
    let ended = count > 1 && ENDS.contains(&seen.last());
    if ended || PARTIES.contains(&seen.last()) || is_address(seen.last()) {
        return Some(Kind::Organisation);
    }
    let listed = seen.lists.of(&seen.name().to_lowercase());
    let told = seen.kind == Kind::Organisation
        || listed & (List::Place as u8 | List::Demonym as u8) != 0
        || count > 3;
    if told {
        return None;
    }
    let full = seen.kind == Kind::Person && count > 1;
    let company = is_held(seen) || !full && (is_owner(seen) || is_called(seen));
    company.then_some(Kind::Organisation)
}

/// Whether a word ends companies' names.
pub(super) fn is_company(word: &str) -> bool {
    ENDS.contains(&word)
}

/// `Amazon.com`.
fn is_address(word: &str) -> bool {
    word.len() > 4 && word.ends_with(".com")
}

/// `Suncor's shares`, `shares in Suncor`, `analysts at Suncor`.
fn is_held(seen: &Seen<'_>) -> bool {
    let own = matches!(seen.behind(1), "'s" | "’s" | "'" | "’");
    let held = own && HELD.contains(&seen.behind(2));
    let of = matches!(seen.before(1), "of" | "in") && matches!(seen.before(2), "shares" | "Shares");
    let at = matches!(seen.before(1), "at" | "with") && EXPERTS.contains(&seen.before(2));
    held || of || at
}

/// `owned by Suncor`.
fn is_owner(seen: &Seen<'_>) -> bool {
    seen.before(1) == "by" && matches!(seen.before(2), "owned" | "operated" | "published")
}

/// `insurer Suncor`.
fn is_called(seen: &Seen<'_>) -> bool {
    CALLED.contains(&seen.before(1))
}
