//! Copies of a story: another outlet's print or rewrite of the same wire report, told by how many runs of words they share.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::features::Features;
use crate::text::{fold, words};

/// Words in a run.
const RUN: usize = 4;
/// Copies appear within so many days of each other.
const DAYS: i32 = 7;
/// The share of the shorter text's runs that stand in the other too.
const OVERLAP: f32 = 0.5;
/// Texts with fewer runs tell nothing.
const FEWEST: usize = 20;

/// Texts with less in common than this (cosine) are not compared run by run.
const ALIKE: f32 = 0.5;

/// A text that may be a copy of others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Print<'t> {
    pub(super) key: i64,
    pub(super) features: &'t Features,
    pub(super) body: &'t str,
}

impl Print<'_> {
    fn is_within_days(self, other: Self) -> bool {
        let days = self.features.date.zip(other.features.date);
        days.is_none_or(|(a, b)| (a.first_day() - b.first_day()).get_days().abs() <= DAYS)
    }
}

/// For each text the key of the first one of its group; copies of copies are one group.
pub(super) fn groups(prints: &[Print<'_>]) -> HashMap<i64, i64> {
    let runs = alike(prints).into_iter().zip(prints).map(|(alike, print)| {
        let body = if alike { print.body } else { "" };
        runs(body)
    });
    let runs: Vec<BTreeSet<u64>> = runs.collect();
    let mut group: Vec<usize> = (0..prints.len()).collect();
    for ((a, b), shared) in shared(&runs) {
        let shorter = runs[a].len().min(runs[b].len());
        let alike = shorter >= FEWEST && shared as f32 >= OVERLAP * shorter as f32;
        if alike && prints[a].is_within_days(prints[b]) {
            let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
            let together = group.iter_mut().filter(|g| **g == from);
            together.for_each(|g| *g = to);
        }
    }
    let first = |(at, group): (usize, &usize)| (prints[at].key, prints[*group].key);
    group.iter().enumerate().map(first).collect()
}

/// Which texts have another that is much like them.
fn alike(prints: &[Print<'_>]) -> Vec<bool> {
    let mut alike = vec![false; prints.len()];
    for (a, one) in prints.iter().enumerate() {
        for (b, other) in prints.iter().enumerate().take(a) {
            if one.features.text.cosine(&other.features.text) >= ALIKE {
                (alike[a], alike[b]) = (true, true);
            }
        }
    }
    alike
}

/// How many runs each two texts share, where they share any.
fn shared(runs: &[BTreeSet<u64>]) -> HashMap<(usize, usize), usize> {
    let mut texts: HashMap<u64, Vec<usize>> = HashMap::new();
    for (text, runs) in runs.iter().enumerate() {
        for run in runs {
            texts.entry(*run).or_default().push(text);
        }
    }
    let mut shared = HashMap::new();
    for texts in texts.values() {
        for (n, a) in texts.iter().enumerate() {
            for b in &texts[n + 1..] {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    shared
}

/// The runs of words of a text, each as a number.
fn runs(text: &str) -> BTreeSet<u64> {
    let words: Vec<u64> = words(text)
        .map(|w| number(&fold(&text[w.start..w.end])))
        .collect();
    words.windows(RUN).map(|run| number(&run)).collect()
}

fn number(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}
