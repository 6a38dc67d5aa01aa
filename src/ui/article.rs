//! The article pane: the lines of the story, with mentions, matches and the focus in their styles.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Theme;
use super::text::line;
use crate::app::{Article, Model, Part, TextLine};

pub(super) fn paint(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let Some(article) = &model.article else {
        return welcome(model, theme, frame, area);
    };
    let column = column(model, area);
    let styles = spans(article, model, theme);
    let shown = article
        .lines
        .iter()
        .skip(article.scroll)
        .take(area.height.into());
    for (n, text) in (0..).zip(shown) {
        match text.part {
            Part::Body => body(frame, column, n, text, article, &styles),
            part => line(frame, column, n, &[(&text.text, style(part, theme))]),
        }
    }
}

/// Where the text stands: in the middle of its pane.
fn column(model: &Model, area: Rect) -> Rect {
    let width = Article::columns(area.width.into(), model.text_width) as u16;
    Rect {
        x: area.x + (area.width.saturating_sub(width)) / 2,
        width: width.min(area.width),
        ..area
    }
}

fn welcome(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    if model.counts.stories > 0 {
        return;
    }
    let area = super::text::inset(area);
    let lines = [
        ("This library is empty.", theme.title),
        ("", theme.text),
        ("Stories come from files:", theme.text),
        ("  backstory import FILE…", theme.key),
        ("", theme.text),
        ("README.md tells how to make one.", theme.dim),
    ];
    for (n, (text, style)) in (1..).zip(lines) {
        line(frame, area, n, &[(text, style)]);
    }
}

fn style(part: Part, theme: &Theme) -> Style {
    match part {
        Part::Headline => theme.headline,
        Part::Dateline | Part::Address => theme.dim,
        Part::Summary => theme.text.add_modifier(ratatui::style::Modifier::ITALIC),
        Part::Heading => theme.heading,
        Part::Disagreement => theme.warning,
        Part::Body | Part::Source | Part::Blank => theme.text,
    }
}

/// Styled byte spans of the body; later ones lie over earlier ones.
fn spans(article: &Article, model: &Model, theme: &Theme) -> Vec<(usize, usize, Style)> {
    let context = &article.context;
    let mut spans = Vec::new();
    for named in &context.named {
        let mut style = theme.kind(named.kind);
        if model.entity.as_ref() == Some(&named.who) {
            style = style.patch(theme.chosen);
        }
        spans.extend(named.spans.iter().map(|(start, end)| (*start, *end, style)));
    }
    spans.extend(article.matches.iter().map(|m| (m.0, m.1, theme.found)));
    spans.extend(article.focus.map(|f| (f.0, f.1, theme.focus)));
    spans
}

fn body(
    frame: &mut Frame<'_>,
    column: Rect,
    n: u16,
    text: &TextLine,
    article: &Article,
    spans: &[(usize, usize, Style)],
) {
    line(frame, column, n, &[(&text.text, Style::new())]);
    let body = article.body();
    for (start, end, style) in spans {
        let (start, end) = ((*start).max(text.span.start), (*end).min(text.span.end));
        if start >= end {
            continue;
        }
        let before = crate::text::width(&body[text.span.start..start]) as u16;
        let wide = crate::text::width(&body[start..end]) as u16;
        let at = Rect {
            x: column.x + before,
            y: column.y + n,
            width: wide,
            height: 1,
        };
        frame
            .buffer_mut()
            .set_style(at.intersection(column), *style);
    }
}
