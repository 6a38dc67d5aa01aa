//! Related stories in a file of stories with known incidents (JSON Lines; the field `incident` or `event` is equal for
//! stories that belong together), beside two plain methods on the same texts.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result};
use backstory::import::{Flow, Source, import};
use backstory::library::Library;
use backstory::related::find_related;
use backstory::text::{fold, words};
use serde_json::Value;

use crate::plain::Plain;

/// Answers looked at.
pub(crate) const ANSWERS: usize = 200;
/// Further apart than this (days), a link is a distant one.
const DISTANT: i32 = 30;

pub(crate) struct Item {
    id: String,
    incident: String,
    day: Option<jiff::civil::Date>,
    /// How often each word stands in the title, counted twice, and the text.
    pub(crate) counts: HashMap<String, f32>,
}

fn items(path: &Path) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let value: Value = serde_json::from_str(line)?;
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let count = |texts: &[&str]| {
            let mut counts = HashMap::new();
            for text in texts {
                for word in words(text) {
                    *counts
                        .entry(fold(&text[word.start..word.end]))
                        .or_insert(0.0) += 1.0;
                }
            }
            counts
        };
        let (headline, body) = (text("headline"), text("body"));
        items.push(Item {
            id: text("id"),
            incident: if value["incident"].is_null() {
                text("event")
            } else {
                text("incident")
            },
            day: text("published").parse().ok(),
            counts: count(&[&headline, &headline, &body]),
        });
    }
    Ok(items)
}

/// What one method answers: for each story the others, best first.
pub(crate) type Answers = Vec<Vec<usize>>;

#[derive(Default)]
struct Figures {
    recall: f64,
    ndcg: f64,
    precision: f64,
    distant: f64,
    queries: f64,
    distant_queries: f64,
}

fn average_precision(
    answer: &[usize],
    gold: &dyn Fn(usize) -> bool,
    all: usize,
    left_out: &dyn Fn(usize) -> bool,
) -> f64 {
    let (mut found, mut sum) = (0.0, 0.0);
    for (rank, at) in answer.iter().filter(|at| !left_out(**at)).enumerate() {
        if gold(*at) {
            found += 1.0;
            sum += found / (rank + 1) as f64;
        }
    }
    sum / all as f64
}

fn figures(items: &[Item], answers: &Answers) -> Figures {
    let mut figures = Figures::default();
    for (query, answer) in answers.iter().enumerate() {
        let here = &items[query];
        let gold = |at: usize| at != query && items[at].incident == here.incident;
        let apart = |at: usize| match (here.day, items[at].day) {
            (Some(a), Some(b)) => (a - b).get_days().abs() > DISTANT,
            _ => false,
        };
        let all = (0..items.len()).filter(|at| gold(*at)).count();
        if all == 0 {
            continue;
        }
        figures.queries += 1.0;
        let top: Vec<f64> = answer
            .iter()
            .take(10)
            .map(|at| f64::from(u8::from(gold(*at))))
            .collect();
        figures.recall += top.iter().sum::<f64>() / all.min(10) as f64;
        let gain = |(rank, hit): (usize, &f64)| hit / ((rank + 2) as f64).log2();
        let best: f64 = (0..all.min(10)).map(|rank| gain((rank, &1.0))).sum();
        figures.ndcg += top.iter().enumerate().map(gain).sum::<f64>() / best;
        figures.precision += average_precision(answer, &gold, all, &|_| false);
        let far = (0..items.len())
            .filter(|at| gold(*at) && apart(*at))
            .count();
        if far > 0 {
            figures.distant_queries += 1.0;
            let gold_far = |at| gold(at) && apart(at);
            figures.distant +=
                average_precision(answer, &gold_far, far, &|at| gold(at) && !apart(at));
        }
    }
    figures
}

fn print(name: &str, figures: &Figures, seconds: f64) {
    let of = |sum: f64, n: f64| {
        if n > 0.0 {
            format!("{:.3}", sum / n)
        } else {
            "-".into()
        }
    };
    println!(
        "| {name} | {} | {} | {} | {} | {:.2} ms |",
        of(figures.recall, figures.queries),
        of(figures.precision, figures.queries),
        of(figures.ndcg, figures.queries),
        of(figures.distant, figures.distant_queries),
        seconds * 1e3 / figures.queries,
    );
}

fn ours(path: &Path, items: &[Item]) -> Result<(Answers, f64, f64)> {
    let mut library = Library::in_memory()?;
    let start = Instant::now();
    import(&mut library, &Source::all(path)?, &mut |_| Flow::Continue)?;
    let _ = library.catch_up()?;
    let import_seconds = start.elapsed().as_secs_f64();
    let places: BTreeMap<&str, usize> = items
        .iter()
        .enumerate()
        .map(|(at, i)| (i.id.as_str(), at))
        .collect();
    let mut answers = Vec::new();
    let _ = library.frequencies()?;
    let start = Instant::now();
    for item in items {
        let stored = library.story(&item.id)?.with_context(|| item.id.clone())?;
        let found = find_related(&library, &stored.row, ANSWERS)?;
        answers.push(
            found
                .iter()
                .filter_map(|f| places.get(f.row.id.as_str()).copied())
                .collect(),
        );
    }
    Ok((answers, start.elapsed().as_secs_f64(), import_seconds))
}

/// Prints the table of a file.
pub(crate) fn measure(path: &Path) -> Result<()> {
    let items = items(path)?;
    println!(
        "\n### {}: {} stories\n",
        path.file_stem().unwrap_or_default().to_string_lossy(),
        items.len()
    );
    println!(
        "| method | R@10 | MAP | nDCG@10 | MAP over 30 days | a query |\n|---|---|---|---|---|---|"
    );
    let plain = Plain::new(&items);
    let start = Instant::now();
    let answers = plain.bm25();
    print(
        "BM25, 50 words",
        &figures(&items, &answers),
        start.elapsed().as_secs_f64(),
    );
    let start = Instant::now();
    let answers = plain.tf_idf();
    print(
        "TF-IDF",
        &figures(&items, &answers),
        start.elapsed().as_secs_f64(),
    );
    let (answers, seconds, import_seconds) = ours(path, &items)?;
    print("backstory", &figures(&items, &answers), seconds);
    let bytes = std::fs::metadata(path)?.len() as f64;
    println!(
        "\nA query asks for {ANSWERS} stories. Import with index: {:.1} MB/s.",
        bytes / 1e6 / import_seconds
    );
    Ok(())
}
