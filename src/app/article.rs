//! The article pane: the story on the screen and how far it is scrolled. Its lines come from [`super::typeset`].

use super::typeset::{Part, TextLine, typeset};
use crate::related::Context;

/// A story on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    pub context: Context,
    /// The lines at the current width.
    pub lines: Vec<TextLine>,
    /// The first line on the screen.
    pub scroll: usize,
    /// Byte spans of the body that the search matches.
    pub matches: Vec<(usize, usize)>,
    /// Whether what is found around the story has been taken up.
    pub(super) found: bool,
    /// The match or mention the reader went to, as a byte span of the body.
    pub focus: Option<(usize, usize)>,
    /// The position the reader has scrolled to. Other widths round it to their lines, and do not change it.
    at: usize,
    /// The width the lines were laid out for, and how wide a text may be.
    laid_out: (usize, usize),
}

impl Article {
    pub fn new(context: Context) -> Self {
        Self {
            context,
            lines: Vec::new(),
            scroll: 0,
            matches: Vec::new(),
            found: false,
            focus: None,
            at: 0,
            laid_out: (0, 0),
        }
    }

    pub fn id(&self) -> &str {
        &self.context.stored.row.id
    }

    pub fn body(&self) -> &str {
        &self.context.stored.story.body
    }

    /// The columns of the text in a pane of this width.
    pub fn columns(pane: usize, widest: usize) -> usize {
        pane.saturating_sub(2).min(widest).max(1)
    }

    /// Lays the story out for a pane, unless it already is; what stood at the top stays there.
    pub(super) fn lay_out(&mut self, pane: usize, widest: usize) {
        if self.laid_out == (pane, widest) {
            return;
        }
        self.laid_out = (pane, widest);
        self.lines = typeset(&self.context, Self::columns(pane, widest));
        self.set_position(self.at);
    }

    /// How much of the article's text lies above the top of the pane (bytes, a line's end counting one). The same
    /// text has the same position at any width, give or take a line.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Scrolls so that the line with a [`position`](Self::position) stands at the top.
    pub(super) fn set_position(&mut self, position: usize) {
        self.at = position;
        let mut above = 0;
        self.scroll = 0;
        for line in &self.lines {
            above += length(line);
            if above > position {
                return;
            }
            self.scroll += 1;
        }
        self.scroll = self.scroll.saturating_sub(1);
    }

    /// The first byte of the body in sight, if the pane is high enough to show any.
    pub(super) fn first_byte(&self) -> usize {
        let below = &self.lines[self.scroll.min(self.lines.len())..];
        let first = below.iter().find(|l| l.part == Part::Body);
        first.map_or(self.body().len(), |line| line.span.start)
    }

    /// The line that shows a byte of the body.
    pub(super) fn line_of(&self, byte: usize) -> Option<usize> {
        self.lines
            .iter()
            .rposition(|l| l.part == Part::Body && l.span.start <= byte)
    }

    pub(super) fn scroll_by(&mut self, by: isize, height: usize) {
        let most = self.lines.len().saturating_sub(height.max(1));
        self.scroll = self.scroll.saturating_add_signed(by).min(most);
        if by != 0 {
            self.at = self.lines.iter().take(self.scroll).map(length).sum();
        }
    }

    /// Brings a span of the body into sight, a third of the pane from the top.
    pub(super) fn show(&mut self, span: (usize, usize), height: usize) {
        self.focus = Some(span);
        let Some(line) = self.line_of(span.0) else {
            return;
        };
        if line < self.scroll || line >= self.scroll + height {
            self.scroll = 0;
            self.scroll_by(line.saturating_sub(height / 3) as isize, height);
        }
    }

    /// How much of the article lies above the end of a pane of this height, in percent.
    pub fn percent_read(&self, height: usize) -> usize {
        let seen = (self.scroll + height).min(self.lines.len());
        (seen * 100).checked_div(self.lines.len()).unwrap_or(100)
    }
}

fn length(line: &TextLine) -> usize {
    line.span.end - line.span.start + 1
}
