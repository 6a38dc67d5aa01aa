//! Copies: stories whose texts are near-identical, such as two outlets' versions of the same wire report, told by how many
//! runs of words they share.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::features::Features;
use crate::library::Told;
use crate::text::{fold_into, words};

/// Words in a run.
const RUN: usize = 4;
/// Copies appear within so many days of each other.
const DAYS: i32 = 7;
/// The share of the shorter text's runs that stand in the other too.
const OVERLAP: f32 = 0.5;
/// As much in two stories of one publisher whose headlines have less than this in common (cosine): what a publisher prints
/// under every story may be half of a short one.
const OVERLAP_OF_ONE_PUBLISHER: f32 = 0.8;
const HEADLINES: f32 = 0.2;
/// Texts with fewer runs tell nothing.
const FEWEST: usize = 20;
/// Texts that share fewer of their words are not compared run by run.
const SHARED: f32 = 0.5;
/// Nor are those with less in common than this (cosine), unless they are two publishers' or their headlines share as many words:
/// then it may be that they are so many that their own words have become common.
const ALIKE: f32 = 0.5;
/// Texts of a group that later ones are compared with: of a report in hundreds of copies each is like the others.
const COMPARED: usize = 8;

/// A story that may be a copy of others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'t> {
    pub(super) told: &'t Told,
    pub(super) features: &'t Features,
}

impl Text<'_> {
    fn is_within_days(self, other: Self) -> bool {
        let days = self.features.date.zip(other.features.date);
        days.is_none_or(|(a, b)| (a.first_day() - b.first_day()).get_days().abs() <= DAYS)
    }

    fn may_be_copy_of(self, other: Self) -> bool {
        let (here, there) = (self.features, other.features);
        self.is_within_days(other)
            && here.text.shared_words(&there.text) >= SHARED
            && (here.text.cosine(&there.text) >= ALIKE
                || self.is_of_one_publisher(other) == Some(false)
                || here.title.shared_words(&there.title) >= SHARED)
    }

    /// None where nobody says who published one of them.
    fn is_of_one_publisher(self, other: Self) -> Option<bool> {
        let publishers = (self.told.publishers.first(), other.told.publishers.first());
        Some(publishers.0? == publishers.1?)
    }

    /// The share of runs from which the two are copies.
    fn overlap_wanted(self, other: Self) -> f32 {
        let one = self.is_of_one_publisher(other) == Some(true);
        if one && self.features.title.cosine(&other.features.title) < HEADLINES {
            OVERLAP_OF_ONE_PUBLISHER
        } else {
            OVERLAP
        }
    }
}

/// For each text the number of its group; copies of copies are one group. The whole bodies are compared: what recurs in
/// copies is not boilerplate.
pub(super) fn groups(texts: &[Text<'_>]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..texts.len()).collect();
    let mut sizes = vec![1_usize; texts.len()];
    let mut known: Vec<Option<Vec<u64>>> = vec![None; texts.len()];
    let mut is_compared = vec![false; texts.len()];
    for (b, other) in texts.iter().enumerate() {
        for (a, one) in texts.iter().enumerate().take(b) {
            if !is_compared[a] || group[a] == group[b] || !one.may_be_copy_of(*other) {
                continue;
            }
            for at in [a, b] {
                known[at].get_or_insert_with(|| runs(&texts[at].told.body));
            }
            let (Some(one_runs), Some(other_runs)) = (&known[a], &known[b]) else {
                continue;
            };
            if overlap(one_runs, other_runs) >= one.overlap_wanted(*other) {
                let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
                let together = group.iter_mut().filter(|g| **g == from);
                together.for_each(|g| *g = to);
                sizes[to] += std::mem::take(&mut sizes[from]);
            }
        }
        is_compared[b] = sizes[group[b]] <= COMPARED;
    }
    group
}

/// The share of the shorter text's runs that stand in the other too.
fn overlap(a: &[u64], b: &[u64]) -> f32 {
    let shorter = a.len().min(b.len());
    if shorter < FEWEST {
        return 0.0;
    }
    let mut theirs = b.iter().peekable();
    let mut shared = 0_usize;
    for run in a {
        while theirs.next_if(|r| *r < run).is_some() {}
        shared += usize::from(theirs.next_if_eq(&run).is_some());
    }
    shared as f32 / shorter as f32
}

/// The runs of words of a text, each as a number, in order.
fn runs(text: &str) -> Vec<u64> {
    let mut folded = String::new();
    let numbers: Vec<u64> = words(text)
        .map(|word| {
            folded.clear();
            fold_into(&text[word.start..word.end], &mut folded);
            number(&folded)
        })
        .collect();
    let mut runs: Vec<u64> = numbers.windows(RUN).map(|run| number(&run)).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

fn number(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}
