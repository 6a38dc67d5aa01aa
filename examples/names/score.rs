//! How well names are found: exact spans, with and without their kinds.

use backstory::analyse::names::{Label, Model, features_of};
use backstory::story::Kind;

use super::data::Document;

/// Names found, right and there, with kinds (persons, organisations and places) and without (all).
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Score {
    typed: [f64; 3],
    spans: [f64; 3],
}

fn f1([right, found, gold]: [f64; 3]) -> f64 {
    if right == 0.0 {
        0.0
    } else {
        2.0 * right / (found + gold)
    }
}

impl Score {
    /// F1 over persons, organisations and places, their kinds right.
    pub(crate) fn typed(&self) -> f64 {
        f1(self.typed)
    }

    /// F1 over all names, whatever their kinds.
    pub(crate) fn spans(&self) -> f64 {
        f1(self.spans)
    }

    pub(crate) fn add(&mut self, model: &Model, document: &Document) {
        let words: Vec<Vec<&str>> = document
            .sentences
            .iter()
            .map(|s| s.iter().map(|(w, _)| w.as_str()).collect())
            .collect();
        for (sentence, features) in document.sentences.iter().zip(features_of(&words, model)) {
            let gold: Vec<Label> = sentence.iter().map(|(_, label)| *label).collect();
            let (found, gold) = (names(&model.best(&features)), names(&gold));
            let main = |list: &[(usize, usize, Kind)]| -> Vec<(usize, usize, Kind)> {
                let kinds = [Kind::Person, Kind::Organisation, Kind::Place];
                list.iter()
                    .copied()
                    .filter(|n| kinds.contains(&n.2))
                    .collect()
            };
            let (typed, typed_gold) = (main(&found), main(&gold));
            self.typed[0] += typed.iter().filter(|n| typed_gold.contains(n)).count() as f64;
            self.typed[1] += typed.len() as f64;
            self.typed[2] += typed_gold.len() as f64;
            let same = |n: &&(usize, usize, Kind)| gold.iter().any(|g| (g.0, g.1) == (n.0, n.1));
            self.spans[0] += found.iter().filter(same).count() as f64;
            self.spans[1] += found.len() as f64;
            self.spans[2] += gold.len() as f64;
        }
    }
}

fn names(labels: &[Label]) -> Vec<(usize, usize, Kind)> {
    let mut names: Vec<(usize, usize, Kind)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match label {
            Label::Outside => {}
            Label::First(kind) => names.push((at, at + 1, *kind)),
            Label::Inside(_) => {
                if let Some(last) = names.last_mut() {
                    last.1 = at + 1;
                }
            }
        }
    }
    names
}
