//! Training: a conditional random field by stochastic gradient ascent with `AdaGrad` (Duchi, Hazan and Singer 2011).

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use backstory::analyse::names::{Label, List, Lists, Model, WIDTH, features};

use super::data::Document;

/// Passes over the data.
const PASSES: usize = 4;
/// The first step.
const STEP: f32 = 0.12;
/// What pulls weights back to zero.
const DECAY: f32 = 1e-3;
/// A feature counts if it stands in so many places at least.
const SEEN: u32 = 2;
/// Every so manieth name is trained without its own word, so that context and shape learn to do without.
const HIDDEN: u64 = 4;
/// Features that tell the word itself: the first few of each token.
const OWN: [usize; 4] = [0, 5, 6, 12];
/// The logarithm of the rows of the model.
const BITS: u32 = 18;

/// The built-in lists and those of a folder: `places.txt`, `given.txt`, `family.txt`.
pub(crate) fn lists(folder: &Path) -> Result<Lists> {
    let mut lists = Lists::built_in();
    for (list, file) in [
        (List::Place, "places.txt"),
        (List::Given, "given.txt"),
        (List::Family, "family.txt"),
    ] {
        let path = folder.join(file);
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        text.lines().for_each(|line| lists.add(list, line));
    }
    Ok(lists)
}

struct Sentence {
    /// The weights' places of each token's features, and their places in the row of features.
    features: Vec<Vec<(u32, u8)>>,
    labels: Vec<usize>,
    weight: f32,
}

/// How much a source counts: news above posts.
fn weight(source: &str) -> f32 {
    match source {
        "wikigold" => 6.0,
        "btc" => 0.5,
        _ => 1.0,
    }
}

