//! Sentences with their byte spans. It goes by marks and capitals alone and knows no grammar.

use std::ops::Range;

/// Words whose full stop ends no sentence, in lower case: a name or a number follows them.
const BEFORE_NAMES: [&str; 44] = [
    "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "gen", "col", "maj", "capt", "cmdr", "lt",
    "sgt", "cpl", "pvt", "det", "insp", "supt", "sen", "rep", "gov", "pres", "atty", "fr", "st",
    "mt", "ft", "messrs", "mme", "mlle", "no", "nos", "vol", "fig", "p", "pp", "art", "vs", "v",
    "approx", "ca", "e.g", "i.e",
];

/// Words whose full stop ends a sentence only where a common word with a capital follows.
const SHORT: [&str; 53] = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon",
    "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "inc", "ltd", "corp", "co",
    "cos", "bros", "plc", "llc", "jr", "sr", "etc", "al", "est", "dept", "univ", "ave", "blvd",
    "rd", "calif", "fla", "tex", "mass", "conn", "okla", "colo", "ariz", "wash", "mich", "minn",
    "tenn", "ala",
];

/// Words that often begin a sentence and seldom a name.
const OPENERS: [&str; 62] = [
    "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their",
    "our", "this", "that", "these", "those", "there", "in", "on", "at", "by", "for", "from",
    "with", "after", "before", "but", "and", "as", "if", "when", "while", "where", "who", "what",
    "police", "however", "no", "not", "one", "two", "three", "both", "some", "many", "most", "all",
    "another", "since", "during", "under", "later", "last", "then", "to", "officers", "also",
    "more", "about",
];

/// The sentences of a text in order, without the white space around them. A blank line always ends one.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut list = Vec::with_capacity(text.len() / 100 + 1);
    let mut start = 0;
    let mut gap = Gap::default();
    for (at, c) in text.char_indices() {
        let end = match c {
            // In "Really?!" the first mark has already taken the second.
            _ if at < start => None,
            '.' | '!' | '?' | '…' => gap.end_after(text, start, at),
            '。' | '！' | '？' => Some(after_closers(text, at + c.len_utf8())),
            '\n' if blank_line(&text[at + 1..]) => Some(at),
            _ => None,
        };
        if let Some(end) = end {
            push(&mut list, text, start..end);
            start = end;
        }
    }
    push(&mut list, text, start..text.len());
    list
}

fn push(list: &mut Vec<Range<usize>>, text: &str, span: Range<usize>) {
    let piece = &text[span.clone()];
    let start = span.start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    if start < end {
        list.push(start..end);
    }
}

fn blank_line(rest: &str) -> bool {
    let line = rest.find('\n').map_or(rest, |end| &rest[..end]);
    line.trim().is_empty()
}

