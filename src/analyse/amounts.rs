//! Amounts of money in a text: their currency and value, and which is another one converted. It rates no currency against
//! another.

mod counts;
mod currency;
mod dollars;
mod figures;
mod local;
mod scales;
mod tables;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use dollars::is_step;
use figures::{figures, share};
use local::{Local, by_country};

/// Where a text tells an amount of money, and how much.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// Byte offset into the text.
    pub start: usize,
    /// The first byte after it.
    pub end: usize,
    /// ISO 4217 (`USD`), or the ticker of a currency without a state (`BTC`).
    pub currency: String,
    /// In whole units of the currency: dollars, not cents.
    pub value: f64,
    /// The place in the list of the amount that this one repeats in another currency, as in `10 million yuan ($1.6 million)`.
    pub converted: Option<usize>,
}

/// Words between an amount and the same one in another currency: that it is the same.
const AS: [&str; 10] = [
    "worth ",
    "or ",
    "the equivalent of ",
    "equivalent to ",
    "equal to ",
    "valued at ",
    "then ",
    "now ",
    "= ",
    "=",
];

/// The same: how nearly.
#[rustfmt::skip]
const ABOUT: [&str; 20] = [
    "about ", "around ", "some ", "nearly ", "almost ", "roughly ", "approximately ", "approx. ", "approx ", "circa ",
    "over ", "just ", "under ", "more than ", "less than ", "an estimated ", "at least ", "~", "≈", "c. ",
];

/// The amounts a text tells, in order, none over another.
pub fn find_amounts(text: &str) -> Vec<Amount> {
    let local = Local::of(text);
    let mut figures = figures(text, local);
    share(text, &mut figures);
    let mut open: HashMap<&str, &str> = HashMap::new();
    let mut amounts: Vec<Amount> = Vec::new();
    for figure in figures {
        let Some(money) = figure.money else {
            continue;
        };
        let mut currency = money.code(local);
        if money.is_bare_dollar()
            && let Some(last) = amounts.last().filter(|last| last.currency == "USD")
            && text.get(last.end..figure.start).is_some_and(is_step)
        {
            currency = "USD";
        }
        if money.is_open() {
            let told = open.entry(currency);
            currency = told.or_insert_with(|| by_country(text, currency));
        }
        let value = whole(figure.number, figure.scale) * money.unit();
        if !value.is_finite() {
            continue;
        }
        let converted = amounts.last().filter(|last| last.currency != currency);
        let converted = converted.is_some_and(|last| repeats(text.get(last.end..figure.start)));
        amounts.push(Amount {
            start: figure.start,
            end: figure.end,
            currency: currency.to_owned(),
            value,
            converted: amounts.len().checked_sub(1).filter(|_| converted),
        });
    }
    amounts
}

/// 4.1 million is 4,100,000, which a product of floats is not.
fn whole(number: f64, scale: f64) -> f64 {
    let value = number * scale;
    if scale > 1.0 && value < 1e15 {
        value.round()
    } else {
        value
    }
}

/// Whether what stands between two amounts says that they are one: `(worth about`, `, or nearly`, ` worth`.
fn repeats(between: Option<&str>) -> bool {
    let Some(between) = between.map(str::trim_start) else {
        return false;
    };
    let bracket = between.strip_prefix(['(', '[', '（']);
    let mut rest = bracket.unwrap_or(between.trim_start_matches([',', ' ']));
    let mut said = bracket.is_some();
    while let Some(behind) = AS.iter().find_map(|word| rest.strip_prefix(word)) {
        // "$4, then €5" are two.
        said |= !rest.starts_with("then ") && !rest.starts_with("now ");
        rest = behind;
    }
    while let Some(behind) = ABOUT.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = behind;
    }
    said && rest.is_empty()
}

#[cfg(test)]
mod tests;
