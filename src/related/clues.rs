//! What to look for in the index so that no related story is missed: a text's strongest words, its names and days.

use std::collections::HashMap;

use super::features::Features;
use super::terms::Terms;
use crate::library::{Clues, Frequencies, Of, Slot};
use crate::story::PartialDate;
use crate::text::{fold, words};

/// Words asked for. Fifty were measured to do as well as all.
const WORDS: usize = 50;
/// Stories that hold a word, counted for each: what is asked for in all must not mean reading half the index. Words behind the
/// first few are left out where they would.
const READ: f32 = 60_000.0;
const FIRST: usize = 8;
/// Names and days asked for, the rarest.
const NAMES: usize = 24;
const DAYS: usize = 8;
/// What a name or a day of a single story counts, beside BM25's scores of a word of about 10.
const NAME: f32 = 6.0;
const DAY: f32 = 6.0;

/// The clues of a story whose texts are `parts`.
pub(super) fn clues(parts: &[&str], features: &Features, frequencies: &Frequencies) -> Clues {
    let names = features
        .names
        .iter()
        .map(|(slot, name)| (fold(name), NAME * frequencies.rarity(*slot)));
    let day = |(day, sure): &(jiff::civil::Date, f32)| {
        let code = PartialDate::of_day(*day)?.code();
        Some((code, DAY * sure * frequencies.rarity(Slot::of_day(code))))
    };
    Clues {
        words: strongest(parts, &features.text, frequencies),
        names: rarest(names.collect(), NAMES),
        days: rarest(features.days.iter().filter_map(day).collect(), DAYS),
        within: None,
    }
}

fn rarest<T>(mut clues: Vec<(T, f32)>, most: usize) -> Vec<(T, f32)> {
    clues.sort_by(|a, b| b.1.total_cmp(&a.1));
    clues.truncate(most);
    clues
}

/// The words with the greatest weights. BM25 weighs their rarity by itself, so each counts by how often it stands here.
pub(super) fn strongest(
    parts: &[&str],
    terms: &Terms,
    frequencies: &Frequencies,
) -> Vec<(String, f32)> {
    let mut known: HashMap<String, f32> = HashMap::new();
    for text in parts {
        for word in words(text) {
            let folded = fold(&text[word.start..word.end]);
            let slot = Slot::new(Of::Word, folded.as_bytes());
            // What stands in no other story finds no other story.
            if frequencies.of(slot) < 1.5 && frequencies.stories() > 2.0 {
                continue;
            }
            known.entry(folded).or_insert_with(|| terms.weight(slot));
        }
    }
    let mut list: Vec<(String, f32)> = known
        .into_iter()
        .filter(|(_, weight)| *weight > 0.0)
        .collect();
    list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    list.truncate(WORDS);
    let mut read = 0.0;
    let mut place = 0;
    list.retain(|(word, _)| {
        place += 1;
        let stories = frequencies.of(Slot::new(Of::Word, word.as_bytes()));
        let kept = place <= FIRST || read + stories <= READ;
        read += if kept { stories } else { 0.0 };
        kept
    });
    for (word, weight) in &mut list {
        let slot = Slot::new(Of::Word, word.as_bytes());
        *weight /= frequencies.inverse(slot).max(0.1);
    }
    let most = list.iter().map(|(_, weight)| *weight).fold(0.0, f32::max);
    if most > 0.0 {
        for (_, weight) in &mut list {
            *weight /= most;
        }
    }
    list
}
