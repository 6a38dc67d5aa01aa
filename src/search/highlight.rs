//! Where a query's words stand in a text, and the part of a text that shows most of them.

use std::ops::Range;

use super::{Query, Words};
use crate::text::{Word, fold, is_cjk, width, words};

/// More matches than this are not weighed against each other.
const MOST: usize = 100;

/// A part of a text, on one line, with the bytes of the matches in it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Snippet {
    pub text: String,
    pub marks: Vec<(usize, usize)>,
}

/// The bytes of a query's matches in a text, in order, none overlapping.
pub fn highlight(query: &Query, text: &str) -> Vec<(usize, usize)> {
    merged(matches(&wanted(query), text))
}

/// About as much of a text as fits `columns`, where most of the query's words stand together; its beginning where none do.
pub fn snippet(query: &Query, text: &str, columns: usize) -> Snippet {
    let wanted = wanted(query);
    let found = matches(&wanted, text);
    let start = best(&found, columns).map_or(0, |at| before(text, at, columns / 4));
    let cut = cut(text, start, columns);
    let mut line = String::new();
    if start > 0 {
        line.push('…');
    }
    let shift = line.len();
    line.extend(
        text[cut.clone()]
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c }),
    );
    let inside = found
        .into_iter()
        .filter(|m| m.start >= cut.start && m.end <= cut.end);
    let marks = merged(inside.collect())
        .into_iter()
        .map(|(s, e)| (s - cut.start + shift, e - cut.start + shift))
        .collect();
    if cut.end < text.trim_end().len() {
        line.push('…');
    }
    Snippet { text: line, marks }
}

fn wanted(query: &Query) -> Vec<&Words> {
    let mut wanted = Vec::new();
    if let Some(root) = &query.root {
        root.wanted(&mut wanted);
    }
    wanted
}

/// A place where one of the wanted words, or rows of words, stands.
#[derive(Debug, Clone, Copy)]
struct Match {
    start: usize,
    end: usize,
    /// Which of them.
    of: usize,
}

fn matches(wanted: &[&Words], text: &str) -> Vec<Match> {
    let mut found = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    let all: Vec<Word> = words(text).collect();
    for at in 0..all.len() {
        for (of, row) in wanted.iter().enumerate() {
            if let Some(span) = row_at(row, text, &all[at..]) {
                let (start, end) = (span.start, span.end);
                found.push(Match { start, end, of });
            }
        }
    }
    found
}

/// The span of a row of words that begins with the first of `at`.
fn row_at(row: &Words, text: &str, at: &[Word]) -> Option<Range<usize>> {
    let words = &row.words;
    let (first, last) = (at.first()?, at.get(words.len() - 1)?);
    for (n, (wanted, word)) in words.iter().zip(at).enumerate() {
        let open = row.open && n + 1 == words.len();
        if let Some(part) = part_of_pair(wanted, &text[word.start..word.end]) {
            return (words.len() == 1).then_some(word.start + part.start..word.start + part.end);
        }
        if !is_same(wanted, &text[word.start..word.end], open) {
            return None;
        }
    }
    Some(first.start..last.end)
}

/// One CJK character in a pair of them: the index finds it there, so it is shown there.
fn part_of_pair(wanted: &str, word: &str) -> Option<Range<usize>> {
    let mut chars = wanted.chars();
    let only = chars.next().filter(|c| is_cjk(*c))?;
    if chars.next().is_some() {
        return None;
    }
    let at = word.find(only)?;
    Some(at..at + only.len_utf8())
}

fn is_same(wanted: &str, word: &str, open: bool) -> bool {
    if word.is_ascii() {
        let head = if open {
            word.get(..wanted.len())
        } else {
            Some(word)
        };
        return head.is_some_and(|head| head.eq_ignore_ascii_case(wanted));
    }
    let word = fold(word);
    if open {
        word.starts_with(wanted)
    } else {
        word == wanted
    }
}

fn merged(mut found: Vec<Match>) -> Vec<(usize, usize)> {
    found.sort_by_key(|m| (m.start, m.end));
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for m in found {
        match spans.last_mut() {
            Some(last) if m.start < last.1 => last.1 = last.1.max(m.end),
            _ => spans.push((m.start, m.end)),
        }
    }
    spans
}

