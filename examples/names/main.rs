//! Trains the model that finds new names.
//!
//! ```text
//! cargo run --release --example names MODEL LISTS DATA
//! ```
//!
//! It makes the file MODEL from the lists in LISTS (`assets/names`) and every source below the folder DATA, a folder for each
//! with its files as they are published. The same data make the same model. `measure` tells how good one is.

mod conll;
mod data;
mod field;
mod gum;
mod train;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [model, lists, data] = arguments.as_slice() else {
        bail!("usage: names MODEL LISTS DATA");
    };
    let documents = data::documents(data.as_ref())?;
    let all: Vec<&data::Document> = documents.iter().collect();
    let trained = train::train(&all, &train::lists(lists.as_ref())?);
    std::fs::write(model, trained.write())?;
    Ok(())
}
