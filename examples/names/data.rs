//! Sentences with marked names from the files of a folder, a folder inside it for each source; how a file is read is told by
//! its name.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use backstory::analyse::names::Label;

use crate::{conll, gum};

/// A text whose sentences are seen together.
pub(crate) struct Document {
    /// The folder it comes from.
    pub(crate) source: String,
    /// Tokens and labels of each sentence.
    pub(crate) sentences: Vec<Vec<(String, Label)>>,
}

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

/// The files below a folder that hold marked sentences.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in listed(folder)? {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let marked = [
            ".conll",
            ".annotated",
            ".iob2",
            "train.txt",
            "dev.txt",
            "test.txt",
        ];
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if marked.iter().any(|ending| name.contains(ending)) {
            found.push(path);
        }
    }
    Ok(found)
}

fn read(source: &str, file: &Path, documents: &mut Vec<Document>) -> Result<()> {
    let text = fs::read_to_string(file)?;
    let name = file.to_string_lossy();
    if name.ends_with(".conllu") {
        documents.push(Document {
            source: source.to_owned(),
            sentences: gum::sentences(&text),
        });
        return Ok(());
    }
    let source = if name.ends_with(".annotated") {
        format!("{source}-test")
    } else {
        source.to_owned()
    };
    // One file a document, unless the file says otherwise or is a row of posts.
    let whole = source == "re3d" || text.contains("-DOCSTART-");
    for sentences in conll::texts(&text, whole) {
        documents.push(Document {
            source: source.clone(),
            sentences,
        });
    }
    Ok(())
}
