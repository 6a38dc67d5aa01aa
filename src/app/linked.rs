//! The linked pane in its two parts: what the story names and tells, and below it the incidents around the story.

use crate::related::{Context, Detail, Named, Node, Related};
use crate::text::wrap;

/// The cursor and the scroll of both parts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Linked {
    /// Counts through everything one can go to, from top to bottom.
    pub cursor: usize,
    /// The first line of the upper part on the screen.
    pub upper_top: usize,
    /// The first line of the lower part on the screen.
    pub lower_top: usize,
}

/// A line of the linked pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedLine {
    /// What it belongs to, counted as the cursor counts; none of headings and blank lines.
    pub item: Option<usize>,
    pub part: LinkedPart,
}

/// What a line of the linked pane shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkedPart {
    Heading(&'static str),
    /// A name with its counts.
    Name,
    /// An amount or a date.
    Detail,
    /// The date of an incident, and how far away it is.
    When,
    /// A line of an incident's headline.
    Headline(String),
    /// A line of its reason, or of the sentence that mentions it.
    Why(String),
    Blank,
}

/// What an item of the pane is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LinkedTarget<'c> {
    Named(&'c Named),
    Money(&'c Detail),
    Date(&'c Detail),
    /// A copy of the story.
    Copy(&'c Related),
    Related(&'c Related),
    /// An incident that is only mentioned.
    Mentioned(&'c Node),
}

impl<'c> LinkedTarget<'c> {
    /// Everything one can go to in the pane, from top to bottom.
    fn all(context: &'c Context) -> impl Iterator<Item = Self> {
        let named = context.named.iter().map(Self::Named);
        let named = named.chain(context.money.iter().map(Self::Money));
        let told = named.chain(context.dates.iter().map(Self::Date));
        let copies = told.chain(context.copies.iter().map(Self::Copy));
        let related = copies.chain(context.related.iter().map(Self::Related));
        related.chain(context.mentioned.iter().map(Self::Mentioned))
    }

    /// The heading it stands under.
    fn heading(self) -> &'static str {
        match self {
            Self::Named(named) => named.kind.heading(),
            Self::Money(_) => "MONEY",
            Self::Date(_) => "DATES",
            Self::Copy(_) => "COPIES",
            Self::Related(related) if related.earlier => "EARLIER",
            Self::Related(_) => "LATER",
            Self::Mentioned(_) => "ONLY MENTIONED",
        }
    }

    /// The story at the other end of a link.
    pub fn link(self) -> Option<&'c Related> {
        match self {
            Self::Copy(related) | Self::Related(related) => Some(related),
            _ => None,
        }
    }
}

impl Linked {
    /// What the cursor stands on.
    pub fn target(self, context: &Context) -> Option<LinkedTarget<'_>> {
        target(context, self.cursor)
    }

    pub(super) fn step(&mut self, by: isize, context: &Context) {
        let last = LinkedTarget::all(context).count().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Goes `by` headings on, to the first that stands under it.
    pub(super) fn go_to_group(&mut self, by: isize, context: &Context) {
        let headings: Vec<&str> = LinkedTarget::all(context)
            .map(LinkedTarget::heading)
            .collect();
        let is_first = |at: &usize| *at == 0 || headings[*at] != headings[*at - 1];
        let firsts: Vec<usize> = (0..headings.len()).filter(is_first).collect();
        let here = firsts.partition_point(|first| *first <= self.cursor);
        let here = here.saturating_sub(1);
        // Back from within a group leads to its own beginning first.
        let within = by < 0 && firsts.get(here).is_some_and(|first| *first < self.cursor);
        let to = here.saturating_add_signed(by + isize::from(within));
        let first = firsts.get(to.min(firsts.len().saturating_sub(1)));
        if let Some(first) = first.filter(|first| by < 0 || **first > self.cursor) {
            self.cursor = *first;
        }
    }

    /// Puts the cursor on a story, where the pane has it.
    pub(super) fn seek(&mut self, story: &str, context: &Context) {
        let is = |target: LinkedTarget<'_>| target.link().is_some_and(|r| r.row.id == story);
        if let Some(at) = LinkedTarget::all(context).position(is) {
            self.cursor = at;
        }
    }

    /// Scrolls the part with the cursor so that all lines of its item are in sight.
    pub(super) fn show_cursor(&mut self, context: &Context, columns: usize, height: usize) {
        let (upper, lower) = parts(context, columns);
        let (above, below) = split(upper.len(), lower.len(), height);
        bring(&mut self.upper_top, &upper, self.cursor, above);
        bring(&mut self.lower_top, &lower, self.cursor, below);
    }

    /// The lines in sight: of the upper and of the lower part, between which one row stays free.
    pub fn shown(self, context: &Context, columns: usize, height: usize) -> Vec<LinkedLine> {
        let (upper, lower) = parts(context, columns);
        let (above, below) = split(upper.len(), lower.len(), height);
        let window = |lines: Vec<LinkedLine>, top: usize, rows: usize| {
            let mut shown: Vec<LinkedLine> = lines.into_iter().skip(top).take(rows).collect();
            // A heading whose first item is out of sight heads nothing.
            while shown.last().is_some_and(|line| line.item.is_none()) {
                shown.pop();
            }
            shown
        };
        let mut shown = window(upper, self.upper_top, above);
        let lower = window(lower, self.lower_top, below);
        if !shown.is_empty() && !lower.is_empty() {
            shown.push(bare(LinkedPart::Blank));
        }
        shown.extend(lower);
        shown
    }
}

/// What an item of the pane is.
pub fn target(context: &Context, item: usize) -> Option<LinkedTarget<'_>> {
    LinkedTarget::all(context).nth(item)
}

/// The rows of each part. The upper one takes at most two fifths where incidents need the room.
fn split(upper: usize, lower: usize, height: usize) -> (usize, usize) {
    if lower == 0 || upper == 0 || upper + 1 + lower <= height {
        return (upper.min(height), lower.min(height));
    }
    let rest = height.saturating_sub(1);
    let above = upper.min((rest * 2 / 5).max(rest.saturating_sub(lower)));
    (above, rest - above)
}

fn bring(top: &mut usize, lines: &[LinkedLine], item: usize, rows: usize) {
    let mine = |line: &LinkedLine| line.item == Some(item);
    if let Some(mut first) = lines.iter().position(mine) {
        let last = lines.iter().rposition(mine).unwrap_or(first);
        // The heading over the first of a kind comes into sight with it.
        if first > 0 && matches!(lines[first - 1].part, LinkedPart::Heading(_)) {
            first -= 1;
        }
        *top = (*top).max((last + 1).saturating_sub(rows)).min(first);
    }
    *top = (*top).min(lines.len().saturating_sub(rows));
}

/// All lines of the upper and of the lower part.
fn parts(context: &Context, columns: usize) -> (Vec<LinkedLine>, Vec<LinkedLine>) {
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    let mut above = "";
    for (item, target) in LinkedTarget::all(context).enumerate() {
        let heading = target.heading();
        let incident = matches!(
            target,
            LinkedTarget::Copy(_) | LinkedTarget::Related(_) | LinkedTarget::Mentioned(_)
        );
        let lines = if incident { &mut lower } else { &mut upper };
        if heading != above {
            if !lines.is_empty() {
                lines.push(bare(LinkedPart::Blank));
            }
            lines.push(bare(LinkedPart::Heading(heading)));
            above = heading;
        } else if incident {
            lines.push(bare(LinkedPart::Blank));
        }
        let texts = texts(target, columns.saturating_sub(4).max(1));
        lines.extend(texts.into_iter().map(|part| LinkedLine {
            item: Some(item),
            part,
        }));
    }
    (upper, lower)
}

fn bare(part: LinkedPart) -> LinkedLine {
    LinkedLine { item: None, part }
}

fn texts(target: LinkedTarget<'_>, columns: usize) -> Vec<LinkedPart> {
    match target {
        LinkedTarget::Named(_) => vec![LinkedPart::Name],
        LinkedTarget::Money(_) | LinkedTarget::Date(_) => vec![LinkedPart::Detail],
        LinkedTarget::Copy(related) | LinkedTarget::Related(related) => {
            let mut lines = vec![LinkedPart::When];
            lines.extend(pieces(&related.row.headline, columns).map(LinkedPart::Headline));
            lines.extend(pieces(&why(related), columns).map(LinkedPart::Why));
            lines
        }
        LinkedTarget::Mentioned(node) => {
            let mut lines = vec![LinkedPart::When];
            lines.extend(pieces(&node.text, columns).map(LinkedPart::Why));
            lines
        }
    }
}

/// Why a link is one: in the words of whoever stated it, or in what was found.
fn why(related: &Related) -> String {
    let mut why = match related.kind {
        Some(kind) if related.why.is_empty() => kind.label().to_owned(),
        Some(kind) => format!("{}: {}", kind.label(), related.why),
        None => format!("found: {}", related.why),
    };
    let copies = related.copies.len();
    if copies > 0 {
        let plural = if copies == 1 { "y" } else { "ies" };
        why += &format!("; with {copies} cop{plural}");
        if !related.publishers.is_empty() {
            why += &format!(": {}", related.publishers.join(", "));
        }
    }
    why
}

fn pieces(text: &str, columns: usize) -> impl Iterator<Item = String> + '_ {
    let lines = wrap(text, columns).into_iter();
    lines
        .map(|l| text[l.start..l.end].to_owned())
        .filter(|t| !t.is_empty())
}
