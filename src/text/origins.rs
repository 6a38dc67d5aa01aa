//! Where the bytes of a cleaned text stood in the text it was made from.

/// For each byte of a cleaned text its place in the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origins {
    /// None where nothing was cleaned away.
    places: Option<Vec<usize>>,
}

impl Origins {
    /// The origins of `clean`, which was made of `original` by leaving characters out and putting blanks and line ends for
    /// others.
    pub fn of(clean: &str, original: &str) -> Self {
        if clean == original {
            return Self { places: None };
        }
        let mut places = Vec::with_capacity(clean.len() + 1);
        let mut rest = original.char_indices().peekable();
        for c in clean.chars() {
            let stands_for =
                |o: char| o == c || (c.is_whitespace() && (o.is_whitespace() || o.is_control()));
            while rest.next_if(|(_, o)| !stands_for(*o)).is_some() {}
            let at = rest.next().map_or(original.len(), |(at, _)| at);
            places.extend((0..c.len_utf8()).map(|byte| at + byte));
        }
        Self {
            places: Some(places),
        }
    }

    /// The span of the original that a span of the cleaned text (bytes, the end not included) was made of.
    pub fn span(&self, start: usize, end: usize) -> (usize, usize) {
        let Some(places) = &self.places else {
            return (start, end);
        };
        let at = |byte: usize| places.get(byte).copied();
        let from = at(start).unwrap_or(start);
        let to = end
            .checked_sub(1)
            .and_then(at)
            .map_or(from, |last| last + 1);
        (from, to.max(from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clean_block;

    #[test]
    fn spans_lead_back_to_the_original() {
        let original = " A\r\n\r\n\r\n\u{1b}[1mResumé\u{200b}s\tof  徐明星 \n\n\n\n end\u{7}";
        let clean = clean_block(original);
        let origins = Origins::of(&clean, original);
        for word in ["A", "Resumé", "of", "徐明星", "end"] {
            let at = clean.find(word).expect(word);
            let (start, end) = origins.span(at, at + word.len());
            assert_eq!(original.get(start..end), Some(word));
        }
        assert_eq!(Origins::of("ab", "ab").span(0, 2), (0, 2));
    }
}
