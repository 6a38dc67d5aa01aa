//! Files in `CoNLL` form: a token and, last or behind it, its tag on each line, an empty line between sentences.

use backstory::analyse::names::Label;
use backstory::story::Kind;

/// The texts of a file, each as its sentences: the whole file or the parts it tells apart, or else each sentence by itself.
pub(crate) fn texts(file: &str, whole: bool) -> Vec<Vec<Vec<(String, Label)>>> {
    let mut texts = vec![Vec::new()];
    let mut sentence: Vec<(String, Label)> = Vec::new();
    for line in file.lines().chain([""]) {
        if line.starts_with("# ") && line.contains(" = ") {
            continue;
        }
        let Some((token, tag)) = cells(line) else {
            if !sentence.is_empty() {
                texts
                    .last_mut()
                    .into_iter()
                    .for_each(|text| text.push(std::mem::take(&mut sentence)));
            }
            if !whole {
                texts.push(Vec::new());
            }
            continue;
        };
        if token == "-DOCSTART-" {
            texts.push(Vec::new());
            continue;
        }
        let before = sentence.last().map_or(Label::Outside, |(_, label)| *label);
        sentence.push((plain(token), label(tag, before)));
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// The token and its tag.
fn cells(line: &str) -> Option<(&str, &str)> {
    let cells: Vec<&str> = line.split_whitespace().collect();
    match cells.as_slice() {
        // Universal NER: number, token, tag, annotator's name twice.
        [number, token, tag, _, _] if number.parse::<u32>().is_ok() => Some((token, tag)),
        [token, .., tag] => Some((token, tag)),
        _ => None,
    }
}

/// Quotes and brackets as texts write them.
pub(crate) fn plain(token: &str) -> String {
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
        "per" | "person" | "politician" | "scientist" | "writer" | "musicalartist"
        | "researcher" => Kind::Person,
        "org" | "organisation" | "group" | "corporation" | "politicalparty" | "university"
        | "band" => Kind::Organisation,
        "loc" | "location" | "country" => Kind::Place,
        "product" | "militaryplatform" | "programlang" => Kind::Product,
        "misc" | "creative-work" | "nationality" | "event" | "election" | "conference"
        | "award" | "book" | "magazine" | "album" | "song" | "poem" | "academicjournal" => {
            Kind::Other
        }
        _ => return Label::Outside,
    };
    // In IOB1 a name begins with I unless one of its kind stands directly before it.
    if position == "B" || before.kind() != Some(kind) {
        Label::First(kind)
    } else {
        Label::Inside(kind)
    }
}
