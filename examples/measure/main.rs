//! Measures what is found in texts and between stories, on data with known answers, and prints it as tables.
//!
//! ```text
//! cargo run --release --example measure DATA LISTS
//! ```
//!
//! DATA is a folder with some of these folders: `related` and `dates` with JSON Lines, `names` with a folder in `CoNLL` form for
//! each source (`wikigold`, `btc`, `wnut17`, `re3d`). LISTS is `assets/names`.

#[path = "../names/conll.rs"]
mod conll;
#[path = "../names/data.rs"]
mod data;
mod dates;
#[path = "../names/field.rs"]
mod field;
#[path = "../names/gum.rs"]
mod gum;
mod names;
mod plain;
mod related;
#[path = "../names/score.rs"]
mod score;
mod speed;
#[path = "../names/train.rs"]
mod train;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [data, lists] = arguments.as_slice() else {
        bail!("usage: measure DATA LISTS");
    };
    let data = Path::new(data);
    let related = files(&data.join("related"))?;
    println!("## Related stories");
    for file in &related {
        related::measure(file)?;
    }
    println!("\n## Dates");
    for file in files(&data.join("dates"))? {
        dates::measure(&file)?;
    }
    if !related.is_empty() {
        println!("\n## Speed\n");
        speed::measure(&related)?;
    }
    println!("\n## Names\n");
    let marked = data.join("names");
    if marked.is_dir() {
        names::measure(&marked, Path::new(lists))?;
    }
    Ok(())
}

/// The files of JSON Lines in a folder, in order; none where there is no folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in folder
        .read_dir()
        .with_context(|| folder.display().to_string())?
    {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "jsonl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
