//! Days that have names of their own: `Christmas Eve`, `Labor Day`.

use super::phrase::{Feast, Phrase, Point, Reader, Which};
use super::tokens::Kind;

/// Feasts by their words. Those that move count from the weekday or from Easter.
const FEASTS: [(&[&str], Feast); 31] = [
    (&["new", "year", "'", "s", "eve"], Feast::Fixed(12, 31)),
    (&["new", "year", "'", "s", "day"], Feast::Fixed(1, 1)),
    (&["new", "year", "'", "s"], Feast::Fixed(1, 1)),
    (&["christmas", "eve"], Feast::Fixed(12, 24)),
    (&["christmas", "day"], Feast::Fixed(12, 25)),
    (&["christmas"], Feast::Fixed(12, 25)),
    (&["boxing", "day"], Feast::Fixed(12, 26)),
    (&["halloween"], Feast::Fixed(10, 31)),
    (&["valentine", "'", "s", "day"], Feast::Fixed(2, 14)),
    (&["independence", "day"], Feast::Fixed(7, 4)),
    (&["fourth", "of", "july"], Feast::Fixed(7, 4)),
    (&["veterans", "day"], Feast::Fixed(11, 11)),
    (&["thanksgiving", "day"], Feast::Nth(11, 3, 4)),
    (&["thanksgiving"], Feast::Nth(11, 3, 4)),
    (&["labor", "day"], Feast::Nth(9, 0, 1)),
    (&["labour", "day"], Feast::Nth(9, 0, 1)),
    (&["columbus", "day"], Feast::Nth(10, 0, 2)),
    (&["mother", "'", "s", "day"], Feast::Nth(5, 6, 2)),
    (&["father", "'", "s", "day"], Feast::Nth(6, 6, 3)),
    (&["remembrance", "day"], Feast::Fixed(11, 11)),
    (&["bastille", "day"], Feast::Fixed(7, 14)),
    (&["earth", "day"], Feast::Fixed(4, 22)),
    (&["memorial", "day"], Feast::Nth(5, 0, -1)),
    // In the United States; days of other elections are not called so with capitals.
    (&["election", "day"], Feast::After(11, 0, 1, 1)),
    (&["black", "friday"], Feast::After(11, 3, 4, 1)),
    (&["good", "friday"], Feast::Easter(-2)),
    (&["easter", "sunday"], Feast::Easter(0)),
    (&["easter", "monday"], Feast::Easter(1)),
    (&["easter"], Feast::Easter(0)),
    (&["may", "day"], Feast::Fixed(5, 1)),
    (&["ash", "wednesday"], Feast::Easter(-46)),
];

impl Reader<'_> {
    /// A feast with its year, if one follows.
    pub(super) fn feast(self, i: usize) -> Option<Phrase> {
        let may_day = self.is(i + 1, "day") && self.capital(i + 1);
        if !self.capital(i) || self.kind(i) == Some(Kind::Month) && !may_day {
            return None;
        }
        let fits = |words: &[&str]| {
            words.iter().enumerate().all(|(k, w)| match *w {
                "'" => self.mark(i + k, '\''),
                w => self.is(i + k, w),
            })
        };
        let (words, feast) = FEASTS.iter().find(|(words, _)| fits(words))?;
        let next = i + words.len();
        let (year, end) = match self.year_behind(next) {
            Some((year, end)) => (Some(year), end),
            None => (None, next),
        };
        // "Christmas tree", "Halloween costumes" happen on no day.
        let thing = words.len() == 1
            && self.kind(next) == Some(Kind::Word)
            && !self.is_any(next, &["night", "and"])
            && !self.tells_on(next);
        (year.is_some() || !thing)
            .then(|| Phrase::new(i, end - 1, Point::Feast(year, *feast, Which::Open), 0.9))
    }

    /// Whether a word goes on with a sentence: "over Easter it rained".
    fn tells_on(self, i: usize) -> bool {
        const WORDS: [&str; 10] = [
            "he", "she", "it", "they", "we", "when", "was", "is", "as", "were",
        ];
        self.is_any(i, &WORDS)
    }
}
