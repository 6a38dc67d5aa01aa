//! Copies of a story: another outlet's print or rewrite of the same wire report, told by how many runs of words they share.

use std::collections::HashSet;

use crate::library::{Of, Slot};
use crate::story::PartialDate;
use crate::text::{fold, words};

/// Words in a run.
const RUN: usize = 4;
/// Copies appear within so many days of each other.
const DAYS: i32 = 7;
/// The share of the shorter text's runs that stand in the other too.
const OVERLAP: f32 = 0.5;
/// Texts with fewer runs tell nothing.
const FEWEST: usize = 20;

/// The runs of words of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Runs {
    runs: HashSet<(Slot, Slot)>,
}

impl Runs {
    pub(super) fn of(text: &str) -> Self {
        let slots: Vec<Slot> = words(text)
            .map(|w| Slot::new(Of::Word, fold(&text[w.start..w.end]).as_bytes()))
            .collect();
        let runs = slots.windows(RUN).map(|run| {
            let bytes: Vec<u8> = run.iter().flat_map(|slot| slot.bytes()).collect();
            (
                Slot::new(Of::Word, &bytes[..8]),
                Slot::new(Of::Name, &bytes),
            )
        });
        Self {
            runs: runs.collect(),
        }
    }

    /// Whether two texts are copies, if they appeared on these days.
    pub(super) fn are_copies(
        &self,
        other: &Self,
        days: (Option<PartialDate>, Option<PartialDate>),
    ) -> bool {
        let apart =
            |(a, b): (PartialDate, PartialDate)| (a.first_day() - b.first_day()).get_days().abs();
        if days.0.zip(days.1).is_some_and(|days| apart(days) > DAYS) {
            return false;
        }
        let shorter = self.runs.len().min(other.runs.len());
        let shared = self.runs.intersection(&other.runs).count();
        shorter >= FEWEST && shared as f32 >= OVERLAP * shorter as f32
    }
}
