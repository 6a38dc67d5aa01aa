//! The linked pane: names with their counts, amounts and dates, related incidents with their reasons.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Theme;
use super::header::grouped;
use super::text::{line, row};
use crate::app::{LinkedLine, LinkedPart, LinkedTarget, Model, Pane, target};
use crate::related::{Detail, Named, Node, Related};
use crate::story::PartialDate;
use crate::text::width;

pub(super) fn paint(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let Some(article) = &model.article else {
        return;
    };
    let lines = model
        .linked
        .shown(&article.context, area.width.into(), area.height.into());
    if lines.is_empty() {
        let none = " No names and no links are known.";
        return line(frame, area, 0, &[(none, theme.dim)]);
    }
    for (n, item) in (0..).zip(&lines) {
        let at = row(area, n);
        let under = model.pane == Pane::Linked && item.item == Some(model.linked.cursor);
        let target = item.item.and_then(|i| target(&article.context, i));
        Line {
            model,
            theme,
            at,
            under,
        }
        .paint(frame, item, target);
        if under {
            frame.buffer_mut().set_style(at, theme.cursor);
        }
    }
}

/// One line of the pane, and where it goes.
struct Line<'p> {
    model: &'p Model,
    theme: &'p Theme,
    at: Rect,
    /// Whether the cursor stands on it: its style is then the cursor's.
    under: bool,
}

impl Line<'_> {
    fn paint(&self, frame: &mut Frame<'_>, item: &LinkedLine, target: Option<LinkedTarget<'_>>) {
        let (theme, dim) = (self.theme, self.plain(self.theme.dim));
        match (&item.part, target) {
            (LinkedPart::Heading(text), _) => {
                line(
                    frame,
                    self.at,
                    0,
                    &[(" ", theme.heading), (text, theme.heading)],
                );
            }
            (LinkedPart::Name, Some(LinkedTarget::Named(named))) => self.name(frame, named),
            (
                LinkedPart::Detail,
                Some(LinkedTarget::Money(detail) | LinkedTarget::Date(detail)),
            ) => {
                self.detail(frame, detail);
            }
            (
                LinkedPart::When,
                Some(LinkedTarget::Copy(related) | LinkedTarget::Related(related)),
            ) => self.when(frame, related),
            (LinkedPart::When, Some(LinkedTarget::Mentioned(node))) => {
                self.mentioned(frame, node);
            }
            (LinkedPart::Headline(text), _) => {
                line(
                    frame,
                    self.at,
                    0,
                    &[("   ", theme.text), (text, theme.text)],
                );
            }
            (LinkedPart::Why(text), _) => line(frame, self.at, 0, &[("   ", dim), (text, dim)]),
            _ => {}
        }
    }

    fn plain(&self, style: Style) -> Style {
        if self.under { Style::new() } else { style }
    }

    fn when(&self, frame: &mut Frame<'_>, related: &Related) {
        let arrow = if related.earlier { "◂ " } else { "▸ " };
        let dot = if related.row.read { " " } else { "●" };
        let date = related.row.date.map(PartialDate::long).unwrap_or_default();
        let between = if related.gap.is_empty() { "" } else { " · " };
        let pieces = [
            (dot, self.plain(self.theme.unread)),
            (arrow, self.plain(self.theme.key)),
            (&date, self.theme.title),
            (between, self.plain(self.theme.dim)),
            (&related.gap, self.plain(self.theme.dim)),
        ];
        line(frame, self.at, 0, &pieces);
    }

    fn mentioned(&self, frame: &mut Frame<'_>, node: &Node) {
        let date = node.when();
        let pieces = [
            (" ○ ", self.plain(self.theme.key)),
            (&date, self.theme.title),
        ];
        line(frame, self.at, 0, &pieces);
    }

    fn detail(&self, frame: &mut Frame<'_>, detail: &Detail) {
        let here = match detail.spans.len() {
            0 | 1 => String::new(),
            n => n.to_string(),
        };
        self.counted(frame, &detail.label, self.theme.text, &here);
    }

    fn name(&self, frame: &mut Frame<'_>, named: &Named) {
        let here = named.spans.len();
        let counts = match named.everywhere {
            Some(everywhere) => format!("{here} · {}", grouped(everywhere)),
            None => here.to_string(),
        };
        let mut style = self.theme.kind(named.kind);
        if self.model.entity.as_ref() == Some(&named.who) {
            style = style.patch(self.theme.chosen);
        }
        self.counted(frame, &named.label, self.plain(style), &counts);
    }

    /// Something on the left and its count on the right.
    fn counted(&self, frame: &mut Frame<'_>, text: &str, style: Style, count: &str) {
        let count = format!("{count} ");
        let wide = (width(&count) as u16).min(self.at.width);
        let left = Rect {
            width: self.at.width.saturating_sub(wide + 1),
            ..self.at
        };
        line(frame, left, 0, &[("   ", self.theme.text), (text, style)]);
        let right = Rect {
            x: self.at.right() - wide,
            width: wide,
            ..self.at
        };
        line(frame, right, 0, &[(&count, self.plain(self.theme.dim))]);
    }
}
