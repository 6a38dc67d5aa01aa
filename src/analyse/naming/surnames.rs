//! Surnames that stand alone for a person whom the text has named in full.

use std::collections::HashMap;

use super::{Form, Span, Who};
use crate::analyse::Gazetteer;
use crate::story::Kind;
use crate::text::is_cjk;

/// What stands behind a surname and is none.
const SUFFIXES: [&str; 6] = ["Jr", "Jr.", "Sr", "Sr.", "II", "III"];

/// The surnames that two persons bear of whom the library knows one, with the place from which on they do.
pub(super) type Shared = HashMap<String, usize>;

/// The surnames of the persons in `spans`. One that a second person bears stands for neither from there on.
pub(super) fn forms(text: &str, spans: &[Span], gazetteer: &Gazetteer) -> (Vec<Form>, Shared) {
    let mut shared = Shared::new();
    let mut forms: Vec<Form> = Vec::new();
    let mut borne: HashMap<String, usize> = HashMap::new();
    for span in spans.iter().filter(|s| s.kind == Kind::Person) {
        let full = &text[span.start..span.end];
        // Named by one word, as by a nick, nobody is named in full.
        let Some(own) = surname(full).or(full.chars().any(is_cjk).then_some("")) else {
            continue;
        };
        let known = match span.who {
            Who::Known(key) => gazetteer.surnames(key),
            Who::New(_) => &[own.to_owned()],
        };
        for surname in known.iter().filter(|s| !s.is_empty()) {
            if let Some(at) = borne.get(surname) {
                let other = &mut forms[*at];
                if other.who != span.who {
                    other.before = other.before.min(span.start);
                    // Of two new names one is often the other's fuller form, and the surname names somebody still.
                    if [&other.who, &span.who]
                        .iter()
                        .any(|who| matches!(who, Who::Known(_)))
                    {
                        shared.entry(surname.clone()).or_insert(span.start);
                    }
                }
                continue;
            }
            borne.insert(surname.clone(), forms.len());
            forms.push(Form {
                text: surname.clone(),
                after: span.end,
                before: text.len(),
                kind: Kind::Person,
                who: span.who.clone(),
            });
        }
    }
    (forms, shared)
}

/// Whether a span is a surname alone that can be either of two persons: it names neither, and nobody else.
pub(super) fn is_of_several(text: &str, span: &Span, shared: &Shared) -> bool {
    let own = &text[span.start..span.end];
    let alone = span.kind == Kind::Person && matches!(&span.who, Who::New(name) if name == own);
    alone && shared.get(own).is_some_and(|from| *from <= span.start)
}

/// The last word of a name of several, in a script that sets blanks between them.
pub(in crate::analyse) fn surname(name: &str) -> Option<&str> {
    let mut words = name.split_whitespace().rev();
    let last = words.by_ref().find(|w| !SUFFIXES.contains(w))?;
    let last = last.trim_end_matches([',', '.']);
    let letters = last.chars().filter(|c| c.is_alphabetic()).count();
    (words.next().is_some() && letters >= 2 && last.starts_with(char::is_uppercase)).then_some(last)
}
