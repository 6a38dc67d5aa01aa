//! Why a link is one: its reasons, and the score part by part.

use ratatui::Frame;
use ratatui::style::Style;

use super::Theme;
use super::sheet::{WIDEST, sheet};
use super::text::line;
use crate::app::{LinkedTarget, Model};
use crate::related::{Related, Score};
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

fn rows(related: &Related, width: usize, theme: &Theme) -> Vec<(String, Style)> {
    let mut rows = Vec::new();
    let mut say = |text: &str, style: Style| {
        for l in wrap(text, width) {
            rows.push((text[l.start..l.end].to_owned(), style));
        }
    };
    say(&related.row.headline, theme.title);
    let mut reasons = related.reasons.clone();
    if let (Some(kind), true) = (related.kind, reasons.is_empty()) {
        reasons.push(format!("stated: {}: {}", kind.label(), related.why));
    }
    for reason in &reasons {
        say(&format!("· {reason}"), theme.text);
    }
    if !related.gap.is_empty() {
        say(&format!("· {}", related.gap), theme.text);
    }
    say("", theme.text);
    match related.score {
        Some(score) => {
            for row in table(score) {
                say(&row, theme.text);
            }
        }
        None => say("Nothing but this ties the two together so far.", theme.dim),
    }
    rows
}

/// Each part with its value, its weight and what it adds.
fn table(score: Score) -> Vec<String> {
    let mut rows = Vec::new();
    for (name, value, weight) in score.weighed() {
        let adds = value * weight;
        rows.push(format!(
            "{name:<20}{value:>6.2} × {weight:>5.2} = {adds:>6.3}"
        ));
    }
    rows.push(format!(
        "{:<20}{:>16} {:>6.2}",
        "time leaves", "×", score.time
    ));
    rows.push(format!(
        "{:<20}{:>16} {:>6.3}",
        "together",
        "=",
        score.total()
    ));
    rows
}