/// Where the first match of the window with the most different words begins. `columns` stands in for the window's bytes.
fn best(found: &[Match], columns: usize) -> Option<usize> {
    let worth = |n: usize| {
        let window = found[n].start + columns * 3 / 4;
        let inside = found[n..].iter().take_while(|m| m.end <= window);
        inside
            .fold(0_u64, |seen, m| seen | 1 << (m.of % 64))
            .count_ones()
    };
    let found = &found[..found.len().min(MOST)];
    // The first of the best, which `max_by_key` is not.
    let best = (0..found.len()).rev().max_by_key(|n| worth(*n))?;
    Some(found[best].start)
}

/// The start of a word at most `columns` before a byte, in the same paragraph.
fn before(text: &str, at: usize, columns: usize) -> usize {
    let paragraph = text[..at].rfind("\n\n").map_or(0, |end| end + 2);
    let mut used = 0;
    let mut start = at;
    for (i, c) in text[paragraph..at].char_indices().rev() {
        used += crate::text::char_width(c);
        if used > columns {
            return start;
        }
        let blank = text[..paragraph + i].ends_with(char::is_whitespace);
        if blank || i == 0 || is_cjk(c) {
            start = paragraph + i;
        }
    }
    start
}

/// The bytes from `start` that fit, an ellipsis on either side counted, up to the end of a word.
fn cut(text: &str, start: usize, columns: usize) -> Range<usize> {
    let room = columns.saturating_sub(2);
    let rest = &text[start..];
    if width(rest) <= room {
        return start..start + rest.trim_end().len();
    }
    let (mut used, mut end, mut word_end) = (0, 0, 0);
    for (i, c) in rest.char_indices() {
        if c.is_whitespace() {
            word_end = i;
        }
        used += crate::text::char_width(c).max(usize::from(c.is_control()));
        if used > room {
            break;
        }
        end = i + c.len_utf8();
    }
    // A script without blanks, or a very long word, is cut where the line ends.
    let end = if word_end > end / 2 { word_end } else { end };
    start..start + rest[..end].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    fn marked(query: &str, text: &str) -> Vec<String> {
        let spans = highlight(&parse(query), text);
        spans.iter().map(|(s, e)| text[*s..*e].to_owned()).collect()
    }

    #[test]
    fn marks_what_the_query_asks_for() {
        let text = "Star Xu (徐明星) met Xu; OKEx, OKCoin and Líbra.";
        assert_eq!(marked("\"star xu\" ", text), ["Star Xu"]);
        assert_eq!(marked("xu ", text), ["Xu", "Xu"]);
        assert_eq!(marked("ok", text), ["OKEx", "OKCoin"]);
        assert_eq!(marked("徐明星", text), ["徐明星"]);
        assert_eq!(marked("明", text), ["明"]);
        assert_eq!(marked("libra -xu person:star ", text), ["Star", "Líbra"]);
        assert_eq!(marked("is:unread", text), Vec::<String>::new());
    }

    #[test]
    fn a_snippet_shows_the_words_together() {
        let text = "A long beginning that tells of one thing, the margin. ".to_owned()
            + &"Then it goes on and on. ".repeat(20)
            + "Here the margin call of March stands. And more follows after it, much more.";
        let snippet = snippet(&parse("margin march "), &text, 60);
        assert!(snippet.text.contains("margin call of March"), "{snippet:?}");
        assert!(snippet.text.starts_with('…') && snippet.text.ends_with('…'));
        assert!(width(&snippet.text) <= 60);
        let marks: Vec<&str> = snippet
            .marks
            .iter()
            .map(|(s, e)| &snippet.text[*s..*e])
            .collect();
        assert_eq!(marks, ["margin", "March"]);
    }

    #[test]
    fn without_a_match_the_text_begins() {
        let snippet = snippet(&parse("zebra "), "One two.\n\nThree four.", 80);
        assert_eq!(snippet.text, "One two.  Three four.");
    }
}
