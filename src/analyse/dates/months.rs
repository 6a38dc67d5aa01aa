//! Months that stand alone: whether `May` or `March` is a month is told by the words around it.

use super::phrase::{Phrase, Point, Reader, Which};
use super::tokens::{Key, Kind};

/// Words that only a time follows.
const IN: [Key; 11] = [
    Key::In,
    Key::Since,
    Key::Until,
    Key::During,
    Key::Last,
    Key::Next,
    Key::This,
    Key::Early,
    Key::Late,
    Key::Mid,
    Key::Earlier,
];

/// Words that a time or a name follows.
const BY: [Key; 11] = [
    Key::By,
    Key::From,
    Key::To,
    Key::Of,
    Key::After,
    Key::Before,
    Key::Around,
    Key::And,
    Key::Or,
    Key::Between,
    Key::On,
];

/// The same: "as early as May", "the year ended June".
const BEHIND: [&str; 6] = ["for", "as", "than", "ended", "ending", "starting"];

/// Words before a person's name, or before the verb.
const TITLES: [&str; 8] = [
    "theresa", "mrs", "ms", "mr", "minister", "miss", "million", "women",
];

/// Words that say whose month or year it is.
pub(super) const OWNERS: [&str; 7] = ["s", "its", "his", "her", "their", "our", "my"];

impl Reader<'_> {
    /// A month without a day: `March 2018`, `in March`, `the March hearing`, `last March`.
    pub(super) fn lone_month(self, i: usize) -> Option<Phrase> {
        let (month, next) = self.month_at(i)?;
        if let Some((year, end)) = self
            .year_behind(next)
            .filter(|_| !self.key(next, Key::Of) || month > 0)
        {
            let point = Point::Month(Some(year), month, Which::Open);
            return Some(Phrase::new(i, end - 1, point, 1.0));
        }
        if self.joined(i)
            && !matches!(
                self.before(i),
                Some(Kind::Mark('(' | '"' | '“' | '-' | '\''))
            )
        {
            return None;
        }
        let short = self.kind(i) == Some(Kind::MonthShort);
        let sure = self.month_sense(i, next, month, short)?;
        Some(Phrase::new(
            i,
            next - 1,
            Point::Month(None, month, Which::Open),
            sure,
        ))
    }

    /// How sure a month's name without a number means the month; None where it means something else.
    fn month_sense(self, i: usize, next: usize, month: i8, short: bool) -> Option<f32> {
        if self.is_any(i.wrapping_sub(1), &TITLES) {
            return None;
        }
        let rally = month == 3 && self.is_any(next, &["for", "on"]);
        if rally && self.key(i.wrapping_sub(1), Key::The) {
            return None;
        }
        let part = matches!(
            self.kind(i.wrapping_sub(2)),
            Some(Kind::Key(Key::Mid | Key::Early | Key::Late))
        );
        if part && self.mark(i.wrapping_sub(1), '-') && self.joined(i) {
            return Some(1.0);
        }
        // "October was", where June and April may be persons.
        let opens = self.opens(i) && !short && !matches!(month, 4..=6 | 8);
        if opens && self.is_any(next, &["was", "is", "saw", "brought", "marked", "has"]) {
            return Some(0.7);
        }
        self.month_framed(i, next, month, short)
    }

    /// The same by the word before.
    fn month_framed(self, i: usize, next: usize, month: i8, short: bool) -> Option<f32> {
        // Fredric March, April Jones.
        let twofold = short || matches!(month, 3..=6 | 8);
        let named =
            self.capital(next) && !matches!(self.kind(next), Some(Kind::Key(_) | Kind::Weekday));
        let person = twofold && (named || self.spoken_of(month, next));
        match self.before(i)? {
            Kind::Key(key) if IN.contains(&key) => Some(1.0),
            // "by May to", "after May said": without a forename the name of a person.
            Kind::Key(key) if BY.contains(&key) => (!person).then_some(0.8),
            Kind::Word if self.is_any(i - 1, &BEHIND) => (!person).then_some(0.8),
            Kind::Key(Key::The | Key::A | Key::That | Key::Previous)
            | Kind::Mark('\'' | '-')
            | Kind::Word
                if !named && self.lower_word(next) && !short =>
            {
                let owned =
                    matches!(self.before(i), Some(Kind::Word)) && !self.is_any(i - 1, &OWNERS);
                // "the May government" or the month: too seldom the month.
                (!owned && (month != 5 || self.key(i - 1, Key::A))).then_some(0.6)
            }
            Kind::Mark(',' | '(') if !twofold && !named => Some(0.5),
            _ => None,
        }
    }

    /// Whether a person of that name acts: a verb follows.
    fn spoken_of(self, month: i8, next: usize) -> bool {
        month == 5
            && (self.is_any(
                next,
                &[
                    "said", "says", "told", "has", "had", "would", "who", "to", "and",
                ],
            ) || self.mark(next, '\''))
    }

    pub(super) fn lower_word(self, i: usize) -> bool {
        self.word(i).chars().next().is_some_and(char::is_lowercase)
    }
}
