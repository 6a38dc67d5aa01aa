//! The trail: where the reader has been, back and forward.

use crate::library::Stop;

/// No trail is longer; the oldest stops are forgotten first.
const LONGEST: usize = 200;

/// Stops in the order they were made, and the one where the reader is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail {
    stops: Vec<Stop>,
    at: usize,
}

impl Trail {
    /// A trail that was stored.
    pub fn new(stops: Vec<Stop>, at: usize) -> Self {
        let at = at.min(stops.len().saturating_sub(1));
        Self { stops, at }
    }

    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// The position of the stop where the reader is.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The stop where the reader is.
    pub fn here(&self) -> Option<&Stop> {
        self.stops.get(self.at)
    }

    /// Notes how far the story here has been read.
    pub fn note_scroll(&mut self, story: &str, scroll: usize) {
        if let Some(stop) = self.stops.get_mut(self.at)
            && stop.story == story
        {
            stop.scroll = scroll;
        }
    }

    /// Goes on to a story: what lay ahead is forgotten.
    pub fn push(&mut self, story: &str) {
        if self.here().is_some_and(|stop| stop.story == story) {
            return;
        }
        self.stops.truncate(self.at + 1);
        self.stops.push(Stop {
            story: story.to_owned(),
            scroll: 0,
        });
        let surplus = self.stops.len().saturating_sub(LONGEST);
        self.stops.drain(..surplus);
        self.at = self.stops.len() - 1;
    }

    /// The stop `by` steps away, negative for back; none where the trail ends.
    pub fn step(&mut self, by: isize) -> Option<&Stop> {
        let at = self.at.checked_add_signed(by)?;
        let stop = self.stops.get(at)?;
        self.at = at;
        Some(stop)
    }
}
