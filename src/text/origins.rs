//! Where the bytes of a cleaned text stood in the text it was made from.

use std::ops::Range;

/// For each byte of a cleaned text its place in the original, as the cleaning told it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origins {
    /// In order, each behind the one before in both texts.
    runs: Vec<Run>,
}

/// A stretch of the cleaned text and the one of the original it stands for: a copy where both are of one length.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    clean: Range<usize>,
    original: Range<usize>,
}

impl Run {
    fn is_copy(&self) -> bool {
        self.clean.len() == self.original.len()
    }
}

impl Origins {
    /// Goes on with `length` bytes that stand for a stretch of the original.
    pub(super) fn add(&mut self, length: usize, original: Range<usize>) {
        let at = self.runs.last().map_or(0, |run| run.clean.end);
        let copy = length == original.len();
        match self.runs.last_mut() {
            Some(run) if copy && run.is_copy() && run.original.end == original.start => {
                run.clean.end += length;
                run.original.end = original.end;
            }
            _ => self.runs.push(Run {
                clean: at..at + length,
                original,
            }),
        }
    }

    /// Goes on with a part of another cleaned text of the same original.
    pub(super) fn add_part(&mut self, of: &Self, part: Range<usize>) {
        let first = of.runs.partition_point(|run| run.clean.end <= part.start);
        for run in &of.runs[first..] {
            let (from, to) = (run.clean.start.max(part.start), run.clean.end.min(part.end));
            if from >= to {
                return;
            }
            let (start, end) = of.span(from, to);
            self.add(to - from, start..end);
        }
    }

    /// The end of the original as far as it is told of.
    pub(super) fn end(&self) -> usize {
        self.runs.last().map_or(0, |run| run.original.end)
    }

    /// The span of the original that a span of the cleaned text (bytes, the end not included) was made of.
    pub fn span(&self, start: usize, end: usize) -> (usize, usize) {
        let within = |at: usize| {
            let run = self.runs.partition_point(|run| run.clean.end <= at);
            self.runs.get(run)
        };
        let from = within(start).map_or(self.end(), |run| {
            let ahead = if run.is_copy() {
                start - run.clean.start
            } else {
                0
            };
            run.original.start + ahead
        });
        let to = end.checked_sub(1).and_then(within).map_or(from, |run| {
            let short = if run.is_copy() {
                run.clean.end - end
            } else {
                0
            };
            run.original.end - short
        });
        (from, to.max(from))
    }
}

#[cfg(test)]
mod tests {
    use crate::text::traced_block;

    #[test]
    fn spans_lead_back_to_the_original() {
        let original = " A\r\n\r\n\r\n\u{1b}[1mResumé\u{200b}s\tof  徐明星 \n\n\n\n end\u{7}";
        let (clean, origins) = traced_block(original);
        for word in ["A", "Resumé", "of", "徐明星", "end"] {
            let at = clean.find(word).expect(word);
            let (start, end) = origins.span(at, at + word.len());
            assert_eq!(original.get(start..end), Some(word));
        }
        let (_, same) = traced_block("a\nb\n\nc");
        assert_eq!(same.span(2, 3), (2, 3));
        assert_eq!(same.runs.len(), 1);
    }

    #[test]
    fn no_span_begins_in_what_was_taken_out() {
        let original = "\u{1b}]0;OKCoin paid\u{7}OKCoin\u{1b}[1mman\u{2028}paid 5m\u{1b}[0m";
        let (clean, origins) = traced_block(original);
        assert_eq!(clean, "OKCoinman\npaid 5m");
        assert_eq!(origins.span(0, 6), (16, 22));
        assert_eq!(origins.span(6, 7), (26, 27));
        let (start, end) = origins.span(6, 10);
        assert_eq!(original.get(start..end), Some("man\u{2028}"));
        let (start, end) = origins.span(0, clean.len());
        assert_eq!(
            original.get(start..end),
            Some("OKCoin\u{1b}[1mman\u{2028}paid 5m")
        );
    }
}
