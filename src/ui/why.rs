//! Why a link is one: its reasons, and the score part by part.

use ratatui::Frame;
use ratatui::style::Style;

use super::Theme;
use super::sheet::{WIDEST, sheet};
use super::text::line;
use crate::app::{LinkedTarget, Model};
use crate::related::{Related, STATED, Score};
use crate::text::wrap;

pub(super) fn paint(model: &Model, scroll: usize, theme: &Theme, frame: &mut Frame<'_>) {
    let article = model.article.as_ref();
    let target = article.and_then(|a| model.linked.target(&a.context));
    let Some(related) = target.and_then(LinkedTarget::link) else {
        return;
    };
    let width = usize::from(frame.area().width.min(WIDEST).saturating_sub(4)).max(1);
    let rows = rows(related, width, theme);
    let inner = sheet(theme, frame, " Why ", rows.len() as u16);
    let top = scroll.min(rows.len().saturating_sub(inner.height.into()));
    for (n, (text, style)) in (0..).zip(rows.iter().skip(top).take(inner.height.into())) {
        line(frame, inner, n, &[(" ", theme.text), (text, *style)]);
    }
}

/// Narrower than this there is room for what a part adds, not for how.
const WHOLE: usize = 43;

fn rows(related: &Related, width: usize, theme: &Theme) -> Vec<(String, Style)> {
    let mut rows = Vec::new();
    let mut say = |bullet: &str, text: &str, style: Style| {
        for (n, l) in wrap(text, width.saturating_sub(bullet.len()))
            .iter()
            .enumerate()
        {
            let blank = " ".repeat(bullet.chars().count());
            let before = if n == 0 { bullet } else { &blank };
            rows.push((format!("{before}{}", &text[l.start..l.end]), style));
        }
    };
    say("", &related.row.headline, theme.title);
    let stated = related.kind.filter(|_| related.reasons.is_empty());
    let stated = stated.map(|kind| format!("stated: {}: {}", kind.label(), related.why));
    let gap = Some(&related.gap).filter(|gap| !gap.is_empty());
    for reason in related.reasons.iter().chain(&stated).chain(gap) {
        say("· ", reason, theme.text);
    }
    say("", "", theme.text);
    match related.score {
        Some(score) => {
            rows.extend(table(score, related.kind.is_some(), width).map(|row| (row, theme.text)));
        }
        None => say(
            "",
            "Nothing but this ties the two together so far.",
            theme.dim,
        ),
    }
    rows
}

/// Each part with its value, its weight and what it adds.
fn table(score: Score, stated: bool, width: usize) -> impl Iterator<Item = String> {
    let whole = width >= WHOLE;
    let row = move |name: &str, how: &str, adds: String| {
        if whole {
            format!("{name:<20}{how:>16} {adds:>6}")
        } else {
            format!("{name:<20}{adds:>8}")
        }
    };
    let parts = score
        .weighed()
        .into_iter()
        .map(move |(name, value, weight)| {
            let how = format!("{value:.2} × {weight:>5.2} =");
            row(name, &how, format!("{:.3}", value * weight))
        });
    let time = row("time leaves", "×", format!("{:.2}", score.time));
    let said = stated.then(|| row("stated", "+", format!("{STATED:.3}")));
    let total = score.total() + if stated { STATED } else { 0.0 };
    let together = row("together", "=", format!("{total:.3}"));
    parts.chain([time]).chain(said).chain([together])
}
