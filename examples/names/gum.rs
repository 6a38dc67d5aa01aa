//! Documents of GUM in `CoNLL-U` form: its entities are whole phrases that hold each other, of which names are those made of
//! proper nouns; the outermost is taken.

use backstory::analyse::names::Label;
use backstory::story::Kind;

use crate::conll::plain;

/// A token with its tag of the Penn Treebank.
struct Token {
    word: String,
    tag: String,
}

/// An entity's tokens, the last one included, and what it is.
struct Entity {
    first: usize,
    last: usize,
    kind: Kind,
}

/// The sentences of a document with the names in them.
pub(crate) fn sentences(file: &str) -> Vec<Vec<(String, Label)>> {
    file.split("\n\n")
        .map(sentence)
        .filter(|s| !s.is_empty())
        .collect()
}

fn sentence(lines: &str) -> Vec<(String, Label)> {
    let (mut tokens, mut entities, mut open) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        // Lines of numbers such as 3-4 or 3.1 are no tokens of their own.
        if cells.len() != 10 || !cells[0].bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        let at = tokens.len();
        tokens.push(Token {
            word: plain(cells[1]),
            tag: cells[4].to_owned(),
        });
        let marks = cells[9].split('|').find_map(|m| m.strip_prefix("Entity="));
        marked(marks.unwrap_or_default(), at, &mut open, &mut entities);
    }
    // Long ones first: what a name holds is no name of its own.
    entities.sort_by_key(|e| (e.first, usize::MAX - e.last));
    let mut labels = vec![Label::Outside; tokens.len()];
    for entity in &entities {
        let Some(span) = name(&tokens, entity) else {
            continue;
        };
        if labels[span.clone()].iter().all(|l| *l == Label::Outside) {
            labels[span.clone()].fill(Label::Inside(entity.kind));
            labels[span.start] = Label::First(entity.kind);
        }
    }
    tokens.into_iter().map(|t| t.word).zip(labels).collect()
}

/// Takes in the brackets that begin and end entities at a token: `(1-person-…`, `1)`, `(2-place-…)`.
fn marked(
    marks: &str,
    at: usize,
    open: &mut Vec<(String, usize, Option<Kind>)>,
    entities: &mut Vec<Entity>,
) {
    let mut rest = marks;
    while !rest.is_empty() {
        if let Some(begun) = rest.strip_prefix('(') {
            let end = begun.find(['(', ')']).unwrap_or(begun.len());
            let mut parts = begun[..end].split('-');
            let number = parts.next().unwrap_or_default().to_owned();
            open.push((number, at, parts.next().and_then(kind)));
            rest = &begun[end..];
            if let Some(after) = rest.strip_prefix(')') {
                close(open.len() - 1, at, open, entities);
                rest = after;
            }
        } else {
            let end = rest.find(')').unwrap_or(rest.len());
            let number = &rest[..end];
            if let Some(begun) = open.iter().rposition(|(n, _, _)| n == number) {
                close(begun, at, open, entities);
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
    }
}

fn close(
    begun: usize,
    last: usize,
    open: &mut Vec<(String, usize, Option<Kind>)>,
    entities: &mut Vec<Entity>,
) {
    let (_, first, kind) = open.remove(begun);
    if let Some(kind) = kind {
        entities.push(Entity { first, last, kind });
    }
}

fn kind(name: &str) -> Option<Kind> {
    match name {
        "person" => Some(Kind::Person),
        "organization" => Some(Kind::Organisation),
        "place" => Some(Kind::Place),
        "event" | "object" | "abstract" => Some(Kind::Other),
        _ => None,
    }
}

/// The tokens of the name that an entity is, if it is one: proper nouns, with what may stand between such.
fn name(tokens: &[Token], entity: &Entity) -> Option<std::ops::Range<usize>> {
    let proper = |at: usize| tokens[at].tag.starts_with("NNP");
    let first = (entity.first..=entity.last)
        .find(|at| !matches!(tokens[*at].tag.as_str(), "DT" | "PRP$"))?;
    let last = (first..=entity.last).rfind(|at| tokens[*at].tag != "POS")?;
    let between = |at: usize| {
        let token = &tokens[at];
        proper(at)
            || matches!(token.tag.as_str(), "CD" | "HYPH" | "POS" | "NFP")
            || matches!(
                token.word.as_str(),
                "of" | "for" | "the" | "&" | "de" | "on"
            )
            || token.word.starts_with(char::is_uppercase)
    };
    (proper(first) && (proper(last) || tokens[last].tag == "CD") && (first..=last).all(between))
        .then_some(first..last + 1)
}
