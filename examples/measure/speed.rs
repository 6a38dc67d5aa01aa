//! How fast texts are analysed, on one core, beside the entities of the bundled collection.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;
use backstory::analyse::{Analysis, Gazetteer, find_amounts, find_dates, names};
use backstory::import::{Flow, Item, read_bundled};
use backstory::story::Vantage;
use serde_json::Value;

/// What a story is taken to be long (bytes).
const STORY: f64 = 2_500.0;

/// Prints a row for the whole analysis and for each of its parts.
pub(crate) fn measure(files: &[PathBuf]) -> Result<()> {
    let mut bodies = Vec::new();
    for file in files {
        for line in std::fs::read_to_string(file)?.lines() {
            let story: Value = serde_json::from_str(line)?;
            bodies.push(story["body"].as_str().unwrap_or_default().to_owned());
        }
    }
    let day = jiff::civil::Date::new(2016, 6, 1).ok();
    let mut entities = Vec::new();
    read_bundled(&mut |item| {
        if let Item::Entity(entity, _) = item {
            entities.push(*entity);
        }
        Flow::Continue
    });
    let gazetteer = Gazetteer::new((1..).zip(&entities));
    println!("| what | MB/s | a story of 2.5 KB |\n|---|---|---|");
    row("everything", &bodies, |body| {
        Analysis::of(body, day.map(Vantage::from), &gazetteer)
            .names
            .len()
    });
    row("new names", &bodies, |body| names::find(body).len());
    row("dates", &bodies, |body| find_dates(body, day).len());
    row("amounts", &bodies, |body| find_amounts(body).len());
    row("sentences", &bodies, |body| {
        backstory::text::sentences(body).len()
    });
    Ok(())
}

fn row(what: &str, bodies: &[String], find: impl Fn(&str) -> usize) {
    // The first text loads what is loaded once.
    let mut found = bodies.first().map_or(0, |body| find(body));
    let start = Instant::now();
    for body in bodies {
        found += find(body);
    }
    let seconds = start.elapsed().as_secs_f64();
    let bytes: usize = bodies.iter().map(String::len).sum();
    let story = seconds / bytes as f64 * STORY * 1e3;
    println!(
        "| {what} ({found} found) | {:.1} | {story:.3} ms |",
        bytes as f64 / 1e6 / seconds
    );
}
