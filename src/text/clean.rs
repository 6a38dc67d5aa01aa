//! Text from outside made safe for a terminal: no control characters, no escape sequences, no bidi overrides.
//!
//! Escape sequences are removed whole (ECMA-48 §5.4 and §5.6), so that their parameters leave no junk behind.

use std::borrow::Cow;

use super::Origins;

/// One line: every run of white space is one blank, none at the ends.
pub fn clean_line(text: &str) -> String {
    let (safe, _) = strip(text);
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
    traced_block(text).0
}

/// What [`clean_block`] gives, and where in `text` each byte of it stood.
pub fn traced_block(text: &str) -> (String, Origins) {
    let (safe, from) = strip(text);
    let mut block = String::with_capacity(safe.len());
    let mut origins = Origins::default();
    let (mut blank, mut at) = (false, 0);
    for whole in safe.split('\n') {
        let line = whole.trim();
        let start = at + (whole.len() - whole.trim_start().len());
        at += whole.len() + 1;
        if line.is_empty() {
            blank = !block.is_empty();
            continue;
        }
        if !block.is_empty() {
            let breaks = if blank { "\n\n" } else { "\n" };
            block.push_str(breaks);
            origins.add(breaks.len(), origins.end()..from.span(start, start).0);
        }
        block.push_str(line);
        origins.add_part(&from, start..start + line.len());
        blank = false;
    }
    (block, origins)
}

/// Whether a character steers the terminal, or changes how the text around it is drawn.
pub fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || is_invisible(c)
}

fn strip(text: &str) -> (Cow<'_, str>, Origins) {
    // Most texts are plain, and cleaned on every way in: from files, and from the library.
    let plain = |b: u8| matches!(b, b' '..=b'~' | b'\n');
    let mut origins = Origins::default();
    if text.bytes().all(plain) {
        origins.add(text.len(), 0..text.len());
        return (Cow::Borrowed(text), origins);
    }
    let mut safe = String::with_capacity(text.len());
    let mut rest = Rest { text, at: 0 };
    loop {
        let from = rest.at;
        let Some(c) = rest.next() else {
            return (Cow::Owned(safe), origins);
        };
        let kept = match c {
            '\r' if rest.peek() == Some('\n') => continue,
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\t' | '\u{b}' | '\u{c}' => ' ',
            c if steers(c) => {
                skip_sequence(c, &mut rest);
                continue;
            }
            c => c,
        };
        safe.push(kept);
        origins.add(kept.len_utf8(), from..rest.at);
    }
}

/// What of a text is still to be read.
struct Rest<'t> {
    text: &'t str,
    at: usize,
}

impl Rest<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn next(&mut self) -> Option<char> {
        self.next_if(|_| true)
    }

    fn next_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let next = self.peek().filter(|c| wanted(*c))?;
        self.at += next.len_utf8();
        Some(next)
    }
}

/// Marks that change how the text around them is drawn, or draw nothing at all.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Passes over what belongs to a character that steers.
fn skip_sequence(begin: char, rest: &mut Rest<'_>) {
    match begin {
        '\u{1b}' => skip_escape(rest),
        '\u{9b}' => skip_control_sequence(rest),
        '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => skip_string(rest),
        _ => {}
    }
}

fn skip_escape(rest: &mut Rest<'_>) {
    match rest.peek() {
        Some('[') => {
            rest.next();
            skip_control_sequence(rest);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => skip_string(rest),
        Some(' '..='/') => {
            while rest.next_if(|c| (' '..='/').contains(&c)).is_some() {}
            rest.next_if(|c| ('0'..='~').contains(&c));
        }
        Some('0'..='~') => {
            rest.next();
        }
        _ => {}
    }
}

fn skip_control_sequence(rest: &mut Rest<'_>) {
    while rest.next_if(|c| (' '..='?').contains(&c)).is_some() {}
    rest.next_if(|c| ('@'..='~').contains(&c));
}

/// A string runs to BEL, ST or the end of its line: an unclosed one must not swallow a whole story.
fn skip_string(rest: &mut Rest<'_>) {
    while let Some(c) = rest.next_if(|c| c != '\n') {
        match c {
            '\u{7}' | '\u{9c}' => return,
            '\u{1b}' => {
                rest.next_if(|c| c == '\\');
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
