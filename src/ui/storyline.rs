//! The storyline strip: the incidents of the storyline by year and month, the open one in brackets.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Theme;
use super::text::{inset, line};
use crate::app::{Model, strip_nodes};
use crate::related::Node;
use crate::text::width;

pub(super) fn paint(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let (Some(storyline), Some(article)) = (&model.storyline, &model.article) else {
        return;
    };
    let area = inset(area);
    let current = storyline.position(article.id()).unwrap_or(0);
    let (first, end) = strip_nodes(storyline, current, area.width.into());
    let mut pieces: Vec<(String, _)> = Vec::new();
    if first > 0 {
        pieces.push((format!("‹{first} "), theme.dim));
    }
    let mut year = None;
    for (i, node) in storyline.nodes.iter().enumerate().take(end).skip(first) {
        let this = node.from.map(crate::story::PartialDate::year);
        if i > first {
            pieces.push((if this == year { "──" } else { "── " }.into(), theme.rule));
        }
        if this != year {
            pieces.push((
                format!("{} ", this.map_or("?".into(), |y| y.to_string())),
                theme.heading,
            ));
            year = this;
        }
        let label = label(node);
        pieces.push(match &node.story {
            Some(_) if i == current => (format!("[{label}◉]"), theme.unread),
            Some(row) if row.id == storyline.anchor => (format!("{label}◆"), theme.unread),
            Some(_) => (format!("{label}●"), theme.text),
            None => (format!("{label}○"), theme.dim),
        });
    }
    let hidden = storyline.nodes.len() - end;
    if hidden > 0 {
        pieces.push((format!(" {hidden}›"), theme.dim));
    }
    let used: usize = pieces.iter().map(|(text, _)| width(text)).sum();
    let before = storyline.nodes.iter().take(current + 1);
    let total = format!(
        "  {} of {} in this storyline",
        before.filter(|node| node.story.is_some()).count(),
        storyline.stories().count()
    );
    if used + width(&total) <= usize::from(area.width) {
        pieces.push((total, theme.dim));
    }
    let pieces: Vec<_> = pieces
        .iter()
        .map(|(text, style)| (text.as_str(), *style))
        .collect();
    line(frame, area, 0, &pieces);
}

fn label(node: &Node) -> &'static str {
    node.from
        .and_then(crate::story::PartialDate::month_name)
        .unwrap_or("")
}
