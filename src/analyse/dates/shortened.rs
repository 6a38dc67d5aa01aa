//! Years and decades that are written short or in words: `in '89`, `the mid-'80s`, `nineteen ninety-four`.

use super::absolute::century;
use super::phrase::{Phrase, Point, Reader};
use super::tokens::{Key, Kind};
use super::years::COUNTED;

/// Words that a short year follows.
const IN: [Key; 8] = [
    Key::In,
    Key::Since,
    Key::Of,
    Key::From,
    Key::To,
    Key::Until,
    Key::Early,
    Key::Late,
];

impl Reader<'_> {
    /// `'89` and `'80s`, from the apostrophe on.
    pub(super) fn short_year(self, i: usize) -> Option<Phrase> {
        let free = !self.joined(i) || matches!(self.before(i), Some(Kind::Mark('-' | '(')));
        if !free || !self.joined(i + 1) {
            return None;
        }
        if self.kind(i + 1) == Some(Kind::Decade) {
            return self.age(i + 1).map(|found| found.from(i));
        }
        let token = self.token(i + 1).filter(|t| t.kind == Kind::Number)?;
        let two = token.end - token.start == 2;
        let alone =
            !self.joined(i + 2) || !matches!(self.kind(i + 2), Some(Kind::Mark('\'' | '-')));
        let framed = match self.before(i) {
            Some(Kind::Mark('-')) => true,
            Some(Kind::Key(Key::And)) => self.mark(i.wrapping_sub(3), '\''),
            Some(Kind::Key(key)) => IN.contains(&key),
            _ => false,
        };
        // "by '50 Cent'".
        let name = self.kind(i + 2) == Some(Kind::Word) && self.capital(i + 2);
        let fits = two && alone && framed && !name && !self.is_any(i + 2, &COUNTED);
        let point = Point::Year(century(token.n));
        fits.then(|| Phrase::new(i, i + 1, point, 0.8))
    }

    /// `nineteen ninety-four`; `two thousand` only behind "the year".
    pub(super) fn spoken_year(self, i: usize) -> Option<Phrase> {
        let hundreds = self.token(i).filter(|t| t.kind == Kind::Count)?.n;
        if hundreds == 2 && self.is(i + 1, "thousand") && self.is(i.wrapping_sub(1), "year") {
            return Some(Phrase::new(i, i + 1, Point::Year(2000), 0.9));
        }
        let (rest, end) = self.count(i + 1).filter(|_| matches!(hundreds, 18 | 19))?;
        let words = self.kind(i + 1) == Some(Kind::Count) && (10..100).contains(&rest);
        let (ones, end) = match self.count(end) {
            // "nineteen ninety four" as it is heard.
            Some((n @ 1..=9, end)) if rest >= 20 && rest % 10 == 0 => (n, end),
            _ => (0, end),
        };
        let year = i16::try_from(hundreds as i32 * 100 + rest + ones).ok()?;
        words.then(|| Phrase::new(i, end - 1, Point::Year(year), 0.9))
    }
}
