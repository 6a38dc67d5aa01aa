//! What kind a name is of where its last word or the words around it leave no doubt: `Goldin Financial`, `analysts at
//! Bernstein`, `Suncor's shares`.

use super::lists::{self, List, Lists};
use super::tables::COUNTRIES;
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

/// What a place is: `Haidian district`, `the port of Mocha`.
pub(super) const PARTS: [&str; 12] = [
    "city", "town", "village", "river", "port", "district", "parish", "suburb", "province",
    "region", "island", "slums",
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
    let stands = count == 1 && seen.kind != Kind::Person && PARTS.contains(&seen.behind(1));
    if stands
        && !matches!(
            seen.behind(2),
            "council" | "court" | "government" | "police"
        )
    {
        return Some(Kind::Place);
    }
    if let Some(kind) = feature(seen, count) {
        return Some(kind);
    }
    let listed = seen.lists.of(&seen.name().to_lowercase());
    let nobody = seen.kind != Kind::Person || matches!(seen.before(1), "in" | "near");
    if listed == List::Place as u8 && count < 3 && nobody {
        return Some(Kind::Place);
    }
    let body = listed & (List::Body as u8 | List::Place as u8) == List::Body as u8;
    let lies = seen.kind == Kind::Place
        && (count == 1 || matches!(seen.before(1), "in" | "near" | "from" | "through" | "of"));
    let alone = count > 1 || listed == List::Body as u8 && !lists::is_demonym(seen.name());
    if body && alone && !lies {
        return Some(Kind::Organisation);
    }
    if is_introduced(seen, count) {
        return Some(Kind::Person);
    }
    let told = seen.kind == Kind::Organisation
        || listed & (List::Place as u8 | List::Demonym as u8) != 0
        || count > 3;
    if told {
        return None;
    }
    let full = seen.kind == Kind::Person && count > 1;
    let around = is_national(seen)
        || is_explained(seen)
        || is_owner(seen)
        || is_called(seen)
        || is_headed(seen);
    let company = is_camel(seen, count) || is_held(seen) || !full && around;
    company.then_some(Kind::Organisation)
}

/// What a last word or a first one tells where the tagger saw no body: `Berlin Marathon`, `Slave Lake`, `HMS Victory`.
fn feature(seen: &Seen<'_>, count: usize) -> Option<Kind> {
    #[rustfmt::skip]
    const PLACES: [&str; 20] = [
        "Airport", "Avenue", "Bay", "Bridge", "County", "Island", "Islands", "Lake", "Mountain", "Mountains", "Peninsula",
        "Prefecture", "Province", "River", "Sea", "Sound", "Square", "Stadium", "Street", "Valley",
    ];
    const EVENTS: [&str; 8] = [
        "Marathon",
        "Olympics",
        "Cup",
        "Prix",
        "Festival",
        "Awards",
        "Championship",
        "Championships",
    ];
    const SHIPS: [&str; 4] = ["HMS", "HMAS", "USS", "MV"];
    const VESSELS: [&str; 9] = [
        "tanker",
        "ship",
        "vessel",
        "frigate",
        "destroyer",
        "submarine",
        "ferry",
        "yacht",
        "freighter",
    ];
    if SHIPS.contains(&seen.word(Some(seen.at.0))) || VESSELS.contains(&seen.before(1)) {
        return Some(Kind::Product);
    }
    if matches!(seen.name(), "UK" | "U.K." | "US" | "U.S." | "USA") {
        return Some(Kind::Place);
    }
    let (last, kind) = (seen.last(), seen.kind);
    match kind {
        Kind::Person | Kind::Other if count > 1 && PLACES.contains(&last) => Some(Kind::Place),
        Kind::Person | Kind::Place if count > 1 && EVENTS.contains(&last) => Some(Kind::Other),
        _ => None,
    }
}

/// Whether a word ends companies' names.
pub(super) fn is_company(word: &str) -> bool {
    ENDS.contains(&word)
}

/// `Amazon.com`.
fn is_address(word: &str) -> bool {
    word.strip_suffix(".com")
        .is_some_and(|site| !site.is_empty())
}

