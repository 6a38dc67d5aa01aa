//! Words with their byte spans: runs of letters and digits, and for scripts without blanks every two neighbours.

/// A word's place in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    pub start: usize,
    /// The first byte after the word.
    pub end: usize,
}

/// The words of a text in order. A run of Han, kana or Hangul gives each pair of neighbours (徐明星: 徐明, 明星),
/// since no blank says where its words end; a run of one gives that one.
pub fn words(text: &str) -> Words<'_> {
    Words {
        text,
        at: 0,
        run: None,
    }
}

/// Han, kana and Hangul: scripts written without, or with few, blanks between words.
pub fn is_cjk(c: char) -> bool {
    matches!(c as u32,
        0x1100..=0x11FF | 0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3021..=0x30FF | 0x3100..=0x31FF | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF | 0xA960..=0xA97F | 0xAC00..=0xD7FF | 0xF900..=0xFAFF | 0xFF66..=0xFFDC | 0x20000..=0x3FFFD)
}

/// See [`words`].
#[derive(Debug, Clone)]
pub struct Words<'t> {
    text: &'t str,
    at: usize,
    /// The last character of a CJK run that may still begin a pair.
    run: Option<usize>,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        if let Some(start) = self.run.take()
            && let Some(word) = self.pair(start)
        {
            return Some(word);
        }
        if let Some(word) = self.ascii() {
            return Some(word);
        }
        let rest = &self.text[self.at..];
        let skipped = rest.find(char::is_alphanumeric)?;
        let start = self.at + skipped;
        let first = self.text[start..].chars().next()?;
        if is_cjk(first) {
            self.at = start + first.len_utf8();
            return self.pair(start).or(Some(Word {
                start,
                end: self.at,
            }));
        }
        let run = &self.text[start..];
        let len = run
            .find(|c: char| !(c.is_alphanumeric() || is_joiner(c)) || is_cjk(c))
            .unwrap_or(run.len());
        self.at = start + len;
        Some(Word {
            start,
            end: self.at,
        })
    }
}

impl Words<'_> {
    /// The next word where it and all around it is ASCII, which is most of most texts and found without decoding.
    fn ascii(&mut self) -> Option<Word> {
        let bytes = self.text.as_bytes();
        let skipped = bytes[self.at..]
            .iter()
            .position(|b| b.is_ascii_alphanumeric() || !b.is_ascii())?;
        let start = self.at + skipped;
        let length = bytes[start..]
            .iter()
            .position(|b| !b.is_ascii_alphanumeric())
            .unwrap_or(bytes.len() - start);
        let end = start + length;
        if length == 0 || bytes.get(end).is_some_and(|b| !b.is_ascii()) {
            return None;
        }
        self.at = end;
        Some(Word { start, end })
    }

    /// The character at `start` with the CJK character behind it, if one stands there.
    fn pair(&mut self, start: usize) -> Option<Word> {
        let second = self.text[self.at..]
            .chars()
            .next()
            .filter(|c| is_cjk(*c) && c.is_alphanumeric())?;
        self.run = Some(self.at);
        self.at += second.len_utf8();
        Some(Word {
            start,
            end: self.at,
        })
    }
}

/// Marks that belong to the letter before them.
fn is_joiner(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        words(text).map(|w| &text[w.start..w.end]).collect()
    }

    #[test]
    fn words_and_pairs() {
        assert_eq!(
            texts("OKCoin's office, 2018."),
            ["OKCoin", "s", "office", "2018"]
        );
        assert_eq!(
            texts("Star Xu (徐明星) 火 x"),
            ["Star", "Xu", "徐明", "明星", "火", "x"]
        );
        assert_eq!(texts("OKCoin币行"), ["OKCoin", "币行"]);
        assert_eq!(texts(" — "), Vec::<&str>::new());
    }
}
