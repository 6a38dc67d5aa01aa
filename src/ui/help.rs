//! The help: the key table, group by group.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear};

use super::Theme;
use super::text::line;
use crate::app::Help;
use crate::keymap::{BINDINGS, Group};
use crate::text::wrap;

pub(super) fn paint(help: Help, theme: &Theme, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let (width, height) = (screen.width.min(76), screen.height.saturating_sub(2));
    let area = Rect {
        x: (screen.width - width) / 2,
        y: (screen.height - height) / 2,
        width,
        height,
    };
    frame.render_widget(Clear, area);
    let block = Block::bordered()
        .title(" Keys ")
        .title_bottom(" j k scroll · Esc leave ")
        .border_style(theme.rule)
        .title_style(theme.title);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let rows = rows(inner.width.into());
    let top = help
        .scroll
        .min(rows.len().saturating_sub(inner.height.into()));
    for (n, row) in (0..).zip(rows.iter().skip(top).take(inner.height.into())) {
        match row {
            Row::Group(title) => line(
                frame,
                inner,
                n,
                &[(" ", theme.heading), (title, theme.heading)],
            ),
            Row::Key(keys, title) => {
                line(frame, inner, n, &[(keys, theme.key), (title, theme.text)]);
            }
            Row::Blank => {}
        }
    }
}

enum Row {
    Group(&'static str),
    Key(String, String),
    Blank,
}

fn rows(width: usize) -> Vec<Row> {
    const KEYS: usize = 22;
    let mut rows = Vec::new();
    for group in Group::ALL {
        if !rows.is_empty() {
            rows.push(Row::Blank);
        }
        rows.push(Row::Group(group.title()));
        for binding in BINDINGS.iter().filter(|b| b.group == group) {
            let room = width.saturating_sub(KEYS + 1).max(8);
            for (n, part) in wrap(binding.title, room).into_iter().enumerate() {
                let keys = if n == 0 { binding.names } else { "" };
                let pad = KEYS.saturating_sub(crate::text::width(keys) + 3);
                let keys = format!("   {keys}{}", " ".repeat(pad.max(1)));
                rows.push(Row::Key(
                    keys,
                    binding.title[part.start..part.end].to_owned(),
                ));
            }
        }
    }
    rows
}
