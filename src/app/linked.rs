//! The linked pane: who and what the story names, and its related incidents, earlier and later.

use crate::related::{Context, Named, Related};
use crate::text::wrap;

/// The cursor and scroll of the linked pane.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Linked {
    /// Counts through the entities and then the related incidents.
    pub cursor: usize,
    /// The first line on the screen.
    pub top: usize,
}

/// A line of the linked pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkedLine {
    Heading(&'static str),
    /// An entity, by its place in the context.
    Entity(usize),
    /// The date of a related incident and how far away it is.
    When(usize),
    /// A line of a related incident's headline.
    Headline(usize, String),
    /// A line of its reason.
    Why(usize, String),
    Blank,
}

/// What the cursor stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkedTarget<'c> {
    Entity(&'c Named),
    Related(&'c Related),
}

impl Linked {
    /// What the cursor stands on.
    pub fn target(self, context: &Context) -> Option<LinkedTarget<'_>> {
        let entities = context.named.len();
        match self.cursor.checked_sub(entities) {
            None => context.named.get(self.cursor).map(LinkedTarget::Entity),
            Some(n) => context.related.get(n).map(LinkedTarget::Related),
        }
    }

    pub(super) fn step(&mut self, by: isize, context: &Context) {
        let last = (context.named.len() + context.related.len()).saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Scrolls so that all lines of the cursor's item are in sight.
    pub(super) fn show_cursor(&mut self, lines: &[LinkedLine], entities: usize, height: usize) {
        let mine = |line: &LinkedLine| line.item(entities) == Some(self.cursor);
        let Some(mut first) = lines.iter().position(mine) else {
            self.top = 0;
            return;
        };
        let last = lines.iter().rposition(mine).unwrap_or(first);
        if self.cursor == 0
            || (first > 0
                && matches!(lines[first - 1], LinkedLine::Heading(_))
                && first <= self.top)
        {
            first = first.saturating_sub(1);
        }
        self.top = self.top.max((last + 1).saturating_sub(height)).min(first);
        self.top = self.top.min(lines.len().saturating_sub(height));
    }

    /// The lines of the pane at a width.
    pub fn lines(context: &Context, columns: usize) -> Vec<LinkedLine> {
        let mut lines = Vec::new();
        let mut kind = None;
        for (i, named) in context.named.iter().enumerate() {
            if kind != Some(named.kind) {
                section(&mut lines, named.kind.heading());
                kind = Some(named.kind);
            }
            lines.push(LinkedLine::Entity(i));
        }
        for (earlier, heading) in [(true, "EARLIER"), (false, "LATER")] {
            let mut first = true;
            for (i, related) in context.related.iter().enumerate() {
                if related.earlier != earlier {
                    continue;
                }
                if first {
                    section(&mut lines, heading);
                } else {
                    lines.push(LinkedLine::Blank);
                }
                first = false;
                incident(&mut lines, i, related, columns);
            }
        }
        lines
    }
}

fn section(lines: &mut Vec<LinkedLine>, heading: &'static str) {
    if !lines.is_empty() {
        lines.push(LinkedLine::Blank);
    }
    lines.push(LinkedLine::Heading(heading));
}

fn incident(lines: &mut Vec<LinkedLine>, i: usize, related: &Related, columns: usize) {
    let columns = columns.saturating_sub(4).max(1);
    lines.push(LinkedLine::When(i));
    lines.extend(pieces(&related.row.headline, columns).map(|text| LinkedLine::Headline(i, text)));
    lines.extend(pieces(&related.why, columns).map(|text| LinkedLine::Why(i, text)));
}

fn pieces(text: &str, columns: usize) -> impl Iterator<Item = String> + '_ {
    let lines = wrap(text, columns).into_iter();
    lines
        .map(|l| text[l.start..l.end].to_owned())
        .filter(|t| !t.is_empty())
}

impl LinkedLine {
    /// The item a line belongs to, counted as the cursor counts.
    pub fn item(&self, entities: usize) -> Option<usize> {
        match self {
            Self::Entity(i) => Some(*i),
            Self::When(i) | Self::Headline(i, _) | Self::Why(i, _) => Some(entities + i),
            Self::Heading(_) | Self::Blank => None,
        }
    }
}
