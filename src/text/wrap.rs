//! Text in lines of a width that terminals count: columns, where a CJK character takes two.

use std::borrow::Cow;

use textwrap::{Options, WordSeparator, WrapAlgorithm};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A line's bytes in the text that was wrapped; empty between paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub start: usize,
    /// The first byte after the line.
    pub end: usize,
}

/// The columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The columns a character takes; none for one that joins the one before it, or steers the terminal.
pub fn char_width(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// Lines of at most `columns`, one empty line between paragraphs (which a blank line ends; a single line end is a blank).
/// A word longer than a line is broken.
pub fn wrap(text: &str, columns: usize) -> Vec<Line> {
    // The rules for every script (UAX #14) cost ten times as much, and in plain English break in the same places.
    let separator = if text.is_ascii() {
        WordSeparator::AsciiSpace
    } else {
        WordSeparator::UnicodeBreakProperties
    };
    let options = Options::new(columns.max(1))
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_separator(separator);
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        if start > 0 {
            lines.push(Line { start, end: start });
        }
        // A blank is as long as the line end it stands for: offsets stay those of the text.
        let flat = paragraph.replace('\n', " ");
        for piece in textwrap::wrap(&flat, &options) {
            let (from, len) = span_of(&flat, &piece);
            lines.push(Line {
                start: start + from,
                end: start + from + len,
            });
        }
        start += paragraph.len() + 2;
    }
    lines
}

/// Where a wrapped piece stands in its paragraph: pieces are borrowed from it, since nothing is inserted.
fn span_of(paragraph: &str, piece: &str) -> (usize, usize) {
    let offset = (piece.as_ptr() as usize).wrapping_sub(paragraph.as_ptr() as usize);
    if offset <= paragraph.len() && offset + piece.len() <= paragraph.len() {
        return (offset, piece.len());
    }
    (
        paragraph.find(piece).unwrap_or(0),
        piece.len().min(paragraph.len()),
    )
}

/// The text in at most `columns`, its end replaced by `…` where it is longer.
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut short = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used >= columns {
            break;
        }
        short.push_str(grapheme);
    }
    if columns > 0 {
        let kept = short.trim_end().len();
        short.truncate(kept);
        short.push('…');
    }
    Cow::Owned(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, columns)
            .iter()
            .map(|l| &text[l.start..l.end])
            .collect()
    }

    #[test]
    fn lines_are_spans_of_the_text() {
        assert_eq!(
            texts("one two\nthree\n\nfour", 9),
            ["one two", "three", "", "four"]
        );
        assert_eq!(texts("徐明星徐明星", 4), ["徐明", "星徐", "明星"]);
        assert_eq!(texts("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(texts("", 3), [""]);
    }

    #[test]
    fn truncates_by_columns() {
        assert_eq!(truncate("Group forces its way", 9), "Group fo…");
        assert_eq!(truncate("徐明星徐明星", 6), "徐明…");
        assert_eq!(truncate("abc", 0), "");
        assert_eq!(truncate("abc", 3), "abc");
    }
}
