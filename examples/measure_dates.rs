//! Measures the dates found in a file of texts with known dates: found, value right, span precision, speed.
//! With a third argument `misses` it prints what is wrong.

use std::collections::BTreeMap;
use std::time::Instant;

use backstory::analyse::{DateMention, Grain, find_dates};
use jiff::civil::Date;
use serde_json::Value;

/// The text between two bytes, or a little more where those stand within characters.
fn around(text: &str, from: usize, to: usize) -> &str {
    let edge = |at: &usize| text.is_char_boundary(*at);
    let from = (0..=from.min(text.len())).rev().find(edge).unwrap_or(0);
    let to = (to.min(text.len())..=text.len())
        .find(edge)
        .unwrap_or(text.len());
    &text[from..to]
}

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

fn main() {
    let mut args = std::env::args().skip(1);
    let path = args.next().expect("a path");
    let misses = args.next();
    let text = std::fs::read_to_string(path).expect("the file");
    let docs: Vec<Value> = text
        .lines()
        .map(|l| serde_json::from_str(l).expect("JSON"))
        .collect();
    let mut table: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
    let (mut spans, mut known) = (0, 0);
    for doc in &docs {
        let body = doc["body"].as_str().unwrap_or("");
        let published = doc["published"].as_str().and_then(|p| p.parse().ok());
        let mentions = find_dates(body, published);
        let golds = doc["dates"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let span = |g: &Value| {
            (
                g["start"].as_u64().unwrap_or(0) as usize,
                g["end"].as_u64().unwrap_or(0) as usize,
            )
        };
        for m in &mentions {
            spans += 1;
            if golds
                .iter()
                .any(|g| span(g).0 < m.end && m.start < span(g).1)
            {
                known += 1;
            } else if misses.as_deref() == Some("spans") {
                let near = around(body, m.start.saturating_sub(40), m.end + 40);
                println!("SPAN {:?} in {near:?}", &body[m.start..m.end]);
            }
        }
        for g in golds {
            let Some(value) = g["value"].as_str().and_then(gold) else {
                continue;
            };
            let row = table.entry(value.2).or_default();
            row[0] += 1;
            let (s, e) = span(g);
            let over: Vec<&DateMention> = mentions
                .iter()
                .filter(|m| s < m.end && m.start < e)
                .collect();
            row[1] += u32::from(!over.is_empty());
            let ok = over.iter().any(|m| right(m, value));
            row[2] += u32::from(ok);
            if !ok && misses.as_deref() == Some(if over.is_empty() { "missed" } else { "wrong" }) {
                let near = around(body, s.saturating_sub(60), e + 30);
                let got: Vec<String> = over
                    .iter()
                    .map(|m| {
                        format!(
                            "{} {}..{} {:?}",
                            &body[m.start..m.end],
                            m.from,
                            m.to,
                            m.grain
                        )
                    })
                    .collect();
                println!(
                    "{} {:?} want {} got {got:?} in {:?}",
                    value.2,
                    g["text"].as_str().unwrap_or(""),
                    g["value"],
                    near
                );
            }
        }
    }
    println!("{:8} {:>6} {:>6} {:>6}", "grain", "gold", "found", "right");
    for (kind, [all, found, ok]) in &table {
        let share = |n: u32| f64::from(n) / f64::from(*all);
        println!("{kind:8} {all:6} {:6.3} {:6.3}", share(*found), share(*ok));
    }
    println!(
        "spans that are time expressions: {known}/{spans} {:.3}",
        f64::from(known) / f64::from(spans.max(1))
    );
    speed(&docs);
}

fn speed(docs: &[Value]) {
    let bodies: Vec<&str> = docs.iter().filter_map(|d| d["body"].as_str()).collect();
    let bytes: usize = bodies.iter().map(|b| b.len()).sum();
    let published = "2009-12-19".parse().ok();
    for name in ["dates", "sentences", "amounts"] {
        let start = Instant::now();
        let mut found = 0;
        for _ in 0..10 {
            for body in &bodies {
                found += match name {
                    "dates" => find_dates(body, published).len(),
                    "sentences" => backstory::text::sentences(body).len(),
                    _ => backstory::analyse::find_amounts(body).len(),
                };
            }
        }
        let seconds = start.elapsed().as_secs_f64() / 10.0;
        println!(
            "{name}: {:.1} MB/s, {:.1} µs for 2.5 KB ({} found)",
            bytes as f64 / 1e6 / seconds,
            seconds * 1e6 * 2500.0 / bytes as f64,
            found / 10
        );
    }
}
