//! Two plain methods to compare with: BM25 by the strongest words of a story, and the cosine of TF-IDF vectors.

use std::collections::HashMap;

use crate::related::{ANSWERS, Answers, Item};

fn ranked(scores: impl Iterator<Item = f32>, query: usize) -> Vec<usize> {
    let mut list: Vec<(usize, f32)> = scores
        .enumerate()
        .filter(|(at, s)| *at != query && *s > 0.0)
        .collect();
    list.sort_by(|a, b| b.1.total_cmp(&a.1));
    list.truncate(ANSWERS);
    list.into_iter().map(|(at, _)| at).collect()
}

pub(crate) struct Plain<'i> {
    items: &'i [Item],
    frequency: HashMap<&'i str, f32>,
}

impl<'i> Plain<'i> {
    pub(crate) fn new(items: &'i [Item]) -> Self {
        let mut frequency = HashMap::new();
        for word in items.iter().flat_map(|item| item.counts.keys()) {
            *frequency.entry(word.as_str()).or_insert(0.0) += 1.0;
        }
        Self { items, frequency }
    }

    pub(crate) fn tf_idf(&self) -> Answers {
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
    pub(crate) fn bm25(&self) -> Answers {
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
