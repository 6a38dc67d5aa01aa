//! Why two stories belong together, in words: the parts of the score that count most, with their names, days and places.

use std::collections::HashMap;

use jiff::civil::Date;

use super::features::Features;
use super::score::{Part, Score, near, shared_day, shared_names};
use crate::library::{Clues, Frequencies, Of, Slot};
use crate::story::{LinkKind, PartialDate};

/// Reasons given at most, beside a stated one.
const MOST: usize = 2;
/// Names, or words, in a reason at most.
const NAMED: usize = 3;
/// A name in more of the library than this tells nothing by itself.
const COMMON: f32 = 0.12;
/// A word less rare than this is none to name.
const RARE: f32 = 0.35;

/// What the reasons of one story's links are said with.
pub(super) struct Wording<'c> {
    /// The story's telling words.
    words: HashMap<Slot, &'c str>,
    frequencies: &'c Frequencies,
    /// The name of the story's place.
    place: Option<&'c str>,
}

impl<'c> Wording<'c> {
    pub(super) fn new(
        clues: &'c Clues,
        frequencies: &'c Frequencies,
        place: Option<&'c str>,
    ) -> Self {
        let words = clues.words.iter().map(|(word, _)| word.as_str());
        // Numbers and the shortest words are none to name.
        let telling = words.filter(|w| w.chars().count() > 2 && w.chars().any(char::is_alphabetic));
        Self {
            words: telling
                .map(|word| (Slot::new(Of::Word, word.as_bytes()), word))
                .collect(),
            frequencies,
            place,
        }
    }
}

/// The reasons for a link. Those that name something come before common words.
pub(super) fn reasons(
    score: &Score,
    stated: Option<&(LinkKind, String)>,
    (here, there): (&Features, &Features),
    wording: &Wording<'_>,
) -> Vec<String> {
    let mut reasons = Vec::new();
    if let Some((kind, why)) = stated {
        reasons.push(if why.is_empty() {
            format!("stated: {}", kind.label())
        } else {
            format!("stated: {}: {why}", kind.label())
        });
    }
    let place = wording.place.filter(|_| score.place > 0.0);
    let most = reasons.len() + MOST;
    for (part, _) in score.parts() {
        let reason = match part {
            Part::Names => names(here, there, wording.frequencies, place),
            Part::Day => shared_day(here, there, wording.frequencies)
                .map(|(day, _)| format!("both tell of {}", said(day))),
            Part::Place => place.map(|place| format!("same place, {place}")),
            Part::Near | Part::Words | Part::Title => None,
        };
        reasons.extend(reason.filter(|_| reasons.len() < most));
    }
    if reasons.is_empty() {
        reasons.extend(near_day(here, there));
    }
    if reasons.len() < most && stated.is_none() {
        reasons.extend(words(here, there, wording));
    }
    if reasons.is_empty() {
        reasons.push("shares common words only".into());
    }
    reasons
}

/// The names both have, without that of the place, which is a reason of its own.
fn names(
    here: &Features,
    there: &Features,
    frequencies: &Frequencies,
    place: Option<&str>,
) -> Option<String> {
    let shared = shared_names(here, there, frequencies);
    let telling: Vec<&str> = shared
        .iter()
        .filter(|(name, rarity)| *rarity > COMMON && Some(*name) != place)
        .take(NAMED)
        .map(|(name, _)| *name)
        .collect();
    (!telling.is_empty()).then(|| format!("shares {}", list(&telling)))
}

fn near_day(here: &Features, there: &Features) -> Option<String> {
    let near = near(here, there)?;
    let (teller, other) = if near.told_here {
        ("tells", "the other")
    } else {
        ("the other tells", "this")
    };
    let when = if near.day == near.published {
        "when"
    } else {
        "shortly before"
    };
    Some(format!(
        "{teller} of {}, {when} {other} appeared",
        said(near.day)
    ))
}

fn words(here: &Features, there: &Features, wording: &Wording<'_>) -> Option<String> {
    let mut shared: Vec<(Slot, f32)> = here.text.shared(&there.text).collect();
    shared.sort_by(|a, b| b.1.total_cmp(&a.1));
    let found: Vec<&str> = shared
        .iter()
        .filter(|(slot, _)| wording.frequencies.rarity(*slot) > RARE)
        .filter_map(|(slot, _)| wording.words.get(slot).copied())
        .take(NAMED)
        .collect();
    (!found.is_empty()).then(|| format!("shares the words {}", list(&found)))
}

fn list(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn said(day: Date) -> String {
    PartialDate::of_day(day)
        .map(PartialDate::long)
        .unwrap_or_default()
}
