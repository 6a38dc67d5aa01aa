//! Dates in a file of texts with known dates (JSON Lines; `dates` with `start`, `end` and a TIMEX2 or TIMEX3 `value`): how
//! many are found, how many with the right days, by grain.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use backstory::analyse::{DateMention, Grain, find_dates};
use jiff::ToSpan as _;
use jiff::civil::{Date, ISOWeekDate, Weekday};
use serde_json::Value;

/// The first and last day and the kind of a marked value.
type Gold = (Date, Date, &'static str);

/// Reads a value. None for durations, sets, `now` and what else names no day of the calendar.
fn gold(value: &str) -> Option<Gold> {
    let bc = value.strip_prefix("BC");
    let text = bc.unwrap_or(value);
    if let Some(decade) = text.strip_suffix('X').filter(|d| d.len() == 3) {
        let year = decade.parse::<i16>().ok()? * 10;
        let last = Date::new(year + 9, 12, 31).ok()?;
        return Some((Date::new(year, 1, 1).ok()?, last, "decade"));
    }
    let year: i16 = text
        .get(..4)
        .and_then(|y| y.parse().ok())
        .map(|y: i16| if bc.is_some() { 1 - y } else { y })?;
    let rest = text.get(4..)?;
    let day = |m, d| Date::new(year, m, d).ok();
    let two = |s: &str| s.get(1..3).and_then(|m| m.parse::<i8>().ok());
    if rest.is_empty() {
        return Some((day(1, 1)?, day(12, 31)?, "year"));
    }
    if let Some(n) = ["-SP", "-SU", "-FA", "-WI"].iter().position(|s| *s == rest) {
        return months(year, n as i8 * 3 + 3, 3, "season");
    }
    if let Some(n) = rest.strip_prefix("-Q") {
        return months(year, n.parse::<i8>().ok()? * 3 - 2, 3, "quarter");
    }
    if let Some(n) = rest.strip_prefix("-H") {
        return months(year, n.parse::<i8>().ok()? * 6 - 5, 6, "half year");
    }
    if let Some(n) = rest.strip_prefix("-W") {
        return week(year, n);
    }
    let m = two(rest)?;
    let rest = &rest[3..];
    if rest.is_empty() {
        return months(year, m, 1, "month");
    }
    // A time of the day is as good as its day.
    let d = day(m, two(rest)?)?;
    Some((d, d, "day"))
}

fn months(year: i16, first: i8, count: i32, kind: &'static str) -> Option<Gold> {
    let from = Date::new(year, first, 1).ok()?;
    let to = from.checked_add(count.months()).ok()?.yesterday().ok()?;
    Some((from, to, kind))
}

/// `08` is a week, `08-WE` its weekend.
fn week(year: i16, n: &str) -> Option<Gold> {
    let number = n.get(..2)?.parse().ok()?;
    let day = |weekday| Some(ISOWeekDate::new(year, number, weekday).ok()?.date());
    let sunday = day(Weekday::Sunday)?;
    match n.get(2..) {
        Some("-WE") => Some((day(Weekday::Saturday)?, sunday, "weekend")),
        Some("") => Some((day(Weekday::Monday)?, sunday, "week")),
        _ => None,
    }
}

/// Whether a mention says what is marked. Of a range the ends are often marked each by itself: one of them is enough, but
/// not for a weekend. A part of a month and the like counts as it: `early March` is marked as March.
fn right(m: &DateMention, (from, to, kind): Gold) -> bool {
    if m.grain == Grain::Range {
        let whole = m.from == from && m.to == to;
        return whole || kind != "weekend" && (m.from == from || m.to == to);
    }
    let inside = m.from >= from && m.to <= to;
    match kind {
        "day" => m.grain == Grain::Day && m.from == from,
        "week" => m.grain == Grain::Week && inside,
        "month" => m.grain == Grain::Month && inside,
        "quarter" => m.grain == Grain::Quarter && inside,
        "half year" => m.grain == Grain::HalfYear && inside,
        "decade" => m.grain == Grain::Decade && inside,
        "season" => {
            m.grain == Grain::Season
                && (m.from.year(), m.from.month() / 3) == (from.year(), from.month() / 3)
        }
        // A weekend is told as a range, see above.
        "weekend" => false,
        _ => m.grain == Grain::Year && m.from.year() == from.year(),
    }
}

/// Marked, found and rightly placed, by grain.
type Table = BTreeMap<&'static str, [u32; 3]>;

/// Prints the table of a file.
pub(crate) fn measure(path: &Path) -> Result<()> {
    let mut table = Table::new();
    let (mut spans, mut known) = (0, 0);
    for line in std::fs::read_to_string(path)?.lines() {
        let text: Value = serde_json::from_str(line)?;
        let published = text["published"].as_str().and_then(|p| p.parse().ok());
        let found = find_dates(text["body"].as_str().unwrap_or_default(), published);
        let golds = text["dates"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        spans += found.len();
        known += found
            .iter()
            .filter(|m| golds.iter().any(|g| over(m, g)))
            .count();
        count(&mut table, golds, &found);
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    println!("\n### {name}\n");
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

fn over(m: &DateMention, gold: &Value) -> bool {
    let at = |key: &str| gold[key].as_u64().unwrap_or(0) as usize;
    at("start") < m.end && m.start < at("end")
}

fn count(table: &mut Table, golds: &[Value], found: &[DateMention]) {
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
