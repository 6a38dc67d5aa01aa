//! Dates in a file of texts with known dates (JSON Lines; `dates` with `start`, `end` and a TIMEX2 `value`): how many are
//! found, how many with the right days, by grain.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use backstory::analyse::{DateMention, Grain, find_dates};
use jiff::civil::Date;
use serde_json::Value;

/// The first and last day and the kind of a TIMEX2 value.
fn gold(value: &str) -> Option<(Date, Date, &'static str)> {
    let bc = value.strip_prefix("BC");
    let text = bc.unwrap_or(value);
    let year: i16 = text
        .get(..4)
        .and_then(|y| y.parse().ok())
        .map(|y: i16| if bc.is_some() { 1 - y } else { y })?;
    let rest = &text[4..];
    let day = |m, d| Date::new(year, m, d).ok();
    let month = |m| Some((day(m, 1)?, day(m, 1)?.last_of_month()));
    let two = |s: &str| s.get(1..3).and_then(|m| m.parse::<i8>().ok());
    if rest.is_empty() {
        return Some((day(1, 1)?, day(12, 31)?, "year"));
    }
    if let Some(n) = ["-SP", "-SU", "-FA", "-WI"].iter().position(|s| *s == rest) {
        let first = day(n as i8 * 3 + 3, 1)?;
        return Some((first, first, "season"));
    }
    let m = two(rest)?;
    let rest = &rest[3..];
    if rest.is_empty() {
        return month(m).map(|(a, b)| (a, b, "month"));
    }
    let d = day(m, two(rest)?)?;
    Some((d, d, "day"))
}

fn right(m: &DateMention, (from, to, kind): (Date, Date, &str)) -> bool {
    if m.grain == Grain::Range {
        return m.from == from || m.to == to || m.to == from;
    }
    match kind {
        "day" => m.grain == Grain::Day && m.from == from,
        "month" => m.grain == Grain::Month && m.from >= from && m.to <= to,
        "season" => {
            m.grain == Grain::Season
                && (m.from.year(), m.from.month() / 3) == (from.year(), from.month() / 3)
        }
        _ => m.grain == Grain::Year && m.from.year() == from.year(),
    }
}

/// Prints the table of a file.
pub(crate) fn measure(path: &Path) -> Result<()> {
    let mut table: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
    let (mut spans, mut known) = (0, 0);
    for line in std::fs::read_to_string(path)?.lines() {
        let text: Value = serde_json::from_str(line)?;
        let published = text["published"].as_str().and_then(|p| p.parse().ok());
        let found = find_dates(text["body"].as_str().unwrap_or_default(), published);
        let golds = text["dates"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let over = |m: &DateMention, gold: &Value| {
            let at = |key: &str| gold[key].as_u64().unwrap_or(0) as usize;
            at("start") < m.end && m.start < at("end")
        };
        spans += found.len();
        known += found
            .iter()
            .filter(|m| golds.iter().any(|g| over(m, g)))
            .count();
        for marked in golds {
            let Some(value) = marked["value"].as_str().and_then(gold) else {
                continue;
            };
            let row = table.entry(value.2).or_default();
            row[0] += 1;
            row[1] += u32::from(found.iter().any(|m| over(m, marked)));
            row[2] += u32::from(found.iter().any(|m| over(m, marked) && right(m, value)));
        }
    }
    println!(
        "\n### {}\n",
        path.file_stem().unwrap_or_default().to_string_lossy()
    );
    println!("| grain | marked | found | value right |\n|---|---|---|---|");
    for (grain, [all, found, right]) in &table {
        let share = |n: u32| f64::from(n) / f64::from(*all);
        println!(
            "| {grain} | {all} | {:.3} | {:.3} |",
            share(*found),
            share(*right)
        );
    }
    let precision = known as f64 / spans.max(1) as f64;
    println!("\nOf {spans} spans found, {precision:.3} are time expressions.");
    Ok(())
}
