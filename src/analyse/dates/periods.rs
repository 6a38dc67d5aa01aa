//! Seasons, decades and centuries, and the day that is called by its number.

use super::phrase::{Phrase, Point, Reader, Which};
use super::tokens::{Key, Kind};

impl Reader<'_> {
    /// `spring 2018`, `the winter of 1941-42`, `in the summer`. A season without a year needs `in` or the like.
    pub(super) fn season(self, i: usize) -> Option<Phrase> {
        let kind = self
            .kind(i)
            .filter(|k| matches!(k, Kind::Season | Kind::Fall))?;
        let n = self.token(i)?.n as i8;
        if let Some((year, end)) = self.year_behind(i + 1) {
            let end = self.short_year_end(end);
            return Some(Phrase::new(
                i,
                end - 1,
                Point::Season(Some(year), n, Which::Open),
                1.0,
            ));
        }
        let article = self.key(i.wrapping_sub(1), Key::The) && i > 0;
        let at = if article { i - 1 } else { i };
        let framed = matches!(
            self.before(at),
            Some(Kind::Key(
                Key::In
                    | Key::During
                    | Key::Since
                    | Key::Until
                    | Key::Early
                    | Key::Late
                    | Key::By
                    | Key::Mid
            ))
        );
        let framed = framed || self.is(at.wrapping_sub(1), "into");
        let of = self.key(i + 1, Key::Of) || self.key(i + 1, Key::In);
        let noun = self.capital(i + 1) && !self.key(i + 1, Key::And);
        let fits = framed
            && !of
            && !noun
            && (kind == Kind::Season
                || article && !self.joined(i + 1)
                || self.mark(i + 1, '.')
                || self.mark(i + 1, ','));
        fits.then(|| Phrase::new(at, i, Point::Season(None, n, Which::Open), 0.7))
    }

    /// The end of `-42` or `/42` behind a year.
    fn short_year_end(self, i: usize) -> usize {
        let mark = self.mark(i, '-') || self.mark(i, '/');
        let number = self.kind(i + 1) == Some(Kind::Number);
        if mark && number && self.joined(i) && self.joined(i + 1) {
            i + 2
        } else {
            i
        }
    }

    /// `the 1990s`, `the '90s`, `the nineties`, `the 19th century`.
    pub(super) fn age(self, i: usize) -> Option<Phrase> {
        let token = self.token(i)?;
        if token.kind == Kind::Decade {
            let digits = self.word(i).starts_with(|c: char| c.is_ascii_digit());
            let framed = matches!(
                self.before(i),
                Some(Kind::Key(Key::The | Key::Early | Key::Late | Key::Mid) | Kind::Mark('-'))
            );
            let first = match token.n {
                n if super::absolute::YEARS.contains(&n) && n % 10 == 0 => n,
                n @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)
                    if digits && self.mark(i.wrapping_sub(1), '\'') && self.joined(i) =>
                {
                    1900 + n
                }
                _ => return None,
            };
            return (digits || framed).then(|| Phrase::new(i, i, Point::Decade(first as i16), 0.9));
        }
        let hyphen = usize::from(self.mark(i + 1, '-'));
        let century = token.kind == Kind::Nth
            && (1..=22).contains(&token.n)
            && self.is(i + 1 + hyphen, "century");
        if !century {
            return None;
        }
        let (era, end) = self.era(1, i + 2 + hyphen);
        let n = token.n as i16;
        let first = if era == 0 {
            -100 * n + 1
        } else {
            (n - 1) * 100
        };
        Some(Phrase::new(i, end - 1, Point::Century(first), 0.9))
    }

    /// `9/11` and `the Sept. 11 attacks` mean one day of one year.
    pub(super) fn nine_eleven(self, i: usize) -> Option<Phrase> {
        let number = |at: usize, n: u32| {
            self.token(at)
                .is_some_and(|t| t.kind == Kind::Number && t.n == n)
        };
        let slashed = number(i, 9)
            && self.mark(i + 1, '/')
            && number(i + 2, 11)
            && !self.mark(i + 3, '/')
            && self.joined(i + 1)
            && self.joined(i + 2);
        let end = if slashed {
            i + 3
        } else {
            let (month, next) = self.month_at(i)?;
            let attacks = self.is_any(next + 1, &["attack", "attacks", "terror", "terrorist"]);
            (month == 9 && number(next, 11) && attacks).then_some(next + 1)?
        };
        let point = Point::Date {
            year: Some(2001),
            month: 9,
            day: 11,
            weekday: None,
        };
        Some(Phrase::new(i, end - 1, point, 0.9))
    }
}
