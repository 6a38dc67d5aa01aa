//! Why two stories belong together, in words: the parts of the score that count most, with their names, days and places.

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

/// The reasons for a link. Those that name something come before common words.
pub(super) fn reasons(
    score: &Score,
    stated: Option<&(LinkKind, String)>,
    (here, there): (&Features, &Features),
    (clues, frequencies): (&Clues, &Frequencies),
    place: Option<&str>,
) -> Vec<String> {
    let mut reasons = Vec::new();
    if let Some((kind, why)) = stated {
        reasons.push(if why.is_empty() {
            format!("stated: {}", kind.label())
        } else {
            format!("stated: {}: {why}", kind.label())
        });
    }
    let place = place.filter(|_| score.place > 0.0);
    let most = reasons.len() + MOST;
    for (part, _) in score.parts() {
        let reason = match part {
            Part::Names => names(here, there, frequencies, place),
            Part::Day => shared_day(here, there, frequencies)
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
        reasons.extend(words(here, there, (clues, frequencies)));
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
    let (day, _) = near(here, there)?;
    let tells_here = here.days.iter().any(|(d, _)| *d == day);
    Some(if tells_here {
        format!("tells of {}, when the other appeared", said(day))
    } else {
        format!("the other tells of {}, when this appeared", said(day))
    })
}

fn words(
    here: &Features,
    there: &Features,
    (clues, frequencies): (&Clues, &Frequencies),
) -> Option<String> {
    let word = |text: &str| Slot::new(Of::Word, text.as_bytes());
    let mut shared: Vec<(Slot, f32)> = here.text.shared(&there.text).collect();
    shared.sort_by(|a, b| b.1.total_cmp(&a.1));
    let text = |slot: Slot| clues.words.iter().find(|(text, _)| word(text) == slot);
    let found: Vec<&str> = shared
        .iter()
        .filter(|(slot, _)| frequencies.rarity(*slot) > RARE)
        .filter_map(|(slot, _)| text(*slot))
        .map(|(text, _)| text.as_str())
        .filter(|text| text.chars().count() > 2 && text.chars().any(char::is_alphabetic))
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
