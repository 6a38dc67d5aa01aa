//! Trains and measures the model that finds new names.
//!
//! `names train MODEL LISTS DATA` makes the file MODEL from the lists (`places.txt`, `given.txt`, `family.txt`) and every
//! source below the folder DATA. `names measure LISTS DATA` trains on parts of it and prints how well names of the parts
//! left out are found.

mod data;
mod score;
mod train;

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use backstory::analyse::names::{List, Lists};

use data::{Document, documents};
use score::Score;
use train::train;

/// Parts of a source that are left out in turn.
const FOLDS: usize = 5;

fn lists(folder: &Path) -> Result<Lists> {
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

fn measure(documents: &[Document], lists: &Lists) {
    println!("| left out | typed F1 | span F1 |\n|---|---|---|");
    for source in ["wikigold", "re3d", "wnut17-test"] {
        let folds = if source == "wikigold" { FOLDS } else { 1 };
        let mut score = Score::default();
        for fold in 0..folds {
            let mut number = 0;
            let mut left_out = |document: &Document| {
                number += usize::from(document.source == source);
                document.source == source && number % folds == fold
            };
            let (test, rest): (Vec<&Document>, Vec<&Document>) =
                documents.iter().partition(|d| left_out(d));
            let model = train(&rest, lists);
            for document in &test {
                score.add(&model, document);
            }
        }
        println!("| {source} | {:.3} | {:.3} |", score.typed(), score.spans());
    }
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["train", model, from, data] => {
            let documents = documents(data.as_ref())?;
            let trained = train(
                &documents.iter().collect::<Vec<_>>(),
                &lists(from.as_ref())?,
            );
            std::fs::write(model, trained.write())?;
        }
        ["measure", from, data] => measure(&documents(data.as_ref())?, &lists(from.as_ref())?),
        _ => bail!("usage: names train MODEL LISTS DATA | names measure LISTS DATA"),
    }
    Ok(())
}
