//! New names in sentences with marked names: each source is left out of the training in turn, or parts of it, and then asked.

use std::path::Path;

use anyhow::Result;

use crate::data::{Document, documents};
use crate::score::Score;
use crate::train::{lists, train};

/// Parts of a source that are left out in turn, where it is what the others are not: news-like.
const FOLDS: usize = 5;

/// Prints the table of the sources below a folder, with the lists of another.
pub(crate) fn measure(data: &Path, lists_in: &Path) -> Result<()> {
    let (documents, lists) = (documents(data)?, lists(lists_in)?);
    println!("| left out | typed F1 | span F1 |\n|---|---|---|");
    for source in ["wikigold", "uner-pud", "re3d", "wnut17-test"] {
        let folds = if source == "wikigold" { FOLDS } else { 1 };
        let mut score = Score::default();
        for fold in 0..folds {
            let mut number = 0;
            let left_out = |document: &&Document| {
                number += usize::from(document.source == source);
                document.source == source && number % folds == fold
            };
            let (test, rest): (Vec<&Document>, Vec<&Document>) =
                documents.iter().partition(left_out);
            let model = train(&rest, &lists);
            for document in &test {
                score.add(&model, document);
            }
        }
        println!("| {source} | {:.3} | {:.3} |", score.typed(), score.spans());
    }
    Ok(())
}
