//! The linked pane: names with their counts, related incidents with their reasons.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Theme;
use super::header::grouped;
use super::text::{line, row};
use crate::app::{LinkedLine, Model, Pane};
use crate::related::{Context, Related};
use crate::text::width;

pub(super) fn paint(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let Some(article) = &model.article else {
        return;
    };
    let context = &article.context;
    let (names, related) = model
        .linked
        .shown(context, area.width.into(), area.height.into());
    if names.is_empty() && related.is_empty() {
        line(
            frame,
            area,
            0,
            &[(" No names and no links are known.", theme.dim)],
        );
        return;
    }
    let gap = (!names.is_empty() && !related.is_empty()).then_some(LinkedLine::Blank);
    for (n, item) in (0..).zip(names.iter().chain(&gap).chain(&related)) {
        let under = model.pane == Pane::Linked
            && item.item(context.named.len()) == Some(model.linked.cursor);
        paint_line(model, theme, frame, area, n, item, context, under);
        if under {
            frame.buffer_mut().set_style(row(area, n), theme.cursor);
        }
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "a painter needs where, what and how"
)]
fn paint_line(
    model: &Model,
    theme: &Theme,
    frame: &mut Frame<'_>,
    area: Rect,
    n: u16,
    item: &LinkedLine,
    context: &Context,
    under: bool,
) {
    let dim = if under { Style::new() } else { theme.dim };
    match item {
        LinkedLine::Heading(text) => line(
            frame,
            area,
            n,
            &[(" ", theme.heading), (text, theme.heading)],
        ),
        LinkedLine::Entity(i) => entity(model, theme, frame, area, n, &context.named[*i], under),
        LinkedLine::When(i) => {
            let related = &context.related[*i];
            let arrow = if related.earlier { "◂ " } else { "▸ " };
            let dot = if related.row.read { " " } else { "●" };
            let date = related
                .row
                .date
                .map(crate::story::PartialDate::long)
                .unwrap_or_default();
            let gap = gap(related);
            line(
                frame,
                area,
                n,
                &[
                    (dot, if under { dim } else { theme.unread }),
                    (arrow, if under { dim } else { theme.key }),
                    (&date, theme.title),
                    (&gap, dim),
                ],
            );
        }
        LinkedLine::Headline(_, text) => {
            line(frame, area, n, &[("   ", theme.text), (text, theme.text)]);
        }
        LinkedLine::Why(_, text) => line(frame, area, n, &[("   ", dim), (text, dim)]),
        LinkedLine::Blank => {}
    }
}

fn gap(related: &Related) -> String {
    let dot = if related.gap.is_empty() { "" } else { " · " };
    format!("{dot}{}", related.gap)
}

fn entity(
    model: &Model,
    theme: &Theme,
    frame: &mut Frame<'_>,
    area: Rect,
    n: u16,
    named: &crate::related::Named,
    under: bool,
) {
    let counts = format!("{} · {} ", named.here, grouped(named.everywhere));
    let style = if under {
        Style::new()
    } else if model.entity == Some(named.key) {
        theme.kind(named.kind).patch(theme.chosen)
    } else {
        theme.kind(named.kind)
    };
    let room = usize::from(area.width).saturating_sub(width(&counts) + 1);
    let left = Rect {
        width: room as u16,
        ..area
    };
    line(
        frame,
        left,
        n,
        &[("   ", theme.text), (&named.label, style)],
    );
    let right = Rect {
        x: area.right() - (width(&counts) as u16).min(area.width),
        width: (width(&counts) as u16).min(area.width),
        ..area
    };
    let dim = if under { Style::new() } else { theme.dim };
    line(frame, right, n, &[(&counts, dim)]);
}
