//! Measures the related stories found in files of stories with known incidents (JSON Lines; the field `incident` or `event`
//! is equal for stories that belong together), beside two plain methods on the same texts: BM25 with the 50 strongest words
//! of the story, and the cosine of TF-IDF vectors.
//!
//! `measure_related FILE...` prints, for each file, recall and nDCG of the first ten, mean average precision over the
//! first 200, the same for links over 30 days apart, and the time of a query.

use std::collections::{BTreeMap, HashMap};
use std::time::Instant;

use anyhow::{Context as _, Result};
use backstory::import::{Flow, Source, import};
use backstory::library::Library;
use backstory::related::find_related;
use backstory::text::{fold, words};
use serde_json::Value;

/// Answers looked at.
const ANSWERS: usize = 200;
/// Further apart than this (days), a link is a distant one.
const DISTANT: i32 = 30;

struct Item {
    id: String,
    incident: String,
    day: Option<jiff::civil::Date>,
    /// How often each word stands in the title, counted twice, and the text.
    counts: HashMap<String, f32>,
}

fn items(path: &str) -> Result<Vec<Item>> {
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
type Answers = Vec<Vec<usize>>;

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

fn ranked(scores: impl Iterator<Item = f32>, query: usize) -> Vec<usize> {
    let mut list: Vec<(usize, f32)> = scores
        .enumerate()
        .filter(|(at, s)| *at != query && *s > 0.0)
        .collect();
    list.sort_by(|a, b| b.1.total_cmp(&a.1));
    list.truncate(ANSWERS);
    list.into_iter().map(|(at, _)| at).collect()
}

struct Plain<'i> {
    items: &'i [Item],
    frequency: HashMap<&'i str, f32>,
}

impl<'i> Plain<'i> {
    fn new(items: &'i [Item]) -> Self {
        let mut frequency = HashMap::new();
        for word in items.iter().flat_map(|item| item.counts.keys()) {
            *frequency.entry(word.as_str()).or_insert(0.0) += 1.0;
        }
        Self { items, frequency }
    }

    fn tf_idf(&self) -> Answers {
        let total = self.items.len() as f32;
        let vector = |item: &'i Item| -> HashMap<&'i str, f32> {
            let weight = |(w, n): (&'i String, &f32)| {
                (
                    w.as_str(),
                    (1.0 + n.ln()) * (total / self.frequency[w.as_str()]).ln(),
                )
            };
            let mut vector: HashMap<&str, f32> = item.counts.iter().map(weight).collect();
            let length = vector.values().map(|w| w * w).sum::<f32>().sqrt().max(1e-9);
            for weight in vector.values_mut() {
                *weight /= length;
            }
            vector
        };
        let vectors: Vec<_> = self.items.iter().map(vector).collect();
        let cosine = |a: &HashMap<&str, f32>, b: &HashMap<&str, f32>| {
            a.iter().map(|(w, x)| x * b.get(w).unwrap_or(&0.0)).sum()
        };
        (0..vectors.len())
            .map(|query| ranked(vectors.iter().map(|v| cosine(&vectors[query], v)), query))
            .collect()
    }

    /// k₁ = 1.2, b = 0.75; words with the greatest tf·idf of the story that stand in two stories at least.
    fn bm25(&self) -> Answers {
        let total = self.items.len() as f32;
        let length = |item: &Item| item.counts.values().sum::<f32>();
        let mean = self.items.iter().map(length).sum::<f32>() / total;
        let idf = |word: &str| {
            let n = self.frequency[word];
            (1.0 + (total - n + 0.5) / (n + 0.5)).ln()
        };
        let answer = |query: usize| {
            let mut strongest: Vec<(&str, f32)> = self.items[query]
                .counts
                .iter()
                .filter(|(w, _)| self.frequency[w.as_str()] >= 2.0)
                .map(|(w, n)| (w.as_str(), n * idf(w)))
                .collect();
            strongest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
            strongest.truncate(50);
            let score = |item: &Item| {
                let norm = 1.2 * (0.25 + 0.75 * length(item) / mean);
                let part = |(w, _): &(&str, f32)| {
                    let n = item.counts.get(*w).unwrap_or(&0.0);
                    idf(w) * n * 2.2 / (n + norm)
                };
                strongest.iter().map(part).sum()
            };
            ranked(self.items.iter().map(score), query)
        };
        (0..self.items.len()).map(answer).collect()
    }
}

fn ours(path: &str, items: &[Item]) -> Result<(Answers, f64, f64)> {
    let mut library = Library::in_memory()?;
    let start = Instant::now();
    import(&mut library, &Source::all(path.as_ref())?, &mut |_| {
        Flow::Continue
    })?;
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

fn main() -> Result<()> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    if paths.is_empty() {
        eprintln!("usage: measure_related FILE...");
        std::process::exit(2);
    }
    for path in paths {
        let items = items(&path)?;
        let bytes = std::fs::metadata(&path)?.len() as f64;
        println!("\n{path}: {} stories\n", items.len());
        println!(
            "| method | R@10 | MAP | nDCG@10 | MAP over {DISTANT} days | a query |\n|---|---|---|---|---|---|"
        );
        let plain = Plain::new(&items);
        let start = Instant::now();
        print(
            "BM25, 50 words",
            &figures(&items, &plain.bm25()),
            start.elapsed().as_secs_f64(),
        );
        let start = Instant::now();
        print(
            "TF-IDF",
            &figures(&items, &plain.tf_idf()),
            start.elapsed().as_secs_f64(),
        );
        let (answers, seconds, import_seconds) = ours(&path, &items)?;
        print("backstory", &figures(&items, &answers), seconds);
        println!(
            "\nimport with index: {:.1} MB/s",
            bytes / 1e6 / import_seconds
        );
    }
    Ok(())
}
