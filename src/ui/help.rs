//! The help: the key table, group by group.

use ratatui::Frame;

use super::Theme;
use super::sheet::sheet;
use super::text::line;
use crate::keymap::{BINDINGS, Group};
use crate::text::wrap;

pub(super) fn paint(scroll: usize, theme: &Theme, frame: &mut Frame<'_>) {
    let inner = sheet(theme, frame, " Keys ", u16::MAX);
    let rows = rows(inner.width.into());
    let top = scroll.min(rows.len().saturating_sub(inner.height.into()));
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