/// The end of quotes and brackets that close behind a mark.
fn after_closers(text: &str, mut at: usize) -> usize {
    while let Some(c) = text[at..].chars().next() {
        if !matches!(
            c,
            '.' | '!' | '?' | '…' | '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '」' | '』' | '）'
        ) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// What stands behind the last mark that was looked at. It is the same for all marks of one run, however long that is.
#[derive(Default)]
struct Gap {
    /// The end of quotes and brackets that close behind the mark.
    end: usize,
    /// Where the next word begins, with the quotes that open it.
    next: usize,
    /// Where it begins without them.
    opener: usize,
}

impl Gap {
    fn look(&mut self, text: &str, at: usize) {
        if at < self.end {
            return;
        }
        let mark = text[at..].chars().next().map_or(0, char::len_utf8);
        self.end = after_closers(text, at + mark);
        let next = text[self.end..].trim_start();
        self.next = text.len() - next.len();
        let opener = ['"', '\'', '“', '‘', '(', '[', '«', '-', '–', '—', ' '];
        self.opener = text.len() - next.trim_start_matches(opener).len();
    }

    /// The end of the sentence that the mark at `at` ends, if it does.
    fn end_after(&mut self, text: &str, start: usize, at: usize) -> Option<usize> {
        self.look(text, at);
        if self.next == text.len() {
            return Some(self.end);
        }
        if self.next == self.end {
            return None;
        }
        let opener = &text[self.opener..];
        // "?" he asked.
        if opener.chars().next()?.is_lowercase() {
            return None;
        }
        let short = text[at..].starts_with('.') && is_short(&text[start..at], opener);
        (!short).then_some(self.end)
    }
}

/// Whether a full stop behind `before` belongs to an abbreviation.
fn is_short(before: &str, next: &str) -> bool {
    let word = last_word(before);
    let mut lower = [0; 8];
    let Some(lower) = lower.get_mut(..word.len()) else {
        return false;
    };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let listed = |words: &[&str]| words.iter().any(|w| w.as_bytes() == lower);
    // "No. 5", but "He said no. Then he left."
    if listed(&["no", "nos", "p", "pp", "art", "fig"]) {
        return starts_with_digit(next);
    }
    if listed(&BEFORE_NAMES) {
        return true;
    }
    // "worth CHF2.5bn. Nestlé rose": a number is no abbreviation. "due on 5 Dec. Paramount won": nor is a date that is whole.
    let number = word.contains(|c: char| c.is_ascii_digit());
    if number || listed(&SHORT[..12]) && day_before(before, word) && !starts_with_digit(next) {
        return false;
    }
    let opens = opens_sentence(next);
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    // "John F. Kennedy"; "Plan B. The next".
    if initial || listed(&SHORT) {
        return !opens;
    }
    // "the U.S. Senate", "5 p.m. Monday".
    word.contains('.') && !opens
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a number stands before the last word.
fn day_before(before: &str, word: &str) -> bool {
    let rest = before.strip_suffix(word).unwrap_or_default();
    rest.trim_end().ends_with(|c: char| c.is_ascii_digit())
}

fn last_word(before: &str) -> &str {
    let inside = |c: char| c.is_alphanumeric() || c == '.';
    let start = before
        .char_indices()
        .rev()
        .take(9)
        .take_while(|(_, c)| inside(*c))
        .last();
    start.map_or("", |(at, _)| &before[at..])
}

fn opens_sentence(next: &str) -> bool {
    // No opener is longer than eight letters.
    let letters = next.chars().take(9).take_while(|c| c.is_alphabetic());
    let len = letters.map(char::len_utf8).sum();
    OPENERS.iter().any(|w| w.eq_ignore_ascii_case(&next[..len]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|s| &text[s]).collect()
    }

    #[test]
    fn marks_end_sentences() {
        assert_eq!(
            split("One. Two! Three? Four"),
            ["One.", "Two!", "Three?", "Four"]
        );
        assert_eq!(
            split("He rose 3.5 percent. It fell."),
            ["He rose 3.5 percent.", "It fell."]
        );
        assert_eq!(
            split("What?! \"No.\" She left."),
            ["What?!", "\"No.\"", "She left."]
        );
        assert_eq!(
            split("\"Why?\" he asked. (Nobody knew.) So."),
            ["\"Why?\" he asked.", "(Nobody knew.)", "So."]
        );
        assert_eq!(
            split("第一句。第二句！「第三句。」完"),
            ["第一句。", "第二句！", "「第三句。」", "完"]
        );
    }

    #[test]
    fn abbreviations_end_none() {
        for text in [
            "Mr. Smith met Dr. Jones of Acme Inc. in May.",
            "The U.S. Senate met on Jan. 5 at 5 p.m. Monday.",
            "J. R. Ewing saw John F. Kennedy in St. Louis.",
            "It was No. 5 of Apple Inc. Chief Tim's list.",
        ] {
            assert_eq!(split(text), [text]);
        }
    }

    #[test]
    fn abbreviations_at_the_end_do() {
        assert_eq!(
            split("He left the U.S. The rest stayed."),
            ["He left the U.S.", "The rest stayed."]
        );
        assert_eq!(
            split("He said no. Then he left."),
            ["He said no.", "Then he left."]
        );
        assert_eq!(
            split("It came at 5 p.m. Police said so."),
            ["It came at 5 p.m.", "Police said so."]
        );
    }

    #[test]
    fn numbers_and_whole_dates_at_the_end_do() {
        for (text, sentences) in [
            ("It fell from CHF2.5bn. Navratil took over.", 2),
            ("It fell to CHF 82.94. Third-quarter sales rose.", 2),
            ("It ends on 5 Dec. Paramount bid more.", 2),
            ("It ended on 5 Dec. 2018 in Rome.", 1),
            ("It ended on Dec. 5 in Rome.", 1),
            ("It rose 3.5 Swiss francs.", 1),
        ] {
            assert_eq!(split(text).len(), sentences, "{text}");
        }
    }

    #[test]
    fn blank_lines_end_sentences() {
        assert_eq!(
            split("A headline\n\nThe text\ngoes on.\n \nMr.\n\nX"),
            ["A headline", "The text\ngoes on.", "Mr.", "X"]
        );
        assert_eq!(split(" \n\n "), Vec::<&str>::new());
    }

    #[test]
    fn a_run_of_marks_is_looked_at_once() {
        let dots = ".".repeat(300_000);
        assert_eq!(split(&format!("Why{dots}so")).len(), 1);
        assert_eq!(
            split(&format!("Why{dots} {} so", " ".repeat(300_000))).len(),
            1
        );
        assert_eq!(split(&format!("Why{dots} So")).len(), 2);
    }
}
