//! Text from outside made safe for a terminal: no control characters, no escape sequences, no bidi overrides.
//!
//! Escape sequences are removed whole (ECMA-48 §5.4 and §5.6), so that their parameters leave no junk behind.

use std::borrow::Cow;
use std::iter::Peekable;
use std::str::Chars;

/// One line: every run of white space is one blank, none at the ends.
pub fn clean_line(text: &str) -> String {
    let safe = strip(text);
    let mut line = String::with_capacity(safe.len());
    for word in safe.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Paragraphs: lines keep their ends, blank lines between paragraphs are one, none at the ends.
pub fn clean_block(text: &str) -> String {
    let safe = strip(text);
    let mut block = String::with_capacity(safe.len());
    let mut blank = false;
    for line in safe.lines().map(str::trim) {
        if line.is_empty() {
            blank = !block.is_empty();
            continue;
        }
        if !block.is_empty() {
            block.push_str(if blank { "\n\n" } else { "\n" });
        }
        block.push_str(line);
        blank = false;
    }
    block
}

/// Whether a character steers the terminal, or changes how the text around it is drawn.
pub fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || is_invisible(c)
}

fn strip(text: &str) -> Cow<'_, str> {
    // Most texts are plain, and cleaned on every way in: from files, and from the library.
    let plain = |b: u8| matches!(b, b' '..=b'~' | b'\n');
    if text.bytes().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{1b}' => skip_escape(&mut chars),
            '\u{9b}' => skip_control_sequence(&mut chars),
            '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => skip_string(&mut chars),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => safe.push('\n'),
            '\t' | '\u{b}' | '\u{c}' => safe.push(' '),
            c if c.is_control() || is_invisible(c) => {}
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// Marks that change how the text around them is drawn, or draw nothing at all.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn skip_escape(chars: &mut Peekable<Chars<'_>>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            skip_control_sequence(chars);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => skip_string(chars),
        Some(' '..='/') => {
            while chars.next_if(|c| (' '..='/').contains(c)).is_some() {}
            chars.next_if(|c| ('0'..='~').contains(c));
        }
        Some('0'..='~') => {
            chars.next();
        }
        _ => {}
    }
}

fn skip_control_sequence(chars: &mut Peekable<Chars<'_>>) {
    while chars.next_if(|c| (' '..='?').contains(c)).is_some() {}
    chars.next_if(|c| ('@'..='~').contains(c));
}

/// A string runs to BEL, ST or the end of its line: an unclosed one must not swallow a whole story.
fn skip_string(chars: &mut Peekable<Chars<'_>>) {
    while let Some(c) = chars.next_if(|c| *c != '\n') {
        match c {
            '\u{7}' | '\u{9c}' => return,
            '\u{1b}' => {
                chars.next_if(|c| *c == '\\');
                return;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_escape_sequences_whole() {
        assert_eq!(clean_line("a\u{1b}[31;1mred\u{1b}[0m b"), "ared b");
        assert_eq!(
            clean_line("\u{1b}]8;;http://x\u{7}link\u{1b}]8;;\u{1b}\\ z"),
            "link z"
        );
        assert_eq!(clean_line("\u{9b}2Jx\u{1b}(By\u{1b}cz"), "xyz");
        assert_eq!(clean_block("a\u{1b}]0;title\nnext"), "a\nnext");
    }

    #[test]
    fn removes_controls_and_bidi_overrides() {
        assert_eq!(
            clean_line("a\u{0}b\u{7f}c\u{202e}d\u{200b}e\u{85}f"),
            "abcde f"
        );
        assert_eq!(clean_line("  two\t\n words "), "two words");
    }

    #[test]
    fn keeps_paragraphs() {
        assert_eq!(clean_block("\n\n a\r\nb \n\n \n\nc\n"), "a\nb\n\nc");
    }
}
