//! The header: the program, the collection, and how much of it is unread.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Theme;
use super::text::{inset, line};
use crate::app::Model;
use crate::text::width;

pub(super) fn paint(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let area = inset(area);
    let right = summary(model);
    let room = usize::from(area.width);
    let left = width("backstory") + 3 + width(&model.title);
    line(
        frame,
        area,
        0,
        &[
            ("backstory", theme.title),
            ("   ", theme.text),
            (&model.title, theme.text),
        ],
    );
    if left + 2 + width(&right) <= room {
        let at = Rect {
            x: area.right() - width(&right) as u16,
            width: width(&right) as u16,
            ..area
        };
        line(frame, at, 0, &[(&right, theme.dim)]);
    }
}

fn summary(model: &Model) -> String {
    let counts = model.counts;
    if let Some(progress) = model.indexing {
        let percent = progress.done * 100 / progress.of.max(1);
        return format!("{} stories · indexing {percent}%", grouped(counts.stories));
    }
    let stories = if counts.stories == 1 {
        "story"
    } else {
        "stories"
    };
    format!(
        "{} {stories} · {} unread",
        grouped(counts.stories),
        grouped(counts.unread)
    )
}

/// Digits in groups of three: `1,000,000`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.char_indices() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
