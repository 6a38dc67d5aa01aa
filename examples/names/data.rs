//! Sentences with marked names from files in `CoNLL` form: a token and, last, its tag on each line.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use backstory::analyse::names::Label;
use backstory::story::Kind;

/// A text whose sentences are seen together.
pub(crate) struct Document {
    /// The folder it comes from.
    pub(crate) source: String,
    /// Tokens and labels of each sentence.
    pub(crate) sentences: Vec<Vec<(String, Label)>>,
}

/// Sentences seen together where a file does not tell documents apart.
const TOGETHER: usize = 1;

/// Every document below a folder. A folder directly below it is a source.
pub(crate) fn documents(folder: &Path) -> Result<Vec<Document>> {
    let mut documents = Vec::new();
    for source in listed(folder)? {
        if source.is_dir() {
            let name = source
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            for file in files(&source)? {
                read(&name, &file, &mut documents).with_context(|| file.display().to_string())?;
            }
        }
    }
    Ok(documents)
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    paths.sort();
    Ok(paths)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in listed(folder)? {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else if name.contains(".conll") || name.contains(".annotated") {
            files.push(path);
        }
    }
    Ok(files)
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    files(folder)
}

fn read(source: &str, file: &Path, documents: &mut Vec<Document>) -> Result<()> {
    let text = fs::read_to_string(file)?;
    // One file a document, unless the file says otherwise or is a row of posts.
    let whole = source == "re3d" || text.contains("-DOCSTART-");
    let source = if file.to_string_lossy().ends_with(".annotated") {
        format!("{source}-test")
    } else {
        source.to_owned()
    };
    let mut current: Vec<Vec<(String, Label)>> = Vec::new();
    let mut sentence: Vec<(String, Label)> = Vec::new();
    let mut flush = |sentences: &mut Vec<Vec<(String, Label)>>| {
        if !sentences.is_empty() {
            documents.push(Document {
                source: source.clone(),
                sentences: std::mem::take(sentences),
            });
        }
    };
    for line in text.lines().chain([""]) {
        let mut parts = line.split_whitespace();
        let (Some(token), Some(tag)) = (parts.next(), parts.next_back()) else {
            if !sentence.is_empty() {
                current.push(std::mem::take(&mut sentence));
            }
            if !whole && current.len() >= TOGETHER {
                flush(&mut current);
            }
            continue;
        };
        if token == "-DOCSTART-" {
            flush(&mut current);
            continue;
        }
        let before = sentence.last().map_or(Label::Outside, |(_, label)| *label);
        sentence.push((plain(token), label(tag, before)));
    }
    flush(&mut current);
    Ok(())
}

/// Quotes and brackets as texts write them.
fn plain(token: &str) -> String {
    match token {
        "``" | "''" => "\"",
        "-LRB-" => "(",
        "-RRB-" => ")",
        other => other,
    }
    .to_owned()
}

fn label(tag: &str, before: Label) -> Label {
    let Some((position, name)) = tag.split_once('-') else {
        return Label::Outside;
    };
    let kind = match name.to_lowercase().as_str() {
        "per" | "person" => Kind::Person,
        "org" | "organisation" | "group" | "corporation" => Kind::Organisation,
        "loc" | "location" => Kind::Place,
        "product" | "militaryplatform" => Kind::Product,
        "misc" | "creative-work" | "nationality" => Kind::Other,
        _ => return Label::Outside,
    };
    // In IOB1 a name begins with I unless one of its kind stands directly before it.
    if position == "B" || before.kind() != Some(kind) {
        Label::First(kind)
    } else {
        Label::Inside(kind)
    }
}
