//! What the whole text tells of signs and names that several countries use. It is looked for once a text.

use super::dollars::bare_dollar;

/// The money a text speaks of where it does not say whose.
#[derive(Debug, Clone, Copy)]
pub(super) struct Local {
    /// `¥` stands for yuan.
    pub(super) yuan: bool,
    /// The text has the sign of the pound, so that its pounds are no weights.
    pub(super) sterling: bool,
    /// The code of a bare `$`.
    pub(super) dollar: &'static str,
}

impl Local {
    pub(super) fn of(text: &str) -> Self {
        Self {
            yuan: says_yuan(text),
            sterling: text.contains('£'),
            dollar: bare_dollar(text),
        }
    }
}

fn says_yuan(text: &str) -> bool {
    has(text, &["¥", "￥"])
        && has(
            text,
            &[
                "yuan",
                "RMB",
                "renminbi",
                "Chin",
                "CNY",
                "Beijing",
                "人民币",
            ],
        )
        && !has(text, &["yen", "Japan", "JPY"])
}

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// How the countries are named whose currencies bear one name, and their codes.
type Bearers = &'static [(&'static str, &'static str)];

#[rustfmt::skip]
const CROWNS: Bearers = &[
    ("Swed", "SEK"), ("Stockholm", "SEK"), ("Norw", "NOK"), ("Oslo", "NOK"), ("Denmark", "DKK"), ("Danish", "DKK"),
    ("Copenhagen", "DKK"), ("Iceland", "ISK"),
];

/// The currency that a name stands for where the text says no more, and those it stands for elsewhere.
#[rustfmt::skip]
const BEARERS: [(&str, Bearers); 8] = [
    ("AED", &[("Emirat", "AED"), ("UAE", "AED"), ("Dubai", "AED"), ("Abu Dhabi", "AED"), ("Morocc", "MAD"), ("Casablanca", "MAD")]),
    ("SAR", &[("Saudi", "SAR"), ("Riyadh", "SAR"), ("Qatar", "QAR"), ("Doha", "QAR"), ("Yemen", "YER")]),
    ("MXN", &[("Mexic", "MXN"), ("Philippin", "PHP"), ("Manila", "PHP"), ("Argentin", "ARS"), ("Buenos Aires", "ARS"), ("Chile", "CLP"), ("Colombia", "COP"), ("Uruguay", "UYU"), ("Cuba", "CUP"), ("Dominican", "DOP")]),
    ("INR", &[("India", "INR"), ("Mumbai", "INR"), ("Delhi", "INR"), ("Pakistan", "PKR"), ("Karachi", "PKR"), ("Lahore", "PKR"), ("Sri Lanka", "LKR"), ("Nepal", "NPR")]),
    ("KES", &[("Kenya", "KES"), ("Nairobi", "KES"), ("Uganda", "UGX"), ("Kampala", "UGX"), ("Tanzania", "TZS"), ("Somali", "SOS")]),
    ("KWD", &[("Kuwait", "KWD"), ("Iraq", "IQD"), ("Baghdad", "IQD"), ("Jordan", "JOD"), ("Algeria", "DZD"), ("Tunisia", "TND"), ("Libya", "LYD"), ("Bahrain", "BHD"), ("Serbia", "RSD")]),
    ("SEK", CROWNS),
    ("NOK", CROWNS),
];

/// What a currency's name stands for in a text: that of the country with such a currency which the text names most.
pub(super) fn by_country(text: &str, code: &'static str) -> &'static str {
    let bearers = BEARERS.iter().find(|(usual, _)| *usual == code);
    let bearers = bearers.map_or(&[][..], |(_, bearers)| *bearers);
    let mut told: Vec<(usize, &str)> = Vec::new();
    for (country, own) in bearers {
        let count = text.matches(country).count();
        match told.iter_mut().find(|(_, code)| code == own) {
            Some((sum, _)) => *sum += count,
            None => told.push((count, own)),
        }
    }
    let most = told.iter().map(|(count, _)| *count).max().unwrap_or(0);
    let mut first = told.iter().filter(|(count, _)| *count == most && most > 0);
    match (first.next(), first.next()) {
        (Some((_, own)), None) => own,
        _ => code,
    }
}
