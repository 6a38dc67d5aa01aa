//! Lines that a publisher prints under every story: they tell nothing of what one is about.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::library::Told;

/// A line that stands in so many different stories of one publisher is boilerplate.
const TIMES: usize = 3;

/// The boilerplate found in a set of stories.
#[derive(Debug, Default)]
pub(super) struct Boilerplate {
    lines: HashSet<u64>,
}

impl Boilerplate {
    /// What recurs in stories, each with the number of its group. Copies of each other have one number and count once: what
    /// they share is their story.
    pub(super) fn of<'t>(stories: impl Iterator<Item = (&'t Told, usize)>) -> Self {
        let mut seen: HashSet<(u64, usize)> = HashSet::new();
        let mut counts: HashMap<u64, usize> = HashMap::new();
        for (told, group) in stories {
            for line in told.body.lines().filter_map(|line| number(told, line)) {
                if seen.insert((line, group)) {
                    *counts.entry(line).or_default() += 1;
                }
            }
        }
        counts.retain(|_, count| *count >= TIMES);
        Self {
            lines: counts.into_keys().collect(),
        }
    }

    /// The body of a story without it.
    pub(super) fn without<'t>(&self, told: &'t Told) -> Cow<'t, str> {
        let kept = |line: &&str| number(told, line).is_none_or(|line| !self.lines.contains(&line));
        if self.lines.is_empty() || told.body.lines().all(|line| kept(&line)) {
            return Cow::Borrowed(&told.body);
        }
        let lines: Vec<&str> = told.body.lines().filter(kept).collect();
        Cow::Owned(lines.join("\n"))
    }
}

/// A line of a publisher's as a number; none where nobody says who published it.
fn number(told: &Told, line: &str) -> Option<u64> {
    let publisher = told.publishers.first()?;
    if line.is_empty() {
        return None;
    }
    let mut hasher = DefaultHasher::new();
    (publisher, line).hash(&mut hasher);
    Some(hasher.finish())
}
