//! The linked pane in its two parts: the names in the story, and below them its related incidents.

use crate::related::{Context, Named, Related};
use crate::text::wrap;

/// The cursor and the scroll of both parts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Linked {
    /// Counts through the names and then the related incidents.
    pub cursor: usize,
    /// The first line of the names on the screen.
    pub names_top: usize,
    /// The first line of the related incidents on the screen.
    pub related_top: usize,
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
        match self.cursor.checked_sub(context.named.len()) {
            None => context.named.get(self.cursor).map(LinkedTarget::Entity),
            Some(n) => context.related.get(n).map(LinkedTarget::Related),
        }
    }

    pub(super) fn step(&mut self, by: isize, context: &Context) {
        let last = (context.named.len() + context.related.len()).saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Scrolls the part with the cursor so that all lines of its item are in sight.
    pub(super) fn show_cursor(&mut self, context: &Context, columns: usize, height: usize) {
        let (names, related) = (names(context), related(context, columns));
        let (upper, lower) = split(names.len(), related.len(), height);
        let entities = context.named.len();
        let item = self.cursor;
        bring(&mut self.names_top, &names, entities, item, upper);
        bring(&mut self.related_top, &related, entities, item, lower);
    }

    /// The lines in sight: of the names and of the related incidents, between which one row stays free.
    pub fn shown(
        self,
        context: &Context,
        columns: usize,
        height: usize,
    ) -> (Vec<LinkedLine>, Vec<LinkedLine>) {
        let (names, related) = (names(context), related(context, columns));
        let (upper, lower) = split(names.len(), related.len(), height);
        let window = |lines: Vec<LinkedLine>, top: usize, rows: usize| {
            let mut shown: Vec<LinkedLine> = lines.into_iter().skip(top).take(rows).collect();
            // A heading whose first item is out of sight heads nothing.
            while matches!(
                shown.last(),
                Some(LinkedLine::Heading(_) | LinkedLine::Blank)
            ) {
                shown.pop();
            }
            shown
        };
        (
            window(names, self.names_top, upper),
            window(related, self.related_top, lower),
        )
    }
}

/// The rows of each part. Names take at most two fifths where incidents need the room.
fn split(names: usize, related: usize, height: usize) -> (usize, usize) {
    if related == 0 || names == 0 || names + 1 + related <= height {
        return (names.min(height), related.min(height));
    }
    let rest = height.saturating_sub(1);
    let upper = names.min((rest * 2 / 5).max(rest.saturating_sub(related)));
    (upper, rest - upper)
}

fn bring(top: &mut usize, lines: &[LinkedLine], entities: usize, item: usize, rows: usize) {
    let mine = |line: &LinkedLine| line.item(entities) == Some(item);
    if let Some(mut first) = lines.iter().position(mine) {
        let last = lines.iter().rposition(mine).unwrap_or(first);
        // The heading over the first of a kind comes into sight with it.
        if first > 0 && matches!(lines[first - 1], LinkedLine::Heading(_)) {
            first -= 1;
        }
        *top = (*top).max((last + 1).saturating_sub(rows)).min(first);
    }
    *top = (*top).min(lines.len().saturating_sub(rows));
}

fn names(context: &Context) -> Vec<LinkedLine> {
    let mut lines = Vec::new();
    let mut kind = None;
    for (i, named) in context.named.iter().enumerate() {
        if kind != Some(named.kind) {
            section(&mut lines, named.kind.heading());
            kind = Some(named.kind);
        }
        lines.push(LinkedLine::Entity(i));
    }
    lines
}

/// The context holds them in this order too: earlier ones, then later ones, the nearest first.
fn related(context: &Context, columns: usize) -> Vec<LinkedLine> {
    let mut lines = Vec::new();
    for (earlier, heading) in [(true, "EARLIER"), (false, "LATER")] {
        let of_this = |(_, related): &(usize, &Related)| related.earlier == earlier;
        for (n, (i, related)) in context
            .related
            .iter()
            .enumerate()
            .filter(of_this)
            .enumerate()
        {
            if n == 0 {
                section(&mut lines, heading);
            } else {
                lines.push(LinkedLine::Blank);
            }
            incident(&mut lines, i, related, columns);
        }
    }
    lines
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
    let why = if related.why.is_empty() {
        related.kind.label().to_owned()
    } else {
        format!("{}: {}", related.kind.label(), related.why)
    };
    lines.extend(pieces(&why, columns).map(|text| LinkedLine::Why(i, text)));
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
