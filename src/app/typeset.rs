//! A story set in lines of one width: headline, dateline, text, disagreements and sources. Where it is scrolled to is
//! [`super::article`]'s.

use crate::related::Context;
use crate::text::{Line, wrap};

/// How fast people read (words): Brysbaert 2019, doi:10.1016/j.jml.2019.104047, gives 238 for English prose.
const WORDS_A_MINUTE: usize = 238;

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

/// The lines of a story for a text of so many columns.
pub(super) fn typeset(context: &Context, columns: usize) -> Vec<TextLine> {
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
