//! New names that a text names more than once: each is of one kind throughout, spelled one way, and found wherever it stands.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::places::places;
use super::{Form, Span, Who};
use crate::story::Kind;
use crate::text::fold;

/// How often a text says that a name is of a kind, by the name's folded form.
type Votes = HashMap<String, BTreeMap<&'static str, (usize, Kind)>>;

/// Gives each new name in the spans the kind and the spelling that it mostly has in the text.
pub(super) fn agree(text: &str, spans: &mut [Span]) {
    let mut votes: Votes = HashMap::new();
    let mut spelled: HashMap<String, &str> = HashMap::new();
    for span in spans.iter().filter(|s| is_whole(text, s)) {
        let name = &text[span.start..span.end];
        let folded = fold(name);
        // In capitals a headline or a dateline says it: what the running text says counts for more.
        let loud = is_loud(name);
        let vote = votes.entry(folded.clone()).or_default();
        let (count, _) = vote.entry(span.kind.name()).or_insert((0, span.kind));
        *count += if loud { 1 } else { 2 };
        let known = spelled.entry(folded).or_insert(name);
        if is_loud(known) && !loud {
            *known = name;
        }
    }
    for span in spans.iter_mut().filter(|s| is_whole(text, s)) {
        let folded = fold(&text[span.start..span.end]);
        if let Some((_, kind)) = votes[&folded].values().max_by_key(|(count, _)| *count) {
            span.kind = *kind;
        }
        span.who = Who::New(spelled[&folded].to_owned());
    }
}

/// The new names as forms to be looked for all over the text, long ones first; of names that are a single word only those
/// that no sentence could begin with by chance, since the text has the word in lower case too.
pub(super) fn forms(text: &str, spans: &[Span]) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut seen = HashSet::new();
    for span in spans {
        let Who::New(name) = &span.who else {
            continue;
        };
        let own = &text[span.start..span.end];
        let single = !name.contains(' ');
        let doubtful = single && (own.chars().count() < 3 || span.kind == Kind::Other);
        if name == own && seen.insert(own) && !doubtful {
            forms.push(Form {
                text: own.to_owned(),
                after: 0,
                before: text.len(),
                kind: span.kind,
                who: span.who.clone(),
            });
        }
    }
    let single = |form: &Form| !form.text.contains(' ');
    let words: Vec<String> = forms
        .iter()
        .filter(|form| single(form))
        .map(|form| form.text.to_lowercase())
        .collect();
    let mut told = places(text, words.iter().map(String::as_str)).into_iter();
    forms.retain(|form| !single(form) || told.next().is_none_or(|places| places.is_empty()));
    forms.sort_by_key(|form| std::cmp::Reverse(form.text.len()));
    forms
}

/// Whether a span is a new name that stands for no fuller one.
fn is_whole(text: &str, span: &Span) -> bool {
    matches!(&span.who, Who::New(name) if *name == text[span.start..span.end])
}

fn is_loud(name: &str) -> bool {
    name.chars().count() > 4 && !name.contains(char::is_lowercase)
}
