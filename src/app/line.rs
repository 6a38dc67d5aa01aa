//! A line of text being typed, with its cursor.

use unicode_segmentation::UnicodeSegmentation;

/// The longest query that can be typed (bytes).
const LONGEST: usize = 1_000;

/// Text and a cursor between two of its characters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineEdit {
    pub text: String,
    /// A byte offset into the text, on a character's edge.
    pub cursor: usize,
}

impl LineEdit {
    pub fn insert(&mut self, c: char) {
        if c.is_control() || self.text.len() + c.len_utf8() > LONGEST {
            return;
        }
        self.text.insert(self.cursor, c);
        self.cursor += c.len_utf8();
    }

    pub fn left(&mut self) {
        self.cursor = self.before();
    }

    pub fn right(&mut self) {
        self.cursor = self.after();
    }

    pub fn start(&mut self) {
        self.cursor = 0;
    }

    pub fn end(&mut self) {
        self.cursor = self.text.len();
    }

    pub fn erase_before(&mut self) {
        self.erase_from(self.before());
    }

    pub fn erase_after(&mut self) {
        self.text.replace_range(self.cursor..self.after(), "");
    }

    /// Erases the word before the cursor and the blanks behind it.
    pub fn erase_word(&mut self) {
        let kept = self.text[..self.cursor].trim_end();
        let start = kept.rfind(char::is_whitespace).map_or(0, |blank| {
            blank + kept[blank..].chars().next().map_or(1, char::len_utf8)
        });
        self.erase_from(start);
    }

    /// Erases everything before the cursor.
    pub fn erase_line(&mut self) {
        self.erase_from(0);
    }

    fn erase_from(&mut self, start: usize) {
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
    }

    fn before(&self) -> usize {
        let last = self.text[..self.cursor].graphemes(true).next_back();
        self.cursor - last.map_or(0, str::len)
    }

    fn after(&self) -> usize {
        let next = self.text[self.cursor..].graphemes(true).next();
        self.cursor + next.map_or(0, str::len)
    }
}