/// `Suncor's shares`, `shares in Suncor`, `analysts at Suncor`.
fn is_held(seen: &Seen<'_>) -> bool {
    let own = matches!(seen.behind(1), "'s" | "’s" | "'" | "’");
    let held = own && HELD.contains(&seen.behind(2));
    let of = matches!(seen.before(1), "of" | "in") && matches!(seen.before(2), "shares" | "Shares");
    let at = matches!(seen.before(1), "at" | "with") && EXPERTS.contains(&seen.before(2));
    held || of || at
}

/// `Governor Charlie Crist`.
fn is_introduced(seen: &Seen<'_>, count: usize) -> bool {
    let first = seen.lists.of(&seen.word(Some(seen.at.0)).to_lowercase());
    count == 2
        && seen.kind != Kind::Person
        && lists::is_title(seen.before(1))
        && first & List::Given as u8 != 0
}

/// `CoreLogic`, but not `McLaren`.
fn is_camel(seen: &Seen<'_>, count: usize) -> bool {
    const NAMES: [&str; 12] = [
        "Mc", "Mac", "De", "Di", "Da", "Du", "La", "Le", "Van", "Von", "Fitz", "Al",
    ];
    let word = seen.last();
    let inner = word.bytes().zip(word.bytes().skip(1));
    let turn = inner
        .enumerate()
        .find(|(_, (a, b))| a.is_ascii_lowercase() && b.is_ascii_uppercase());
    count == 1
        && seen.kind == Kind::Person
        && turn.is_some_and(|(at, _)| !NAMES.contains(&&word[..=at]))
}

/// `Suncor, the biggest firm in Calgary`, `Suncor owner Ann Ito`, `Suncor analysts`.
fn is_explained(seen: &Seen<'_>) -> bool {
    let article = matches!(seen.behind(2), "the" | "a" | "an" | "one") || seen.behind(3) == "'s";
    let told = seen.behind(1) == "," && article;
    // "The firm's chairman" and "the company founder" are somebody.
    let ends = |word: &str| {
        const SMALL: [&str; 12] = [
            "", ",", ".", ";", "in", "of", "that", "which", "with", "behind", "based", "on",
        ];
        SMALL.contains(&word)
    };
    let firm = |on: &usize| {
        let called = CALLED.contains(&seen.behind(*on));
        (called || matches!(seen.behind(*on), "firm" | "company")) && ends(seen.behind(on + 1))
    };
    let inside = |on: &usize| {
        !matches!(
            seen.behind(*on),
            "," | "." | ";" | "of" | "in" | "who" | "at" | ""
        )
    };
    let firm = (3..9).take_while(inside).any(|on| firm(&on));
    let own = matches!(
        seen.behind(1),
        "analysts"
            | "shares"
            | "shareholders"
            | "executives"
            | "owner"
            | "president"
            | "chairman"
            | "employees"
    );
    told && firm || own
}

/// `Norway's Statoil`.
fn is_national(seen: &Seen<'_>) -> bool {
    let unsure = matches!(seen.kind, Kind::Place | Kind::Other);
    let country = COUNTRIES.contains(&seen.before(2)) && matches!(seen.before(1), "'s" | "’s");
    let part = matches!(
        seen.behind(1),
        "district" | "province" | "region" | "coast" | "city"
    );
    // "Germany's Jews" are many.
    unsure && country && !part && seen.at.1 == seen.at.0 + 1 && !seen.last().ends_with('s')
}

/// `chairman of Suncor`.
fn is_headed(seen: &Seen<'_>) -> bool {
    const HEADS: [&str; 13] = [
        "president",
        "chairman",
        "chairwoman",
        "founder",
        "co-founder",
        "spinoff",
        "subsidiary",
        "unit",
        "division",
        "shareholders",
        "customers",
        "employees",
        "executive",
    ];
    let unsure = matches!(seen.kind, Kind::Person | Kind::Other);
    let owns = seen.behind(1) == "'s";
    unsure && !owns && seen.before(1) == "of" && HEADS.contains(&seen.before(2))
}

/// `owned by Suncor`.
fn is_owner(seen: &Seen<'_>) -> bool {
    seen.before(1) == "by" && matches!(seen.before(2), "owned" | "operated" | "published")
}

/// `insurer Suncor`.
fn is_called(seen: &Seen<'_>) -> bool {
    CALLED.contains(&seen.before(1))
}
