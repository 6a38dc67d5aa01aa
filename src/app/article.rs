//! The article pane: a story laid out in lines of one width, and how far it is scrolled.

use crate::related::Context;
use crate::text::{Line, wrap};

/// How fast people read (words): Brysbaert 2019, doi:10.1016/j.jml.2019.104047, gives 238 for English prose.
const WORDS_A_MINUTE: usize = 238;

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

/// A line of the article pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextLine {
    pub part: Part,
    pub text: String,
    /// For body lines, the bytes of the body.
    pub span: Line,
}

/// What a line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Headline,
    Dateline,
    Summary,
    Body,
    /// The heading of a section.
    Heading,
    Disagreement,
    Source,
    /// The address of a source.
    Address,
    Blank,
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
        self.lines = lines(&self.context, Self::columns(pane, widest));
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

fn lines(context: &Context, columns: usize) -> Vec<TextLine> {
    let story = &context.stored.story;
    let mut page = Layout {
        columns,
        lines: Vec::new(),
    };
    page.text(Part::Headline, &story.title(), "", "");
    page.line(Part::Dateline, &dateline(context, columns));
    if !story.summary.is_empty() && story.summary != story.headline {
        page.blank();
        page.text(Part::Summary, &story.summary, "", "");
    }
    if !story.body.is_empty() {
        page.blank();
        page.body(&story.body);
    }
    if !story.disagreements.is_empty() {
        page.heading("SOURCES DISAGREE");
        for point in &story.disagreements {
            page.text(Part::Disagreement, point, "≠ ", "  ");
        }
    }
    if !story.sources.is_empty() {
        page.heading("SOURCES");
        for (n, source) in (1..).zip(&story.sources) {
            let number = format!("{n:>2} ");
            page.text(Part::Source, &source_line(source), &number, "   ");
            if !source.url.is_empty() {
                page.text(Part::Address, &source.url, "   ", "   ");
            }
        }
    }
    page.lines
}

/// Where, when, from how many sources and how long to read; on a narrow pane as many of these as fit.
fn dateline(context: &Context, columns: usize) -> String {
    let story = &context.stored.story;
    let sources = match story.sources.len() {
        0 => None,
        1 => Some("1 source".to_owned()),
        n => Some(format!("{n} sources")),
    };
    let minutes = crate::text::words(&story.body)
        .count()
        .div_ceil(WORDS_A_MINUTE)
        .max(1);
    let date = story.date().map(crate::story::PartialDate::long);
    let parts = [
        context.place.clone(),
        date,
        sources,
        Some(format!("{minutes} min")),
    ];
    let mut line = String::new();
    for part in parts.into_iter().flatten() {
        let longer = if line.is_empty() {
            part
        } else {
            format!("{line} · {part}")
        };
        if !line.is_empty() && crate::text::width(&longer) > columns {
            break;
        }
        line = longer;
    }
    line
}

fn source_line(source: &crate::story::Source) -> String {
    let date = source.date.map(crate::story::PartialDate::long);
    let parts = [
        Some(source.publisher.clone()),
        Some(source.title.clone()),
        date,
    ];
    let said: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|p| !p.is_empty())
        .collect();
    said.join(", ")
}

struct Layout {
    columns: usize,
    lines: Vec<TextLine>,
}

impl Layout {
    fn blank(&mut self) {
        self.push(Part::Blank, String::new(), Line { start: 0, end: 0 });
    }

    fn heading(&mut self, text: &str) {
        self.blank();
        self.text(Part::Heading, text, "", "");
    }

    fn push(&mut self, part: Part, text: String, span: Line) {
        self.lines.push(TextLine { part, text, span });
    }

    fn line(&mut self, part: Part, text: &str) {
        let end = text.len();
        self.push(part, text.to_owned(), Line { start: 0, end });
    }

    /// A paragraph whose first line begins with `first` and the others with `rest`.
    fn text(&mut self, part: Part, text: &str, first: &str, rest: &str) {
        let columns = self
            .columns
            .saturating_sub(crate::text::width(first))
            .max(1);
        for (n, span) in wrap(text, columns).into_iter().enumerate() {
            let indent = if n == 0 { first } else { rest };
            self.push(
                part,
                format!("{indent}{}", &text[span.start..span.end]),
                span,
            );
        }
    }

    fn body(&mut self, body: &str) {
        for span in wrap(body, self.columns) {
            let text = body[span.start..span.end].replace('\n', " ");
            let part = if text.is_empty() {
                Part::Blank
            } else {
                Part::Body
            };
            self.push(part, text, span);
        }
    }
}