/// The lists with the ordinary words of the training data: seen in lower case, outside of names.
pub(crate) fn with_ordinary(lists: &Lists, documents: &[&Document]) -> Lists {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for (word, label) in documents.iter().flat_map(|d| d.sentences.iter().flatten()) {
        if *label == Label::Outside && word.chars().all(char::is_lowercase) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut lists = lists.clone();
    for (word, _) in counts.into_iter().filter(|(_, count)| *count >= 3) {
        lists.add(List::Ordinary, word);
    }
    lists
}

/// A model of the documents.
pub(crate) fn train(documents: &[&Document], lists: &Lists) -> Model {
    let lists = with_ordinary(lists, documents);
    let mut places: HashMap<u64, (u32, u32)> = HashMap::new();
    let mut sentences = Vec::new();
    let seen = |document: &Document| {
        let words: Vec<Vec<&str>> = document
            .sentences
            .iter()
            .map(|s| s.iter().map(|(w, _)| w.as_str()).collect())
            .collect();
        features(&words, &lists)
    };
    for document in documents {
        for feature in seen(document).iter().flatten().flatten() {
            places.entry(*feature).or_default().1 += 1;
        }
    }
    let mut hashes: Vec<u64> = places
        .iter()
        .filter(|(_, (_, count))| *count >= SEEN)
        .map(|(hash, _)| *hash)
        .collect();
    hashes.sort_unstable();
    let places: HashMap<u64, u32> = hashes
        .iter()
        .zip(0..)
        .map(|(hash, at)| (*hash, at))
        .collect();
    for document in documents {
        for (sentence, features) in document.sentences.iter().zip(seen(document)) {
            let known = |list: Vec<u64>| -> Vec<(u32, u8)> {
                (0_u8..)
                    .zip(list)
                    .filter_map(|(n, hash)| Some((*places.get(&hash)?, n)))
                    .collect()
            };
            sentences.push(Sentence {
                features: features.into_iter().map(known).collect(),
                labels: sentence.iter().map(|(_, label)| label.index()).collect(),
                weight: weight(&document.source),
            });
        }
    }
    let mut field = Field::new(hashes.len());
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = 1_u64;
    for _ in 0..PASSES {
        for at in (1..order.len()).rev() {
            order.swap(at, (next(&mut random) % (at as u64 + 1)) as usize);
        }
        for at in &order {
            field.learn(&sentences[*at], &mut random);
        }
    }
    let weights: Vec<(u64, [f32; WIDTH])> = hashes.into_iter().zip(field.weights).collect();
    Model::new(&weights, field.transitions, lists, BITS)
}

/// `xorshift64`: the same model from the same data.
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

struct Field {
    weights: Vec<[f32; WIDTH]>,
    squares: Vec<[f32; WIDTH]>,
    transitions: [[f32; WIDTH]; WIDTH],
    transition_squares: [[f32; WIDTH]; WIDTH],
}

fn step(weight: &mut f32, squares: &mut f32, gradient: f32) {
    let gradient = gradient - DECAY * *weight;
    *squares += gradient * gradient;
    *weight += STEP * gradient / (squares.sqrt() + 0.1);
}

fn log_sum(values: &[f32; WIDTH]) -> f32 {
    let most = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    most + values.iter().map(|v| (v - most).exp()).sum::<f32>().ln()
}

impl Field {
    fn new(count: usize) -> Self {
        Self {
            weights: vec![[0.0; WIDTH]; count],
            squares: vec![[0.0; WIDTH]; count],
            transitions: [[0.0; WIDTH]; WIDTH],
            transition_squares: [[0.0; WIDTH]; WIDTH],
        }
    }

    fn learn(&mut self, sentence: &Sentence, random: &mut u64) {
        let n = sentence.labels.len();
        let active: Vec<Vec<u32>> = sentence
            .features
            .iter()
            .zip(&sentence.labels)
            .map(|(list, label)| {
                let hide = *label != 0 && next(random).is_multiple_of(HIDDEN);
                let kept = |(_, n): &&(u32, u8)| !(hide && OWN.contains(&usize::from(*n)));
                list.iter().filter(kept).map(|(at, _)| *at).collect()
            })
            .collect();
        let scores: Vec<[f32; WIDTH]> = active
            .iter()
            .map(|list| {
                let mut sums = [0.0; WIDTH];
                for at in list {
                    for (sum, weight) in sums.iter_mut().zip(&self.weights[*at as usize]) {
                        *sum += weight;
                    }
                }
                sums
            })
            .collect();
        // Forward and backward sums in logarithms.
        let mut forward = vec![[0.0; WIDTH]; n];
        let mut backward = vec![[0.0; WIDTH]; n];
        forward[0] = scores[0];
        for at in 1..n {
            for label in 0..WIDTH {
                let mut sums = [0.0; WIDTH];
                for (before, sum) in sums.iter_mut().enumerate() {
                    *sum = forward[at - 1][before] + self.transitions[before][label];
                }
                forward[at][label] = log_sum(&sums) + scores[at][label];
            }
        }
        for at in (0..n - 1).rev() {
            for label in 0..WIDTH {
                let mut sums = [0.0; WIDTH];
                for (after, sum) in sums.iter_mut().enumerate() {
                    *sum = self.transitions[label][after]
                        + scores[at + 1][after]
                        + backward[at + 1][after];
                }
                backward[at][label] = log_sum(&sums);
            }
        }
        let all = log_sum(&forward[n - 1]);
        let mut expected = [[0.0; WIDTH]; WIDTH];
        for at in 1..n {
            for before in 0..WIDTH {
                for label in 0..WIDTH {
                    let sum = forward[at - 1][before]
                        + self.transitions[before][label]
                        + scores[at][label]
                        + backward[at][label];
                    expected[before][label] += (sum - all).exp();
                }
            }
            expected[sentence.labels[at - 1]][sentence.labels[at]] -= 1.0;
        }
        for (before, expected) in expected.iter().enumerate() {
            for (label, expected) in expected.iter().enumerate() {
                let gradient = -expected * sentence.weight;
                if gradient.abs() > 1e-4 {
                    step(
                        &mut self.transitions[before][label],
                        &mut self.transition_squares[before][label],
                        gradient,
                    );
                }
            }
        }
        for at in 0..n {
            let mut gradient = [0.0; WIDTH];
            for label in 0..WIDTH {
                let gold = f32::from(u8::from(label == sentence.labels[at]));
                gradient[label] = (gold - (forward[at][label] + backward[at][label] - all).exp())
                    * sentence.weight;
            }
            for feature in &active[at] {
                let (weights, squares) = (
                    &mut self.weights[*feature as usize],
                    &mut self.squares[*feature as usize],
                );
                for label in 0..WIDTH {
                    if gradient[label].abs() > 1e-3 {
                        step(&mut weights[label], &mut squares[label], gradient[label]);
                    }
                }
            }
        }
    }
}
