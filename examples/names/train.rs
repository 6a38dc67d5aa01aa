//! Training: from sentences with marked names to a model.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use backstory::analyse::names::{Classes, Label, List, Lists, Model, features};
use backstory::story::Kind;

use crate::data::Document;
use crate::field::{Allowed, Field};

/// Passes over the data.
const PASSES: usize = 4;
/// A feature counts if it stands in so many places at least.
const SEEN: u32 = 2;
/// Every so manieth name is trained without its own word, so that context and shape learn to do without.
const HIDDEN: u64 = 4;
/// Features that tell the word itself: the first few of each token.
const OWN: [usize; 3] = [0, 5, 6];
/// Every so manieth sentence is also learnt in capitals, as headlines and datelines are printed.
const SHOUTED: usize = 10;
/// The logarithm of the rows of the model.
const BITS: u32 = 18;

/// The built-in lists and those of a folder.
pub(crate) fn lists(folder: &Path) -> Result<Lists> {
    let read = |file: &str| {
        let path = folder.join(file);
        std::fs::read_to_string(&path).with_context(|| path.display().to_string())
    };
    let mut lists = Lists::built_in();
    for (list, file) in [
        (List::Place, "places.txt"),
        (List::Given, "given.txt"),
        (List::Family, "family.txt"),
        (List::Body, "organisations.txt"),
    ] {
        read(file)?.lines().for_each(|line| lists.add(list, line));
    }
    lists.classes = Classes::from_lines(&read("classes.txt")?);
    Ok(lists)
}

/// How much a source counts: edited prose above posts.
fn weight(source: &str) -> f32 {
    match source {
        "wikigold" => 6.0,
        "uner-pud" => 4.0,
        "crossner" | "gum" | "uner" => 2.0,
        "btc" => 0.5,
        _ => 1.0,
    }
}

/// Sources that mark persons, organisations and places only: what else is named there is not told from what names nothing.
fn is_partial(source: &str) -> bool {
    matches!(source, "btc" | "gum" | "uner" | "uner-pud")
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

/// A sentence to learn: the hashes of each token's features, and the labels each may have.
struct Lesson {
    features: Vec<Vec<u64>>,
    allowed: Vec<Allowed>,
    weight: f32,
}

/// A model of the documents.
pub(crate) fn train(documents: &[&Document], lists: &Lists) -> Model {
    let lists = with_ordinary(lists, documents);
    let lessons: Vec<Lesson> = documents.iter().flat_map(|d| lessons(d, &lists)).collect();
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for feature in lessons.iter().flat_map(|l| l.features.iter().flatten()) {
        *counts.entry(*feature).or_default() += 1;
    }
    counts.retain(|_, count| *count >= SEEN);
    let mut hashes: Vec<u64> = counts.into_keys().collect();
    hashes.sort_unstable();
    let places: HashMap<u64, u32> = hashes.iter().copied().zip(0..).collect();
    let mut field = Field::new(hashes.len());
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut random = 1_u64;
    for _ in 0..PASSES {
        for at in (1..order.len()).rev() {
            order.swap(at, (next(&mut random) % (at as u64 + 1)) as usize);
        }
        for at in &order {
            let lesson = &lessons[*at];
            let features = seen(lesson, &places, &mut random);
            field.learn(&features, &lesson.allowed, lesson.weight);
        }
    }
    let weights: Vec<_> = hashes.into_iter().zip(field.weights).collect();
    Model::new(&weights, field.transitions, lists, BITS)
}

/// The places of a lesson's features, some names without their own words.
fn seen(lesson: &Lesson, places: &HashMap<u64, u32>, random: &mut u64) -> Vec<Vec<u32>> {
    let mut all = Vec::with_capacity(lesson.features.len());
    for (list, allowed) in lesson.features.iter().zip(&lesson.allowed) {
        let hide = allowed & 1 == 0 && next(random).is_multiple_of(HIDDEN);
        let kept = |(n, _): &(usize, &u64)| !(hide && OWN.contains(n));
        let features = list.iter().enumerate().filter(kept);
        all.push(
            features
                .filter_map(|(_, hash)| places.get(hash).copied())
                .collect(),
        );
    }
    all
}

fn lessons(document: &Document, lists: &Lists) -> Vec<Lesson> {
    let words: Vec<Vec<&str>> = document
        .sentences
        .iter()
        .map(|s| s.iter().map(|(w, _)| w.as_str()).collect())
        .collect();
    let partial = is_partial(&document.source);
    let lesson = |features: Vec<Vec<u64>>, sentence: &[(String, Label)]| Lesson {
        features,
        allowed: (0..sentence.len())
            .map(|at| allowed(sentence, at, partial))
            .collect(),
        weight: weight(&document.source),
    };
    let mut lessons: Vec<Lesson> = features(&words, lists)
        .into_iter()
        .zip(&document.sentences)
        .map(|(features, sentence)| lesson(features, sentence))
        .collect();
    // Posts are loud enough.
    if !matches!(document.source.as_str(), "btc" | "wnut17") {
        let loud = document
            .sentences
            .iter()
            .enumerate()
            .filter(|(at, sentence)| {
                let first = sentence.first().map_or(0, |(word, _)| word.len());
                (at + first).is_multiple_of(SHOUTED)
            });
        for (_, sentence) in loud {
            let words: Vec<String> = sentence.iter().map(|(w, _)| w.to_uppercase()).collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let features = features(&[words], lists);
            lessons.extend(features.into_iter().map(|f| lesson(f, sentence)));
        }
    }
    lessons
}

/// The labels a token may have.
fn allowed(sentence: &[(String, Label)], at: usize, partial: bool) -> Allowed {
    let (word, label) = &sentence[at];
    let mut allowed = 1 << label.index();
    if partial && *label == Label::Outside && at > 0 && word.starts_with(char::is_uppercase) {
        for kind in [Kind::Product, Kind::Other] {
            allowed |= 1 << Label::First(kind).index() | 1 << Label::Inside(kind).index();
        }
    }
    allowed
}

/// `xorshift64`: the same model from the same data.
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}
